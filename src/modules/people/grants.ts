import { sql } from 'kysely'
import { isId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, belongs, readRecord } from '#platform/records'

/** A person or team that was let into a restricted record. */
export interface Holder {
  readonly kind: 'person' | 'team'
  readonly id: string
  readonly name: string
  /** The moment at which it ends; null: never. */
  readonly until: Date | null
  readonly ended: boolean
}

/** Who holds a record that the asker holds; for others nothing. */
export async function readHolders(tx: Tx, recordId: string): Promise<readonly Holder[]> {
  const { rows } = await sql<{
    kind: 'person' | 'team'
    id: string
    name: string
    until: Date | null
    ended: boolean
  }>`
    select 'person' as kind, a.id, a.name, g.until, coalesce(g.until <= now(), false) as ended
      from record_grant g join account a on a.org_id = g.org_id and a.id = g.account_id
     where g.org_id = ${tx.actor.orgId}::uuid and g.record_id = ${recordId}::uuid
    union all
    select 'team', t.id, t.name, g.until, coalesce(g.until <= now(), false)
      from record_team_grant g join team t on t.org_id = g.org_id and t.id = g.team_id
     where g.org_id = ${tx.actor.orgId}::uuid and g.record_id = ${recordId}::uuid
     order by 1, 3`.execute(tx.sql)
  return rows
}

/** The last day of a grant that ends at the following midnight. */
export const dayOf = (until: Date): Date => new Date(until.getTime() - 1)

/** A day as it was typed (`2026-12-31`), not before today; null for none. Throws `invalid`. */
export function readDay(text: string, now = new Date()): string | null {
  const day = text.trim()
  if (day === '') return null
  const at = new Date(`${day}T12:00:00Z`)
  const real =
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  if (!real || at.getTime() < now.getTime() - 86_400_000) throw new Problem('invalid')
  return day
}

/** Lets a person or a team (`person:id`, `team:id`) into a record, until the end of a day or for good. */
export async function giveAccess(tx: Tx, recordId: string, who: string, day: string | null): Promise<void> {
  const { id } = await readRecord(tx, recordId)
  await refuseBelonging(tx, id)
  const { kind, holder } = parseWho(who)
  const until = day ? sql`(${day}::date + 1)::timestamptz` : sql`null`
  if (kind === 'person')
    await sql`insert into record_grant (org_id, record_id, account_id, granted_by, until)
      select a.org_id, ${id}::uuid, a.id, ${tx.actor.accountId}::uuid, ${until} from account a
       where a.org_id = ${tx.actor.orgId}::uuid and a.id = ${holder}::uuid
      on conflict (org_id, record_id, account_id)
      do update set until = excluded.until, granted_by = excluded.granted_by, granted_at = now()`.execute(
      tx.sql,
    )
  else
    await sql`insert into record_team_grant (org_id, record_id, team_id, granted_by, until)
      select t.org_id, ${id}::uuid, t.id, ${tx.actor.accountId}::uuid, ${until} from team t
       where t.org_id = ${tx.actor.orgId}::uuid and t.id = ${holder}::uuid
      on conflict (org_id, record_id, team_id)
      do update set until = excluded.until, granted_by = excluded.granted_by, granted_at = now()`.execute(
      tx.sql,
    )
  await writeLedger(tx, 'grant.give', id, { to: who, until: day })
}

/** Takes access away. Throws `conflict` where nobody could open the record for good any more. */
export async function takeAccess(tx: Tx, recordId: string, who: string): Promise<void> {
  const { id } = await readRecord(tx, recordId)
  await refuseBelonging(tx, id)
  const { kind, holder } = parseWho(who)
  // First the ledger: who takes their own access away may not write about the record afterwards.
  await writeLedger(tx, 'grant.take', id, { from: who })
  try {
    await (kind === 'person'
      ? tx.sql
          .deleteFrom('record_grant')
          .where('org_id', '=', tx.actor.orgId)
          .where('record_id', '=', id)
          .where('account_id', '=', holder)
          .execute()
      : tx.sql
          .deleteFrom('record_team_grant')
          .where('org_id', '=', tx.actor.orgId)
          .where('record_id', '=', id)
          .where('team_id', '=', holder)
          .execute())
  } catch (error) {
    if (error instanceof Error && /the last who may open it/.test(error.message))
      throw new Problem('conflict', { cause: error })
    throw error
  }
}

/** The day before which a record may not be published, as text; null for none. */
export async function readEmbargo(tx: Tx, recordId: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('record')
    .select('embargo_until')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', recordId)
    .executeTakeFirst()
  return row?.embargo_until ?? null
}

/** Sets or lifts the embargo. */
export async function setEmbargo(tx: Tx, recordId: string, day: string | null): Promise<void> {
  const { id } = await readRecord(tx, recordId)
  await tx.sql
    .updateTable('record')
    .set({ embargo_until: day })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .execute()
  await writeLedger(tx, 'record.embargo', id, { until: day })
}

/** What belongs to another record is seen by those who see that one. */
async function refuseBelonging(tx: Tx, id: string): Promise<void> {
  if (await belongs(tx, id))
    throw new Problem('conflict', {
      explanation: {
        en: 'Who sees this is decided on the record to which it belongs.',
        es: 'Quién ve esto se decide en el registro al que pertenece.',
        ca: 'Qui veu això es decideix al registre a què pertany.',
      },
    })
}

function parseWho(who: string): { readonly kind: 'person' | 'team'; readonly holder: string } {
  const [kind, holder = ''] = who.split(':')
  if ((kind !== 'person' && kind !== 'team') || !isId(holder)) throw new Problem('malformed')
  return { kind, holder }
}
