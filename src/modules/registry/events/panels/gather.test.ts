import { expect, test } from 'vitest'
import { type Tx, createRecord, deleteRecord, readRecord } from '#platform/records'
import { testApp } from '../../../../../tests/support/app.ts'
import { gather } from './gather.ts'

test('a view shows nothing from the trash, and costs the same for one act and for fifty', async () => {
  const person = await (await testApp()).signIn()
  const make = (type: string, values: Record<string, unknown>) =>
    person.within((tx) => createRecord(tx, { type, values }))
  const event = await make('event', { title: 'E' })
  const victim = await make('person', { name: 'V' })
  const act = (i: number) =>
    make('act', {
      summary: `A ${i}`,
      act_type: 'arbitrary_detention',
      victim: { to: victim.id },
      event: { to: event.id },
    })
  const first = await act(0)
  await make('involvement', { summary: 'I', acts: [{ to: first.id }], perpetrator_kind: ['police'] })
  const statements = (id: string) =>
    person.within(async (tx) => {
      let count = 0
      const sql = tx.sql.withPlugin({
        transformQuery: ({ node }) => {
          count++
          return node
        },
        transformResult: async ({ result }) => result,
      }) as Tx['sql']
      const material = await gather({ ...tx, sql }, [id])
      return { count, acts: material.acts.length, involvements: material.involvements.length }
    })
  const one = await statements(event.id)
  // The involvement names the act and not the event, and is found through it.
  expect(one).toMatchObject({ acts: 1, involvements: 1 })
  for (let i = 1; i < 50; i++) await act(i)
  expect(await statements(event.id)).toEqual({ count: one.count, acts: 50, involvements: 1 })
  expect(one.count).toBeLessThanOrEqual(6)
  await person.within(async (tx) => deleteRecord(tx, first.id, (await readRecord(tx, first.id)).version))
  expect(await statements(event.id)).toMatchObject({ acts: 49, involvements: 0 })
})
