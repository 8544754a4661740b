import { sql } from 'kysely'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** A choice of filters under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** Where it leads: a page of work with its filters. */
  readonly href: string
  readonly own: boolean
  readonly by: string
}

/** The pages of work that have filters, and the filters that they have. */
const filters: Readonly<Record<string, readonly string[]>> = {
  '/workspace/day': ['until'],
  '/workspace/week': ['team', 'person'],
  '/workspace/answers': ['by', 'whose'],
  '/workspace/records/task': ['owner', 'team', 'state', 'case', 'q', 'sort'],
  '/workspace/records/step': ['kind', 'counterpart', 'answer', 'by', 'case', 'q', 'sort'],
}

const notAView = {
  en: 'Give it a name of up to 80 letters.',
  es: 'Dele un nombre de hasta 80 letras.',
  ca: 'Poseu-li un nom de fins a 80 lletres.',
}

/** The address of a page of work with its own filters alone; null for any other page. */
export function viewAddress(address: string): string | null {
  const [path = '', search = ''] = address.split('?')
  const known = filters[path]
  if (!known) return null
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => known.includes(name) && value.length <= 100,
  )
  const query = new URLSearchParams(kept).toString()
  return query === '' ? path : `${path}?${query}`
}

/** Keeps a view, one's own or shared with one of one's teams. */
export async function saveView(
  tx: Tx,
  given: { readonly name: string; readonly address: string; readonly teamId: string | null },
): Promise<void> {
  const name = given.name.trim()
  const address = viewAddress(given.address)
  if (name === '' || name.length > 80)
    throw new Problem('invalid', { fields: [{ field: 'name', message: notAView }] })
  if (address === null || address.length > 500) throw new Problem('malformed')
  await sql`insert into work_view (org_id, id, account_id, team_id, name, query)
    values (${tx.actor.orgId}::uuid, ${newId()}::uuid, ${tx.actor.accountId}::uuid, ${given.teamId}::uuid, ${name}, ${address})`.execute(
    tx.sql,
  )
}

/** Takes one's own view away. */
export async function removeView(tx: Tx, id: string): Promise<void> {
  await sql`delete from work_view where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid
    and account_id = ${tx.actor.accountId}::uuid`.execute(tx.sql)
}

/** One's own views and those shared with one's teams. */
export async function listViews(tx: Tx): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`
    select v.id, v.name, v.query as href, v.account_id = ${tx.actor.accountId}::uuid as own, coalesce(a.name, '') as by
      from work_view v left join account a on a.org_id = v.org_id and a.id = v.account_id
     where v.org_id = ${tx.actor.orgId}::uuid order by v.name limit 50`.execute(tx.sql)
  return rows.filter(({ href }) => viewAddress(href) === href)
}
