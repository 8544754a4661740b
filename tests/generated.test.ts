import { expect, test } from 'vitest'
import { modules } from '../src/modules.ts'
import { describeApi } from '../src/modules/registry/api/describe-api.ts'
import { shipped } from '../src/open-house.ts'
import { describeDatabase } from './support/describe-database.ts'
import { testGround } from './support/organisation.ts'

// Snapshots that a reviewer reads. A stale one fails; `npm run generate` writes them anew.

test('generated/openapi.json is the API of the shipped definitions', async () => {
  await expect(`${JSON.stringify(describeApi(shipped), null, 2)}\n`).toMatchFileSnapshot(
    '../generated/openapi.json',
  )
})

test('generated/schema.sql is the database that the migrations make', async () => {
  const { owner } = await testGround()
  await expect(await describeDatabase(owner)).toMatchFileSnapshot('../generated/schema.sql')
})

test('generated/permissions.md names the policy of every address', async () => {
  const routes = modules.flatMap((module) =>
    (module.routes ?? []).map((route) => ({ module: module.name, ...route })),
  )
  const lines = routes
    .map((route) => `| ${route.method.toUpperCase()} | \`${route.path}\` | ${route.may} | ${route.module} |`)
    .sort()
  expect(new Set(lines).size, 'an address is declared twice').toBe(lines.length)
  const text = `# Who may ask for what\n\nMade from the routes themselves. What a person then sees, row by row, the database decides.\n\n| method | address | may | module |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`
  await expect(text).toMatchFileSnapshot('../generated/permissions.md')
})
