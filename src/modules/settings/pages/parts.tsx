import type { ReactNode } from 'react'
import type { FormBody } from '#platform/http'
import { type Labels, type Language, label, languages } from '#platform/i18n'
import type { Problem } from '#platform/problem'
import { problemTable } from '#platform/problem'
import { FormErrors, Notice, TextArea, TextInput } from '#web/components'
import { words } from '../messages.ts'

/** Names of the interface languages, each in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ca: 'Català',
}

/** What a form shows: what was typed, and what is wrong with it. */
export interface Typed {
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly problem?: Problem | undefined
}

/** The state of a form that nobody has sent yet. */
export const typed = (values: Readonly<Record<string, string | readonly string[]>>): Typed => ({
  get: (name) => [values[name] ?? []].flat()[0] ?? '',
  all: (name) => [values[name] ?? []].flat(),
})

/** The state of a form that came back. */
export const sent = (form: FormBody, problem: Problem): Typed => ({ get: form.get, all: form.all, problem })

/** What is wrong with the control of this name. */
export const errorOf = (state: Typed, name: string, language: Language): string | undefined =>
  state.problem?.fields.find((one) => one.field === name)?.message[language]

/** All that is wrong, before the form; each line leads to its control. */
export function Errors({ state, language }: { readonly state: Typed; readonly language: Language }) {
  const { problem } = state
  if (!problem) return null
  if (problem.fields.length === 0)
    return (
      <Notice kind="warning" title={problemTable[problem.kind].title[language]}>
        {problem.explanation?.[language]}
      </Notice>
    )
  return (
    <FormErrors
      title={words(language)('errors')}
      errors={problem.fields.map(({ field, message }) => ({
        fieldId: field,
        message: message[language],
      }))}
    />
  )
}

/** The same words in the three languages, one line each. Names and ids are `label.en`, `label.es`, `label.ca`. */
export function LabelInputs(props: {
  readonly name: string
  readonly title: string
  readonly hint?: ReactNode
  readonly state: Typed
  readonly language: Language
  readonly needed?: readonly string[]
  readonly long?: boolean
}) {
  const { name, title, hint, state, language, needed = [], long } = props
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {languages.map((code) => {
        const id = `${name}.${code}`
        const shared = {
          id,
          name: id,
          label: languageNames[code],
          lang: code,
          value: state.get(id),
          error:
            errorOf(state, id, language) ??
            (code === languages[0] ? errorOf(state, name, language) : undefined),
          mark: needed.includes(code) ? undefined : words(language)('optional'),
        }
        return long ? (
          <TextArea key={code} {...shared} rows={2} maxLength={1_000} />
        ) : (
          <TextInput key={code} {...shared} maxLength={200} />
        )
      })}
    </fieldset>
  )
}

/** What `LabelInputs` sent. */
export const readLabels = (form: Pick<FormBody, 'get'>, name: string): Labels => ({
  en: form.get(`${name}.en`).trim(),
  es: form.get(`${name}.es`).trim(),
  ca: form.get(`${name}.ca`).trim(),
})

/** Labels as values of `LabelInputs`. */
export const labelValues = (name: string, labels: Partial<Labels> | undefined): Record<string, string> =>
  Object.fromEntries(languages.map((code) => [`${name}.${code}`, labels?.[code] ?? '']))

/** Whether any language has words. */
export const hasWords = (labels: Labels): boolean => languages.some((code) => labels[code] !== '')

/** A label for a list; a name where there is none in any language that the screens speak. */
export const shown = (labels: Partial<Labels>, language: Language, otherwise: string): string =>
  label(labels, language) || Object.values(labels).find(Boolean) || otherwise

/** Where the settings' screens are. */
export const at = {
  settings: '/workspace/settings',
  types: '/workspace/settings/types',
  type: (name: string) => `/workspace/settings/type/${name}`,
  field: (type: string, field: string) => `/workspace/settings/type/${type}/field/${field}`,
  vocabularies: '/workspace/settings/vocabularies',
  vocabulary: (name: string) => `/workspace/settings/vocabulary/${name}`,
  term: (vocabulary: string, code: string) =>
    `/workspace/settings/vocabulary/${vocabulary}/term?code=${encodeURIComponent(code)}`,
  thesaurus: '/workspace/settings/thesaurus',
} as const
