import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** What somebody may agree to. */
export const consentScopes = ['act', 'name_to_state', 'name_public', 'photo', 'share_partners'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** What for. `any` stands in a grant alone. */
export const consentPurposes = [
  'protection',
  'advocacy',
  'publication',
  'campaign',
  'programme',
  'referral',
  'research',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** By which way it leaves. `any` stands in a grant alone. */
export const consentChannels = [
  'website',
  'letter',
  'press',
  'social_media',
  'hearing',
  'bundle',
  'event',
] as const
export type ConsentChannel = (typeof consentChannels)[number]

/** Why there is no grant: of those that were given, the one that comes nearest says so. */
export const consentLacks = [
  'none',
  'other_scope',
  'other_purpose',
  'other_channel',
  'other_partner',
  'not_yet',
  'expired',
  'withdrawn',
] as const
export type ConsentLack = (typeof consentLacks)[number]

/** What is asked before something of a person leaves. */
export interface ConsentAsked {
  readonly scope: ConsentScope
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
  /** Now unless told. The day is that of UTC. */
  readonly at?: Date
}

/** The record of the grant and its last day (`2027-03-31`, null: none), or why there is none. */
export type ConsentAnswer =
  | { readonly granted: true; readonly consentId: string; readonly lastDay: string | null }
  | { readonly granted: false; readonly lack: ConsentLack }

/**
 * Whether a person's consent is in force for exactly this: the one question that everything asks that lets something of
 * a person leave. The database answers, from all consents of the person, whoever may see them.
 */
export async function consentInForce(
  tx: Pick<Tx, 'sql'>,
  personId: string,
  { scope, purpose, channel, at = new Date() }: ConsentAsked,
): Promise<ConsentAnswer> {
  const { rows } = await sql<{ consent: string | null; last_day: string | null; reason: string }>`
    select consent, last_day, reason
      from consent_in_force(${personId}::uuid, ${scope}, ${purpose}, ${channel}, ${at.toISOString().slice(0, 10)}::date)`.execute(
    tx.sql,
  )
  const row = rows[0]
  if (row?.consent) return { granted: true, consentId: row.consent, lastDay: row.last_day }
  return { granted: false, lack: consentLacks.find((lack) => lack === row?.reason) ?? 'none' }
}
