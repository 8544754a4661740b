// npm test: every check in order, the quick ones first; stops at the first that fails. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface Outcome extends Counts {
  readonly name: string
  readonly seconds: number
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const folders = ['src', 'tests', 'scripts', 'bench', 'demo'].filter((name) => existsSync(join(root, name)))

/** Runs a program of the project with what it says on the screen; whether it ended well. */
function run(program: string, ...args: readonly string[]): boolean {
  // The project's own Node first, whatever the machine's is.
  const env = { ...process.env, PATH: [dirname(process.execPath), bin, process.env['PATH']].join(delimiter) }
  const path = program === 'node' ? process.execPath : join(bin, program)
  const done = spawnSync(path, args, { cwd: root, env, stdio: 'inherit' })
  if (done.error) console.error(String(done.error))
  return done.status === 0
}

const once = (good: boolean): Counts => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 })

/** The tests of one Vitest project. A run that fails without a failed test (it could not load a file) counts as one. */
function vitest(project: string, ...options: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-report-'))
  try {
    const file = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const good = run('vitest', 'run', '--project', project, ...options, ...reporters)
    if (!existsSync(file)) return once(false)
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    const failed = report['numFailedTests'] ?? 0
    const skipped = (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0)
    return { passed: report['numPassedTests'] ?? 0, failed: good ? failed : Math.max(1, failed), skipped }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const steps: readonly (readonly [string, () => Counts])[] = [
  ['format', () => once(run('biome', 'format', '--no-errors-on-unmatched', ...folders))],
  [
    'lint',
    () =>
      once(run('oxlint', '--type-aware', '--deny-warnings', ...folders.filter((name) => name !== 'demo'))),
  ],
  ['types', () => once(run('tsc', '--noEmit'))],
  // Commands that show pages read what was built.
  ['build', () => once(run('node', 'scripts/build.ts'))],
  ['unit', () => vitest('unit')],
  ['load', () => vitest('load')],
  ['e2e', () => vitest('e2e')],
  // It waits for programs to start and end more than it computes.
  ['robust', () => vitest('robustness', '--maxWorkers=3')],
]

const outcomes: Outcome[] = []
for (const [name, step] of steps) {
  console.log(`\n— ${name}`)
  const began = performance.now()
  outcomes.push({ name, ...step(), seconds: (performance.now() - began) / 1000 })
  if (outcomes.at(-1)?.failed) break
}

console.log()
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const left = skipped > 0 ? `, ${skipped} skipped` : ''
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(8)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)`,
  )
}
for (const [name] of steps.slice(outcomes.length)) console.log(`- ${name.padEnd(8)} not run`)
const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`)
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0
