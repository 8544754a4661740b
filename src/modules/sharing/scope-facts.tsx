import type { Language } from '#platform/i18n'
import type { FieldDefinition, RecordTypeDefinition, Schema, Values } from '#platform/records'
import { RecordFacts } from '#web/records'
import { words } from './messages.ts'

/** The values in scope as they are shown: labels and options are the giver's, words of shared vocabularies our own. */
export function ScopeFacts(props: {
  readonly type: string
  readonly fields: readonly FieldDefinition[]
  readonly values: Values
  readonly schema: Schema
  readonly language: Language
}) {
  const { type, fields, values, schema, language } = props
  const w = words(language)
  const label = schema.types.get(type)?.label ?? { en: type, es: type, ca: type }
  const definition: RecordTypeDefinition = { name: type, label, plural: label, title: [], fields }
  const inScope = new Set(fields.map((field) => field.name))
  return (
    <RecordFacts
      type={definition}
      record={{
        values: Object.fromEntries(Object.entries(values).filter(([name]) => inScope.has(name))),
        linked: new Map(),
      }}
      citations={new Map()}
      schema={schema}
      language={language}
      words={{ original: w('original'), source: w('source'), sources: w('sources') }}
    />
  )
}
