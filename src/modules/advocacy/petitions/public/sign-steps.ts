import type { FormBody, Visit } from '#platform/http'
import { type Offered, offerSignature } from '../actions/offer-signature.ts'
import { checkFormToken } from '../form-token.ts'
import { type SignerFault, type SignerGiven, type Way, faultsOf, readSigner } from '../signer.ts'
import { type PetitionData, textIn } from './petition-data.ts'
import { type FormTrouble, countriesFor } from './sign-form.tsx'

/** What is signed. */
export interface Signable {
  readonly orgId: string
  readonly publicationId: string
  readonly data: PetitionData
  /** The token of a closed link; null on the site. */
  readonly letter: string | null
}

/** What came of a form: taken; shown again, and why; or there is nothing to sign any more. */
export type Signed =
  | { readonly how: 'taken' }
  | { readonly how: 'closed' }
  | { readonly how: 'gone' }
  | {
      readonly how: 'again'
      readonly status: 403 | 422 | 429
      readonly given: SignerGiven
      readonly faults: readonly SignerFault[]
      readonly trouble: FormTrouble | null
    }

const ways: Readonly<Record<string, Way>> = { site: 'site', embed: 'embed', link: 'link' }

/**
 * Takes a form that was sent: looks at its token, at what was filled in, and puts the signature in. The answer depends
 * on the form alone, and on how much came from one place: never on who signed before.
 */
export async function takeForm(visit: Visit, form: FormBody, at: Signable): Promise<Signed> {
  const { house } = visit
  const given = readSigner(form, at.letter !== null)
  const again = (
    status: 403 | 422 | 429,
    trouble: FormTrouble | null,
    faults: readonly SignerFault[] = [],
  ): Signed => ({ how: 'again', status, given, faults, trouble })
  const token = checkFormToken(house.secrets, at.publicationId, form.get('token'))
  if (token === 'old') return again(403, 'old')
  const faults = faultsOf(given, new Set(countriesFor(at.data).map(({ code }) => code)))
  if (faults.length > 0) return again(422, null, faults)
  if (token === 'quick') return again(422, 'quick')
  // A field that no person sees was filled in: whoever did it is told nothing.
  if (form.get('homepage') !== '') return { how: 'taken' }
  const text = textIn(at.data.text, visit.language)
  if (!text) return { how: 'closed' }
  const { how } = await offerSignature(house, {
    orgId: at.orgId,
    publicationId: at.publicationId,
    letter: at.letter,
    language: visit.language,
    textLanguage: text.language,
    way: at.letter === null ? (ways[form.get('way')] ?? 'site') : 'link',
    place: visit.address,
    given,
  })
  return how === 'paced' ? again(429, 'paced') : { how: outcomes[how ?? 'gone'] }
}

const outcomes: Readonly<Record<Exclude<Offered, 'paced' | null> | 'gone', 'taken' | 'closed' | 'gone'>> = {
  taken: 'taken',
  closed: 'closed',
  gone: 'gone',
}
