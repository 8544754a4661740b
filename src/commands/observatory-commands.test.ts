import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { exit, runCommandLine } from '#platform/cli'
import type { Language } from '#platform/i18n'
import { commands } from '../commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-observatory-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text?: string): string => {
  if (text !== undefined) writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function run(language: Language, ...argv: readonly string[]) {
  const written = { out: '', err: '' }
  const to = (key: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[key] += chunk.toString()
        done()
      },
    })
  const code = await runCommandLine(commands, ['observatory', ...argv], {
    stdout: to('out'),
    stderr: to('err'),
    columns: null,
    language,
    config: () => {
      throw new Error('no configuration is needed, and no database')
    },
    signal: new AbortController().signal,
  })
  return { code, ...written }
}

const votes = file('v.csv', 'rcid,ccode,vote\n1,2,3\n1,20,3\n1,365,1\n2,2,3\n2,20,2\n2,365,1\n2,365,1\n')
const rollcalls = file('r.csv', 'rcid,session,year\n1,60,2005\n2,61,2006\n')
const out = file('out.csv')
const voeten = ['--votes', votes, '--rollcalls', rollcalls, '--layout', 'voeten', '--out', out]

describe('amparo observatory', () => {
  test('agreement', async () => {
    const { code, out: said, err } = await run('es', 'agreement', ...voeten, '--session', '60-61')
    expect(code).toBe(exit.ok)
    expect(said).toContain('3 pares de 3 Estados, 2 votaciones')
    expect(err).toContain('Filas que repiten un voto, contadas una vez: 1.')
    expect(err).toContain('la aprobación sin votación no es unanimidad')
    expect(readFileSync(out, 'utf8')).toBe(
      'ccode1,ccode2,agreement,n\n2,20,0.75000000,2\n2,365,0.00000000,2\n20,365,0.25000000,2\n',
    )
    expect(existsSync(`${out}.part`)).toBe(false)
  })

  test('ideal points', async () => {
    const { code, out: said } = await run('en', 'ideal-points', ...voeten, '--json')
    expect(code).toBe(exit.ok)
    expect(JSON.parse(said)).toMatchObject({ rows: 6, rollCalls: 2, votes: 6, settled: true })
    const lines = readFileSync(out, 'utf8').trim().split('\n')
    expect(lines[0]).toBe('session,ccode,estimate,low,high')
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '60 2',
      '60 20',
      '60 365',
      '61 2',
      '61 20',
      '61 365',
    ])
    expect(lines[1]).toMatch(/^60,2,1\.\d{6},-?\d+\.\d{6},\d+\.\d{6}$/)
  })

  test('cohesion', async () => {
    const { code } = await run(
      'ca',
      'cohesion',
      '--layout=hrc',
      `--votes=${file('h.csv', 'record_id,iso3,vote\n7,QMA,Y\n7,QNB,N\n')}`,
      `--resolutions=${file('t.csv', 'record_id,year,body\n7,2020,Human Rights Council\n')}`,
      `--groups=${file('g.csv', 'iso3,group\nQMA,"North, far"\nQNB,"North, far"\n')}`,
      `--out=${out}`,
    )
    expect(code).toBe(exit.ok)
    expect(readFileSync(out, 'utf8')).toBe('year,group,index,rollcalls\n2020,"North, far",0.250000,1\n')
  })

  test.each([
    ['agreement', 'Say --votes FILE --rollcalls FILE --out FILE.'],
    ['ideal-points', 'Say --votes FILE --rollcalls FILE --out FILE, and --matches FILE'],
    ['cohesion', 'Say --votes FILE --resolutions FILE --groups FILE --out FILE.'],
    ['early-warning', 'Say --data FILE --out FILE.'],
  ])('%s without its files asks for them', async (name, words) => {
    const { code, err } = await run('en', name)
    expect(code).toBe(exit.usage)
    expect(err).toContain(words)
  })

  test.each([
    [['agreement', ...voeten, '--layout', 'hrc'], '--layout hrc: give the layout voeten.'],
    [['agreement', ...voeten, '--session', 'x'], '--session x: give a session (74)'],
    [['ideal-points', ...voeten, '--issue', 'xx'], '--issue xx: give one of me'],
    [['ideal-points', ...voeten, '--sessions', '1-2'], 'no roll call of this choice divided the states'],
    [
      ['cohesion', '--votes=a', '--resolutions=b', '--groups=c', '--out=d', '--body=x'],
      '--body x: give council',
    ],
    [['agreement', ...voeten, '--out', join(folder, 'none', 'x.csv')], 'it cannot be written (ENOENT)'],
    [['agreement', ...voeten, '--votes', join(folder, 'none.csv')], 'it cannot be read (ENOENT)'],
    [['early-warning', '--data=a', '--out=b', '--train-to=soon'], '--train-to soon: give a year'],
  ])('%j is refused, and nothing is written', async (argv, words) => {
    rmSync(out, { force: true })
    const { code, err } = await run('en', ...argv)
    expect(code).not.toBe(exit.ok)
    expect(err).toContain(words)
    expect(existsSync(out)).toBe(false)
  })
})
