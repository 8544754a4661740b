import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { childEnvironment, loadConfig, projectRoot, StartProblem } from '#platform/config'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type CommandEntry, defineCommand, exit, runCommandLine } from './index.ts'
import { showProgress } from './progress.ts'

function sink() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}

const thrown: Record<string, unknown> = {
  config: new StartProblem('config', { en: 'w', es: 'x', ca: 'y' }, { en: 'r', es: 's', ca: 't' }),
  unreachable: new StartProblem('unreachable', { en: 'w', es: 'x', ca: 'y' }, { en: 'r', es: 's', ca: 't' }),
  forbidden: new Problem('forbidden'),
  not_found: new Problem('not_found'),
  invalid: new Problem('invalid', {
    fields: [{ field: 'date', message: { en: 'bad', es: 'mal', ca: 'mal' } }],
  }),
  refused: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  fault: new TypeError('oops'),
}

const importDirectory = defineCommand({
  name: 'import directory',
  summary: { en: 'Imports people', es: 'Importa personas', ca: 'Importa persones' },
  arguments: [
    { name: 'file', summary: 'what to read' },
    { name: 'more', summary: 'further files', optional: true, many: true },
  ],
  options: {
    'dry-run': { type: 'boolean', short: 'n', summary: 'change nothing' },
    as: { type: 'string', value: 'PERSON', summary: 'who', default: 'operator' },
    tag: { type: 'string', value: 'TAG', summary: 'marks', many: true },
    throw: { type: 'string', value: 'KIND', summary: 'fail in that way' },
  },
  async run({ args, options, result }) {
    // The types follow from the declaration.
    const file: string = args.file
    const more: readonly string[] | undefined = args.more
    const as: string = options.as
    const dry: boolean = options['dry-run']
    if (options.throw) throw thrown[options.throw]
    result({ file, more, as, dry, tags: options.tag }, () => `read ${file}`)
    return dry ? exit.review : exit.ok
  },
})

const entries: readonly CommandEntry[] = [
  { name: 'import', summary: 'imports', load: () => Promise.reject(new Error('loaded without need')) },
  {
    name: 'import directory',
    summary: importDirectory.summary,
    load: async () => ({ command: importDirectory }),
  },
]

async function run(argv: readonly string[], language: Language = 'en') {
  const [out, err] = [sink(), sink()]
  const code = await runCommandLine(entries, argv, {
    stdout: out.stream,
    stderr: err.stream,
    columns: null,
    language,
    config: () => loadConfig({}),
    signal: new AbortController().signal,
  })
  return { code, out: out.text(), err: err.text() }
}

describe('a command line', () => {
  it('runs the command with the longest name that fits, its words sorted', async () => {
    const { code, out, err } = await run([
      'import',
      'directory',
      'a.csv',
      'b.csv',
      '--tag',
      'x',
      '--tag=y',
      '-n',
      '--json',
    ])
    expect([code, err]).toEqual([exit.review, ''])
    expect(JSON.parse(out)).toEqual({
      file: 'a.csv',
      more: ['b.csv'],
      as: 'operator',
      dry: true,
      tags: ['x', 'y'],
    })
    expect(await run(['import', 'directory', 'a.csv'])).toEqual({
      code: exit.ok,
      out: 'read a.csv\n',
      err: '',
    })
  })

  it.each<[readonly string[], RegExp]>([
    [['import', 'directory'], /Missing: FILE\. See: amparo import directory --help/],
    [['import', 'directory', 'a', '--nope'], /no such option: --nope/],
    [['import', 'directory', 'a', '--as'], /Needs a value: --as/],
    [['import', 'directory', 'a', '--dry-run=yes'], /Takes no value: --dry-run/],
    [['imprt', 'directory'], /no such command: imprt directory\. Did you mean: import directory\?/],
    [['xyzzy'], /no such command: xyzzy\.$/m],
    [[], /Usage: amparo <command>/],
  ])('answers wrong usage %j with code 2 and a hint', async (argv, hint) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([exit.usage, ''])
    expect(err).toMatch(hint)
  })

  it('explains itself in three languages', async () => {
    for (const argv of [['--help'], ['help'], ['-h']])
      expect((await run(argv)).out).toContain('import directory')
    const texts = await Promise.all(
      (['en', 'es', 'ca'] as const).map((l) => run(['import', 'directory', '--help'], l)),
    )
    for (const { code, out } of texts) {
      expect(code).toBe(exit.ok)
      for (const part of [
        'amparo import directory FILE [MORE …]',
        '-n, --dry-run',
        '--as PERSON',
        '(operator)',
        '--json',
      ]) {
        expect(out).toContain(part)
      }
    }
    expect(new Set(texts.map(({ out }) => out)).size).toBe(3)
  })

  it.each<[string, number, RegExp]>([
    ['config', exit.usage, /w\nWhat to do: r/],
    ['unreachable', exit.unreachable, /w/],
    ['forbidden', exit.refused, /not among/],
    ['not_found', exit.missing, /Nothing here/],
    ['invalid', exit.failed, /date: bad/],
    ['refused', exit.unreachable, /connect/],
    ['fault', exit.failed, /fault of the program[^]*TypeError: oops/],
  ])('ends a %s failure with code %i', async (kind, code, text) => {
    const plain = await run(['import', 'directory', 'a', '--throw', kind])
    expect(plain).toMatchObject({ code, out: '', err: expect.stringMatching(text) })
    const json = await run(['import', 'directory', 'a', '--throw', kind, '--json'])
    expect(JSON.parse(json.err)).toHaveProperty('error.message')
  })
})

