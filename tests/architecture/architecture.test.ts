import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { breaches, moduleDependencies } from './rules.ts'

const root = resolve(import.meta.dirname, '../..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => join(root, path))

test('dependencies point down, and a room is asked only by its public face', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.flatMap((path) => breaches(root, path))).toEqual([])
})

test('modules depend on each other without circles', () => {
  const visit = (name: string, line: readonly string[]): void => {
    expect(line, `${[...line, name].join(' → ')}`).not.toContain(name)
    for (const next of moduleDependencies[name] ?? []) visit(next, [...line, name])
  }
  for (const name of Object.keys(moduleDependencies)) visit(name, [])
})

// The rules must be able to fail: each of these has to be refused.
test.each([
  ['platform/records/x.ts', "import { registry } from '#modules/registry'"],
  ['platform/records/x.ts', "import { x } from '../db/connect.ts'"],
  ['web/records/x.ts', "import { x } from '#modules/registry'"],
  ['modules/registry/x.ts', "import { x } from '#modules/publishing'"],
  ['modules/registry/x.ts', "import { x } from '../publishing/actions/publish.ts'"],
  ['modules/registry/x.ts', "import { x } from '#web/records/control.tsx'"],
  ['modules/registry/x.ts', "export { x } from '../../../scripts/build.ts'"],
  ['modules/registry/x.ts', "const x = await import('#modules/settings')"],
  ['kernels/linkage/x.ts', "import { readFile } from 'node:fs'"],
  ['kernels/linkage/x.ts', "import { x } from '#platform/db'"],
  ['catalogue/rights/x.ts', "import { x } from '#web/components'"],
])('%s may not say %s', (path, text) => {
  expect(breaches(root, join(root, 'src', path), `${text}\n`)).toHaveLength(1)
})

test('nothing but the configuration reads the environment', () => {
  const readers = files.filter(
    (path) =>
      !path.includes('/platform/config/') &&
      !path.endsWith('.test.ts') &&
      /process\.env/.test(readFileSync(path, 'utf8')),
  )
  expect(readers).toEqual([])
})

test('no server page writes a style or a handler into its HTML', () => {
  const offenders = files.filter(
    (path) =>
      path.endsWith('.tsx') &&
      /\s(style=\{|dangerouslySetInnerHTML|on[A-Z]\w+=\{)/.test(readFileSync(path, 'utf8')),
  )
  expect(offenders).toEqual([])
})
