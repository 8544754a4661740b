import { describe, expect, test } from 'vitest'
import { findOrganisation } from '#platform/identity'
import { type Tx, listRecords } from '#platform/records'
import { loadDemonstration } from '../src/demonstration/load-demonstration.ts'
import { type TestPerson, testApp } from './support/app.ts'
import { words } from '../src/modules/registry/events/messages.ts'
import { gather } from '../src/modules/registry/events/panels/gather.ts'
import { actLines, relationGraph } from '../src/modules/registry/events/panels/relations.ts'

/** Somebody of the demonstration organisation, which is loaded when it is not there yet. */
async function demonstration(): Promise<TestPerson> {
  const app = await testApp()
  await loadDemonstration(app, () => undefined)
  const organisation = await findOrganisation(app.owner, 'demo')
  const account = await app.owner
    .selectFrom('account')
    .select(['id', 'name'])
    .where('org_id', '=', organisation?.id ?? '')
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return app.signIn({
    orgId: organisation?.id ?? '',
    orgSlug: 'demo',
    accountId: account.id,
    name: account.name,
    role: 'administrator',
    language: 'en',
  })
}

const find = async (tx: Tx, type: string, text: string): Promise<string> =>
  (await listRecords(tx, { type, text, limit: 1 })).rows[0]?.id ?? ''

const graphOf = async (tx: Tx, id: string, sources = false) =>
  relationGraph(
    await gather(tx, [id]),
    { id },
    { schema: tx.schema, language: 'en', w: words('en'), sources },
  )

describe('the views of the demonstration', () => {
  test('say of an event who did what to whom', async () => {
    const person = await demonstration()
    await person.within(async (tx) => {
      const id = await find(tx, 'event', 'Arrest of the singer Neva Toralin')
      const { lines, without } = actLines(await gather(tx, [id]))
      expect(lines.map(({ act, victim }) => [act.values['act_type'], victim?.title])).toEqual([
        ['arrest_without_warrant', 'Neva Toralin'],
        ['home_raid', 'Neva Toralin'],
      ])
      expect(lines.every(({ involved }) => involved.length === 1)).toBe(true)
      expect(without).toEqual([])
      const graph = await graphOf(tx, id)
      const name = (node: string) => graph.nodes.find((one) => one.id === node)?.label
      expect(
        graph.edges.map((edge) => [name(edge.from), edge.label, name(edge.to), edge.uncertain]),
      ).toContainEqual([
        'Directorate of State Security of Oscania',
        'Arrest without a warrant; Raid on a home',
        'Neva Toralin',
        true,
      ])
      const wider = await graphOf(tx, id, true)
      expect(wider.nodes.length).toBeGreaterThan(graph.nodes.length)
      expect(wider.nodes.find((node) => node.id === id)?.weight).toBe('main')
    })
  })

  test('lead from a perpetrator to its victims and to others who took part', async () => {
    const person = await demonstration()
    await person.within(async (tx) => {
      const id = await find(tx, 'organisation', 'Directorate of State Security of Oscania')
      const graph = await graphOf(tx, id)
      const victims = graph.edges.filter(({ from }) => from === id).map(({ to }) => to)
      expect(victims).toContain(await find(tx, 'person', 'Neva Toralin'))
      expect(victims).toContain(await find(tx, 'organisation', 'Open Shelf Library'))
    })
  })

  test('stand on the pages, with the legal status of any day', async () => {
    const person = await demonstration()
    const [library, dossier] = await person.within(async (tx) => [
      await find(tx, 'organisation', 'Open Shelf Library'),
      await find(tx, 'dossier', 'Meridia parliament'),
    ])
    const on = async (query: string) => (await person.get(`/workspace/record/${library}${query}`)).text()
    expect(await on('?as_of=2026-07-01')).toMatch(/As of 1 July 2026: Refused</)
    expect(await on('?as_of=2026-08')).toMatch(/As of August 2026: Closed by force/)
    expect(await on('?as_of=1990')).toContain('As of 1990: nothing on record')
    expect(await on('?as_of=soon')).toContain('This date could not be read: soon')
    const page = await (await person.get(`/workspace/record/${dossier}`)).text()
    expect(page).toContain('id="institutions"')
    expect(page).toContain('Constitutional Court of Meridia')
    const list = await (await person.get('/workspace/records/event?as=timeline')).text()
    expect(list).toContain('class="strip"')
  })
})
