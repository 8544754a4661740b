// Builds dist/ from src/: the program, its workers, and what the browser is given. Run by plain Node.
//   node scripts/build.ts [--if-stale] [--quiet]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { build, type OutputFile } from 'esbuild'
import { fromSource } from './build/addresses.ts'
import { browserEntries, programEntries, styleEntries } from './build/entries.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stamp = join(dist, '.built')

interface Stamp {
  readonly outputs: readonly string[]
}

/** The command of the script. Two at once: the second waits, and with --if-stale finds nothing left to do. */
async function main(args: readonly string[]): Promise<void> {
  mkdirSync(dist, { recursive: true })
  const lock = new DatabaseSync(join(dist, '.lock'), { timeout: 300_000 })
  lock.exec('BEGIN EXCLUSIVE')
  try {
    if (args.includes('--if-stale') && !isStale()) return
    const began = performance.now()
    const built = await buildAll()
    if (args.includes('--quiet')) return
    for (const line of built) console.log(`  ${line}`)
    console.log(`Built ${built.length} entries in ${Math.round(performance.now() - began)} ms.`)
  } finally {
    lock.close()
  }
}

function isStale(): boolean {
  if (!existsSync(stamp)) return true
  const newer = spawnSync('find', ['src', 'scripts', 'package.json', '-newer', stamp, '-print', '-quit'], {
    cwd: root,
  })
  return newer.stdout.length > 0
}

/** Everything; gives what was built, a line for each entry. */
async function buildAll(): Promise<readonly string[]> {
  // What changes while we build must count as newer than what we built.
  const start = new Date()
  const programs = programEntries(root)
  const pages = { ...browserEntries(root), ...styleEntries(root) }
  const common = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'warning',
    legalComments: 'none',
  } as const
  const program = await build({
    ...common,
    entryPoints: programs,
    outdir: dist,
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    chunkNames: '[name]-[hash]',
    plugins: [fromSource(root)],
  })
  const browser = await build({
    ...common,
    entryPoints: pages,
    outdir: join(dist, 'assets'),
    platform: 'browser',
    target: ['es2022', 'chrome115', 'firefox115', 'safari16'],
    minify: true,
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const manifest = makeManifest(pages, browser.metafile.outputs)
  // Files with a hash in their name first: who reads the old entries still finds what they name.
  writeFiles([...browser.outputFiles, ...program.outputFiles.toSorted(byHash)])
  writeWhole(join(dist, 'assets', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await copyPlain()
  finish(
    [...program.outputFiles, ...browser.outputFiles].map(({ path }) => relative(dist, path)),
    start,
  )
  return [
    ...Object.keys(programs).map((name) => `${name}.js`),
    ...Object.values(manifest).map((name) => `assets/${name}`),
  ]
}

const byHash = (a: OutputFile, b: OutputFile): number => Number(hasHash(b)) - Number(hasHash(a))
const hasHash = ({ path }: OutputFile): boolean => /-[A-Z0-9]{8}\.js(\.map)?$/.test(path)

/** Logical name → name with hash, both relative to dist/assets: `styles/site.css` → `styles/site-3F….css`. */
function makeManifest(
  entries: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, { entryPoint?: string }>>,
): Readonly<Record<string, string>> {
  const manifest: Record<string, string> = {}
  for (const [name, source] of Object.entries(entries)) {
    const output = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source)
    if (!output) throw new Error(`${source} was not built`)
    manifest[`${name}${source.endsWith('.css') ? '.css' : '.js'}`] = relative('dist/assets', output)
  }
  return manifest
}

function writeFiles(files: readonly OutputFile[]): void {
  for (const { path, contents } of files) writeWhole(path, contents)
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, contents)
  renameSync(`${path}.new`, path)
}

/** Files for the browser that are given as they are, and the fonts' licences. */
async function copyPlain(): Promise<void> {
  const plain = join(root, 'src/web/assets')
  if (existsSync(plain)) await cp(plain, join(dist, 'assets'), { recursive: true })
  const fonts = join(root, 'src/web/fonts')
  if (!existsSync(fonts)) return
  const filter = (path: string) => path === fonts || path.endsWith('.txt')
  await cp(fonts, join(dist, 'assets/fonts'), { recursive: true, filter })
}

/** Removes what neither this build nor the one before made: a server that still runs may load the latter. */
function finish(outputs: readonly string[], start: Date): void {
  const before = existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as Stamp).outputs : []
  const older = existsSync(`${stamp}.before`)
    ? (JSON.parse(readFileSync(`${stamp}.before`, 'utf8')) as Stamp).outputs
    : []
  const kept = new Set([...outputs, ...before])
  for (const path of older) if (!kept.has(path)) rmSync(join(dist, path), { force: true })
  if (existsSync(stamp)) renameSync(stamp, `${stamp}.before`)
  const obsolete = older.filter((path) => !kept.has(path))
  if (obsolete.length > 0) rmSync(join(dist, '.cache'), { recursive: true, force: true })
  writeWhole(stamp, JSON.stringify({ outputs } satisfies Stamp))
  utimesSync(stamp, start, start)
}

await main(process.argv.slice(2))
