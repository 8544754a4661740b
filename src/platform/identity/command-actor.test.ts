import { labels } from '#platform/i18n'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, shippedSchema, withRequest } from '#platform/records'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { commandActor } from './index.ts'

const note = {
  name: 'note',
  label: labels('Note', 'Nota', 'Nota'),
  plural: labels('Notes', 'Notas', 'Notes'),
  title: ['words'],
  fields: [{ name: 'words', type: 'text' as const, label: labels('Words', 'Palabras', 'Paraules') }],
}
const shipped = shippedSchema([note], [])

async function household() {
  const { app, owner, actor } = await testOrganisation()
  const add = async (login: string, role: string, disabled = false) => {
    const id = newId()
    await sql`insert into account (org_id, id, kind, name, role, login, disabled_at) values
      (${actor.orgId}::uuid, ${id}::uuid, 'person', ${login}, ${role}, ${login}, ${disabled ? sql`now()` : null})`.execute(
      owner,
    )
    return id
  }
  const acting = (as?: string) => commandActor(owner, app, { org: actor.orgSlug, as, command: 'import' })
  const ledger = async () =>
    (
      await sql<{ act: string; by: string; subject: string | null; detail: object }>`
        select l.act, a.role as by, l.subject, l.detail from ledger l
          join account a on a.org_id = l.org_id and a.id = l.account_id
         where l.org_id = ${actor.orgId}::uuid order by l.seq`.execute(owner)
    ).rows
  return { app, add, acting, ledger }
}

test('the command line acts as the operator unless a person is named', async () => {
  const { acting, ledger } = await household()
  expect(await acting()).toMatchObject({ role: 'operator' })
  expect(await ledger()).toEqual([])
})

test('as a person it has their rights and no others, and the ledger shows the operator and the person', async () => {
  const { app, add, acting, ledger } = await household()
  const [rosa, luis] = [await add('rosa', 'researcher'), await add('luis', 'reader')]
  const write = async (name: string) =>
    withRequest({ db: app, shipped }, await acting(name), (tx) =>
      createRecord(tx, { type: 'note', values: { words: 'x' } }),
    )
  await expect(write('rosa')).resolves.toBeDefined()
  // By id too, and however the name is written.
  expect(await acting(rosa)).toMatchObject({ accountId: rosa, role: 'researcher' })
  expect(await acting('Rosa')).toMatchObject({ accountId: rosa })
  await expect(write('luis')).rejects.toThrow()
  expect(await ledger()).toEqual(
    [rosa, rosa, rosa, luis].map((subject) => ({
      act: 'operator.act',
      by: 'operator',
      subject,
      detail: { command: 'import' },
    })),
  )
})

test('somebody whose access ended, or whom nobody knows, is refused, and so is the operator of another name', async () => {
  const { add, acting, ledger } = await household()
  await add('gone', 'administrator', true)
  await expect(acting('gone')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(acting('nobody')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(acting(newId())).rejects.toMatchObject({ kind: 'not_found' })
  expect(await ledger()).toEqual([])
})
