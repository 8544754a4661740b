import type { RecordView, Tx } from '#platform/records'
import { readAskedConsent } from '../queries/read-asked.ts'
import type { SubmissionDraft } from '../queries/read-submission.ts'
import { readSubmitter } from '../queries/read-submitter.ts'
import { type CaseFile, readCaseFile, referencesOf } from './case-file.ts'
import { gatherAnswers } from './of-answers.ts'
import { gatherAsylum } from './of-asylum.ts'
import { gatherConsent } from './of-consent.ts'
import { gatherDetention } from './of-detention.ts'
import { gatherFacts } from './of-facts.ts'
import { gatherLaw } from './of-law.ts'
import { gatherPeople } from './of-people.ts'
import { gatherSubmitter } from './of-submitter.ts'
import { readCircumstances } from './circumstances.ts'
import { readParties } from './parties.ts'
import { type Gathering, codesIn, textIn } from './parts.ts'
import type { Gathered } from './value.ts'

/** The people of a case whom a submission is for: those that it names, else those at risk; in the order of the case. */
export function personsOf(file: CaseFile, named: readonly string[]): readonly RecordView[] {
  return referencesOf(file.record, 'people')
    .filter(({ to, attributes }) =>
      named.length > 0 ? named.includes(to) : (attributes?.['role'] ?? 'at_risk') === 'at_risk',
    )
    .flatMap(({ to }) => {
      const person = file.byId.get(to)
      return person && person.type === 'person' && !person.deletedAt ? [person] : []
    })
}

/**
 * All that the case and the submission say of the fields of the catalogue, each value with where it was found and whom
 * it is about. Nothing is invented; dates stay as uncertain as they are; what is sealed is named, not read. Throws
 * `not_found` for a case that is not there for the reader.
 */
export async function gather(
  tx: Tx,
  draft: SubmissionDraft,
  today = new Date().toISOString().slice(0, 10),
): Promise<Gathered> {
  const file = await readCaseFile(tx, draft.caseId)
  const persons = personsOf(file, draft.persons)
  const ids = persons.map(({ id }) => id)
  const parties = readParties(tx.schema, file, ids, today)
  const at: Gathering = { schema: tx.schema, language: draft.language, file, persons }
  const minors = new Set(ids.filter((id) => parties.get(id)?.minor))
  const people = gatherPeople(at, minors)
  const asylum = gatherAsylum(at)
  const submitter = await readSubmitter(tx, draft.record)
  return {
    caseId: file.record.id,
    caseReference: textIn(file.record, 'reference'),
    fictitious: file.record.fictitious,
    persons: ids,
    parties,
    values: [
      ...gatherSubmitter(at, submitter),
      ...(await gatherConsent(tx, at, await readAskedConsent(tx, draft.mechanism.id))),
      ...people.values,
      ...gatherFacts(at),
      ...gatherDetention(at),
      ...gatherLaw(at),
      ...asylum.values,
      ...gatherAnswers(at, draft),
      ...annexValues(draft),
    ],
    sealed: [...people.sealed, ...asylum.sealed],
    circumstances: readCircumstances(
      at,
      minors.size > 0,
      submitter ? textIn(submitter, 'kind') || null : null,
    ),
    records: recordsOf(at, draft, submitter),
    sourceKinds: [...new Set(file.sources.flatMap((one) => codesIn(one, 'kind')))],
  }
}

const annexValues = (draft: SubmissionDraft): Gathered['values'] =>
  draft.annexes.map((one) => ({
    field: 'evidence.annexes',
    parts: [{ kind: 'prose', text: one.name, language: null, place: `${one.recordId}.name` }],
    from: { recordId: one.recordId, type: 'submission_annex', field: 'name', class: 'identity' },
    about: [],
  }))

/** Where what lacks is mended, by type of record. */
function recordsOf(
  { file, persons }: Gathering,
  draft: SubmissionDraft,
  submitter: RecordView | null,
): ReadonlyMap<string, readonly string[]> {
  const ids = (records: readonly RecordView[]) => records.map(({ id }) => id)
  return new Map<string, readonly string[]>([
    ['case', [file.record.id]],
    ['person', ids(persons)],
    ['event', ids(file.events)],
    ['act', ids(file.acts)],
    ['involvement', ids(file.involvements)],
    ['intervention', ids(file.interventions)],
    ...[...file.belonging].map(([type, records]) => [type, ids(records)] as const),
    ['submission', draft.record ? [draft.record.id] : []],
    ['submitter', submitter ? [submitter.id] : []],
  ])
}
