import { type Tx, prepareAhead, typeOf } from '#platform/records'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import { type Table, type TableRow, TabularRefusal, readOwnCell, tabularProblemText } from '#platform/tabular'
import { isId } from '#platform/db'
import { type Draft, type RowReading, isRefused } from './draft.ts'
import { type Finding, finding } from './finding.ts'
import { bringBeside } from './import-beside.ts'
import { keepLater, knownIds, noteIds, writeLater } from './later-relations.ts'
import { type Mapping, headersOf, readMapping, requireColumns } from './mapping.ts'
import { mappedRows } from './mapped-rows.ts'
import { forgetWork, prepareMatches, rememberMatches } from './match-records.ts'
import { findOwnHeader, formatVersion, refusedHeader } from './own-format.ts'
import { ownRows } from './own-rows.ts'
import { type Resolved, type ResolvedRow, codeOf, resolveBatch } from './resolve-batch.ts'
import { cellFinder } from './table-findings.ts'
import { words } from './words.ts'
import { outcomeOf, writeBatch } from './write-batch.ts'

/** Attaches a file of a ZIP to a record; whether it was there. */
export type Attach = (
  tx: Tx,
  recordId: string,
  entry: { readonly name: string; readonly extract: (path: string) => Promise<string | undefined> },
) => Promise<boolean>

export interface ImportGiven {
  /** Opens the file from its beginning; a file of ours may be read twice. */
  readonly open: () => Promise<Table>
  /** How its columns become fields; not needed for a file of ours. */
  readonly mapping?: unknown
  /** The type of a mapping in the short form. */
  readonly type?: string
  readonly importId: string
  /** `stop`: one refused row and nothing is written. `skip`: the others are written. */
  readonly onProblem: 'stop' | 'skip'
  /** Only looks: nothing is written, everything is counted. */
  readonly dryRun?: boolean
  /** How many rows are shown as they would become. */
  readonly sample?: number
  readonly signal?: AbortSignal
  /** Told of the rows read so far. */
  readonly progress?: (rows: number) => void
  readonly attach?: Attach
  /** Where the files of an archive of ours are kept; without it only its records and citations come. */
  readonly files?: FileStore
  /** Told of the findings of each batch, with the rows' cells; kept by the caller. */
  readonly keep?: (rows: readonly { row: TableRow; findings: readonly Finding[] }[]) => Promise<void>
}

