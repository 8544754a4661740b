import { sql } from 'kysely'
import {
  type Approval,
  approvalWords,
  askApproval,
  fourEyes,
  readApproval,
  spendApproval,
} from '#platform/approvals'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, type ValueClass, classOf, listRecords, typeOf } from '#platform/records'
import { isSealed } from '#platform/vault'
import type { ExportRequest } from './export-records.ts'
import { readableClasses } from './read-all.ts'

/** The name of this kind of approval. */
export const exportKind = 'export'

/** The most records of one approved export: a second person has to be able to say what they approve. */
export const mostApproved = 100_000

/** What of an export may leave. */
export interface ExportPermit {
  /** Classes of value; all that the actor reads where there is no limit. */
  readonly classes?: ReadonlySet<ValueClass>
  /** The records, each at the version that was approved; all that the request finds where there is no limit. */
  readonly exactly?: ReadonlyMap<string, number>
  /** Restricted records are left out. */
  readonly open?: boolean
  /** Nothing that a second person would have to approve may be met on the way: it came about since. */
  readonly unasked?: boolean
  readonly approval?: string
  /** The organisation has turned the second person off. */
  readonly alone?: boolean
}

/** An export as it is kept in its approval. */
export interface ExportSpec extends Pick<ExportRequest, 'type' | 'format' | 'query' | 'languages'> {
  /** Classes that it has values of, `open` among them. */
  readonly classes: readonly ValueClass[]
}

/** Ids of what a request finds, some hundred at a time. */
async function* idsOf(tx: Tx, { type, query }: Pick<ExportRequest, 'type' | 'query'>) {
  if (!query?.text && !query?.dates && Object.keys(query?.filters ?? {}).length === 0) {
    const { rows } = await sql<{ id: string }>`select id from record
      where org_id = ${tx.actor.orgId}::uuid and type = ${type} and deleted_at is null order by id
      limit ${mostApproved + 1}`.execute(tx.sql)
    yield rows.map((row) => row.id)
    return
  }
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listRecords(tx, {
      ...query,
      type,
      sort: '_title',
      limit: 500,
      ...(after !== undefined && { after }),
    })
    yield page.rows.map((row) => row.id)
    after = page.next
  }
}

/** Whether there is anything among records that needs a second person: of a type, or of those named. */
async function holdsProtected(tx: Tx, type: string, ids: readonly string[] | null): Promise<boolean> {
  const org = sql`${tx.actor.orgId}::uuid`
  const among = (column: string) => (ids ? sql`and ${sql.ref(column)} = any(${[...ids]}::uuid[])` : sql``)
  const { rows } = await sql<{ found: boolean }>`select
    exists (select 1 from record r where r.org_id = ${org} and r.type = ${type} and r.deleted_at is null
             and r.visibility = 'restricted' ${among('r.id')})
    or exists (select 1 from record_part p join record r on r.org_id = p.org_id and r.id = p.record_id
                where p.org_id = ${org} and r.type = ${type} and r.deleted_at is null and p.class <> 'sealed'
                  and p.values <> '{}' ${among('p.record_id')})
    or exists (select 1 from link l join record r on r.org_id = l.org_id and r.id = l.from_id
                where l.org_id = ${org} and r.type = ${type} and r.deleted_at is null and l.until is null
                  and l.class not in ('open', 'sealed') ${among('l.from_id')})
    or exists (select 1 from citation c join record r on r.org_id = c.org_id and r.id = c.record_id
                where c.org_id = ${org} and r.type = ${type} and r.deleted_at is null and c.until is null
                  and c.class not in ('open', 'sealed') ${among('c.record_id')})
    or exists (select 1 from attachment a join record r on r.org_id = a.org_id and r.id = a.record_id
                where a.org_id = ${org} and r.type = ${type} and r.deleted_at is null and a.until is null
                  and a.class not in ('open', 'sealed') ${among('a.record_id')}) as found`.execute(tx.sql)
  return rows[0]?.found ?? false
}

/** Whether an export would take restricted records or values of protected classes along, as far as the actor sees them. */
export async function takesProtected(
  tx: Tx,
  request: Pick<ExportRequest, 'type' | 'query'>,
): Promise<boolean> {
  const { name } = typeOf(tx, request.type)
  if (!(await holdsProtected(tx, name, null))) return false
  if (!request.query || Object.keys(request.query).length === 0) return true
  for await (const ids of idsOf(tx, request)) if (await holdsProtected(tx, name, ids)) return true
  return false
}

async function allIds(tx: Tx, request: Pick<ExportRequest, 'type' | 'query'>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const ids of idsOf(tx, request)) {
    all.push(...ids)
    if (all.length > mostApproved)
      throw new Problem('too_large', {
        explanation: {
          en: `More than ${mostApproved} records cannot be approved at once. Narrow the list.`,
          es: `No pueden aprobarse más de ${mostApproved} registros a la vez. Acote la lista.`,
          ca: `No es poden aprovar més de ${mostApproved} registres alhora. Acoteu la llista.`,
        },
      })
  }
  return all
}

async function digestOf(tx: Tx, spec: ExportSpec, ids: readonly string[]): Promise<Buffer> {
  const { rows } = await sql<{ digest: Buffer }>`
    select records_digest(${JSON.stringify(spec)}::jsonb, ${[...ids]}::uuid[]) as digest`.execute(tx.sql)
  const digest = rows[0]?.digest
  if (!digest) throw new Error('the database gave no digest')
  return digest
}

