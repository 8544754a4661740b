import { sql } from 'kysely'
import {
  type Citation,
  type RecordView,
  type Reference,
  type Tx,
  compareValues,
  readCitations,
  readRecords,
  valuesOf,
} from '#platform/records'
import type { Draft, DraftRow } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'

/** A main record with its dependants as they are saved. */
export interface SavedFamily {
  readonly main: RecordView
  readonly dependants: Readonly<Record<string, readonly RecordView[]>>
  readonly citations: readonly Citation[]
}

/** The main record's dependants that the reader may see, in the order of making. Three statements. */
export async function loadFamily(tx: Tx, family: Family, main: RecordView): Promise<SavedFamily> {
  const { rows } = await sql<{ id: string; type: string; field: string }>`
    select distinct f.id, f.type, l.field
      from link l join record f on f.org_id = l.org_id and f.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${main.id}::uuid and l.until is null
       and f.deleted_at is null and l.field = any(${family.groups.map((group) => group.back)}::text[])
     order by f.id limit 500`.execute(tx.sql)
  const records = await readRecords(
    tx,
    rows.map((row) => row.id),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const dependants = Object.fromEntries(
    family.groups.map((group) => [
      group.name,
      rows
        .filter((row) => row.type === group.type && row.field === group.back)
        .flatMap((row) => byId.get(row.id) ?? []),
    ]),
  )
  return { main, dependants, citations: [...(await readCitations(tx, main.id)).values()].flat() }
}

/** The citation of the main record that stands for the source of each row; one citation is never two rows'. */
export function citationsOfRows(
  group: DependantGroup,
  records: readonly RecordView[],
  citations: readonly Citation[],
): ReadonlyMap<string, Citation> {
  const { cites } = group
  const found = new Map<string, Citation>()
  if (!cites) return found
  const free = new Set(citations.filter((citation) => cites.into.includes(citation.field)))
  for (const record of records) {
    const source = referencesOf(record.values[cites.source])[0]?.to
    const citation = [...free].find((one) => source !== undefined && one.sourceId === source)
    if (!citation) continue
    free.delete(citation)
    found.set(record.id, citation)
  }
  return found
}

/** The references of a value, single or several. */
export const referencesOf = (value: unknown): readonly Reference[] => valuesOf(value) as readonly Reference[]

/** The form of what is saved. Nothing is shown that the person could not also leave as it is. */
export function draftOf(family: Family, saved: SavedFamily): Draft {
  const rows: Record<string, readonly DraftRow[]> = {}
  for (const group of family.groups) {
    const records = saved.dependants[group.name] ?? []
    const citations = citationsOfRows(group, records, saved.citations)
    const targets = (group.numbers ? (saved.dependants[group.numbers.group] ?? []) : []).map(({ id }) => id)
    rows[group.name] = records.map((record) => {
      const citation = citations.get(record.id)
      return {
        id: record.id,
        version: record.version,
        trash: false,
        values: shownValues(group, record.values, saved.main.values),
        numbers: group.numbers ? numbersOf(record.values[group.numbers.field], targets) : '',
        locator: citation?.locator ?? '',
        quote: citation?.quote ?? '',
      }
    })
  }
  return {
    main: { id: saved.main.id, version: saved.main.version, values: saved.main.values },
    rows,
    visibility: saved.main.visibility,
    reason: '',
    choices: [],
    fresh: {},
  }
}

/** A value that is the main record's own is shown empty, because empty means that. */
export const shownValues = (
  group: DependantGroup,
  values: Readonly<Record<string, unknown>>,
  main: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    group.fields.flatMap((name) =>
      values[name] === undefined || (group.inherits?.includes(name) && same(values[name], main[name]))
        ? []
        : [[name, values[name]] as const],
    ),
  )

/** Whether two values say the same. */
export const same = (a: unknown, b: unknown): boolean => compareValues({ a }, { a: b }).length === 0

/** Which of the rows with these ids the value points to, as their numbers; 0 is none. */
export function numbersOf(value: unknown, targets: readonly string[]): string {
  const numbers = referencesOf(value).flatMap(({ to }) => {
    const position = targets.indexOf(to)
    return position === -1 ? [] : [position + 1]
  })
  return numbers.length > 0 ? numbers.sort((a, b) => a - b).join(', ') : '0'
}
