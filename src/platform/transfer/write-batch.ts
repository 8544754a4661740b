import {
  type NewRecord,
  type Tx,
  type Values,
  type ValueClass,
  classOf,
  compareValues,
  fieldOf,
  insertCitations,
  insertRecords,
  isEmpty,
  updateRecord,
} from '#platform/records'
import { Problem } from '#platform/problem'
import type { Resolved } from './resolve-batch.ts'
import { words } from './words.ts'

/** What becomes of a record of the file. */
export type Outcome = 'created' | 'updated' | 'unchanged'

/** The values that a draft changes in a record that is there. */
export function changesOf({ draft, before, values }: Resolved): Values {
  if (!before || draft.existing === 'keep') return {}
  const next: Record<string, unknown> = { ...before.values }
  for (const [name, value] of Object.entries(values)) {
    const old = before.values[name]
    if (draft.existing === 'fill' && !isEmpty(old)) continue
    const parts = draft.parts.get(name)
    if (!parts) next[name] = value
    else {
      const merged: Record<string, unknown> = { ...(old as object | undefined) }
      for (const part of parts) delete merged[part]
      next[name] = { ...merged, ...(value as object | undefined) }
    }
    if (isEmpty(next[name])) delete next[name]
  }
  return Object.fromEntries(compareValues(before.values, next).map(({ field, after }) => [field, after]))
}

/** What would become of a record. */
export const outcomeOf = (record: Resolved): Outcome =>
  record.named || record.draft.existing === 'keep'
    ? record.before || record.named
      ? 'unchanged'
      : 'created'
    : !record.before
      ? 'created'
      : Object.keys(changesOf(record)).length > 0
        ? 'updated'
        : 'unchanged'

/** A citation waiting for its record's version. */
type Cited = Parameters<typeof insertCitations>[1][number]

const citationsAtOnce = 2_000

/** Writes the records of a batch: new ones in one statement a table, changed ones each by the engine's own update. */
export async function writeBatch(
  tx: Tx,
  rows: readonly (readonly Resolved[])[],
  importId: string,
): Promise<readonly { readonly record: Resolved; readonly outcome: Outcome }[]> {
  const created: NewRecord[] = []
  const outcomes: { record: Resolved; outcome: Outcome }[] = []
  const cited = new Map<number, Cited[]>()
  const cite = (
    record: Resolved,
    fields: ReadonlySet<string> | null,
    version: number,
    sources: ReadonlyMap<string, string>,
  ) => {
    const { draft } = record
    const sourceId = draft.cite && sources.get(draft.cite.source)
    for (const { field, quote } of draft.quotes) {
      if (fields && !fields.has(field)) continue
      const found = fieldOf(draft.type, field)
      const cls: ValueClass = found ? classOf(found) : 'open'
      const list = cited.get(version) ?? []
      list.push({
        recordId: record.id,
        field,
        quote,
        class: cls,
        ...(sourceId && { sourceId }),
        ...(draft.cite && { locator: draft.cite.locator }),
      })
      cited.set(version, list)
    }
  }
  const updates: { record: Resolved; changes: Values; sources: ReadonlyMap<string, string> }[] = []
  for (const row of rows) {
    const sources = new Map(row.map((record) => [record.draft.as, record.id]))
    for (const record of row) {
      const outcome = outcomeOf(record)
      outcomes.push({ record, outcome })
      if (outcome === 'created') {
        const { draft, id, values } = record
        created.push({
          id,
          type: draft.type,
          values,
          // Importing never publishes.
          visibility:
            draft.visibility === 'restricted' ||
            (draft.visibility === null && draft.type.beginsAs === 'restricted')
              ? 'restricted'
              : 'internal',
          fictitious: draft.fictitious,
        })
        cite(record, null, 1, sources)
      } else if (outcome === 'updated') updates.push({ record, changes: changesOf(record), sources })
    }
  }
  await insertRecords(tx, created, importId).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === '23505')
      throw new Problem('conflict', { explanation: words.hiddenId, cause: error })
    throw error
  })
  for (const { record, changes, sources } of updates) {
    const { version } = await updateRecord(tx, {
      id: record.id,
      version: record.before?.version ?? 0,
      values: changes,
      importId,
    })
    cite(record, new Set(Object.keys(changes)), version, sources)
  }
  for (const [version, list] of cited)
    for (let at = 0; at < list.length; at += citationsAtOnce)
      await insertCitations(tx, list.slice(at, at + citationsAtOnce), version)
  return outcomes
}