describe('progress', () => {
  it('is plain lines in a pipe, one for each tenth', () => {
    const { stream, text } = sink()
    const progress = showProgress({ stream, columns: null, now: () => 0 }, 'Rows', 1000)
    for (let row = 0; row < 1000; row += 1) progress.advance()
    progress.finish()
    expect(text().trim().split('\n')).toHaveLength(10)
    expect(text()).toMatch(/Rows: 500\/1000 \(50 %\)\n[^]*Rows: 1000\/1000 \(100 %\)\n$/)
    expect(text()).not.toContain('\r')
  })

  it('is one line, redrawn within the width, on a terminal', () => {
    const { stream, text } = sink()
    let now = 0
    const progress = showProgress({ stream, columns: 30, now: () => (now += 60) }, 'Rows', 4)
    for (let row = 0; row < 4; row += 1) progress.advance()
    progress.finish()
    const drawn = text().split('\r\u001b[K').slice(1)
    expect(drawn.length).toBeGreaterThan(1)
    expect(drawn.at(-1)).toMatch(/^Rows: 4\/4 \(100 %\) █+\n$/)
    for (const line of drawn) expect(line.trimEnd().length).toBeLessThan(30)
  })
})

describe('the program', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'amparo-cli-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const amparo = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(projectRoot(), 'src/cli.ts'), ...args], {
      encoding: 'utf8',
      env: childEnvironment({ AMPARO_HOME: join(home, 'data'), AMPARO_LANGUAGE: 'en', PORT: '0' }),
    })

  it('says what state the machine is in, and makes nothing for it', { timeout: 30_000 }, () => {
    const { status, stdout, stderr } = amparo('doctor', '--json')
    expect(stderr).toBe('')
    const report = JSON.parse(stdout) as { healthy: boolean; findings: { check: string; state: string }[] }
    expect(report.healthy).toBe(true)
    expect(status).toBe(0)
    expect(report.findings.map(({ check }) => check)).toEqual([
      'node',
      'binaries',
      'home',
      'disk',
      'port',
      'cluster',
    ])
    expect(amparo('cluster', 'status').stdout).toBe('There is none yet; the first start makes it.\n')
  })

  it('names a port that is taken', { timeout: 30_000 }, async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { stdout } = amparo('doctor', '--port', String(port))
    other.close()
    expect(stdout).toContain(`! The port ${port} on localhost cannot be taken (EADDRINUSE)`)
  })

  it('ends with 2 and a remedy when the surroundings are wrong', { timeout: 30_000 }, () => {
    const { status, stderr } = amparo('doctor', '--port', 'eighty')
    expect(status).toBe(2)
    expect(stderr).toContain('What to do: Give a whole number')
  })
})
