import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'

// A project of a few files, built by the real script and started by the real command line.
let project: string

const files: Readonly<Record<string, string>> = {
  'package.json': '{"name":"amparo","type":"module","imports":{"#platform/*":"./src/platform/*/index.ts"}}',
  'src/cli.ts': `import { words } from '#platform/words'
    import { Worker } from 'node:worker_threads'
    import { readFileSync } from 'node:fs'
    const { late } = await import('./late.tsx')
    const worker = new Worker(new URL('./platform/words/echo-worker.ts', import.meta.url), { workerData: 'echo' })
    worker.once('message', (said) => console.log(JSON.stringify([words, late, said, process.argv.slice(2)])))`,
  'src/late.tsx': `export const late: string = 'late'`,
  'src/platform/words/index.ts': `import { readFileSync } from 'node:fs'
    export const words = readFileSync(new URL('./words.txt', import.meta.url), 'utf8')`,
  'src/platform/words/words.txt': 'beside the source',
  'src/platform/words/echo-worker.ts': `import { parentPort, workerData } from 'node:worker_threads'
    import { words } from './index.ts'
    parentPort?.postMessage(workerData + ', ' + words)`,
  'src/web/islands/index.ts': `import { one } from './one.ts'\none()`,
  'src/web/islands/one.ts': `export const one = () => console.log('one')`,
  'src/modules/map/islands/map.tsx': `console.log('map')`,
  'src/modules/map/islands/map.test.ts': `throw new Error('a test is no island')`,
  'src/web/styles/site.css': `@import "./part.css"; body { color: red }`,
  'src/web/styles/part.css': `@font-face { font-family: F; src: url("../fonts/f.woff2") }`,
  'src/web/fonts/f.woff2': 'font',
  'src/web/fonts/F-OFL.txt': 'licence',
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'amparo-build-'))
  for (const [name, text] of Object.entries(files)) write(name, text)
  cpSync(join(projectRoot(), 'scripts'), join(project, 'scripts'), { recursive: true })
  cpSync(join(projectRoot(), 'amparo'), join(project, 'amparo'))
  symlinkSync(join(projectRoot(), 'node_modules'), join(project, 'node_modules'))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

function write(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true })
  writeFileSync(join(project, name), text)
}

const amparo = (path: string, ...args: readonly string[]) =>
  spawnSync(path, args, { encoding: 'utf8', cwd: '/' })
const build = () => spawnSync(process.execPath, ['scripts/build.ts'], { cwd: project, encoding: 'utf8' })
const manifest = () =>
  JSON.parse(readFileSync(join(project, 'dist/assets/manifest.json'), 'utf8')) as Readonly<
    Record<string, string>
  >

it('builds the program, its workers and the browser’s files, named by content', { timeout: 30_000 }, () => {
  const { status, stdout, stderr } = build()
  expect([status, stderr]).toEqual([0, ''])
  for (const name of ['cli.js', 'workers/echo-worker.js']) expect(stdout).toContain(name)
  expect(Object.keys(manifest()).sort()).toEqual(['islands/map.js', 'islands/web.js', 'styles/site.css'])
  for (const name of Object.values(manifest())) expect(name).toMatch(/-[A-Z0-9]{8}\.(js|css)$/)
  const css = readFileSync(join(project, 'dist/assets', manifest()['styles/site.css'] ?? ''), 'utf8')
  const font = /url\("?([^")]+)/.exec(css)?.[1] ?? ''
  expect(readFileSync(join(project, 'dist/assets/styles', font), 'utf8')).toBe('font')
  expect(existsSync(join(project, 'dist/assets/fonts/F-OFL.txt'))).toBe(true)
})

it('builds what there is when entries are missing', { timeout: 30_000 }, () => {
  for (const name of ['src/cli.ts', 'src/web', 'src/modules'])
    rmSync(join(project, name), { recursive: true })
  const { status, stdout } = build()
  expect(status).toBe(0)
  expect(stdout).toMatch(/workers\/echo-worker\.js\nBuilt 1 entries/)
})

it('is started from anywhere, built when a source is newer and only then', { timeout: 30_000 }, () => {
  const link = join(project, 'link')
  symlinkSync('amparo', link)
  const said = (words: string, ...args: readonly string[]) =>
    `${JSON.stringify([words, 'late', `echo, ${words}`, args])}\n`
  const first = amparo(link, 'a b', '*')
  expect([first.stdout, first.stderr, first.status]).toEqual([said('beside the source', 'a b', '*'), '', 0])
  const stamp = () => readFileSync(join(project, 'dist/.built'), 'utf8')
  const before = stamp()
  writeFileSync(join(project, 'dist/cli.js'), 'console.log("not built again")')
  expect(amparo(link).stdout).toBe('not built again\n')
  write('src/late.tsx', `export const late: string = 'later'`)
  expect(amparo(link).stdout).toContain('"later"')
  expect(stamp()).not.toBe(before)
})

it('builds once for two that start together, and says what does not build', { timeout: 30_000 }, async () => {
  const starts = [1, 2].map(() => spawn(join(project, 'amparo'), { stdio: ['ignore', 'pipe', 'inherit'] }))
  const codes = await Promise.all(starts.map((start) => once(start, 'exit').then(([code]) => code as number)))
  expect(codes).toEqual([0, 0])
  write('src/late.tsx', 'export const late = = 1')
  const soon = new Date(Date.now() + 1000)
  utimesSync(join(project, 'src/late.tsx'), soon, soon)
  const broken = amparo(join(project, 'amparo'))
  expect(broken.status).toBe(1)
  expect(broken.stderr).toMatch(/late\.tsx:1:20[^]*could not be built/)
})
