import { type Transaction, sql } from 'kysely'
import { type Tables, isId } from '#platform/db'
import { Problem } from '#platform/problem'

/** Which entries: all that are given have to fit. Days are UTC, both included. */
export interface EntryQuery {
  readonly act?: string
  /** A person's id, or `none`: where nobody was signed in. */
  readonly account?: string
  readonly from?: string
  readonly to?: string
  /** Only entries before this place. */
  readonly before?: string
}

export interface Entry {
  readonly place: string
  readonly at: Date
  readonly account: string | null
  /** The person's name; null where nobody was signed in. */
  readonly by: string | null
  readonly act: string
  readonly subject: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return day.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** What an address asks for; what cannot be meant is a malformed request. */
export function entryQuery(search: URLSearchParams): EntryQuery {
  const query: Record<string, string> = {}
  for (const name of ['act', 'account', 'from', 'to', 'before'] as const) {
    const value = search.get(name)?.trim() ?? ''
    if (value === '') continue
    const fits = {
      act: /^[a-z_]+\.[a-z_]+$/.test(value),
      account: value === 'none' || isId(value),
      from: isDay(value),
      to: isDay(value),
      before: /^\d{1,18}$/.test(value),
    }[name]
    if (!fits) throw new Problem('malformed')
    query[name] = value
  }
  return query
}

export const entriesShown = 100

/** The latest entries that fit, and where the next page begins, or null. */
export async function listEntries(
  trx: Transaction<Tables>,
  orgId: string,
  query: EntryQuery,
): Promise<{ readonly entries: readonly Entry[]; readonly next: string | null }> {
  const { act, account, from, to, before } = query
  const { rows } = await sql<Entry>`
    select l.place::text, l.at, l.account_id as account, a.name as by, l.act, l.subject, l.detail
      from ledger l left join account a on a.org_id = l.org_id and a.id = l.account_id
     where l.org_id = ${orgId}::uuid and l.place is not null
       ${act === undefined ? sql`` : sql`and l.act = ${act}`}
       ${account === undefined ? sql`` : account === 'none' ? sql`and l.account_id is null` : sql`and l.account_id = ${account}::uuid`}
       ${from === undefined ? sql`` : sql`and l.at >= ${`${from}T00:00:00Z`}::timestamptz`}
       ${to === undefined ? sql`` : sql`and l.at < ${`${to}T00:00:00Z`}::timestamptz + interval '24 hours'`}
       ${before === undefined ? sql`` : sql`and l.place < ${before}::bigint`}
     order by l.place desc limit ${entriesShown + 1}`.execute(trx)
  const entries = rows.slice(0, entriesShown)
  return { entries, next: rows.length > entriesShown ? (entries.at(-1)?.place ?? null) : null }
}
