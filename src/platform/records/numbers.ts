import { sql } from 'kysely'
import type { NewRecord } from './insert-records.ts'
import { isEmpty } from './fields/index.ts'
import type { Tx } from './tx.ts'

/**
 * The records with a number of this year in the numbered field of their type, where none was given. Numbers are taken
 * one after another by the organisation, whoever may see the others; one that is not used in the end leaves a gap only
 * when its transaction had committed.
 */
export async function withNumbers(
  tx: Tx,
  records: readonly NewRecord[],
  now = new Date(),
): Promise<readonly NewRecord[]> {
  const wanting = records.filter(
    ({ type, values }) => type.numbered !== undefined && isEmpty(values[type.numbered.field]),
  )
  if (wanting.length === 0) return records
  const next = new Map<string, number>()
  for (const [type, ones] of Map.groupBy(wanting, (one) => one.type)) {
    const { field, prefix } = type.numbered ?? { field: '', prefix: '' }
    const { rows } = await sql<{
      first: number
    }>`select take_numbers(${type.name}, ${field}, ${`${prefix}-${now.getUTCFullYear()}`}, ${ones.length}) as first`.execute(
      tx.sql,
    )
    next.set(type.name, rows[0]?.first ?? 1)
  }
  return records.map((record) => {
    const { numbered, name } = record.type
    if (!numbered || !wanting.includes(record)) return record
    const number = next.get(name) ?? 1
    next.set(name, number + 1)
    const text = `${numbered.prefix}-${now.getUTCFullYear()}-${String(number).padStart(4, '0')}`
    return { ...record, values: { ...record.values, [numbered.field]: text } }
  })
}
