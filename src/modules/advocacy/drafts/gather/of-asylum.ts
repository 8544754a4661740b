import { type Gathering, found, partsOf, provenanceOf, sealedIn } from './parts.ts'
import type { Found, SealedValue } from './value.ts'

/** What an asylum request says: its papers, its language, the family. Its grounds are sealed: they are not read. */
export function gatherAsylum(at: Gathering): {
  readonly values: readonly Found[]
  readonly sealed: readonly SealedValue[]
} {
  const { belonging } = at.file
  const about = at.persons.map(({ id }) => id)
  const requests = belonging.get('asylum_request') ?? []
  return {
    values: [
      ...requests.flatMap((one) => found(at, 'asylum.interpreter', one, 'language', about)),
      ...requests.flatMap((one) => found(at, 'asylum.fear', one, 'grounds', about)),
      ...(belonging.get('asylum_paper') ?? [])
        .filter((one) => one.values['state'] === 'got')
        .map((one) => ({
          field: 'asylum.documents',
          parts: [...partsOf(at, one, 'what'), ...partsOf(at, one, 'which')].flat(),
          from: provenanceOf(at, one, 'which'),
          about,
        })),
    ],
    sealed: requests.flatMap((one) => sealedIn(at, 'asylum.fear', one, 'grounds')),
  }
}
