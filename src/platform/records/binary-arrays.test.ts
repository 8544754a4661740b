import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { arrayWriter } from './binary-arrays.ts'

test('the database reads an array as it was written, of any type, empty, with nulls and with letters of any script', async () => {
  const { app } = await testOrganisation()
  const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed().replaceAll('\u0000', ''))
  const row = fc.record({
    id: fc.uuid(),
    text: fc.option(text),
    int: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    bool: fc.boolean(),
    json: fc.dictionary(text, text),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const id = arrayWriter('uuid', 1)
      const words = arrayWriter('text', 1)
      const int = arrayWriter('int4', 1)
      const bool = arrayWriter('bool', 1)
      const json = arrayWriter('jsonb', 1)
      for (const one of rows) {
        id.pushId(one.id)
        if (one.text === null) words.pushNull()
        else words.pushText(one.text)
        int.pushInt(one.int)
        bool.pushBoolean(one.bool)
        json.pushJson(JSON.stringify(one.json))
      }
      const { rows: read } = await sql`select id, text, int, bool, json
        from unnest(${id.finish()}::uuid[], ${words.finish()}::text[], ${int.finish()}::int[], ${bool.finish()}::boolean[],
                    ${json.finish()}::jsonb[]) as n(id, text, int, bool, json)`.execute(app)
      expect(read).toEqual(rows)
      expect(id.length()).toBe(rows.length)
    }),
    { numRuns: 60 },
  )
})

test('refuses what is no id', () => {
  expect(() => arrayWriter('uuid').pushId('0190')).toThrow(TypeError)
  expect(() => arrayWriter('uuid').pushId('zz'.repeat(18))).toThrow(TypeError)
})
