import { sql } from 'kysely'
import { namingRefusal } from '#platform/consent'
import type { PublicKind, PublicProjection } from '#platform/house'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'

/** One record to be made public. */
export interface ToPublish {
  readonly recordId: string
  /** What of the kind's choices is shown. */
  readonly choice: readonly string[]
  /** The version of the record that was previewed; another one in the database is refused. */
  readonly version?: number
  /** Seen from this instant on (embargo), and up to that one. */
  readonly notBefore?: Date | null
  readonly notAfter?: Date | null
}

/** All that the public side would be given, and the record that it is taken from. */
export interface PreparedPublication extends Omit<PublicProjection, 'notBefore'> {
  readonly kind: PublicKind
  readonly record: RecordView
  readonly choice: readonly string[]
  readonly notBefore: Date | null
  readonly notAfter: Date | null
}

/** What stands against publishing a record as it is, in words: the kind's own rules and those of every kind. */
export async function refusalsOf(
  tx: Tx,
  kind: PublicKind,
  record: RecordView,
  projection: PublicProjection,
): Promise<readonly Labels[]> {
  const against: Labels[] = []
  if (record.type !== kind.recordType) against.push(labelsOf('refusal_not_kind'))
  if (record.deletedAt || record.mergedInto) against.push(labelsOf('refusal_deleted'))
  if (record.visibility !== 'public') against.push(labelsOf('refusal_not_public'))
  against.push(...projection.refusals)
  if (await underEmbargo(tx, record.id)) against.push(labelsOf('refused_embargo'))
  for (const named of projection.named) {
    const why = await namingRefusal(tx, named)
    if (why && !against.includes(why)) against.push(why)
  }
  return against
}

/**
 * What would be public, of a record held until the end of the transaction. Throws `conflict` with the first thing that
 * stands against it; being internal stands against it unless `opening`, where it is to be marked as public in the act.
 */
export async function preparePublication(
  tx: Tx,
  kind: PublicKind,
  given: ToPublish,
  { opening = false }: { readonly opening?: boolean } = {},
): Promise<PreparedPublication> {
  await lockRecord(tx, given.recordId)
  const found = await readRecord(tx, given.recordId)
  if (given.version !== undefined && given.version !== found.version)
    throw new Problem('conflict', { explanation: labelsOf('refused_changed') })
  const record =
    opening && found.visibility === 'internal' ? { ...found, visibility: 'public' as const } : found
  if (record.type !== kind.recordType) refuse(labelsOf('refusal_not_kind'))
  const projection = await kind.project(tx, record, new Set(given.choice))
  const [against] = await refusalsOf(tx, kind, record, projection)
  if (against) refuse(against)
  const offered = kind.choices(tx, record).map(({ name }) => name)
  if (given.choice.some((name) => !offered.includes(name))) refuse(labelsOf('refusal_field_refused'))
  const { notAfter = null } = given
  const notBefore = latest(given.notBefore ?? null, projection.notBefore ?? null)
  if (notAfter && notAfter <= (notBefore ?? new Date())) refuse(labelsOf('refused_times'))
  return { ...projection, kind, record, choice: given.choice, notBefore, notAfter }
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b))

/**
 * What was asked for, of a record held until the end of the transaction: the projection as who asked had it, which may
 * rest on more than whoever decides can read, so long as the records still hold all of it. Throws `conflict` with what
 * stands against it now.
 */
export async function prepareApproved(
  tx: Tx,
  kind: PublicKind,
  given: ToPublish,
  projection: Omit<PublicProjection, 'notBefore'>,
  { opening }: { readonly opening: boolean },
): Promise<PreparedPublication> {
  await lockRecord(tx, given.recordId)
  const found = await readRecord(tx, given.recordId)
  const record =
    opening && found.visibility === 'internal' ? { ...found, visibility: 'public' as const } : found
  // The kind's own rules as they are now: a text that went back to being a draft is not published.
  const { refusals } = await kind.project(tx, record, new Set(given.choice))
  const [against] = await refusalsOf(tx, kind, record, { ...projection, refusals })
  if (against) refuse(against)
  const { notBefore = null, notAfter = null } = given
  const prepared = { ...projection, kind, record, choice: given.choice, notBefore, notAfter }
  if (await isNoLongerHeld(tx, prepared)) refuse(labelsOf('refused_moved'))
  return prepared
}

async function isNoLongerHeld(tx: Tx, prepared: PreparedPublication): Promise<boolean> {
  const { data, sources, named } = columnsOf(prepared)
  const { rows } = await sql<{ wrong: string | null }>`select wrong_with_projection(${prepared.kind.kind},
    ${prepared.record.id}::uuid, ${data}::jsonb, ${sources}::jsonb, ${named}::jsonb) as wrong`.execute(tx.sql)
  return rows[0]?.wrong !== null
}

function refuse(explanation: Labels): never {
  throw new Problem('conflict', { explanation })
}

/** The columns of a publication as they are written, and as their digest is made. */
export const columnsOf = (prepared: PreparedPublication) => ({
  data: JSON.stringify(prepared.data),
  facets: JSON.stringify(prepared.facets),
  sort_key: prepared.sortKey,
  named: JSON.stringify(prepared.named),
  sources: JSON.stringify(prepared.sources),
  not_before: prepared.notBefore,
  not_after: prepared.notAfter,
})

/** The digest of exactly what would be public, as the database makes it. */
export async function digestOf(tx: Tx, prepared: PreparedPublication): Promise<Buffer> {
  const given = columnsOf(prepared)
  const { rows } = await sql<{ digest: Buffer }>`select publication_digest(${prepared.kind.kind},
    ${prepared.record.id}::uuid, ${given.data}::jsonb, ${given.facets}::jsonb, ${given.sort_key}, ${given.named}::jsonb,
    ${given.sources}::jsonb, ${given.not_before}::timestamptz, ${given.not_after}::timestamptz) as digest`.execute(
    tx.sql,
  )
  const digest = rows[0]?.digest
  if (!digest) throw new Error('the database gave no digest')
  return digest
}

/** Whether nothing would be public that is not now, for longer, or on less. */
export async function isNarrowing(tx: Tx, prepared: PreparedPublication): Promise<boolean> {
  const given = columnsOf(prepared)
  const { rows } = await sql`select 1 from publication p
    where p.org_id = ${tx.actor.orgId}::uuid and p.record_id = ${prepared.record.id}::uuid
      and p.kind = ${prepared.kind.kind} and p.data @> ${given.data}::jsonb and p.facets @> public_facets(${given.data}::jsonb, ${given.facets}::jsonb)
      and p.sources @> ${given.sources}::jsonb and p.named @> ${given.named}::jsonb and p.sort_key = ${given.sort_key}
      and greatest(${given.not_before}::timestamptz, now()) >= greatest(p.not_before, now())
      and coalesce(${given.not_after}::timestamptz, 'infinity') <= coalesce(p.not_after, 'infinity')`.execute(
    tx.sql,
  )
  return rows.length > 0
}

const underEmbargo = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .where(sql<boolean>`embargo_until > current_date`)
    .executeTakeFirst()) !== undefined

// Whoever changes the record meanwhile waits: what is checked is what is published.
const lockRecord = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
