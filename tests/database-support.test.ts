import { expect, it } from 'vitest'
import { checkLogins } from '#platform/db/cluster'
import { withClient } from './support/client.ts'
import { emptyDatabase, freshDatabase, testDatabase, testServer } from './support/database.ts'

it('gives a worker one migrated database, reached by the three logins', async () => {
  const database = await testDatabase()
  expect(await testDatabase()).toBe(database)
  await checkLogins(database)
  await withClient(database.owner, async (client) => {
    const { rows } = await client.query('select count(*)::int as count from migration')
    expect(rows[0].count).toBeGreaterThan(0)
  })
})

it('gives databases of one’s own, with and without tables', async () => {
  const [fresh, empty] = [await freshDatabase(), await emptyDatabase()]
  const tables = (url: string) =>
    withClient(url, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as count from pg_tables where schemaname = 'public'`,
      )
      return rows[0].count as number
    })
  expect(await tables(fresh.owner)).toBeGreaterThan(0)
  expect(await tables(empty.owner)).toBe(0)
  await Promise.all([fresh.drop(), empty.drop()])
  await expect(tables(fresh.owner)).rejects.toThrow(/does not exist/)
})

it('refuses logins that could get round the rules', async () => {
  const database = await emptyDatabase()
  const server = await testServer()
  const asSuperuser = new URL(server)
  asSuperuser.pathname = `/${database.name}`
  await expect(checkLogins({ ...database, app: asSuperuser.href })).rejects.toMatchObject({
    code: 'logins',
    message: expect.stringContaining('NOSUPERUSER'),
  })
  const suffix = database.name.slice(-12)
  await withClient(asSuperuser.href, async (client) => {
    await client.query(`create role bypass_${suffix} login bypassrls password 'x'`)
    await client.query(`create role member_${suffix} login password 'x' in role amparo_owner`)
    await client.query(`create role maker_${suffix} login createrole password 'x' in role amparo_public`)
    await client.query(`grant connect on database ${database.name} to bypass_${suffix}`)
  })
  await withClient(database.owner, (client) => client.query('create table belonging (id int)'))
  const as = (user: string, base: string) => {
    const url = new URL(base)
    url.username = user
    url.password = user.startsWith('amparo') ? url.password : 'x'
    return url.href
  }
  await expect(
    checkLogins({ ...database, public: as(`bypass_${suffix}`, database.public) }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('NOBYPASSRLS'),
  })
  await expect(checkLogins({ ...database, app: as(`maker_${suffix}`, database.app) })).rejects.toMatchObject({
    message: expect.stringContaining('NOCREATEROLE'),
  })
  await expect(checkLogins({ ...database, app: database.owner })).rejects.toMatchObject({
    message: expect.stringContaining('belonging'),
  })
  await expect(checkLogins({ ...database, app: as(`member_${suffix}`, database.app) })).rejects.toMatchObject(
    {
      message: expect.stringContaining('belonging'),
    },
  )
  await expect(checkLogins({ ...database, app: database.public })).rejects.toMatchObject({ code: 'logins' })
  await expect(checkLogins({ ...database, app: as('nobody_here', database.app) })).rejects.toMatchObject({
    code: 'unreachable',
  })
  await database.drop()
})
