import { sql } from 'kysely'
import { mechanismsFor } from '#catalogue/checks'
import { type Mechanism, mechanismOf } from '#catalogue/mechanisms'
import { momentAt } from '#platform/dates'
import { isCivilDay } from '#platform/deadlines'
import type { Tx } from '#platform/records'
import { type Reply, type SentState, type SubmissionClock, clocksOf, replyOf } from '../clocks.ts'

/** That a submission was sent, as it was logged. */
export interface Sending {
  readonly way: 'sent' | 'exercise' | 'earlier'
  readonly snapshotId: string | null
  readonly digest: string | null
  /** Why one person sent it alone; null where it was not an emergency. */
  readonly urgent: string | null
  readonly approved: boolean
  readonly sentAt: Date
  readonly zone: string
  readonly channel: string
  readonly receipt: string
  readonly receiptFile: string | null
  readonly people: readonly string[]
  readonly sentBy: { readonly id: string; readonly name: string }
  readonly loggedAt: Date
  readonly review: {
    readonly verdict: 'stands' | 'mend'
    readonly words: string
    readonly by: string
    readonly at: Date
  } | null
}

/** A submission with where it stands, as far as the reader may see. */
export interface SubmissionFile {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly fictitious: boolean
  readonly values: Readonly<Record<string, unknown>>
  readonly status: string
  readonly mechanism: Mechanism
  readonly case: { readonly id: string; readonly title: string; readonly countries: readonly string[] } | null
  readonly sending: Sending | null
  readonly state: SentState | null
  readonly clocks: readonly SubmissionClock[]
  readonly reply: Reply | null
}

/** Which submissions; those that were touched last come first. */
export interface SubmissionQuery {
  readonly ids?: readonly string[]
  readonly caseId?: string
  /** Those that this person drafts or sent, or whose case they follow. */
  readonly ownerId?: string
  readonly sent?: boolean
  /** Sent, and still waited for. */
  readonly ongoing?: boolean
  /** After the last of the page before, by id. */
  readonly after?: string
  readonly limit: number
}

const overStatuses = ['closed', 'rejected', 'withdrawn']

interface Row {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly fictitious: boolean
  readonly values: Readonly<Record<string, unknown>>
  readonly caseId: string | null
  readonly caseTitle: string | null
  readonly countries: unknown
  readonly way: Sending['way'] | null
  readonly snapshotId: string | null
  readonly digest: string | null
  readonly urgent: string | null
  readonly approved: boolean
  readonly sentAt: Date
  readonly zone: string
  readonly channel: string
  readonly receipt: string
  readonly receiptFile: string | null
  readonly people: readonly string[]
  readonly sentBy: string
  readonly sentByName: string
  readonly loggedAt: Date
  readonly verdict: 'stands' | 'mend' | null
  readonly reviewWords: string
  readonly reviewedBy: string
  readonly reviewedAt: Date
}

const findRows = async (tx: Tx, query: SubmissionQuery): Promise<readonly Row[]> => {
  const { ids, caseId, ownerId, sent, ongoing, after, limit } = query
  const { rows } = await sql<Row>`
    select r.id, r.title, r.version, r.fictitious, r.values, c.id as "caseId", c.title as "caseTitle", c.values->'country' as countries,
           s.way, s.snapshot_id as "snapshotId", encode(s.digest, 'hex') as digest, s.urgent, s.approval_id is not null as approved,
           s.sent_at as "sentAt", s.zone, s.channel, s.receipt, s.receipt_file as "receiptFile", coalesce(s.people, '{}') as people,
           s.sent_by as "sentBy", coalesce(a.name, '') as "sentByName", s.logged_at as "loggedAt",
           v.verdict, v.words as "reviewWords", coalesce(b.name, '') as "reviewedBy", v.reviewed_at as "reviewedAt"
      from record r
      left join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
      left join record c on c.org_id = l.org_id and c.id = l.to_id
      left join submission_sending s on s.org_id = r.org_id and s.submission_id = r.id
      left join account a on a.org_id = s.org_id and a.id = s.sent_by
      left join submission_review v on v.org_id = s.org_id and v.submission_id = s.submission_id
      left join account b on b.org_id = v.org_id and b.id = v.reviewed_by
     where r.org_id = ${tx.actor.orgId}::uuid and r.type = 'submission' and r.deleted_at is null and r.merged_into is null
       ${ids === undefined ? sql`` : sql`and r.id = any(${[...ids]}::uuid[])`}
       ${caseId === undefined ? sql`` : sql`and c.id = ${caseId}::uuid`}
       ${
         ownerId === undefined
           ? sql``
           : sql`and (r.values->>'drafter' = ${ownerId} or s.sent_by = ${ownerId}::uuid or c.values->>'assigned_to' = ${ownerId})`
       }
       ${sent || ongoing ? sql`and s.way is not null` : sql``}
       ${ongoing ? sql`and coalesce(r.values->>'status', '') <> all(${overStatuses}::text[])` : sql``}
       ${after === undefined ? sql`order by r.updated_at desc, r.id` : sql`and r.id > ${after}::uuid order by r.id`}
     limit ${limit}`.execute(tx.sql)
  return rows
}