/** Asks a second person for an export: of exactly the records that it finds now, as they are now. Gives the approval. */
export async function askExport(tx: Tx, request: ExportRequest, reason: string): Promise<string> {
  const type = typeOf(tx, request.type)
  const ids = await allIds(tx, request)
  const { rows } = await sql<{ class: ValueClass }>`
    select distinct p.class from record_part p where p.org_id = ${tx.actor.orgId}::uuid
       and p.record_id = any(${[...ids]}::uuid[]) and p.values <> '{}' and p.class <> 'sealed'
    union select distinct l.class from link l where l.org_id = ${tx.actor.orgId}::uuid and l.until is null
       and l.from_id = any(${[...ids]}::uuid[]) and l.class not in ('open', 'sealed')
    union select distinct c.class from citation c where c.org_id = ${tx.actor.orgId}::uuid and c.until is null
       and c.record_id = any(${[...ids]}::uuid[]) and c.class not in ('open', 'sealed')
    union select distinct a.class from attachment a where a.org_id = ${tx.actor.orgId}::uuid and a.until is null
       and a.record_id = any(${[...ids]}::uuid[]) and a.class not in ('open', 'sealed')`.execute(tx.sql)
  const spec: ExportSpec = {
    type: type.name,
    format: request.format,
    ...(request.query && { query: request.query }),
    ...(request.languages && { languages: request.languages }),
    classes: ['open', ...rows.map((row) => row.class).sort()],
  }
  return askApproval(tx, {
    kind: exportKind,
    digest: await digestOf(tx, spec, ids),
    content: spec,
    recordIds: ids,
    classes: spec.classes,
    reason,
  })
}

/** What an approval of an export is about, the records of it, and whether they are still what was asked for. */
export async function readExport(
  tx: Tx,
  approval: Approval,
): Promise<{ readonly spec: ExportSpec; readonly ids: readonly string[]; readonly holds: boolean }> {
  const spec = approval.content as ExportSpec
  const ids = [...(await frozen(tx, approval.id)).keys()]
  return { spec, ids, holds: (await digestOf(tx, spec, ids)).equals(approval.digest) }
}

/** Record → version, as they were when it was asked. */
async function frozen(tx: Tx, id: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`select r.id, r.version
    from approval a cross join lateral unnest(a.record_ids, a.versions) as r(id, version)
    where a.org_id = ${tx.actor.orgId}::uuid and a.id = ${id}::uuid`.execute(tx.sql)
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** The request that an approval of the actor's own is about. */
export async function approvedRequest(tx: Tx, id: string): Promise<ExportRequest> {
  const approval = await readApproval(tx, id)
  if (approval.kind !== exportKind || approval.askedBy.id !== tx.actor.accountId)
    throw new Problem('not_found')
  if (approval.content === null) throw new Problem('conflict', { explanation: approvalWords.over })
  const { classes: _, ...request } = approval.content as ExportSpec
  return { ...request, approval: id }
}

/**
 * Decides what of an export may leave, and spends its approval: to be committed before the first byte. Throws `conflict`
 * where a second person is needed and was not asked, or where it is no longer what they approved.
 */
export async function permitExport(tx: Tx, request: ExportRequest): Promise<ExportPermit> {
  if (request.open) return { open: true, classes: new Set<ValueClass>(['open']) }
  if (request.approval !== undefined) {
    const approval = await readApproval(tx, request.approval)
    if (approval.kind !== exportKind) throw new Problem('not_found')
    if (approval.content === null) throw new Problem('conflict', { explanation: approvalWords.over })
    const spec = approval.content as ExportSpec
    if (spec.type !== request.type || spec.format !== request.format) throw new Problem('not_found')
    const exactly = await frozen(tx, approval.id)
    // Asked anew, so that a record which came to be found since is noticed.
    await spendApproval(tx, approval.id, await digestOf(tx, spec, await allIds(tx, spec)))
    return { approval: approval.id, exactly, classes: new Set(spec.classes) }
  }
  if (!(await fourEyes(tx))) return (await takesProtected(tx, request)) ? { alone: true } : {}
  if (await takesProtected(tx, request)) throw new Problem('conflict', { explanation: approvalWords.needed })
  return { unasked: true }
}

/** Keeps of a page what may leave; throws where something came about that was not approved. */
export function permitted(
  tx: Tx,
  permit: ExportPermit,
  records: readonly RecordView[],
): readonly RecordView[] {
  const changed = () => new Problem('conflict', { explanation: approvalWords.changed })
  if (permit.open) return records.filter((record) => record.visibility !== 'restricted')
  for (const record of records) {
    if (permit.exactly && permit.exactly.get(record.id) !== record.version) throw changed()
    if (permit.unasked && (record.visibility === 'restricted' || hasProtected(tx, record))) throw changed()
  }
  return records
}

const hasProtected = (tx: Tx, { type, values }: RecordView): boolean =>
  (tx.schema.types.get(type)?.fields ?? []).some((field) => {
    const value = values[field.name]
    return value !== undefined && classOf(field) !== 'open' && classOf(field) !== 'sealed' && !isSealed(value)
  })

/** The classes of value that leave: what the actor reads, and of that what the permit lets through. */
export async function classesOf(tx: Tx, permit: ExportPermit): Promise<ReadonlySet<ValueClass>> {
  const readable = await readableClasses(tx)
  return permit.classes ? new Set([...readable].filter((one) => permit.classes?.has(one))) : readable
}
