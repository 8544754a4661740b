import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '#platform/config'

interface Entry {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

it('has a lock file that npm ci accepts on every kind of machine (else: node scripts/complete-lock.ts)', () => {
  const text = readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Entry>> }
  const named = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((name) => !packages[`node_modules/${name}`]?.version)).toEqual([])
})
