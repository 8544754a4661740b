import { referencesOf } from './case-file.ts'
import { openDetentions } from './of-facts.ts'
import { type Gathering, codesIn, isUnder, textIn } from './parts.ts'
import type { Circumstances } from './value.ts'

/** What the records of a case say of the situation of its people. */
export function readCircumstances(
  at: Gathering,
  minor: boolean,
  submitterKind: string | null,
): Circumstances {
  const { file, persons, schema } = at
  const outcomes = file.acts.map((one) => textIn(one, 'outcome'))
  const contact = file.acts.flatMap((one) => textIn(one, 'family_contact') || [])
  const open = openDetentions(at)
  const kinds = file.involvements.flatMap((one) => codesIn(one, 'perpetrator_kind'))
  return {
    detained: open.length > 0 || outcomes.includes('alive_detained'),
    incommunicado: contact.length === 0 ? null : contact.includes('denied'),
    disappeared:
      outcomes.includes('still_missing') ||
      open.some((one) => one.values['status'] === 'disappeared') ||
      file.record.values['kind'] === 'disappeared',
    dead:
      persons.some((one) => one.values['death'] !== undefined) ||
      outcomes.some((one) => one === 'died' || one.startsWith('remains_')),
    minor,
    group: referencesOf(file.record, 'organisations').some(
      ({ attributes }) => attributes?.['role'] === 'at_risk',
    ),
    nonState: kinds.length === 0 ? null : isUnder(schema, 'perpetrator_kinds', kinds, 'other_actors'),
    submitterKind,
    otherSubmissions: (file.belonging.get('submission') ?? []).map((one) => textIn(one, 'mechanism')),
  }
}
