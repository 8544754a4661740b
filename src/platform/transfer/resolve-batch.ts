import { sql } from 'kysely'
import { newId } from '#platform/db'
import {
  type RecordView,
  type Reference,
  type Tx,
  type Values,
  fieldOf,
  isEmpty,
  readRecordsInBulk,
  valuesOf,
} from '#platform/records'
import { type Draft, type RowReading, isRefused } from './draft.ts'
import { type Finding, finding } from './finding.ts'
import { byId, findMatches, findTitles, matchId, scopeOf, titleKey } from './match-records.ts'
import { words } from './words.ts'

/** A draft of which it is known whether it is a new record, and which. */
export interface Resolved {
  readonly draft: Draft
  readonly row: number
  readonly id: string
  /** As it is now; `null` for a record to be made. */
  readonly before: RecordView | null
  /** An earlier row says what it is; `seen`: a row of an earlier batch does. */
  readonly named: boolean
  readonly seen: boolean
  readonly values: Values
}

export interface ResolvedRow {
  readonly reading: RowReading
  readonly records: readonly Resolved[]
  readonly findings: readonly Finding[]
}

/** What the import as a whole knows while it goes through the rows. */
export interface ImportState {
  /** Ids of the file's own rows, whose records may come later; asked in batches. `null`: not a file of ours. */
  readonly comes: ((ids: readonly string[]) => Promise<ReadonlySet<string>>) | null
  /** Relations that wait for a later row are left out here, to be written at the end. */
  readonly later: (one: { record: Resolved; field: string; value: unknown }) => void
  /** Whether several record types come from one row: fields are then named `act.date`. */
  readonly several: boolean
}

/** Says of every draft of a batch which record it is, and checks its relations. Four statements for any number of rows. */
export async function resolveBatch(
  tx: Tx,
  importId: string,
  readings: readonly RowReading[],
  state: ImportState,
): Promise<readonly ResolvedRow[]> {
  const findings = new Map(readings.map((reading) => [reading, [...reading.findings]]))
  const refuse = (
    reading: RowReading,
    draft: Draft,
    field: string,
    value: unknown,
    message: Finding['message'],
  ) =>
    findings
      .get(reading)
      ?.push(
        finding(
          reading.source.row,
          'refused',
          state.several ? `${draft.as}.${field}` : field,
          value,
          message,
        ),
      )
  const drafts = readings.flatMap((reading) => reading.drafts.map((draft) => ({ reading, draft })))

  const byCode = await findMatches(
    tx,
    importId,
    drafts.flatMap(({ draft }) => codeOf(draft) ?? []),
  )
  const ids = new Map<Draft, string>()
  const named = new Set<Draft>()
  const seen = new Set<Draft>()
  const newByCode = new Map<string, string>()
  for (const { reading, draft } of drafts) {
    const code = codeOf(draft)
    if (!code) {
      ids.set(draft, newId())
      continue
    }
    const at = matchId(code.as, code.key)
    const known = byCode.get(at)
    const [field, twice] =
      draft.id === null ? [draft.match?.field ?? '', words.keyTwice] : ['id', words.idTwice]
    if (known && known.ids.length > 1) refuse(reading, draft, field, code.key, words.severalMatch)
    const earlier = newByCode.get(at) ?? (known?.seen ? known.ids[0] : undefined)
    if (earlier !== undefined) {
      if (!draft.shared) refuse(reading, draft, field, code.key, twice)
      named.add(draft)
      if (known?.seen) seen.add(draft)
    }
    const id = earlier ?? known?.ids[0] ?? draft.id ?? newId()
    // A refused row makes nothing, so that a later one with the same code may.
    if (!isRefused(findings.get(reading) ?? [])) newByCode.set(at, id)
    ids.set(draft, id)
  }

  const wantedIds = drafts.flatMap(({ draft }) => {
    const code = codeOf(draft)
    return draft.id !== null || (code && byCode.has(matchId(code.as, code.key))) ? [ids.get(draft) ?? ''] : []
  })
  const existing = new Map(
    (await readRecordsInBulk(tx, [...new Set(wantedIds)])).map((record) => [record.id, record]),
  )
  const titles = await findTitles(
    tx,
    drafts.flatMap(({ draft }) => [...draft.titles.values()].flat()),
  )

  const rows = readings.map((reading): { reading: RowReading; records: Resolved[] } => {
    const own = new Map(reading.drafts.map((draft) => [draft.as, ids.get(draft) ?? '']))
    return {
      reading,
      records: reading.drafts.map((draft) => {
        const id = ids.get(draft) ?? ''
        const before = existing.get(id) ?? null
        if (before?.deletedAt) refuse(reading, draft, 'id', id, words.inTrash)
        else if (before && before.type !== draft.type.name) refuse(reading, draft, 'id', id, words.otherType)
        // What is not changed stays the same object: see `prepareAhead`.
        const changes = draft.titles.size > 0 || Object.keys(draft.refs).length > 0
        const values = (changes ? { ...draft.values } : draft.values) as Record<string, unknown>
        for (const [field, as] of Object.entries(draft.refs))
          addReference(draft, values, field, own.get(as) ?? '')
        for (const [field, wanted] of draft.titles)
          for (const title of wanted) {
            const targets = fieldOf(draft.type, field)?.targets
            const found = (titles.get(titleKey(title)) ?? []).filter(
              (one) => !targets || targets.includes(one.type),
            )
            const [only] = found
            if (only && found.length === 1) addReference(draft, values, field, only.id)
            else refuse(reading, draft, field, title, found.length > 1 ? words.severalTitles : words.noTitle)
          }
        if (!before)
          for (const field of draft.type.fields)
            if (
              field.required &&
              isEmpty(values[field.name]) &&
              !refusedField(findings.get(reading), field.name)
            )
              refuse(reading, draft, field.name, '', words.missing)
        if (!before)
          for (const { field, message } of draft.type.holds?.(values) ?? [])
            refuse(reading, draft, field, values[field], message)
        return {
          draft,
          row: reading.source.row,
          id,
          before,
          named: named.has(draft),
          seen: seen.has(draft),
          values,
        }
      }),
    }
  })
  const checked = await checkTargets(tx, rows, state, refuse)
  return checked.map((row) => ({ ...row, findings: findings.get(row.reading) ?? [] }))
}

