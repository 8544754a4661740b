import { sql } from 'kysely'
import { dateBounds } from '#platform/dates'
import { type RecordView, type Reference, type Tx, readRecords, valuesOf } from '#platform/records'
import { textOf } from '../../show.ts'
import { type RequestDate, type RequestState, datesOf } from '../clocks/request-dates.ts'
import { appealable, overStates } from '../options.ts'
import { type Book } from '../procedures/book.ts'
import { type Procedure } from '../procedures/procedure.ts'

/** A request with all that belongs to it and its dates, as far as the reader may see. */
export interface RequestFile {
  readonly request: RecordView
  readonly case: { readonly id: string; readonly title: string } | null
  readonly procedure: Procedure | null
  readonly certificates: readonly RecordView[]
  readonly papers: readonly RecordView[]
  readonly interviews: readonly RecordView[]
  readonly decisions: readonly RecordView[]
  readonly appeals: readonly RecordView[]
  readonly events: readonly RecordView[]
  readonly days: readonly RecordView[]
  readonly dates: readonly RequestDate[]
}

/** Which requests: of a case, of one person's day, by id; all that the reader sees unless told. */
export interface RequestQuery {
  readonly ids?: readonly string[]
  readonly caseId?: string
  /** Those that this person follows, or whose case they follow where nobody is named. */
  readonly ownerId?: string
  /** Only those in which something may still be waited for. */
  readonly ongoing?: boolean
  readonly limit: number
}

/** The ids of requests with their cases, by three conditions at most; those touched last come first. */
async function findRequests(tx: Tx, query: RequestQuery) {
  const { ids, caseId, ownerId, ongoing, limit } = query
  const { rows } = await sql<{ id: string; caseId: string | null; caseTitle: string | null }>`
    select r.id, c.id as "caseId", c.title as "caseTitle"
      from record r
      left join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
      left join record c on c.org_id = l.org_id and c.id = l.to_id
     where r.org_id = ${tx.actor.orgId}::uuid and r.type = 'asylum_request' and r.deleted_at is null and r.merged_into is null
       ${ids === undefined ? sql`` : sql`and r.id = any(${[...ids]}::uuid[])`}
       ${caseId === undefined ? sql`` : sql`and c.id = ${caseId}::uuid`}
       ${ownerId === undefined ? sql`` : sql`and coalesce(nullif(r.values->>'owner', ''), c.values->>'assigned_to') = ${ownerId}`}
       ${ongoing ? sql`and coalesce(r.values->>'state', '') <> all(${[...overStates]}::text[])` : sql``}
     order by r.updated_at desc, r.id limit ${limit}`.execute(tx.sql)
  return rows
}

/** What belongs to these requests, by request: one statement for all of them. */
async function findParts(
  tx: Tx,
  requests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ request: string; id: string }>`
    select l.to_id as request, r.id
      from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...requests]}::uuid[]) and l.belongs and l.until is null
       and r.deleted_at is null and r.merged_into is null
     order by r.created_at, r.id`.execute(tx.sql)
  const found = new Map<string, string[]>()
  for (const { request, id } of rows) found.set(request, [...(found.get(request) ?? []), id])
  return found
}

/** Requests with their dates as of the organisation's book. Reads nothing more where there is none. */
export async function readRequests(
  tx: Tx,
  query: RequestQuery,
  book: () => Promise<Book>,
): Promise<readonly RequestFile[]> {
  const found = await findRequests(tx, query)
  if (found.length === 0) return []
  const parts = await findParts(
    tx,
    found.map(({ id }) => id),
  )
  const records = new Map(
    (await readRecords(tx, [...found.map(({ id }) => id), ...[...parts.values()].flat()])).map((one) => [
      one.id,
      one,
    ]),
  )
  const known = await book()
  return found.flatMap(({ id, caseId, caseTitle }) => {
    const request = records.get(id)
    if (!request) return []
    const own = (parts.get(id) ?? []).flatMap((one) => records.get(one) ?? [])
    return [fileOf(request, own, caseId === null ? null : { id: caseId, title: caseTitle ?? '' }, known)]
  })
}

const day = (record: RecordView, name: string): string => textOf(record.values[name])

function fileOf(
  request: RecordView,
  own: readonly RecordView[],
  of: RequestFile['case'],
  book: Book,
): RequestFile {
  const ofType = (type: string, by: string) =>
    own.filter((one) => one.type === type).toSorted((a, b) => day(a, by).localeCompare(day(b, by)))
  const procedure = book.procedures.get(textOf(request.values['procedure'])) ?? null
  const file = {
    request,
    case: of,
    procedure,
    certificates: ofType('asylum_certificate', 'issued_on'),
    papers: own.filter((one) => one.type === 'asylum_paper'),
    interviews: ofType('asylum_interview', 'on'),
    decisions: ofType('asylum_decision', 'decided_on'),
    appeals: ofType('asylum_appeal', 'filed_on'),
    events: ofType('asylum_event', 'on'),
    days: ofType('asylum_day', 'day'),
  }
  const calendar = procedure ? book.calendars.get(procedure.country) : undefined
  const dates = procedure
    ? datesOf(procedure, stateOf(file), { margin: book.margin, ...(calendar && { calendar }) })
    : []
  return { ...file, dates }
}

