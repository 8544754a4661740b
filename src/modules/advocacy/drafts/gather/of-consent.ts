import { consentInForce } from '#platform/consent'
import { type Tx, readRecords } from '#platform/records'
import type { AskedConsent } from '../queries/read-asked.ts'
import { type Gathering, found, partsOf, provenanceOf, word } from './parts.ts'
import type { Found } from './value.ts'

/** For what and by which way somebody has to agree to be named in public. */
export const inPublic = { purpose: 'publication', channel: 'website' } as const

const yes = { en: 'Yes', es: 'Sí', fr: 'Oui', ca: 'Sí' } as const
const no = { en: 'No', es: 'No', fr: 'Non', ca: 'No' } as const

/** What the people of a submission agreed to, from the consents in force today. */
export async function gatherConsent(
  tx: Tx,
  at: Gathering,
  { purpose, channel }: AskedConsent,
): Promise<readonly Found[]> {
  const values: Found[] = []
  for (const person of at.persons) {
    const about = [person.id]
    const ask = (scope: 'act' | 'name_to_state' | 'name_public') =>
      consentInForce(tx, person.id, {
        scope,
        ...(scope === 'name_public' ? inPublic : { purpose, channel }),
      })
    const act = await ask('act')
    if (!act.granted) continue
    const [consent] = await readRecords(tx, [act.consentId])
    if (!consent) {
      // In force, and of a case that this reader does not see.
      values.push({
        field: 'consent.given',
        parts: [word(at, yes)],
        from: provenanceOf(at, person, 'name'),
        about,
      })
      continue
    }
    const from = provenanceOf(at, consent, 'scopes')
    values.push({
      field: 'consent.given',
      parts: [
        { kind: 'party', id: person.id },
        ...['given_by', 'form', 'from'].flatMap((name) => partsOf(at, consent, name).flat()),
      ],
      from,
      about,
    })
    const byOthers = consent.values['given_by'] !== 'person'
    if (byOthers) {
      const parts = [...partsOf(at, consent, 'given_by'), ...partsOf(at, consent, 'giver')].flat()
      values.push({ field: 'consent.family', parts, from: provenanceOf(at, consent, 'given_by'), about })
    }
    if (byOthers) values.push(...found(at, 'consent.absenceReason', consent, 'why_not_person', about))
    values.push(...found(at, 'consent.riskExplained', consent, 'explained', about))
    for (const [field, scope] of [
      ['consent.shareIdentityWithState', 'name_to_state'],
      ['consent.publicIdentity', 'name_public'],
    ] as const)
      values.push({ field, parts: [word(at, (await ask(scope)).granted ? yes : no)], from, about })
  }
  return values
}
