import { isMailAddress } from '#platform/mail'
import { cleanText } from '#platform/documents'

/** What the public sees of a signature: the number alone; initials; the name; of an organisation also who signed for it. */
export const publicNames = ['none', 'initials', 'full', 'who'] as const
export type PublicName = (typeof publicNames)[number]

/** Where it was signed: on the site, from another site's form, or behind the closed link of a letter. */
export type Way = 'site' | 'embed' | 'link'

/** What somebody wrote into the form. */
export interface SignerGiven {
  readonly signer: 'person' | 'organisation'
  /** Of the person; of an organisation, who signs for it. */
  readonly name: string
  readonly organisation: string
  readonly role: string
  readonly address: string
  /** ISO code, or empty. */
  readonly country: string
  /** A national of a state addressed, or somebody who lives there; an organisation that works there. */
  readonly ofState: boolean
  readonly publicName: PublicName
  readonly deliver: boolean
  readonly news: boolean
}

/** What is kept, sealed, of who signed. */
export interface SignerName {
  readonly name: string
  readonly organisation?: string
  readonly role?: string
}

const most = 120
const line = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, most)

/** The form as it was filled in; nothing of it is checked yet. */
export function readSigner(form: { readonly get: (name: string) => string }, letter: boolean): SignerGiven {
  const signer = letter && form.get('signer') !== 'person' ? 'organisation' : 'person'
  const wanted = publicNames.find((one) => one === form.get('public_name')) ?? 'none'
  return {
    signer,
    name: line(form.get('name')),
    organisation: signer === 'organisation' ? line(form.get('organisation')) : '',
    role: signer === 'organisation' ? line(form.get('role')) : '',
    address: form.get('address').trim().slice(0, 300),
    country: form.get('country').trim().slice(0, 2),
    ofState: form.get('of_state') !== '',
    publicName: allowedPublicNames(signer).includes(wanted) ? wanted : 'none',
    deliver: form.get('deliver') !== '',
    news: form.get('news') !== '',
  }
}

/** What may be chosen. */
export const allowedPublicNames = (signer: SignerGiven['signer']): readonly PublicName[] =>
  signer === 'person' ? ['none', 'initials', 'full'] : ['none', 'full', 'who']

export type SignerFault = 'name' | 'organisation' | 'address' | 'country'

/** The fields that cannot stay as they are. Looks at the form alone: the answer tells nothing of who signed before. */
export function faultsOf(given: SignerGiven, countries: ReadonlySet<string>): readonly SignerFault[] {
  const found: SignerFault[] = []
  const words = (text: string) => /\p{L}/u.test(text)
  if (given.signer === 'organisation' && !words(given.organisation)) found.push('organisation')
  // Of those who count as a number no name is kept: none is asked.
  if (!words(given.name) && !given.ofState && (given.signer === 'person' || given.publicName === 'who'))
    found.push('name')
  if (!isMailAddress(given.address)) found.push('address')
  if (given.country !== '' && !countries.has(given.country)) found.push('country')
  return found
}

/** The words that the public sees; null for the number alone. */
export function shownName(given: SignerGiven): string | null {
  if (given.ofState || given.publicName === 'none') return null
  if (given.signer === 'person') return given.publicName === 'initials' ? initials(given.name) : given.name
  if (given.publicName === 'full') return given.organisation
  return `${given.organisation} (${[given.name, given.role].filter(Boolean).join(', ')})`
}

/** `Ana María de la Cruz` → `A. C.`: the first and the last word, in any script. */
export function initials(name: string): string {
  const words = name.split(' ').filter((word) => /\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : words
  return ends.map((word) => `${(/\p{L}/u.exec(word)?.[0] ?? '').toLocaleUpperCase()}.`).join(' ')
}

/** What is sealed of the name. */
export const nameOf = (given: SignerGiven): SignerName => ({
  name: given.name,
  ...(given.organisation && { organisation: given.organisation }),
  ...(given.role && { role: given.role }),
})

/** In one line: `Casa Abierta (Inés Prado, president)`. */
export const nameInWords = ({ name, organisation, role }: SignerName): string =>
  organisation ? `${organisation}${name ? ` (${[name, role].filter(Boolean).join(', ')})` : ''}` : name