const isHeld = (interview: RecordView): boolean => interview.values['held'] === 'held'

/** What the records of a request say, in the terms of counting. */
export function stateOf(file: Omit<RequestFile, 'dates' | 'case' | 'procedure'>): RequestState {
  const { request, certificates, interviews, decisions, appeals, events, days } = file
  const state = textOf(request.values['state'])
  const madeAt = textOf(request.values['made_at'])
  const when = (record: RecordView, on = 'on', at = 'at') => day(record, at) || day(record, on)
  const received = when(request, 'received_on', 'received_at')
  return {
    madeAt: madeAt === 'border' || madeAt === 'territory' ? madeAt : null,
    happenings: [
      ...(received === ''
        ? []
        : [{ record: request.id, step: 'request', anchor: 'submission.receivedDate', at: received }]),
      ...interviews
        .filter(isHeld)
        .map((one) => ({ record: one.id, step: day(one, 'step'), anchor: 'interview.date', at: when(one) })),
      ...decisions.flatMap((one) => {
        const of = {
          record: one.id,
          step: day(one, 'step'),
          appealable: appealable.includes(day(one, 'kind')),
        }
        return [
          ...(day(one, 'decided_on') ? [{ ...of, anchor: 'decision.date', at: day(one, 'decided_on') }] : []),
          ...(day(one, 'notified_on')
            ? [{ ...of, anchor: 'decision.notificationDate', at: day(one, 'notified_on') }]
            : []),
        ]
      }),
      ...events.flatMap((one) =>
        day(one, 'event')
          ? [{ record: one.id, step: day(one, 'step'), anchor: day(one, 'event'), at: when(one) }]
          : [],
      ),
    ],
    papers: certificates.map((one) => ({
      record: one.id,
      kind: day(one, 'kind'),
      issued: day(one, 'issued_on'),
      expires: day(one, 'expires_on') || null,
    })),
    taken: [
      ...decisions.map((one) => ({
        record: one.id,
        step: day(one, 'step'),
        on: day(one, 'decided_on') || day(one, 'notified_on'),
      })),
      ...interviews
        .filter(isHeld)
        .map((one) => ({ record: one.id, step: day(one, 'step'), on: day(one, 'on') })),
      ...events.map((one) => ({ record: one.id, step: day(one, 'step'), on: day(one, 'on') })),
    ],
    appeals: appeals.flatMap((one) =>
      (valuesOf(one.values['decision']) as readonly Reference[]).map(({ to }) => ({
        decision: to,
        on: day(one, 'filed_on'),
      })),
    ),
    set: days.flatMap((one) => {
      const set = {
        rule: day(one, 'rule'),
        record: day(one, 'of'),
        day: day(one, 'day'),
        reason: day(one, 'reason').trim(),
      }
      return set.day === '' || set.reason === '' ? [] : [set]
    }),
    over: overStates.includes(state),
    decided: state === 'recognised',
  }
}

/** A date that waits, of one of several requests. */
export interface Waiting {
  readonly file: RequestFile
  readonly date: RequestDate | null
  /** An interview that is to come. */
  readonly interview: RecordView | null
  /** The day that orders it; null where it waits without one. */
  readonly due: string | null
  readonly legal: string | null
}

/** What waits in these requests: dates that are not over, and interviews to come; the soonest first. */
export function waitingIn(files: readonly RequestFile[], margin: number): readonly Waiting[] {
  return files
    .flatMap((file): readonly Waiting[] => [
      ...file.dates.flatMap((date) => {
        const due = orderOf(file, date)
        return date.over || due === undefined
          ? []
          : [{ file, date, interview: null, due, legal: date.firm ? date.legal : null }]
      }),
      ...file.interviews
        .filter((one) => one.values['held'] === 'planned')
        .map((interview) => {
          const legal = firstDay(day(interview, 'on'))
          return { file, date: null, interview, due: legal === null ? null : earlier(legal, margin), legal }
        }),
    ])
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}

const earlier = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const firstDay = (edtf: string): string | null => (edtf === '' ? null : dateBounds(edtf).earliest)

/**
 * The day that orders a date: its safe one; of what the authority is expected to do, the last day on which it may be
 * expected. A term to appeal that nobody knows waits from the day on which it began to run.
 */
function orderOf(file: RequestFile, date: RequestDate): string | null | undefined {
  if (date.safe !== null) return date.safe
  if (date.legal !== null) return date.latest ?? date.legal
  if (date.clock?.role !== 'filing-window') return undefined
  const event = [...file.decisions, ...file.events].find(({ id }) => id === date.record)
  return event ? firstDay(day(event, event.type === 'asylum_decision' ? 'notified_on' : 'on')) : null
}
