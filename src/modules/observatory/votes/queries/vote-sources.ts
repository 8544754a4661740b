import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** A source of votes in one body, with the files of it that are in use. */
export interface VoteSource {
  readonly dataset: string
  /** `ga`, `sc`, `hrc`, `chr`, `oas-ga`, … */
  readonly body: string
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
  }[]
  /** Texts of any kind, and those of them with the names of who voted how. */
  readonly rollCalls: number
  readonly recorded: number
  /** First and last day. */
  readonly from: string
  readonly to: string
}

/** Datasets that only describe what another holds the votes of: never shown by themselves. */
export const describing: readonly string[] = [
  'voeten-rollcalls',
  'unvotes-rollcalls',
  'unvotes-issues',
  'hrc-resolutions',
]

/** Of two sources of a body that are about as complete, the one that counts when none is chosen: official ones first. */
const preference: readonly string[] = [
  ...['undl-ga', 'undl-sc', 'undl-marc', 'voeten', 'unvotes'],
  ...['hrc', 'ohchr-marc', 'hrc-report', 'oas', 'vetoes'],
]

const rank = (dataset: string): number => {
  const at = preference.indexOf(dataset)
  return at < 0 ? preference.length : at
}

/** The sources of votes that are in use, by body; of one body the preferred first. One statement. */
export async function voteSources(tx: Tx): Promise<readonly VoteSource[]> {
  const { rows } = await sql<{
    readonly dataset: string
    readonly body: string
    readonly id: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
    readonly rollCalls: number
    readonly recorded: number
    readonly from: string
    readonly to: string
  }>`
    select f.dataset, c.body, f.id, f.name, f.version, f.sha256, f.data_until as "dataUntil", c.n as "rollCalls", c.recorded,
           c."from", c."to"
      from observatory_file f
      cross join lateral (
        select body, count(*)::int as n, count(r.yes)::int as recorded, min(r.held_on)::text as "from", max(r.held_on)::text as "to"
          from observatory_roll_call r where r.org_id = f.org_id and r.file_id = f.id group by body) c
     where f.org_id = ${tx.actor.orgId}::uuid and f.superseded_by is null
       and f.dataset <> all(${[...describing]}::text[])
     order by f.imported_at desc, f.id desc`.execute(tx.sql)
  const grouped = new Map<string, VoteSource>()
  for (const row of rows) {
    const { dataset, body, id, name, version, sha256, dataUntil } = row
    const before = grouped.get(`${body} ${dataset}`)
    grouped.set(`${body} ${dataset}`, {
      dataset,
      body,
      files: [...(before?.files ?? []), { id, name, version, sha256, dataUntil }],
      rollCalls: (before?.rollCalls ?? 0) + row.rollCalls,
      recorded: (before?.recorded ?? 0) + row.recorded,
      from: before && before.from < row.from ? before.from : row.from,
      to: before && before.to > row.to ? before.to : row.to,
    })
  }
  const sources = [...grouped.values()]
  /** Whether it names less than half of the votes that another source of the body does: a sample, one session. */
  const isPart = (one: VoteSource): number =>
    Number(sources.some(({ body, recorded }) => body === one.body && recorded > one.recorded * 2))
  return sources.toSorted(
    (one, other) =>
      one.body.localeCompare(other.body) ||
      isPart(one) - isPart(other) ||
      rank(one.dataset) - rank(other.dataset) ||
      one.dataset.localeCompare(other.dataset),
  )
}

/**
 * The source of a body that counts when none is chosen: the first in the order of preference that names who voted in at least half
 * as many roll calls as the fullest. A single year of an official source does not hide all others.
 */
export function preferredSource(sources: readonly VoteSource[], body: string): VoteSource | null {
  const named = sources.filter((one) => one.body === body && one.recorded > 0)
  const most = Math.max(...named.map(({ recorded }) => recorded))
  return named.find(({ recorded }) => recorded * 2 >= most) ?? null
}

/** The files of a body from its preferred source with names; empty when there is none. */
export const preferredFiles = (sources: readonly VoteSource[], body: string): readonly string[] =>
  preferredSource(sources, body)?.files.map(({ id }) => id) ?? []
