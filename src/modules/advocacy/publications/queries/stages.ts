import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Where a text stands. `approved`: a second person has seen it, and it waits for its instant. */
export const textStages = ['draft', 'in_review', 'approved', 'released'] as const
export type TextStage = (typeof textStages)[number]

/** The stage of a text, found from what was asked and published: kept nowhere a second time, so it cannot be wrong. */
export interface Standing {
  readonly stage: TextStage
  /** What waits for a second person, where the asker may see it. */
  readonly approval: string | null
  readonly slug: string | null
  /** From when it is seen, where that is still to come. */
  readonly notBefore: Date | null
  readonly publishedAt: Date | null
}

const draft: Standing = { stage: 'draft', approval: null, slug: null, notBefore: null, publishedAt: null }

/** Where texts or campaigns stand, by their ids. A change that waits for a second person leaves a released one released. */
export async function readStandings(
  tx: Tx,
  ids: readonly string[],
  kind: 'public_text' | 'campaign' = 'public_text',
): Promise<(id: string) => Standing> {
  if (ids.length === 0) return () => draft
  const { rows } = await sql<{
    id: string
    slug: string | null
    not_before: Date | null
    published_at: Date | null
    approval: string | null
  }>`
    select one.id, p.slug, case when p.not_before > now() then p.not_before end as not_before, p.published_at,
           (select a.id from approval a
             where a.org_id = ${tx.actor.orgId}::uuid and a.kind = 'publication' and a.subject = one.id
               and a.decision is null and a.withdrawn_at is null and a.expires_at > now()
             order by a.asked_at desc limit 1) as approval
      from unnest(${[...ids]}::uuid[]) one(id)
      left join publication p on p.org_id = ${tx.actor.orgId}::uuid and p.record_id = one.id and p.kind = ${kind}
       and (p.last_day is null or p.last_day >= (now() at time zone 'utc')::date::text)
       and (p.not_after is null or p.not_after > now())`.execute(tx.sql)
  const found = new Map(
    rows.map((row): readonly [string, Standing] => [
      row.id,
      {
        stage: row.slug ? (row.not_before ? 'approved' : 'released') : row.approval ? 'in_review' : 'draft',
        approval: row.approval,
        slug: row.slug,
        notBefore: row.not_before,
        publishedAt: row.published_at,
      },
    ]),
  )
  return (id) => found.get(id) ?? draft
}

/** What the public is given of a text now, or will be at its instant, and what of the choices was taken; null: nothing. */
export async function readReleased(
  tx: Tx,
  id: string,
): Promise<{ readonly data: unknown; readonly choice: readonly string[] } | null> {
  const { rows } = await sql<{ data: unknown; choice: string[] }>`
    select data, choice from publication
     where org_id = ${tx.actor.orgId}::uuid and record_id = ${id}::uuid and kind = 'public_text'`.execute(
    tx.sql,
  )
  return rows[0] ?? null
}
