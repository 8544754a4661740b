import type { ReactNode } from 'react'
import { type Language, label } from '#platform/i18n'
import {
  type Citation,
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type Schema,
  type Values,
  classOf,
  isEmpty,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { ClassBadge, Details, type Fact, FactList, Sealed, Section, SourceList } from '#web/components'
import { classLabel, formWords } from './record-words.ts'
import { ShowValue } from './show-value.tsx'

/** What is shown of a record: its values and what its values cite. */
export interface ShownRecord {
  readonly values: Values
  readonly linked: ReadonlyMap<string, LinkedRecord>
}

/** The values of a record under the headings of its type, each with its sources and the words it was read from. */
export function RecordFacts(props: {
  readonly type: RecordTypeDefinition
  readonly record: ShownRecord
  readonly citations: ReadonlyMap<string, readonly Citation[]>
  readonly schema: Schema
  readonly language: Language
  readonly words: { readonly original: string; readonly source: string; readonly sources: string }
}) {
  const { type, record, citations, schema, language, words } = props
  const numbered = [...citations.values()].flat()
  /** A value that has to be read after a section stands folded under its name; where that one is sealed, not at all. */
  const behind = (field: FieldDefinition, shown: ReactNode): ReactNode => {
    if (!field.behind) return shown
    const section = type.sections?.find(({ name }) => name === field.behind)
    const first = type.fields.filter(({ section: at }) => at === field.behind)
    const summary = `${label(formWords.read_first, language)}: ${section ? label(section.label, language) : ''}`
    return first.some(({ name }) => isSealed(record.values[name])) ? (
      <Sealed label={summary} action={<a href="#sealed">{label(formWords.open_sealed, language)}</a>} />
    ) : (
      <Details summary={summary}>{shown}</Details>
    )
  }
  const fact = (field: FieldDefinition): Fact => {
    const cited = citations.get(field.name) ?? []
    const quotes = [...new Set(cited.flatMap((citation) => citation.quote ?? []))]
    const cls = classOf(field)
    return {
      label: label(field.label, language),
      value: isSealed(record.values[field.name]) ? (
        <Sealed
          label={label(formWords.sealed, language)}
          action={<a href="#sealed">{label(formWords.open_sealed, language)}</a>}
        />
      ) : (
        behind(
          field,
          <ShowValue
            field={field}
            value={record.values[field.name]}
            schema={schema}
            language={language}
            linked={record.linked}
          />,
        )
      ),
      // A sealed value says by itself that it is.
      ...(cls !== 'open' &&
        !isSealed(record.values[field.name]) && {
          badge: <ClassBadge valueClass={cls} label={label(classLabel[cls], language)} />,
        }),
      ...(quotes.length > 0 && { original: { label: words.original, text: quotes.join(' · ') } }),
      citations: cited.map((citation) => {
        const number = numbered.indexOf(citation) + 1
        return {
          number,
          href: `#source-${number}`,
          label: `${words.source} ${number}, ${citation.sourceTitle ?? citation.note ?? ''}`,
        }
      }),
    }
  }
  const sections = [...(type.sections ?? []), { name: '', label: type.label }]
  const named = new Set((type.sections ?? []).map((section) => section.name))
  return (
    <>
      {sections.map((section) => {
        const fields = type.fields.filter(
          (field) =>
            (named.has(field.section ?? '') ? field.section : '') === section.name &&
            !isEmpty(record.values[field.name]),
        )
        return fields.length === 0 ? null : (
          <Section key={section.name} title={label(section.label, language)}>
            <FactList facts={fields.map(fact)} />
          </Section>
        )
      })}
      {numbered.length > 0 ? (
        <Section title={words.sources} id="sources">
          <SourceList
            sources={numbered.map((citation, i) => ({
              id: `source-${i + 1}`,
              content: (
                <>
                  {citation.sourceId ? (
                    <a href={`/workspace/record/${citation.sourceId}`}>{citation.sourceTitle}</a>
                  ) : null}
                  {[citation.locator, citation.reliability, citation.note].filter(Boolean).map((part) => (
                    <span key={part}> · {part}</span>
                  ))}
                  {citation.quote ? (
                    <>
                      {' · '}
                      <q>{citation.quote}</q>
                    </>
                  ) : null}
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