/** What came of the rows. `read = written rows + refused`; the others count records. */
export interface ImportCounts {
  readonly read: number
  readonly refused: number
  readonly review: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

export interface ImportReport {
  readonly written: boolean
  readonly counts: ImportCounts
  /** Records by type. */
  readonly byType: Readonly<Record<string, Readonly<Record<'created' | 'updated' | 'unchanged', number>>>>
  /** The first of them, `findingsShown` at most; all are kept with the import. */
  readonly findings: readonly Finding[]
  /** Columns that the mapping does not read. */
  readonly ignored: readonly string[]
  /** What is wrong with the file as a whole, though it was read, in the three languages. */
  readonly warnings: readonly { readonly en: string; readonly es: string; readonly ca: string }[]
  /** The first rows as they become. */
  readonly sample: readonly { readonly row: number; readonly records: readonly SampleRecord[] }[]
  /** Whether the file is one of ours. */
  readonly own: boolean
}

export interface SampleRecord {
  readonly as: string
  readonly type: string
  readonly outcome: 'created' | 'updated' | 'unchanged'
  readonly values: Readonly<Record<string, unknown>>
}

/** How many findings a report carries. */
export const findingsShown = 1_000
const rowsAtOnce = 200

/** How the rows of a table become drafts. */
interface Plan {
  readonly read: (row: TableRow) => RowReading
  readonly own: { readonly type: string; readonly column: string; readonly forward: boolean } | null
  readonly mapping: Mapping | null
  readonly several: boolean
  readonly ignored: readonly string[]
}

function planOf(tx: Tx, table: Table, given: ImportGiven): Plan {
  const own = findOwnHeader(table.columns)
  if (own && given.mapping === undefined) {
    if (own.version > formatVersion) throw new Problem('invalid', { explanation: words.newerFormat })
    const type = typeOf(tx, own.type)
    return {
      read: ownRows(type, own, table.columns, table.format === 'zip' ? 'csv' : table.format, tx.schema),
      own: {
        type: own.type,
        column: own.column,
        forward: type.fields.some(
          (field) => field.type === 'reference' && (field.targets ?? [own.type]).includes(own.type),
        ),
      },
      mapping: null,
      several: false,
      ignored: [],
    }
  }
  const mapping = readMapping(given.mapping, tx.schema, given.type)
  const signed = table.columns.includes(refusedHeader)
  const columns = signed ? table.columns.map(readOwnCell) : table.columns
  requireColumns(mapping, columns)
  const used = headersOf(mapping)
  return {
    read: mappedRows(mapping, columns, tx.schema, signed),
    own: null,
    mapping,
    several: mapping.records.length > 1,
    ignored: columns.filter((column) => !used.has(column) && column !== refusedHeader),
  }
}

/**
 * Brings the rows of a file into the organisation within the caller's transaction: memory does not grow with their
 * number, and until that transaction commits nobody else sees any of them. With `stop` and a refused row it goes on
 * reading, to name all that is wrong, and gives `written: false`: the caller rolls back.
 */
export async function importRows(tx: Tx, given: ImportGiven): Promise<ImportReport> {
  const table = await given.open()
  try {
    const plan = planOf(tx, table, given)
    await prepareMatches(tx, given.importId, plan.mapping)
    if (plan.own?.forward) await collectIds(tx, given, plan.own.column)
    const report = await goThrough(tx, table, plan, given)
    await forgetWork(tx, given.importId)
    return report
  } catch (error) {
    throw error instanceof TabularRefusal ? unreadable(error) : error
  } finally {
    await table.close()
  }
}

/** What keeps the whole file from being read, as a Problem a person can act on. */
export const unreadable = (refusal: TabularRefusal): Problem =>
  new Problem('invalid', {
    explanation: {
      en: tabularProblemText(refusal.problem, 'en'),
      es: tabularProblemText(refusal.problem, 'es'),
      ca: tabularProblemText(refusal.problem, 'ca'),
    },
    cause: refusal,
  })

/** A first reading for the ids alone, so that a row may point to a later one. */
async function collectIds(tx: Tx, given: ImportGiven, column: string): Promise<void> {
  const table = await given.open()
  try {
    const cellsOf = cellFinder(table.columns)
    let ids: string[] = []
    for await (const row of table.rows) {
      const id = readOwnCell((cellsOf(row)(column) ?? '').trim())
      if (isId(id)) ids.push(id)
      if (ids.length < 5_000) continue
      await noteIds(tx, given.importId, ids)
      ids = []
    }
    if (ids.length > 0) await noteIds(tx, given.importId, ids)
  } finally {
    await table.close()
  }
}

async function goThrough(tx: Tx, table: Table, plan: Plan, given: ImportGiven): Promise<ImportReport> {
  const tally = { read: 0, refused: 0, review: 0, created: 0, updated: 0, unchanged: 0 }
  const byType: Record<string, Record<'created' | 'updated' | 'unchanged', number>> = {}
  const shown: Finding[] = []
  const sample: { row: number; records: SampleRecord[] }[] = []
  const waiting = new Map<Resolved, Record<string, unknown>>()
  let writing: Promise<unknown> = Promise.resolve()
  let stopped = false
  const state = {
    comes: plan.own?.forward ? (ids: readonly string[]) => knownIds(tx, given.importId, ids) : null,
    later: ({ record, field, value }: { record: Resolved; field: string; value: unknown }) =>
      waiting.set(record, { ...waiting.get(record), [field]: value }),
    several: plan.several,
  }

  /** Findings of rows that are written all the same. */
  const note = async (found: readonly Finding[]) => {
    for (const one of found) {
      tally.review += 1
      if (shown.length < findingsShown) shown.push(one)
    }
    if (found.length > 0)
      await given.keep?.(found.map((one) => ({ row: { row: one.row, cells: [] }, findings: [one] })))
  }

  const settle = async (rows: readonly ResolvedRow[]) => {
    for (const row of rows) {
      tally.read += 1
      const findings = [...row.findings, ...visibilityFindings(row)]
      if (findings.some((one) => one.kind === 'review')) tally.review += 1
      if (isRefused(findings)) {
        tally.refused += 1
        if (given.onProblem === 'stop') stopped = true
      }
      for (const one of findings) if (shown.length < findingsShown) shown.push(one)
      if (sample.length < (given.sample ?? 0))
        sample.push({ row: row.reading.source.row, records: row.records.map(sampleOf) })
    }
    const found = rows.filter((row) => row.findings.length > 0 || visibilityFindings(row).length > 0)
    if (found.length > 0)
      await given.keep?.(
        found.map((row) => ({
          row: row.reading.source,
          findings: [...row.findings, ...visibilityFindings(row)],
        })),
      )
    const good = withMakers(rows.filter((row) => !isRefused(row.findings)))
    await rememberMatches(
      tx,
      given.importId,
      good.flatMap((row) =>
        row.records.flatMap(({ draft, id }) => {
          const code = codeOf(draft)
          return code ? [{ ...code, id }] : []
        }),
      ),
    )
    const count = (record: Resolved, outcome: 'created' | 'updated' | 'unchanged') => {
      // A record that many rows name is counted where it is made.
      if (record.named) return
      tally[outcome] += 1
      const ofType = (byType[record.draft.type.name] ??= { created: 0, updated: 0, unchanged: 0 })
      ofType[outcome] += 1
    }
    if (stopped || given.dryRun) {
      for (const row of good) for (const record of row.records) count(record, outcomeOf(record))
      waiting.clear()
      return
    }
    const outcomes = await writeBatch(
      tx,
      good.map((row) => row.records),
      given.importId,
    )
    for (const { record, outcome } of outcomes) count(record, outcome)
    const written = new Set(outcomes.map((one) => one.record.id))
    await keepLater(
      tx,
      given.importId,
      [...waiting]
        .filter(([record]) => written.has(record.id))
        .map(([record, values]) => ({ record, values })),
    )
    waiting.clear()
    if (given.attach) {
      const made = outcomes.filter((one) => one.outcome === 'created').map((one) => one.record)
      await note(await attachFiles(tx, table, made, given.attach))
    }
  }

  let batch: RowReading[] = []
  const flush = async () => {
    const readings = batch
    batch = []
    // One batch is read and checked while the database writes the one before.
    await writing
    given.signal?.throwIfAborted()
    writing = resolveBatch(tx, given.importId, readings, state).then(settle)
    // Waited for above or below; a failure must not count as unhandled meanwhile.
    writing.catch(() => undefined)
    given.progress?.(tally.read)
  }
  for await (const row of table.rows) {
    const reading = plan.read(row)
    batch.push(reading)
    // What a new record is taken apart into does not wait for the database to say that it is new.
    if (!given.dryRun && !stopped && !isRefused(reading.findings))
      for (const { type, values } of reading.drafts) prepareAhead(type, values, tx.schema)
    // Often enough for the database's answers to be met at once.
    if (batch.length % 4 === 0) await new Promise((resolve) => setImmediate(resolve))
    if (batch.length >= rowsAtOnce) await flush()
  }
  await flush()
  await writing
  given.progress?.(tally.read)
  if (plan.own?.forward && !stopped && !given.dryRun) await note(await writeLater(tx, given.importId))
  if (plan.own && !stopped && !given.dryRun)
    await note(await bringBeside(tx, table, plan.own.column, given.open, given.files))
  return {
    written: !stopped && !given.dryRun,
    counts: tally,
    byType,
    findings: shown,
    ignored: plan.ignored,
    warnings: table.warnings.map((one) => ({
      en: tabularProblemText(one, 'en'),
      es: tabularProblemText(one, 'es'),
      ca: tabularProblemText(one, 'ca'),
    })),
    sample,
    own: plan.own !== null,
  }
}

/** When the row that would have made a shared record is refused, the next one that names it makes it. */
function withMakers(rows: readonly ResolvedRow[]): readonly ResolvedRow[] {
  const made = new Set<string>()
  return rows.map((row) => ({
    ...row,
    records: row.records.map((record) => {
      const first = !made.has(record.id) && !record.seen
      made.add(record.id)
      return record.named && first && !record.before ? { ...record, named: false } : record
    }),
  }))
}

const sampleOf = (record: Resolved): SampleRecord => ({
  as: record.draft.as,
  type: record.draft.type.name,
  outcome: outcomeOf(record),
  values: record.values,
})

function visibilityFindings({ reading, records }: ResolvedRow): readonly Finding[] {
  return records.flatMap(({ draft, before }: { draft: Draft; before: Resolved['before'] }) => {
    if (draft.visibility === null) return []
    const said = (message: Finding['message']) => [
      finding(reading.source.row, 'review', 'visibility', draft.visibility, message),
    ]
    if (before) return before.visibility === draft.visibility ? [] : said(words.visibilityKept)
    return draft.visibility === 'public' ? said(words.notPublished) : []
  })
}

/** Attaches the files that rows name to the records that they made; a file that is not there is named. */
async function attachFiles(
  tx: Tx,
  table: Table,
  made: readonly Resolved[],
  attach: Attach,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { draft, id, row } of made)
    for (const name of draft.files) {
      const found = await attach(tx, id, { name, extract: async (path) => table.files?.extract(path) })
      if (!found) findings.push(finding(row, 'review', '@files', name, words.noFile))
    }
  return findings
}
