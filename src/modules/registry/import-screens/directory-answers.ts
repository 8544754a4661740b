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
  readonly choices: Readonly<Record<CodeField, readonly string[]>>
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
    proposalsOf(row, field).map(({ code, status }) => (status === 'certain' && code !== null ? code : later))
  return {
    leave: false,
    name: row.name.value,
    choices: { country: choices('country'), rights: choices('rights') },
    typed: { country: '', rights: '' },
  }
}

/** Reads the answers to all rows from the form in which they were proposed. */
export function readAnswers(form: FormBody, rows: readonly DirectoryRow[]): readonly RowAnswer[] {
  const given = new Map(form.entries)
  return rows.map((row, at) => {
    const get = (...parts: readonly (string | number)[]) => given.get(control(at, ...parts)) ?? ''
    return {
      leave: get('leave') !== '',
      name: get('name').replace(/\s+/g, ' ').trim(),
      choices: {
        country: row.countries.map((_, i) => get('country', i)),
        rights: row.rights.map((_, i) => get('rights', i)),
      },
      typed: { country: get('country', 'typed').trim(), rights: get('rights', 'typed').trim() },
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
      const doubtful = proposalsOf(row, field).flatMap(({ status }, i) =>
        status === 'review' ? [answer.choices[field][i] ?? ''] : [],
      )
      const chosen = doubtful.length > 0 && doubtful.every((choice) => ![none, later, ''].includes(choice))
      if (chosen && words !== '')
        errors.push({ control: control(at, field, 'typed'), message: w('error_two', { line: row.line }) })
      return read && 'code' in read ? [{ field, code: read.code }] : []
    })
    const codes = (field: CodeField) => [
      ...new Set([
        ...proposalsOf(row, field).flatMap((proposal, i) => {
          const choice = answer.choices[field][i] ?? ''
          return candidatesOf(proposal).includes(choice) ? [choice] : []
        }),
        ...typed.flatMap((one) => (one.field === field ? [one.code] : [])),
      ]),
    ]
    const settled = codeFields.flatMap((field) =>
      proposalsOf(row, field).filter(
        // Words of one's own settle what would else wait.
        (_, i) => answer.choices[field][i] !== later || typed.some((one) => one.field === field),
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
