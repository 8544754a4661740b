import { sql } from 'kysely'
import { isId } from '#platform/db'
import {
  type NewCitation,
  type Tx,
  type ValueClass,
  classOf,
  fieldOf,
  insertCitations,
  typeOf,
  valueClasses,
} from '#platform/records'
import { type Table, readOwnCell } from '#platform/tabular'
import type { CarriedCitation } from './export-citations.ts'
import { type Finding, finding } from './finding.ts'
import { citationsHeader, citationsMember } from './own-format.ts'
import { readableClasses } from './read-all.ts'
import { cellFinder } from './table-findings.ts'
import { words } from './words.ts'

const atOnce = 500

/** A citation of a file of ours, not yet held to anything. */
type Given = Partial<Record<keyof CarriedCitation, unknown>> & { readonly row: number }

/**
 * Adds the citations of a file of ours to its records, which are there by now. One that is there already stays as it is,
 * so that a file brought back changes nothing; one that the file does not have is not taken away.
 */
export async function bringCitations(tx: Tx, given: AsyncIterable<Given>): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const readable = await readableClasses(tx)
  let batch: Given[] = []
  const flush = async () => {
    findings.push(...(await bringSome(tx, batch, readable)))
    batch = []
  }
  for await (const one of given) {
    batch.push(one)
    if (batch.length >= atOnce) await flush()
  }
  if (batch.length > 0) await flush()
  return findings
}

/** The rows of the archive's table of citations. */
export async function* citationsOfTable(table: Table): AsyncGenerator<Given> {
  const cellsOf = cellFinder(table.columns)
  for await (const row of table.rows) {
    const cell = cellsOf(row)
    const text = (name: string) => readOwnCell(cell(name) ?? '') || null
    yield {
      row: row.row,
      id: text(citationsHeader),
      record: text('record'),
      field: text('field'),
      source: text('source'),
      locator: text('locator'),
      quote: text('quote'),
      reliability: text('reliability'),
      note: text('note'),
      class: text('class'),
    }
  }
}

/** The citations that stand in the objects of a JSON file of ours. */
export async function* citationsOfRecords(table: Table, idColumn: string): AsyncGenerator<Given> {
  const cellsOf = cellFinder(table.columns)
  for await (const row of table.rows) {
    const cell = cellsOf(row)
    const record = (cell(idColumn) ?? '').trim().toLowerCase()
    for (const one of listOf(cell(citationsMember))) yield { ...one, record, row: row.row }
  }
}

function listOf(text: string | undefined): readonly object[] {
  if (!text) return []
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list)
      ? list.filter((one): one is object => typeof one === 'object' && one !== null)
      : []
  } catch {
    return []
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

async function bringSome(
  tx: Tx,
  batch: readonly Given[],
  readable: ReadonlySet<ValueClass>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const wanted = (name: 'id' | 'record' | 'source') => [
    ...new Set(batch.map((one) => one[name]).filter(isId)),
  ]
  const org = sql`${tx.actor.orgId}::uuid`
  const there = await sql<{ id: string; type: string; version: number }>`select id, type, version from record
    where org_id = ${org} and id = any(${[...wanted('record'), ...wanted('source')]}::uuid[]) and deleted_at is null`.execute(
    tx.sql,
  )
  const records = new Map(there.rows.map((row) => [row.id, row]))
  const known = await sql<{
    id: string
  }>`select id from citation where org_id = ${org} and id = any(${wanted('id')}::uuid[])`.execute(tx.sql)
  const seen = new Set(known.rows.map((row) => row.id))
  const byVersion = new Map<number, (NewCitation & { readonly class: ValueClass })[]>()
  for (const one of batch) {
    const say = (value: unknown, message: Finding['message']) =>
      findings.push(finding(one.row, 'review', '@citations', value, message))
    const record = isId(one.record) ? records.get(one.record) : undefined
    const name = textOf(one.field) ?? ''
    const field = record && fieldOf(typeOf(tx, record.type), name)
    const id = isId(one.id) ? one.id.toLowerCase() : undefined
    if (id !== undefined && seen.has(id)) continue
    if (!record || !field) {
      say(record ? name : one.record, record ? words.noField : words.noRecord)
      continue
    }
    const cls = classFor(classOf(field), one.class)
    if (cls === 'sealed' || !readable.has(cls)) {
      say(name, words.notYourClass)
      continue
    }
    const source = isId(one.source) ? records.get(one.source) : undefined
    if (one.source && source?.type === undefined) say(one.source, words.noSource)
    if (id !== undefined) seen.add(id)
    const parts = Object.fromEntries(
      (['locator', 'quote', 'reliability', 'note'] as const).flatMap((part) => {
        const text = textOf(one[part])
        return text === null ? [] : [[part, text]]
      }),
    )
    const list = byVersion.get(record.version) ?? []
    list.push({
      ...(id !== undefined && { id }),
      recordId: record.id,
      field: name,
      ...(source && { sourceId: source.id }),
      ...parts,
      class: cls,
    })
    byVersion.set(record.version, list)
  }
  for (const [version, list] of byVersion) await insertCitations(tx, list, version)
  return findings
}

/** The class in the file, unless the value itself is of one: a quotation is never shown to more than its value is. */
const classFor = (ofField: ValueClass, given: unknown): ValueClass =>
  ofField !== 'open' ? ofField : (valueClasses.find((one) => one === given) ?? 'open')
