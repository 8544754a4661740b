import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import { isId, newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Ground, type Tx, typeOf, withRequest } from '#platform/records'
import { type TableRow, writeCsv } from '#platform/tabular'
import { type Finding } from './finding.ts'
import { type ImportCounts, type ImportGiven, type ImportReport, importRows } from './import-rows.ts'
import { isRefused } from './draft.ts'
import { refusedHeader } from './own-format.ts'

/** What an import was asked to do; kept in `import.mapping`. */
export interface ImportPlan {
  /** As given; absent for a file of ours. */
  readonly mapping?: unknown
  readonly columns: readonly string[]
  readonly onProblem: 'stop' | 'skip'
  /** The uploaded file, when it came through the browser. */
  readonly fileId?: string
  readonly jobId?: string
}

/** An import as its organisation sees it. */
export interface ImportView {
  readonly id: string
  readonly type: string
  readonly sourceName: string
  readonly state: 'preparing' | 'ready' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  readonly plan: ImportPlan
  readonly counts: Partial<ImportCounts>
  readonly createdAt: Date
  readonly createdBy: string
  readonly finishedAt: Date | null
}

/** Writes down that a file is to be imported. `type` is what its rows are mainly about. Gives the import's id. */
export async function createImport(
  tx: Tx,
  given: { readonly type: string; readonly sourceName: string; readonly plan: ImportPlan },
): Promise<string> {
  typeOf(tx, given.type)
  const id = newId()
  await tx.sql
    .insertInto('import')
    .values({
      org_id: tx.actor.orgId,
      id,
      type: given.type,
      source_name: given.sourceName.slice(0, 300),
      state: 'ready',
      mapping: JSON.stringify(given.plan),
      created_by: tx.actor.accountId,
    })
    .execute()
  return id
}

interface Row {
  id: string
  type: string
  source_name: string
  state: ImportView['state']
  mapping: unknown
  counts: unknown
  created_at: Date
  created_by: string
  finished_at: Date | null
}

const present = (row: Row): ImportView => ({
  id: row.id,
  type: row.type,
  sourceName: row.source_name,
  state: row.state,
  plan: row.mapping as ImportPlan,
  counts: row.counts as Partial<ImportCounts>,
  createdAt: row.created_at,
  createdBy: row.created_by,
  finishedAt: row.finished_at,
})

/** The organisation's imports. One whose job has come to an end without its being told is over too. */
const imports = (tx: Tx) =>
  tx.sql
    .selectFrom('import as i')
    .leftJoin('job as j', (join) =>
      join
        .onRef('j.org_id', '=', 'i.org_id')
        .on('j.id', '=', sql<string>`(i.mapping ->> 'jobId')::uuid`)
        .on('j.state', 'in', ['failed', 'cancelled'])
        .on('i.state', 'in', ['ready', 'running']),
    )
    .selectAll('i')
    .select(sql<ImportView['state']>`coalesce(j.state, i.state)`.as('state'))
    .where('i.org_id', '=', tx.actor.orgId)

/** One import of the organisation; `not_found` for any other. */
export async function readImport(tx: Tx, id: string): Promise<ImportView> {
  const row = isId(id) ? await imports(tx).where('i.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Problem('not_found')
  return present(row)
}

/** The organisation's imports, latest first. */
export async function listImports(tx: Tx, limit = 100): Promise<readonly ImportView[]> {
  const rows = await imports(tx)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(Math.min(limit, 500))
    .execute()
  return rows.map(present)
}

/** The mapping of the last import of this type that was written from a file with the same columns, or null. */
export async function rememberedMapping(tx: Tx, type: string, columns: readonly string[]): Promise<unknown> {
  const { rows } = await sql<{ mapping: ImportPlan }>`select mapping from import
    where org_id = ${tx.actor.orgId}::uuid and type = ${type} and state = 'done'
      and mapping -> 'columns' = ${JSON.stringify(columns)}::jsonb and mapping ? 'mapping'
    order by finished_at desc limit 1`.execute(tx.sql)
  return rows[0]?.mapping.mapping ?? null
}

/** A row with something found in it, as it is kept. */
export interface KeptFinding {
  readonly row: number
  readonly kind: Finding['kind']
  readonly problems: readonly Omit<Finding, 'row' | 'kind'>[]
  readonly cells: TableRow['cells']
}

type FoundRows = readonly { readonly row: TableRow; readonly findings: readonly Finding[] }[]

async function keepFindings(tx: Tx, importId: string, found: FoundRows): Promise<void> {
  const rows = found.flatMap(({ row, findings }) => {
    const kind = isRefused(findings) ? ('refused' as const) : ('review' as const)
    // NUL cannot be kept as jsonb.
    const json = (value: unknown) => JSON.stringify(value).replaceAll('\\u0000', '\\ufffd')
    return [
      {
        row: row.row,
        kind,
        problems: json(findings.map(({ row: _, kind: __, ...one }) => one)),
        cells: json(row.cells),
      },
    ]
  })
  await sql`insert into import_finding (org_id, import_id, row, kind, problems, cells)
    select ${tx.actor.orgId}::uuid, ${importId}::uuid, * from unnest(${rows.map((r) => r.row)}::int[],
      ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.problems)}::jsonb[], ${rows.map((r) => r.cells)}::jsonb[])
    on conflict (org_id, import_id, row, kind) do update
      set problems = import_finding.problems || excluded.problems`.execute(tx.sql)
}

/** The rows in which an import found something, in the order of the file, from after row `after`. */
export async function listFindings(
  tx: Tx,
  importId: string,
  given: { readonly kind?: Finding['kind']; readonly after?: number; readonly limit?: number } = {},
): Promise<readonly KeptFinding[]> {
  const { rows } = await sql<KeptFinding>`select row, kind, problems, cells from import_finding
    where org_id = ${tx.actor.orgId}::uuid and import_id = ${importId}::uuid and row > ${given.after ?? 0}
      ${given.kind ? sql`and kind = ${given.kind}` : sql``}
    order by row limit ${Math.min(given.limit ?? 100, 1_000)}`.execute(tx.sql)
  return rows
}

/**
 * The refused rows with the columns of the file they came in and, in one more, what is wrong with each in the
 * person's language, as CSV: to be mended and sent again. The transaction has to stay open until the last byte.
 */
export async function refusedRows(tx: Tx, importId: string): Promise<Readable> {
  const { plan } = await readImport(tx, importId)
  const columns = plan.columns.filter((column) => column !== refusedHeader)
  const at = columns.map((column) => plan.columns.indexOf(column))
  async function* rows() {
    for (let after = 0; ; ) {
      const page = await listFindings(tx, importId, { kind: 'refused', after, limit: 1_000 })
      for (const { cells, problems } of page) {
        const list = Array.isArray(cells) ? (cells as readonly string[]) : null
        const named = cells as Readonly<Record<string, string>>
        const said = problems.map((one) =>
          [one.field, one.message[tx.actor.language]].filter(Boolean).join(': '),
        )
        yield [
          ...columns.map((column, i) => (list ? list[at[i] ?? -1] : named[column]) ?? ''),
          said.join(' · '),
        ]
      }
      const last = page.at(-1)
      if (!last) return
      after = last.row
    }
  }
  return writeCsv([...columns, refusedHeader], rows())
}

class NothingWritten extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('the import was refused')
    this.report = report
  }
}

