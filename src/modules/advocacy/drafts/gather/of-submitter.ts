import type { RecordView } from '#platform/records'
import { type Gathering, found, provenanceOf } from './parts.ts'
import type { Found } from './value.ts'

/** Field of the catalogue → field of the record `submitter`. */
const plain: readonly (readonly [string, string])[] = [
  ['submitter.name', 'name'],
  ['submitter.kind', 'kind'],
  ['submitter.email', 'email'],
  ['submitter.phone', 'phone'],
  ['submitter.address', 'address'],
  ['submitter.registrationState', 'registration_state'],
  ['submitter.profile', 'profile'],
  ['submitter.consultativeStatus', 'consultative_status'],
  ['submitter.followUpCapacity', 'follows_up'],
  ['submitter.legalRepresentative', 'legal_representative'],
]

/** Who submits. */
export function gatherSubmitter(at: Gathering, submitter: RecordView | null): readonly Found[] {
  if (!submitter) return []
  const joined = (field: string, names: readonly string[]): readonly Found[] => {
    const parts = names.flatMap((name) => found(at, field, submitter, name).flatMap((one) => one.parts))
    return parts.length === 0
      ? []
      : [{ field, parts, from: provenanceOf(at, submitter, names[0] ?? ''), about: [] }]
  }
  return [
    ...plain.flatMap(([field, name]) => found(at, field, submitter, name)),
    ...joined('submitter.registrationDate', ['registration_number', 'registration_date']),
    ...joined('submitter.signature', ['signatory', 'signatory_role']),
  ]
}
