import { sql } from 'kysely'
import { type ConsentLack, consentLacks } from '#platform/consent'
import type { Tx, ValueClass } from '#platform/records'

/** How far a person agreed to be handed to a partner: the grant, or what is lacking. */
export type ReferralConsent =
  | {
      readonly granted: true
      readonly consentId: string
      readonly lastDay: string | null
      /** `open`, and of the protected classes those that the person named. */
      readonly classes: ReadonlySet<ValueClass>
      readonly pictures: boolean
    }
  | { readonly granted: false; readonly lack: ConsentLack }

/** Asks the database whether a person agreed to be shared with that partner, for referral, as a file, today. */
export async function referralConsent(tx: Tx, personId: string, partner: string): Promise<ReferralConsent> {
  const { rows } = await sql<{
    consent: string | null
    last_day: string | null
    reason: string
    classes: ValueClass[]
    pictures: boolean
  }>`select consent, last_day, reason, classes, pictures from referral_consent(${personId}::uuid, ${partner})`.execute(
    tx.sql,
  )
  const row = rows[0]
  if (!row?.consent)
    return { granted: false, lack: consentLacks.find((lack) => lack === row?.reason) ?? 'none' }
  return {
    granted: true,
    consentId: row.consent,
    lastDay: row.last_day,
    classes: new Set<ValueClass>(['open', ...row.classes]),
    pictures: row.pictures,
  }
}