/** Looks what would become of a file: counts, the first rows as records, every row at fault. Writes nothing. */
export const previewImport = (
  tx: Tx,
  given: Omit<ImportGiven, 'importId' | 'dryRun' | 'attach' | 'keep'>,
): Promise<ImportReport> => importRows(tx, { sample: 20, ...given, importId: newId(), dryRun: true })

// From here on the planner is told; below, PostgreSQL finds out by itself before it matters.
const manyRecords = 2_000

/**
 * Runs an import that `createImport` wrote down, in one transaction: all of it is there when it is over, and until
 * then nobody sees any. Progress and the end are written in transactions of their own. A report with
 * `written: false` says what to mend; anything else that fails is thrown, and nothing is written either.
 */
export async function runImport(
  ground: Ground,
  actor: Actor,
  importId: string,
  given: Omit<ImportGiven, 'importId' | 'dryRun' | 'keep' | 'onProblem' | 'mapping' | 'type'>,
): Promise<ImportReport> {
  const view = await withRequest(ground, actor, async (tx) => {
    const found = await readImport(tx, importId)
    if (!['ready', 'running'].includes(found.state)) throw new Problem('conflict')
    await setState(tx, importId, 'running', {})
    return found
  })
  const { mapping, onProblem } = view.plan
  let kept: { row: TableRow; findings: readonly Finding[] }[] = []
  try {
    const done = await withRequest(ground, actor, async (tx) => {
      const report = await importRows(tx, {
        ...given,
        importId,
        onProblem,
        type: view.type,
        ...(mapping !== undefined && { mapping }),
        keep: async (rows) => {
          if (onProblem === 'skip') await keepFindings(tx, importId, rows)
          else if (kept.length < 10_000) kept.push(...rows)
        },
      })
      if (!report.written) throw new NothingWritten(report)
      if (kept.length > 0) await keepFindings(tx, importId, kept)
      kept = []
      await setState(tx, importId, 'done', report.counts)
      await writeLedger(tx, 'import.run', importId, { type: view.type, ...report.counts })
      return report
    })
    if (done.counts.created >= manyRecords) await sql`select freshen_statistics()`.execute(ground.db)
    return done
  } catch (error) {
    const refused = error instanceof NothingWritten ? error.report : null
    // A worker that stops gives the job back, and so does one whose database went away: the import begins anew.
    const reason = (given.signal?.reason as { reason?: unknown } | undefined)?.reason
    const away = error instanceof Problem && error.kind === 'unavailable' && view.plan.jobId !== undefined
    const state = refused
      ? 'failed'
      : reason === 'stopping' || (away && !given.signal?.aborted)
        ? 'ready'
        : given.signal?.aborted
          ? 'cancelled'
          : 'failed'
    await withRequest(ground, actor, async (tx) => {
      if (refused) await keepFindings(tx, importId, kept)
      await setState(tx, importId, state, refused?.counts ?? {})
    }).catch((second: unknown) => {
      // With the database away nothing can be written; what matters is why it ended.
      if (refused) throw second
    })
    if (refused) return refused
    throw error
  }
}

async function setState(
  tx: Tx,
  id: string,
  state: ImportView['state'],
  counts: Partial<ImportCounts>,
): Promise<void> {
  await tx.sql
    .updateTable('import')
    .set({
      state,
      counts: JSON.stringify(counts),
      ...(['done', 'failed', 'cancelled', 'undone'].includes(state) && { finished_at: sql<Date>`now()` }),
    })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .execute()
}
