import { type Mechanism, fieldOf } from '#catalogue/mechanisms'
import { dateBounds } from '#platform/dates'
import type { Schema } from '#platform/records'
import { fieldId } from '#web/records'
import type { SubmissionDraft } from '../queries/read-submission.ts'
import { textIn } from '../gather/parts.ts'
import { type Gathered, type Part, valuesFor } from '../gather/value.ts'
import { conditionHolds } from './conditions.ts'
import { homes, isAnswered } from './homes.ts'
import { type DraftLabels, gapWords } from './gap-words.ts'

/**
 * How much a gap weighs: `required` and `conditional` (its condition holds) leave the document incomplete; the others
 * are for a person to judge.
 */
export type GapLevel = 'required' | 'conditional' | 'recommended' | 'check' | 'weak' | 'sealed'

/** Something that lacks or is weak, and where it is mended. */
export interface Gap {
  readonly level: GapLevel
  /** Id of the catalogue's field. */
  readonly field: string
  readonly label: DraftLabels
  readonly why: DraftLabels
  /** Where to mend it: an address of the workspace; null where no submission is kept yet. */
  readonly href: string | null
  /** The record that is mended there, where it is one of the case. */
  readonly mend: { readonly type: string; readonly field: string; readonly recordId: string | null } | null
}

/** Whether a gap leaves a document incomplete. */
export const isOpenGap = ({ level }: Gap): boolean => level === 'required' || level === 'conditional'

/** What a mechanism asks and the case and the submission do not say, and what they say weakly. */
export function gapsOf(schema: Schema, draft: SubmissionDraft, gathered: Gathered): readonly Gap[] {
  const { mechanism } = draft
  const { required, recommended, conditional } = mechanism.fields
  const gap = (field: string, level: GapLevel, why: DraftLabels): Gap => ({
    level,
    field,
    label: labelOf(field),
    why,
    ...mendingOf(schema, field, draft, gathered),
  })
  const sealed = new Set(gathered.sealed.map(({ field }) => field))
  const orJustify = mechanism.consent.level === 'required-or-justify'
  const whyOf = (field: string, level: 'required' | 'recommended'): DraftLabels =>
    sealed.has(field)
      ? gapWords.sealed
      : field === 'consent.given' && orJustify
        ? gapWords.consent_or_reason
        : gapWords[level]
  const missing = (field: string): boolean => !isThere(field, mechanism, gathered)
  const lacking = (field: string, level: 'required' | 'recommended'): readonly Gap[] =>
    missing(field) ? [gap(field, level, whyOf(field, level))] : []
  return [
    ...required.flatMap((field) => lacking(field, 'required')),
    ...conditional.flatMap(({ field, when }) => {
      if (required.includes(field) || !missing(field)) return []
      // The reason stands for the consent: one of the two is asked for, once.
      if (field === 'consent.absenceReason' && orJustify && missing('consent.given')) return []
      const holds = conditionHolds(mechanism.id, field, gathered)
      if (holds === false) return []
      return [gap(field, holds ? 'conditional' : 'check', (holds ? gapWords.holds : gapWords.mayHold)(when))]
    }),
    ...recommended
      .filter((field) => !conditional.some((one) => one.field === field))
      .flatMap((field) =>
        // Whether there is something to annex only a person knows.
        field === 'evidence.annexes' && missing(field)
          ? [gap(field, 'check', gapWords.no_annexes)]
          : lacking(field, 'recommended'),
      ),
    ...weakPoints(draft, gathered).map(([field, why]) => gap(field, 'weak', why)),
  ]
}

/** The label of a field in the languages of documents. */
export const labelOf = (field: string): DraftLabels =>
  fieldOf(field)?.label ?? { en: field, es: field, fr: field, ca: field }

/** Whether what a field asks is there: of what is asked of each person, for everyone. */
function isThere(field: string, mechanism: Mechanism, gathered: Gathered): boolean {
  if (field === 'format.length') return true
  const values = valuesFor(gathered, field)
  const each = perPerson.includes(field)
  const justified =
    field === 'consent.given' && mechanism.consent.level === 'required-or-justify'
      ? valuesFor(gathered, 'consent.absenceReason')
      : []
  const has = (id: string): boolean =>
    values.some(({ about }) => about.includes(id)) ||
    justified.some(({ about }) => about.length === 0 || about.includes(id))
  return each && gathered.persons.length > 0 ? gathered.persons.every(has) : values.length > 0
}

const perPerson: readonly string[] = [
  'consent.given',
  'victim.fullName',
  'victim.birthDate',
  'victim.nationality',
]