/** By what a draft is known again, across the whole file. */
export const codeOf = (draft: Draft): { readonly as: string; readonly key: string } | null =>
  draft.id !== null
    ? { as: byId, key: draft.id }
    : draft.match
      ? { as: scopeOf(draft.type.name, draft.match.field), key: draft.match.key }
      : null

const refusedField = (found: readonly Finding[] | undefined, field: string): boolean =>
  (found ?? []).some((one) => one.field === field || one.field.endsWith(`.${field}`))

function addReference(draft: Draft, values: Record<string, unknown>, name: string, to: string): void {
  if (to === '') return
  if (fieldOf(draft.type, name)?.multiple) {
    const list = valuesOf(values[name]) as readonly Reference[]
    if (!list.some((one) => one.to === to)) values[name] = [...list, { to }]
  } else values[name] = { to }
}

/**
 * Refuses relations to what is not there. Records of this batch count as there; in a file of ours those of a later row
 * too, whose relations are kept for the end.
 */
async function checkTargets(
  tx: Tx,
  rows: readonly { reading: RowReading; records: Resolved[] }[],
  state: ImportState,
  refuse: (
    reading: RowReading,
    draft: Draft,
    field: string,
    value: unknown,
    message: Finding['message'],
  ) => void,
): Promise<readonly { reading: RowReading; records: Resolved[] }[]> {
  const wanted = new Set<string>()
  const made = new Map<string, { readonly type: string; readonly row: object }>()
  const relations = rows.flatMap((row) =>
    row.records.flatMap((record) => {
      if (!record.before) made.set(record.id, { type: record.draft.type.name, row })
      return record.draft.type.fields.flatMap((field) => {
        if (field.type !== 'reference' || isEmpty(record.values[field.name])) return []
        const targets = (valuesOf(record.values[field.name]) as readonly Reference[]).map((one) => one.to)
        for (const to of targets) wanted.add(to)
        return [{ row, record, field, targets }]
      })
    }),
  )
  if (relations.length === 0) return rows
  const unknown = [...wanted].filter((id) => !made.has(id))
  const there = new Map<string, string>()
  if (unknown.length > 0) {
    const found = await sql<{ id: string; type: string }>`select id, type from record
      where org_id = ${tx.actor.orgId}::uuid and id = any(${unknown}::uuid[]) and deleted_at is null`.execute(
      tx.sql,
    )
    for (const { id, type } of found.rows) there.set(id, type)
  }
  const missing = unknown.filter((id) => !there.has(id))
  const comes = missing.length > 0 && state.comes ? await state.comes(missing) : new Set<string>()
  const postponed = new Map<Resolved, Set<string>>()
  for (const { row, record, field, targets } of relations) {
    let wait = false
    for (const to of targets) {
      const maker = made.get(to)
      const type = maker?.type ?? there.get(to) ?? (comes.has(to) ? record.draft.type.name : undefined)
      if (type === undefined || (field.targets && !field.targets.includes(type)))
        refuse(row.reading, record.draft, field.name, to, words.noTarget)
      // In a file of ours a row of the same batch may yet be refused. With a mapping only shared records are named
      // across rows, and those are made by the first good row that names them.
      else if (comes.has(to) || (state.comes && maker && maker.row !== row)) wait = true
    }
    if (wait) postponed.set(record, (postponed.get(record) ?? new Set()).add(field.name))
  }
  if (postponed.size === 0) return rows
  return rows.map((row) => ({
    ...row,
    records: row.records.map((record) => {
      const fields = postponed.get(record)
      if (!fields) return record
      const values = { ...record.values }
      for (const field of fields) {
        state.later({ record, field, value: values[field] })
        delete values[field]
      }
      return { ...record, values }
    }),
  }))
}
