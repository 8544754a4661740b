import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { childEnvironment, projectRoot, StartProblem } from '#platform/config'
import { binariesPackage, copyBinaries, findBinaries } from './binaries.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-binaries-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The package as npm leaves it when it did not run the install script: without any link. */
function packageWithoutLinks(): string {
  const from = join(projectRoot(), 'node_modules', binariesPackage())
  const to = join(folder, 'root', 'node_modules', binariesPackage())
  const links = JSON.parse(readFileSync(join(from, 'native', 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  mkdirSync(to, { recursive: true })
  cpSync(join(from, 'package.json'), join(to, 'package.json'))
  cpSync(join(from, 'native'), join(to, 'native'), {
    recursive: true,
    filter: (source) => !links.some(({ target }) => source === join(from, target)),
  })
  return join(folder, 'root')
}

const version = (native: string, environment: Readonly<Record<string, string>>) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    env: childEnvironment(environment),
    encoding: 'utf8',
  })

it('makes the library links that npm left out, without touching node_modules', () => {
  const root = packageWithoutLinks()
  const native = join(root, 'node_modules', binariesPackage(), 'native')
  expect(version(native, {}).status).not.toBe(0)
  const found = findBinaries(root, join(folder, 'lib'))
  expect(version(found.native, found.environment).stdout).toMatch(/^postgres \(PostgreSQL\) \d+/)
  expect(version(native, {}).status).not.toBe(0)
})

it('copies the programs whole, links and all', () => {
  const copy = copyBinaries(findBinaries(packageWithoutLinks(), join(folder, 'lib')), join(folder, 'system'))
  rmSync(join(folder, 'root'), { recursive: true })
  expect(version(copy.native, copy.environment).stdout).toMatch(/^postgres/)
})

it('says what to install when there is nothing', () => {
  symlinkSync(folder, join(folder, 'node_modules'))
  expect(() => findBinaries(folder, join(folder, 'lib'))).toThrow(StartProblem)
  expect(() => findBinaries(folder, join(folder, 'lib'))).toThrow(/npm ci/)
})
