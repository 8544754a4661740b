import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'

const folder = 'src/web/styles'
const minified = (name: string): string =>
  buildSync({
    entryPoints: [`${folder}/${name}`],
    bundle: true,
    minify: true,
    write: false,
    external: ['*.woff2'],
  }).outputFiles[0]?.text ?? ''

test('the public stylesheet stays within 14 KB', () => {
  const size = Buffer.byteLength(minified('site.css'))
  expect(size).toBeGreaterThan(8000)
  expect(size).toBeLessThanOrEqual(14 * 1024)
})

test('the workspace adds at most 10 KB', () => {
  expect(Buffer.byteLength(minified('workspace.css'))).toBeLessThanOrEqual(10 * 1024)
})

test('stylesheets ask for nothing but our own fonts, which are there, with their licences, within 300 KB', () => {
  const wanted = [...(minified('site.css') + minified('workspace.css')).matchAll(/url\(([^)]+)\)/g)].map(
    (match) => (match[1] ?? '').replaceAll('"', ''),
  )
  expect(wanted.length).toBe(6)
  for (const url of wanted) {
    expect(url).toMatch(/^\.\.\/fonts\/[a-z-]+\.woff2$/)
    expect(existsSync(`${folder}/${url}`)).toBe(true)
  }
  const files = readdirSync('src/web/fonts')
  const bytes = files.map((file) => (file.endsWith('.woff2') ? statSync(`src/web/fonts/${file}`).size : 0))
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300 * 1024)
  for (const licence of ['source-serif-OFL.txt', 'source-sans-OFL.txt']) {
    expect(readFileSync(`src/web/fonts/${licence}`, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  }
})

test('every class that a component writes is known to a stylesheet or is a bare hook', () => {
  const css = ['site.css', 'print.css', 'workspace.css'].map(minified).join('')
  const known = new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map((match) => match[1]))
  const sources = ['components', 'charts', 'shell'].flatMap((room) =>
    readdirSync(`src/web/${room}`)
      .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
      .map((file) => readFileSync(`src/web/${room}/${file}`, 'utf8')),
  )
  const used = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/className="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')),
    ),
  )
  // `list` takes the bullets away by being a class at all; `graph` is a handle for tests.
  const hooks = new Set(['list', 'graph'])
  expect(used.size).toBeGreaterThan(40)
  expect([...used].filter((name) => !known.has(name) && !hooks.has(name))).toEqual([])
})
