import { specialProcedures } from '#catalogue/mechanisms'
import type { RecordView } from '#platform/records'
import type { SubmissionDraft } from '../queries/read-submission.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { type Gathering, interfaceLanguage, provenanceOf, textIn } from './parts.ts'
import type { Found, Part } from './value.ts'

/** The field that the argument of a submission fills. */
const argumentField = (mechanismId: string): string =>
  mechanismId.startsWith('un-wgad') ? 'detention.arbitraryReasons' : 'rights.argument'

/** The field that its requests fill. */
const requestField = (mechanismId: string): string =>
  mechanismId.startsWith('un-upr') || mechanismId === 'ia-hearing' || mechanismId.startsWith('un-tb')
    ? 'request.recommendations'
    : mechanismId === 'ia-petition'
      ? 'request.reparation'
      : mechanismId === 'ia-precautionary' || mechanismId === 'un-ced-urgent'
        ? 'risk.measuresRequested'
        : 'request.action'

/** Which field of the catalogue the two texts of a submission fill. */
export const ownTextFields = (
  mechanismId: string,
): { readonly argument: string; readonly requests: string } => ({
  argument: argumentField(mechanismId),
  requests: requestField(mechanismId),
})

const formats: Readonly<Record<DocumentLanguage, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ca: 'Català',
}

/** What a submission itself says: its answers, its argument, its requests, its annexes. */
export function gatherAnswers(at: Gathering, draft: SubmissionDraft): readonly Found[] {
  const { record, mechanism } = draft
  const fields = ownTextFields(mechanism.id)
  const about = at.persons.length === 1 ? at.persons.map(({ id }) => id) : []
  const said = (field: string, one: RecordView, name: string): readonly Found[] => {
    const text = textIn(one, name).trim()
    if (text === '') return []
    const value = (parts: readonly Part[]): Found => ({
      field,
      parts,
      from: provenanceOf(at, one, name),
      about: field.startsWith('victim.') ? about : [],
    })
    return field === 'request.mandates'
      ? mandates(at, text).map((part) => value([part]))
      : [value([prose(text, `${one.id}.${name}`)])]
  }
  const own = record
    ? [...said(fields.argument, record, 'argument'), ...said(fields.requests, record, 'requests')]
    : []
  return [
    ...draft.answers.flatMap((one) => said(textIn(one, 'asked'), one, 'words')),
    ...own,
    ...ofFormat(at, draft),
  ]
}

const prose = (text: string, place: string): Part => ({ kind: 'prose', text, language: null, place })

/** Mandates are answered by their ids, one on a line; a line that is none is taken as it was written. */
function mandates(at: Gathering, text: string): readonly Part[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const name = specialProcedures.find(({ id }) => id === line)?.name
      const shown = name?.[at.language] ?? name?.[interfaceLanguage(at.language)] ?? name?.en ?? line
      return { kind: 'label', text: shown }
    })
}

/** Language and form of the file: known as soon as there is a draft. */
function ofFormat(at: Gathering, { record }: SubmissionDraft): readonly Found[] {
  const from = provenanceOf(at, record ?? at.file.record, record ? 'language' : 'reference')
  const value = (field: string, text: string): Found => ({
    field,
    parts: [{ kind: 'label', text }],
    from,
    about: [],
  })
  return [value('format.language', formats[at.language]), value('format.file', 'DOCX')]
}
