import { sql } from 'kysely'
import { type ConsentChannel, type ConsentPurpose, consentChannels, consentPurposes } from '#platform/consent'
import type { Tx } from '#platform/records'

/** For which purpose and by which way consent is asked for what goes to a mechanism. */
export interface AskedConsent {
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
}

/** The same that the database asks when something is sent; advocacy by letter where it has no rule of its own. */
export async function readAskedConsent(tx: Tx, mechanismId: string): Promise<AskedConsent> {
  const { rows } = await sql<{ purpose: string; channel: string }>`
    select purpose, channel from submission_rule where mechanism = ${mechanismId}`.execute(tx.sql)
  return {
    purpose: consentPurposes.find((one) => one === rows[0]?.purpose) ?? 'advocacy',
    channel: consentChannels.find((one) => one === rows[0]?.channel) ?? 'letter',
  }
}
