import type { FormBody } from '#platform/http'
import type { ChoiceOption, FieldChange, FieldDefinition, FieldTypeName } from '#platform/records'
import { technicalName } from '../thesaurus/index.ts'
import { fieldKinds } from './field-kinds.ts'
import { type Typed, hasWords, labelValues, readLabels, typed } from './parts.tsx'

/** A field as the values of its form. */
export const fieldValues = (field: FieldDefinition): Record<string, string | readonly string[]> => ({
  ...labelValues('label', field.label),
  ...labelValues('hint', field.hint),
  ...labelValues('inverse', field.inverse),
  section: field.section ?? '',
  flags: (['required', 'facet', 'sortable', 'listed'] as const).filter((flag) => field[flag]),
  ...Object.fromEntries(
    (field.options ?? []).flatMap((option, i) => [
      [`options.${i}.code`, option.code],
      ...Object.entries(labelValues(`options.${i}.label`, option.label)),
    ]),
  ),
})

/** How many options the form has, empty rows among them. */
export function optionRows(state: Pick<Typed, 'get'>): number {
  const asked = Number(state.get('_rows'))
  let rows = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), 1_000) : 0
  while (
    rows < 1_000 &&
    ['code', 'label.en', 'label.es', 'label.ca'].some((key) => state.get(`options.${rows}.${key}`))
  )
    rows++
  return rows
}

/** The same form with room for one more option, when such a button sent it; null when another did. */
export function withRows(form: FormBody): Typed | null {
  if (form.get('_add') === '') return null
  const values: Record<string, string | readonly string[]> = {}
  for (const [name] of form.entries) values[name] = form.all(name)
  // The form shows one row more than it has.
  return typed({ ...values, _rows: String(readRows(form).length) })
}

function readRows(form: FormBody): ChoiceOption[] {
  const numbers = form.entries.flatMap(([name]) => {
    const found = /^options\.(\d+)\.code$/.exec(name)?.[1]
    return found === undefined ? [] : [Number(found)]
  })
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((i) => ({
      code: form.get(`options.${i}.code`).trim(),
      label: readLabels(form, `options.${i}.label`),
    }))
}

/** The options that have words; a code that was left out is made of them. */
const readOptions = (form: FormBody): ChoiceOption[] =>
  readRows(form)
    .filter((option) => option.code !== '' || hasWords(option.label))
    .map((option) => ({
      ...option,
      code: option.code || technicalName(option.label.en || option.label.es || option.label.ca),
    }))

const flagged = (form: FormBody, flag: string): boolean => form.all('flags').includes(flag)

/** A new field as its form says it. */
export function readField(form: FormBody, kind: FieldTypeName): unknown {
  const labels = readLabels(form, 'label')
  const [hint, inverse] = [readLabels(form, 'hint'), readLabels(form, 'inverse')]
  const flags = ['required', 'multiple', 'facet', 'sortable', 'listed'].filter((flag) => flagged(form, flag))
  return {
    name: form.get('name').trim() || technicalName(labels.en || labels.es || labels.ca),
    type: kind,
    label: labels,
    ...(hasWords(hint) && { hint }),
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
    ...(form.get('class') !== '' && form.get('class') !== 'open' && { class: form.get('class') }),
    ...(form.get('section') !== '' && { section: form.get('section') }),
    ...(kind === 'choice' && { options: readOptions(form) }),
    ...(kind === 'term' && { vocabulary: form.get('vocabulary') }),
    ...(kind === 'reference' && { targets: form.all('targets'), ...(hasWords(inverse) && { inverse }) }),
  }
}

/** What the form of a field that is there asks to change; only what the form shows. */
export function readFieldChange(
  form: FormBody,
  field: FieldDefinition,
  base: FieldDefinition | undefined,
): FieldChange {
  const hint = readLabels(form, 'hint')
  const inverse = readLabels(form, 'inverse')
  const kind = fieldKinds[field.type]
  const options = readOptions(form)
  return {
    label: readLabels(form, 'label'),
    hint: hasWords(hint) ? hint : null,
    ...(field.type === 'reference' && hasWords(inverse) && { inverse }),
    ...(!base && { required: flagged(form, 'required') }),
    ...((kind.facet || field.facet) && { facet: flagged(form, 'facet') }),
    ...((kind.sortable || field.sortable) && { sortable: flagged(form, 'sortable') }),
    ...((kind.listed || field.listed) && { listed: flagged(form, 'listed') }),
    section: form.get('section') || null,
    ...(!base && field.type === 'choice' && { options }),
  }
}
