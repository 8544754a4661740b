import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Details, Section, Table } from '#web/components'
import { classLabel } from '#web/records'
import type { CopyValue } from '../copies/copy-for.ts'
import type { DraftedDocument } from '../document/draft-document.ts'
import { wordsOf } from '../document/part-words.ts'
import { labelOf } from '../gaps/gaps-of.ts'
import type { DraftWords } from '../messages.ts'
import type { DocumentLanguage } from '../records/submission.ts'

/** What the case says, field by field, and from which record each value comes. */
export function FoundView({
  tx,
  drafted,
  asked,
  language,
  written,
  w,
}: {
  readonly tx: Tx
  readonly drafted: DraftedDocument
  /** Fields that the mechanism asks for: the others are in the case and not in the document. */
  readonly asked: readonly string[]
  readonly language: Language
  readonly written: DocumentLanguage
  readonly w: DraftWords
}) {
  const values = drafted.copy.values.filter(
    ({ field, from }) => asked.includes(field) && !from.type.startsWith('submission'),
  )
  const words = ({ parts, row }: CopyValue): string =>
    row
      ? Object.values(row)
          .map((cell) => wordsOf(cell, written))
          .filter(Boolean)
          .join(' · ')
      : wordsOf(parts, written)
  const left = drafted.leftOut.filter((field) => asked.includes(field))
  return (
    <Section id="found" title={w('found')}>
      <p>{w('found_lede')}</p>
      {left.length > 0 ? (
        <p className="hint">
          {w('left_out', { fields: left.map((field) => label(labelOf(field), language)).join('; ') })}
        </p>
      ) : null}
      <Details summary={`${w('found')} (${values.length})`}>
        <Table
          caption={w('found')}
          captionHidden
          columns={[
            { key: 'field', label: w('field'), heading: true },
            { key: 'value', label: w('value') },
            { key: 'from', label: w('from') },
          ]}
          rows={values.map((value, i) => {
            const { field, from } = value
            const type = tx.schema.types.get(from.type)
            const named = type?.fields.find(({ name }) => name === from.field)
            return {
              key: `${field}.${i}`,
              cells: {
                field: label(labelOf(field), language),
                value: <span dir="auto">{words(value)}</span>,
                from: (
                  <a href={`/workspace/record/${from.recordId}`}>
                    {[
                      type ? label(type.label, language) : '',
                      named ? label(named.label, language) : '',
                      from.class === 'open' ? '' : label(classLabel[from.class], language),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </a>
                ),
              },
            }
          })}
        />
      </Details>
    </Section>
  )
}
