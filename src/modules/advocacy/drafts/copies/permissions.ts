import { sql } from 'kysely'
import { type Publicity, consentInForce, publicityOf } from '#platform/consent'
import type { Tx, ValueClass } from '#platform/records'
import { inPublic } from '../gather/of-consent.ts'
import type { Gathered } from '../gather/value.ts'
import { readAskedConsent } from '../queries/read-asked.ts'

/** What somebody agreed to today, for a document of this mechanism. */
export interface Permission {
  /** That something is done for them at all. */
  readonly act: boolean
  readonly nameToState: boolean
  readonly namePublic: boolean
  /** The classes of value that may go to the partner, `open` among them; null: nothing may. */
  readonly partner: ReadonlySet<ValueClass> | null
  /** Whether they may be spoken of; null for who is in no case as one at risk. */
  readonly publicity: Publicity | null
}

/** By the id of the person. Whoever is not in it agreed to nothing. */
export type Permissions = ReadonlyMap<string, Permission>

/** Asks the database for what each person of a case agreed to today. `partner`: to whom a partner's copy would go. */
export async function readPermissions(
  tx: Tx,
  gathered: Pick<Gathered, 'parties'>,
  mechanismId: string,
  partner: string | null = null,
): Promise<Permissions> {
  const asked = await readAskedConsent(tx, mechanismId)
  const permissions = new Map<string, Permission>()
  for (const { id, kind } of gathered.parties.values()) {
    if (kind !== 'person') continue
    const granted = async (scope: 'act' | 'name_to_state' | 'name_public') =>
      (await consentInForce(tx, id, { scope, ...(scope === 'name_public' ? inPublic : asked) })).granted
    permissions.set(id, {
      act: await granted('act'),
      nameToState: await granted('name_to_state'),
      namePublic: await granted('name_public'),
      partner: partner === null ? null : await partnerClasses(tx, id, partner),
      publicity: await publicityOf(tx, id),
    })
  }
  return permissions
}

/** The classes that somebody agreed to share with a partner by that name; null where they did not. */
async function partnerClasses(
  tx: Tx,
  personId: string,
  partner: string,
): Promise<ReadonlySet<ValueClass> | null> {
  const { rows } = await sql<{ consent: string | null; classes: ValueClass[] | null }>`
    select consent, classes from referral_consent(${personId}::uuid, ${partner})`.execute(tx.sql)
  const row = rows[0]
  return row?.consent ? new Set<ValueClass>(['open', ...(row.classes ?? [])]) : null
}