interface Part {
  readonly of: string
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
}

const partTypes = ['submission_reply', 'submission_event', 'submission_override', 'submission_outcome']

const findParts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Part[]>> => {
  const { rows } = await sql<Part>`
    select l.to_id as of, r.type, r.values
      from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...ids]}::uuid[]) and l.belongs and l.until is null
       and r.type = any(${partTypes}::text[]) and r.deleted_at is null and r.merged_into is null
     order by r.created_at, r.id`.execute(tx.sql)
  return Map.groupBy(rows, ({ of }) => of)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Submissions with their clocks, as of the organisation's own checks of the catalogue. `now` decides what is overdue. */
export async function readSubmissions(
  tx: Tx,
  query: SubmissionQuery,
  now = new Date(),
): Promise<readonly SubmissionFile[]> {
  const rows = await findRows(tx, query)
  if (rows.length === 0) return []
  const parts = await findParts(
    tx,
    rows.filter(({ way }) => way !== null).map(({ id }) => id),
  )
  const known = new Map((await mechanismsFor(tx)).map(({ mechanism }) => [mechanism.id, mechanism]))
  const today = now.toISOString().slice(0, 10)
  return rows.flatMap((row) => {
    const id = textOf(row.values['mechanism'])
    const mechanism = known.get(id) ?? mechanismOf(id)
    return mechanism ? [fileOf(row, mechanism, parts.get(row.id) ?? [], today)] : []
  })
}

function fileOf(row: Row, mechanism: Mechanism, parts: readonly Part[], today: string): SubmissionFile {
  const status = textOf(row.values['status']) || 'draft'
  const state = row.way === null ? null : stateOf(row, status, parts)
  const clocks = state ? clocksOf(mechanism, state) : []
  return {
    id: row.id,
    title: row.title,
    version: row.version,
    fictitious: row.fictitious,
    values: row.values,
    status,
    mechanism,
    case: row.caseId
      ? {
          id: row.caseId,
          title: row.caseTitle ?? '',
          countries: Array.isArray(row.countries) ? row.countries.map(String) : [],
        }
      : null,
    sending: row.way === null ? null : sendingOf(row, row.way),
    state,
    clocks,
    reply: state ? replyOf(clocks, state, today) : null,
  }
}

const sendingOf = (row: Row, way: Sending['way']): Sending => ({
  way,
  snapshotId: row.snapshotId,
  digest: row.digest,
  urgent: row.urgent,
  approved: row.approved,
  sentAt: row.sentAt,
  zone: row.zone,
  channel: row.channel,
  receipt: row.receipt,
  receiptFile: row.receiptFile,
  people: row.people,
  sentBy: { id: row.sentBy, name: row.sentByName },
  loggedAt: row.loggedAt,
  review: row.verdict && {
    verdict: row.verdict,
    words: row.reviewWords,
    by: row.reviewedBy,
    at: row.reviewedAt,
  },
})

function stateOf(row: Row, status: string, parts: readonly Part[]): SentState {
  const of = (type: string) => parts.filter((one) => one.type === type).map(({ values }) => values)
  return {
    sentAt: momentAt(row.sentAt, row.zone),
    transmittedOn: textOf(row.values['transmitted_on']) || null,
    events: of('submission_event').map((one) => ({
      anchor: textOf(one['what']),
      at: textOf(one['at']) || textOf(one['on']),
    })),
    replies: of('submission_reply').map((one) => ({
      from: textOf(one['from']),
      quality: textOf(one['quality']),
      receivedOn: textOf(one['received_on']),
      commentSentOn: textOf(one['comment_sent_on']) || null,
    })),
    outcomes: of('submission_outcome').map((one) => textOf(one['on'])),
    overrides: Object.fromEntries(
      of('submission_override').flatMap((one) => {
        const [rule, day, reason] = [textOf(one['rule']), textOf(one['day']), textOf(one['reason'])]
        return rule && isCivilDay(day) && reason.trim() ? [[rule, { day, reason }]] : []
      }),
    ),
    over: overStatuses.includes(status),
  }
}

/** One submission; null where it is not there for this reader. */
export async function readSubmission(tx: Tx, id: string): Promise<SubmissionFile | null> {
  return (await readSubmissions(tx, { ids: [id], limit: 1 }))[0] ?? null
}
