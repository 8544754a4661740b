import { mechanismFor } from '#catalogue/checks'
import type { Mechanism } from '#catalogue/mechanisms'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Tx,
  readBelongings,
  readRecord,
  readRecords,
  valuesOf,
} from '#platform/records'
import { referencesOf } from '../gather/case-file.ts'
import { textIn } from '../gather/parts.ts'
import { type Audience, type CleaningFault, audiences, cleaningFaults } from '../records/submission-annex.ts'
import { type DocumentLanguage, documentLanguages } from '../records/submission.ts'

/** What a person decided on a name in a text. */
export interface NameDecision {
  readonly recordId: string
  /** `<record>.<field>` of the text. */
  readonly place: string
  /** SHA-256 of the text as it was. */
  readonly textHash: string
  /** The words as they stand in it. */
  readonly words: string
  /** The party whose name it may be. */
  readonly whose: string
  readonly decision: 'code' | 'other'
  /** Account that decided. */
  readonly by: string
}

/** A file that goes along. */
export interface ChosenAnnex {
  readonly recordId: string
  readonly version: number
  readonly attachmentId: string
  readonly name: string
  readonly copies: readonly Audience[]
  /** SHA-256 of the file that somebody looked at, where its metadata cannot be taken away. */
  readonly lookedAt: string | null
  /** The SHA-256 of the bytes of which there is a copy without what they tell of themselves; null: none, or not tried. */
  readonly cleaned: string | null
  readonly notCleaned: CleaningFault | null
  readonly position: number
}

/** A submission as it is worked on: whom it is for, and the words that live nowhere else. */
export interface SubmissionDraft {
  /** Null: drafted from the case at once, and kept nowhere. */
  readonly record: RecordView | null
  readonly caseId: string
  readonly mechanism: Mechanism
  readonly language: DocumentLanguage
  /** Empty: those at risk in the case. */
  readonly persons: readonly string[]
  readonly answers: readonly RecordView[]
  readonly annexes: readonly ChosenAnnex[]
  readonly decisions: readonly NameDecision[]
}

/** The mechanism as the organisation knows it. Throws `not_found` for one that the catalogue does not have. */
export async function requireMechanism(tx: Tx, id: string): Promise<Mechanism> {
  const found = await mechanismFor(tx, id)
  if (!found)
    throw new Problem('not_found', {
      explanation: {
        en: `There is no mechanism “${id}”.`,
        es: `No existe el mecanismo «${id}».`,
        ca: `No existeix el mecanisme «${id}».`,
      },
    })
  return found
}

/** A document drafted from a case alone, with no submission kept. */
export const bareDraft = (
  caseId: string,
  mechanism: Mechanism,
  language: DocumentLanguage,
): SubmissionDraft => ({
  record: null,
  caseId,
  mechanism,
  language,
  persons: [],
  answers: [],
  annexes: [],
  decisions: [],
})

/** Reads a submission with its answers, annexes and decisions. Throws `not_found` where it is none or not for the reader. */
export async function readSubmission(tx: Tx, id: string): Promise<SubmissionDraft> {
  const record = await readRecord(tx, id)
  const caseId = referencesOf(record, 'case')[0]?.to
  if (record.type !== 'submission' || record.deletedAt || caseId === undefined) throw new Problem('not_found')
  const parts = await readBelongings(tx, id, ['submission_answer', 'submission_annex', 'submission_name'])
  const records = await readRecords(
    tx,
    parts.filter(({ deletedAt }) => deletedAt === null).map((one) => one.id),
  )
  const ofType = (type: string) => records.filter((one) => one.type === type)
  return {
    record,
    caseId,
    mechanism: await requireMechanism(tx, textIn(record, 'mechanism')),
    language: documentLanguages.find((one) => one === record.values['language']) ?? 'en',
    persons: referencesOf(record, 'persons').map(({ to }) => to),
    answers: ofType('submission_answer'),
    annexes: ofType('submission_annex')
      .map(annexOf)
      .toSorted((a, b) => a.position - b.position || (a.recordId < b.recordId ? -1 : 1)),
    decisions: ofType('submission_name').map(decisionOf),
  }
}

const annexOf = (one: RecordView): ChosenAnnex => ({
  recordId: one.id,
  version: one.version,
  attachmentId: textIn(one, 'attachment'),
  name: textIn(one, 'name'),
  copies: audiences.filter((audience) => valuesOf(one.values['copies']).includes(audience)),
  lookedAt: textIn(one, 'looked_at') || null,
  cleaned: textIn(one, 'cleaned') || null,
  notCleaned: cleaningFaults.find((fault) => fault === one.values['not_cleaned']) ?? null,
  position: Number(one.values['position'] ?? 0),
})

const decisionOf = (one: RecordView): NameDecision => ({
  recordId: one.id,
  place: textIn(one, 'place'),
  textHash: textIn(one, 'text_hash'),
  words: textIn(one, 'words'),
  whose: textIn(one, 'whose'),
  decision: one.values['decision'] === 'other' ? 'other' : 'code',
  by: textIn(one, 'by'),
})