function mendingOf(
  schema: Schema,
  field: string,
  draft: SubmissionDraft,
  { caseId, persons, records }: Gathered,
): Pick<Gap, 'href' | 'mend'> {
  const submissionId = draft.record?.id
  const own = submissionId === undefined ? null : `/workspace/submission/${submissionId}`
  const at = homes[field]
  if (!at || (isAnswered(field) && own !== null)) {
    const id = field.replaceAll('.', '-')
    return { href: own === null ? null : `${own}#answer-${id}`, mend: null }
  }
  if (at.type === 'submission') return { href: own === null ? null : `${own}#annexes`, mend: null }
  const recordId = at.anew ? null : (records.get(at.type)?.[0] ?? null)
  const mend = { type: at.type, field: at.field, recordId }
  const definition = schema.types.get(at.type)?.fields.find(({ name }) => name === at.field)
  const anchor = definition ? `#${fieldId('f', definition)}` : ''
  if (recordId !== null) return { href: `/workspace/record/${recordId}/edit${anchor}`, mend }
  return { href: `/workspace/records/${at.type}/new?${newRecord(at.type, caseId, persons, records)}`, mend }
}

/** What a new record of the case begins with. */
function newRecord(
  type: string,
  caseId: string,
  persons: readonly string[],
  records: Gathered['records'],
): URLSearchParams {
  const asked = new URLSearchParams()
  const event = records.get('event')?.[0]
  const person = persons[0]
  if (['consent', 'detention', 'incident', 'asylum_request'].includes(type)) asked.set('v.case', caseId)
  if (['consent', 'detention', 'asylum_request'].includes(type) && person) asked.set('v.person', person)
  if (['act', 'involvement'].includes(type) && event) asked.set('v.event', event)
  if (type === 'intervention' && event) asked.set('v.events', event)
  if (type === 'intervention' && person) asked.set('v.victims', person)
  if (type === 'act' && person) asked.set('v.victim', person)
  return asked
}

const media = ['press', 'news_article', 'state_press', 'press_release', 'web', 'web_page', 'social_post']

/** What is there and would not convince: an account without date, place or author, remedies without dates, press alone. */
function weakPoints(draft: SubmissionDraft, gathered: Gathered): readonly (readonly [string, DraftLabels])[] {
  const { mechanism, language } = draft
  const has = (field: string): boolean => valuesFor(gathered, field).length > 0
  const asks = (field: string): boolean =>
    [...mechanism.fields.required, ...mechanism.fields.recommended].includes(field)
  const found: (readonly [string, DraftLabels])[] = []
  const narrated = has('facts.narrative')
  // Where the form asks for it, it is a gap of its own.
  for (const [field, why] of [
    ['facts.date', gapWords.no_date],
    ['facts.place', gapWords.no_place],
    ['perpetrator.identity', gapWords.no_author],
  ] as const)
    if (narrated && !has(field) && !asks(field)) found.push([field, why])
  if (asks('remedies.list'))
    for (const { row } of valuesFor(gathered, 'remedies.list'))
      if (row && (row.date ?? []).length === 0) found.push(['remedies.list', gapWords.remedy_no_date])
  const { sourceKinds } = gathered
  if (narrated && sourceKinds.length > 0 && sourceKinds.every((kind) => media.includes(kind)))
    found.push(['facts.narrative', gapWords.media_only])
  if (asks('facts.date') && valuesFor(gathered, 'facts.date').some(({ parts }) => parts.some(isVague)))
    found.push(['facts.date', gapWords.vague_date])
  const foreign = gathered.values.filter(
    ({ field, parts }) =>
      asks(field) &&
      parts.some((part) => part.kind === 'prose' && part.language !== null && part.language !== language),
  )
  for (const field of new Set(foreign.map((one) => one.field))) found.push([field, gapWords.other_language])
  if (gathered.values.some(({ parts, row }) => [parts, ...Object.values(row ?? {})].flat().some(isEnglish)))
    found.push(['format.language', gapWords.no_french])
  if (draft.record && textIn(draft.record, 'language') !== language)
    found.push(['format.language', gapWords.own_language])
  if (
    mechanism.admissibility.some(({ text }) => /one state/i.test(text)) &&
    valuesFor(gathered, 'state.responsible').length > 1
  )
    found.push(['state.responsible', gapWords.several_states])
  return found
}

/** A word that the document's language lacks. */
const isEnglish = (part: Part): boolean => part.kind === 'label' && part.english === true

/** A date of which not even the month is known. */
function isVague(part: Gathered['values'][number]['parts'][number]): boolean {
  if (part.kind !== 'date') return false
  const { earliest, latest } = dateBounds(part.edtf)
  return earliest === null || latest === null || earliest.slice(0, 7) !== latest.slice(0, 7)
}
