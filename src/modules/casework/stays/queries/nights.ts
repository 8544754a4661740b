import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** One night of one host; `host` null: the hosts that the reader does not see, together. */
export interface Night {
  readonly host: string | null
  readonly title: string
  readonly night: string
  readonly places: number
  readonly taken: number
}

/** Places and how many are taken, each night from `first` to `last` (`2026-11-21`), both included; 400 nights at most. */
export async function readNights(tx: Tx, first: string, last: string): Promise<readonly Night[]> {
  const { rows } = await sql<Night>`
    select n.host, coalesce(r.title, '') as title, n.night::text as night, n.places, n.taken
      from refuge_nights(${first}::date, ${last}::date) n
      left join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = n.host
     order by r.title nulls last, n.host, n.night`.execute(tx.sql)
  return rows
}

/** The day after a number of days. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day some months later; the last of the month where it has none. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
