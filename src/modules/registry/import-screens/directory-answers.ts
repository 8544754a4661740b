import type { FormBody } from '#platform/http'
import type { Language } from '#platform/i18n'
import type { ConfirmedRow } from '../actions/import-directory.ts'
import type { DirectoryRow, ProposedCode } from '../directory/index.ts'
import type { Words } from './messages.ts'
import { type CodeField, codeLabel, readTyped } from './typed-codes.ts'

/** What may be said of a doubtful value besides one of its candidates. */
export const none = 'none'
export const later = 'later'

// As long as the field for names takes.
const longestName = 400

/** What a person answered about one row: the texts of its controls, for showing them again. */
export interface RowAnswer {
  readonly leave: boolean
  readonly name: string
  /** What was chosen for each proposal: codes, or `none`, or `later`. */
  readonly choices: Readonly<Record<CodeField, readonly (readonly string[])[]>>
  /** Words typed for a country or right that is none of the proposed. */
  readonly typed: Readonly<Record<CodeField, string>>
}

/** Something to be mended, and the control that it is about. */
export interface AnswerError {
  readonly control: string
  readonly message: string
}

export const codeFields: readonly CodeField[] = ['country', 'rights']

export const proposalsOf = (row: DirectoryRow, field: CodeField): readonly ProposedCode[] =>
  field === 'country' ? row.countries : row.rights

/** The name and the id of a row's control: `r4.name`, `r4.country.0`, `r4.rights.typed`. */
export const control = (row: number, ...parts: readonly (string | number)[]): string =>
  ['r', row].join('') + parts.map((part) => `.${part}`).join('')

/** Codes that a doubtful value may be. */
export const candidatesOf = ({ code, candidates = [] }: ProposedCode): readonly string[] => [
  ...new Set([...(code === null ? [] : [code]), ...candidates]),
]

/** Whether a row has a control for words of one's own: something doubtful, or nothing found. */
export const mayType = (row: DirectoryRow, field: CodeField): boolean =>
  proposalsOf(row, field).length === 0 || proposalsOf(row, field).some(({ status }) => status === 'review')

/** What stands on the screen before anybody answers: the sure is taken, the doubtful waits. */
export const firstAnswer = (row: DirectoryRow): RowAnswer => {
  const choices = (field: CodeField) =>
    proposalsOf(row, field).map(({ code, status }) => [status === 'certain' && code !== null ? code : later])
  return {
    leave: false,
    name: row.name.value,
    choices: { country: choices('country'), rights: choices('rights') },
    typed: { country: '', rights: '' },
  }
}

/**
 * The doubtful proposals of a field, those read from the same words together: they are asked about once. Each has the
 * number of the first, which names its control.
 */
export function questionsOf(
  row: DirectoryRow,
  field: CodeField,
): readonly {
  readonly first: number
  readonly original: string
  readonly proposals: readonly ProposedCode[]
}[] {
  const all = proposalsOf(row, field)
  const doubtful = Map.groupBy(
    all.filter(({ status }) => status === 'review'),
    ({ original }) => original,
  )
  return [...doubtful].map(([original, proposals]) => ({
    first: all.findIndex((one) => one === proposals[0]),
    original,
    proposals,
  }))
}

/** Reads the answers to all rows from the form in which they were proposed. */
export function readAnswers(form: FormBody, rows: readonly DirectoryRow[]): readonly RowAnswer[] {
  const given = new Map<string, string[]>()
  for (const [name, value] of form.entries) given.set(name, [...(given.get(name) ?? []), value])
  return rows.map((row, at) => {
    const all = (...parts: readonly (string | number)[]) => given.get(control(at, ...parts)) ?? []
    const get = (...parts: readonly (string | number)[]) => (all(...parts)[0] ?? '').trim()
    const choices = (field: CodeField) => {
      const questions = questionsOf(row, field)
      return proposalsOf(row, field).map((proposal, i) => {
        const question = questions.find(({ proposals }) => proposals.includes(proposal))
        return all(field, question?.first ?? i)
      })
    }
    return {
      leave: get('leave') !== '',
      name: get('name').replace(/\s+/g, ' '),
      choices: { country: choices('country'), rights: choices('rights') },
      typed: { country: get('country', 'typed'), rights: get('rights', 'typed') },
    }
  })
}

/** The rows as they were answered, without those left out; with errors when some answers cannot be followed. */
export function confirmRows(
  rows: readonly DirectoryRow[],
  answers: readonly RowAnswer[],
  language: Language,
  w: Words,
): { readonly rows: readonly ConfirmedRow[]; readonly errors: readonly AnswerError[] } {
  const errors: AnswerError[] = []
  const confirmed = rows.flatMap((row, at): readonly ConfirmedRow[] => {
    const answer = answers[at]
    if (!answer || answer.leave) return []
    if (answer.name === '')
      errors.push({ control: control(at, 'name'), message: w('error_name', { line: row.line }) })
    if (answer.name.length > longestName)
      errors.push({
        control: control(at, 'name'),
        message: w('error_name_long', { line: row.line, most: longestName }),
      })
    const typed = codeFields.flatMap((field) => {
      const words = answer.typed[field]
      const read = words === '' ? null : readTyped(field, words)
      if (read && 'candidates' in read)
        errors.push({
          control: control(at, field, 'typed'),
          message: notUnderstood(field, words, read.candidates, language, w),
        })
      const chosen =
        questionsOf(row, field).length > 0 &&
        questionsOf(row, field).every(({ first, proposals }) =>
          proposals.flatMap(candidatesOf).some((code) => answer.choices[field][first]?.includes(code)),
        )
      if (chosen && words !== '')
        errors.push({ control: control(at, field, 'typed'), message: w('error_two', { line: row.line }) })
      return read && 'code' in read ? [{ field, code: read.code }] : []
    })
    const codes = (field: CodeField) => [
      ...new Set([
        ...proposalsOf(row, field).flatMap((proposal, i) =>
          candidatesOf(proposal).filter((code) => answer.choices[field][i]?.includes(code)),
        ),
        ...typed.flatMap((one) => (one.field === field ? [one.code] : [])),
      ]),
    ]
    const settled = codeFields.flatMap((field) =>
      proposalsOf(row, field).filter(
        // Words of one's own settle what would else wait.
        (_, i) => !answer.choices[field][i]?.includes(later) || typed.some((one) => one.field === field),
      ),
    )
    return [{ row, name: answer.name, countries: codes('country'), rights: codes('rights'), settled }]
  })
  return { rows: confirmed, errors }
}

function notUnderstood(
  field: CodeField,
  words: string,
  candidates: readonly string[],
  language: Language,
  w: Words,
): string {
  const meant = candidates.slice(0, 4).map((code) => codeLabel(field, code, language))
  return meant.length > 0
    ? w('error_several', {
        words,
        candidates: new Intl.ListFormat(language, { type: 'disjunction' }).format(meant),
      })
    : w('error_unknown', { words })
}
