import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { fold, shippedSchema, withRequest } from './index.ts'
import { wordVectors } from './word-vectors.ts'

const schema = shippedSchema([], [])

/** Of each text, what is made here and what the database makes of it. */
async function bothOf(texts: readonly string[]) {
  const { app, actor } = await testOrganisation()
  return withRequest({ db: app, shipped: schema }, actor, async (tx) => {
    const ours = await wordVectors(tx, texts)
    // A second time, when every word is known.
    expect(await wordVectors(tx, texts)).toEqual(ours)
    const { rows } = await sql<{ same: boolean; unread: boolean }>`
      select coalesce(v = word_vector(w) and v::text = word_vector(w)::text, true) as same, v is null as unread
        from unnest(${ours.vectors}::tsvector[], ${texts}::text[]) with ordinality as n(v, w, at) order by at`.execute(
      tx.sql,
    )
    expect(rows.flatMap((row, at) => (row.unread ? [at] : []))).toEqual(ours.unread)
    return rows
  })
}

test('is what the database makes of a text, lexeme by lexeme and place by place', async () => {
  const texts = [
    '',
    'de la del',
    'María Ñandú fue detenida sin orden; las defensoras detenidas, running and detained, les detingudes',
    'LIST 0007 1976 3.1 12345678901234567890',
    'the the los the',
    'Оксана Шевчук, col·lectiu de dones',
    Array.from({ length: 450 }, (_, i) => `palabra${i % 97} las${i % 20}`).join(' '),
    'palabras de '.repeat(31),
  ].map(fold)
  expect(await bothOf(texts)).toEqual(texts.map(() => ({ same: true, unread: false })))
})

test('is what the database makes of any folded text, or left to it', { timeout: 60_000 }, async () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...'de la the running corriendo detenidas los dels dones 1e5 12ab a1 0x1f x 1e e5 007'.split(' '),
    ),
    fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
      minLength: 1,
      maxLength: 12,
    }),
    fc.nat().map(String),
  )
  const texts = fc
    .sample(fc.array(word, { maxLength: 40 }), { numRuns: 2_000, seed: 7 })
    .map((words) => words.join(' '))
  const long = ['palabra '.repeat(200), 'uno dos '.repeat(501)].map(fold)
  const found = await bothOf([...texts, ...long])
  expect(found.filter((one) => !one.same)).toEqual([])
  // Most are read here; what the parser takes for something else than words, and what is very long, is not.
  expect(found.filter((one) => !one.unread).length).toBeGreaterThan(1_000)
  expect(found.slice(-2).map((one) => one.unread)).toEqual([true, true])
})
