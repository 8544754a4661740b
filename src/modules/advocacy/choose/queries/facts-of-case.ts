import { type DaysInPrison, daysInPrison } from '#modules/casework'
import { type ConsentAnswer, consentInForce } from '#platform/consent'
import { parseDate } from '#platform/dates'
import { type RecordView, type Tx, readBelongings, readRecords } from '#platform/records'
import { type CaseFile, readCaseFile, referencesOf } from '../../drafts/gather/case-file.ts'
import type { CaseFacts } from '../facts.ts'
import { type Kinds, codesOf, kindsIn, textOf } from './kinds.ts'
import { othersOf } from './other-procedures.ts'
import { violationFacts } from './violation-facts.ts'

const mostAsked = 50

/** What of a case decides where it can be taken, as far as the asker may see it. `day`: today, `YYYY-MM-DD`. */
export async function factsOfCase(tx: Tx, caseId: string, day: string): Promise<CaseFacts> {
  const file = await readCaseFile(tx, caseId)
  const kinds = kindsIn(tx.schema)
  const people = atRisk(file, 'people')
  const ids = people.map(({ id }) => id)
  const submissions = file.belonging.get('submission') ?? []
  const answers = await answersOf(tx, submissions)
  return {
    states: codesOf(file.record, 'country'),
    ...violationFacts(file, kinds, {
      day,
      people,
      inside: await daysInPrison(tx, ids, day),
      assessments: await readAssessments(tx, caseId),
    }),
    nationalities: unionOf(people, 'nationality'),
    whereabouts: unionOf(people, 'present_country'),
    defender: isKind(file, people, kinds, 'defender'),
    artist: isKind(file, people, kinds, 'artist'),
    consent: consentOf(
      await Promise.all(
        ids
          .slice(0, mostAsked)
          .map((id) => consentInForce(tx, id, { scope: 'act', purpose: 'advocacy', channel: 'letter' })),
      ),
    ),
    asylumAskedIn: [
      ...new Set(
        (file.belonging.get('asylum_request') ?? []).flatMap((one) => {
          const country = textOf(one, 'procedure').slice(0, 2).toUpperCase()
          return /^[A-Z]{2}$/.test(country) ? [country] : []
        }),
      ),
    ],
    finalDecision: finalDecisionOf(file, answers),
    exception: answers.some(({ asked }) => asked === 'remedies.exception') ? true : null,
    identified: people.length > 0 || atRisk(file, 'organisations').length > 0 ? true : null,
    others: othersOf(file, kinds),
  }
}

/** Those of the case who are at risk in it, that the reader may see. */
const atRisk = (file: CaseFile, field: 'people' | 'organisations'): readonly RecordView[] =>
  referencesOf(file.record, field).flatMap(({ to, attributes }) =>
    (attributes?.['role'] ?? 'at_risk') === 'at_risk' ? (file.byId.get(to) ?? []) : [],
  )

/** The values of a field of all of them; null when there is nobody, or one of them has none. */
function unionOf(people: readonly RecordView[], field: string): readonly string[] | null {
  const each = people.map((one) => codesOf(one, field))
  return each.length === 0 || each.some((codes) => codes.length === 0) ? null : [...new Set(each.flat())]
}

/** Whether the case or one of its people is of a kind; what no record says is not known, never a no. */
const isKind = (file: CaseFile, people: readonly RecordView[], kinds: Kinds, kind: string): true | null =>
  textOf(file.record, 'kind') === kind ||
  people.some((one) => codesOf(one, 'roles').some((role) => kinds.line('person_roles', role).includes(kind)))
    ? true
    : null

function consentOf(answers: readonly ConsentAnswer[]): CaseFacts['consent'] {
  if (answers.length === 0) return null
  if (answers.some((one) => !one.granted && one.lack === 'withdrawn')) return 'withdrawn'
  return answers.every(({ granted }) => granted) ? 'given' : null
}

interface Answer {
  readonly asked: string
  readonly words: string
}

/** What was answered in the submissions of the case that no record of it says. */
async function answersOf(tx: Tx, submissions: readonly RecordView[]): Promise<readonly Answer[]> {
  const found: Answer[] = []
  for (const { id } of submissions) {
    const ids = (await readBelongings(tx, id, ['submission_answer'])).flatMap((one) =>
      one.deletedAt === null ? [one.id] : [],
    )
    for (const one of await readRecords(tx, ids)) {
      const words = textOf(one, 'words').trim()
      if (words !== '') found.push({ asked: textOf(one, 'asked'), words })
    }
  }
  return found
}

/** The day of notification where an answer gives it; else the date of a final sentence, which is not the same. */
function finalDecisionOf(file: CaseFile, answers: readonly Answer[]): CaseFacts['finalDecision'] {
  for (const { asked, words } of answers) {
    if (asked !== 'remedies.notificationDate') continue
    const read = parseDate(words)
    if (read.ok) return { on: read.edtf, notified: true }
  }
  const final = (file.belonging.get('detention') ?? [])
    .flatMap((one) => referencesOf(one, 'sentences'))
    .flatMap(({ attributes }) =>
      attributes?.['final'] === 'yes' && typeof attributes['on'] === 'string' ? [attributes['on']] : [],
    )
    .toSorted()
    .at(-1)
  return final === undefined ? null : { on: final, notified: false }
}

async function readAssessments(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const ids = (await readBelongings(tx, caseId, ['risk_assessment'])).flatMap(({ id, deletedAt }) =>
    deletedAt === null ? [id] : [],
  )
  return readRecords(tx, ids)
}

export type { DaysInPrison }
