import { consentChannels, consentInForce, consentPurposes, publicityOf } from '#platform/consent'
import { type RecordView, type Reference, type Tx, readRecords, valuesOf } from '#platform/records'
import { today } from '../../today.ts'
import type { StayFacts } from '../gates.ts'
import { dayAfter, readNights } from './nights.ts'
import { type StayParts, partsOf } from './stay-parts.ts'

const named = ['exposure_before', 'exposure_during', 'exposure_after']

/** Whether anything of the guest is agreed to be said by name. */
export const saysName = ({ values }: Pick<RecordView, 'values'>): boolean =>
  named.some((name) => values[name] === 'named')

/**
 * Whether a consent on which the agreement rests lets the guest be named: it is theirs, and what it covers is in force
 * now by the one question that is asked everywhere. Without a consent linked, it rests on none.
 */
async function restsOnConsent(tx: Tx, stay: RecordView, guest: string): Promise<boolean> {
  const linked = (valuesOf(stay.values['exposure_consents']) as readonly Reference[]).map(({ to }) => to)
  for (const { values, deletedAt } of await readRecords(tx, linked)) {
    if (deletedAt || (values['person'] as Reference | undefined)?.to !== guest) continue
    const [purpose] = valuesOf(values['purposes'])
    const [channel] = valuesOf(values['channels'])
    const answer = await consentInForce(tx, guest, {
      scope: 'name_public',
      purpose: consentPurposes.find((one) => one === purpose) ?? 'publication',
      channel: consentChannels.find((one) => one === channel) ?? 'website',
    })
    if (answer.granted) return true
  }
  return false
}

/** What the gates of a stay look at, as it is now. */
export async function readStayFacts(tx: Tx, stay: RecordView, parts: StayParts): Promise<StayFacts> {
  const guest = (stay.values['guest'] as Reference | undefined)?.to ?? ''
  const publicity = guest ? await publicityOf(tx, guest) : null
  return {
    stay,
    parts,
    today: today(),
    overbooked: await isOverbooked(tx, partsOf(parts, 'refuge_lodging')),
    consent: saysName(stay) && (await restsOnConsent(tx, stay, guest)),
    quiet: publicity === 'quiet' || publicity === 'unknown',
  }
}

/** Whether on a night of these lodgings more people sleep with the host than it has places for. */
async function isOverbooked(tx: Tx, lodgings: readonly RecordView[]): Promise<boolean> {
  for (const { values } of lodgings) {
    const [from, until] = [String(values['from']), String(values['until'])]
    if (until <= from) continue
    const host = (values['host'] as Reference | undefined)?.to
    const nights = await readNights(tx, from, dayAfter(until, -1))
    if (nights.some((one) => one.host === (host ?? null) && one.taken > one.places)) return true
  }
  return false
}
