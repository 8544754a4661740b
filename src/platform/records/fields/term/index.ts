import { label } from '#platform/i18n'
import type { Term } from '../../definition.ts'
import { fold } from '../../fold.ts'
import { type FieldType, notText } from '../field-type.ts'

// Thousands of records have the same few terms.
const labels = new WeakMap<Term, { readonly text: string; readonly folded: string }>()

/** A term of a vocabulary by its code; a label is read when it names exactly one term. Any level may be chosen. */
export const term: FieldType<string> = {
  name: 'term',
  parse(raw, field, schema) {
    if (typeof raw !== 'string') return { problem: notText }
    const text = raw.trim()
    const vocabulary = schema.vocabularies.get(field.vocabulary ?? '')
    if (vocabulary?.byCode.has(text)) return { value: text }
    const codes = vocabulary?.byLabel.get(fold(text)) ?? []
    const [only] = codes
    if (only !== undefined && codes.length === 1) return { value: only }
    const choice = codes.length > 1 ? codes.join(', ') : null
    return {
      problem: choice
        ? {
            en: `“${text}” may mean several things (${choice}): write the code.`,
            es: `«${text}» puede significar varias cosas (${choice}): escriba el código.`,
            ca: `«${text}» pot voler dir diverses coses (${choice}): escriviu el codi.`,
          }
        : {
            en: `“${text}” is not in the list “${field.vocabulary ?? ''}”. Choose one of its terms, or add it to the list.`,
            es: `«${text}» no está en la lista «${field.vocabulary ?? ''}». Elija uno de sus términos o agréguelo a la lista.`,
            ca: `«${text}» no és a la llista «${field.vocabulary ?? ''}». Trieu-ne un terme o afegiu-lo a la llista.`,
          },
    }
  },
  // With its ancestors, so that a filter on a term finds what is under it.
  keys: (value, field, schema) =>
    schema.vocabularies.get(field.vocabulary ?? '')?.withAncestors(value) ?? [value],
  words(value, field, schema) {
    const found = schema.vocabularies.get(field.vocabulary ?? '')?.byCode.get(value)
    if (!found) return {}
    let said = labels.get(found)
    if (!said) {
      const text = Object.values(found.label).join(' ')
      labels.set(found, (said = { text, folded: fold(text) }))
    }
    return said
  },
  show: (value, field, schema, lang) => {
    const found = schema.vocabularies.get(field.vocabulary ?? '')?.byCode.get(value)
    return (found && label(found.label, lang)) || value
  },
  jsonSchema: (field) => ({
    type: 'string',
    description: `A code of the vocabulary ${field.vocabulary ?? ''}`,
  }),
}
