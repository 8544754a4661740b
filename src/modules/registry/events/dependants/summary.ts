import { type Language, isLanguage } from '#platform/i18n'
import {
  type LinkedRecord,
  type RecordView,
  type Reference,
  type Tx,
  fieldOf,
  fieldType,
  isEmpty,
  typeOf,
  valuesOf,
} from '#platform/records'
import type { DependantGroup } from './family.ts'

/**
 * The one line that names a dependant: "Arrest without an order: Neva Toralin", in the organisation's first language.
 * A line that someone wrote themselves stays theirs.
 */
export function summaryOf(
  tx: Tx,
  group: DependantGroup,
  values: Readonly<Record<string, unknown>>,
  titles: ReadonlyMap<string, LinkedRecord>,
  before: RecordView | undefined,
): string {
  const written = before?.values[group.summary.field]
  if (before && typeof written === 'string' && written !== lineOf(tx, group, before.values, before.linked))
    return written
  // What is checked may still be wrong; then the line is never written.
  return lineOf(tx, group, values, titles) || '–'
}

function lineOf(
  tx: Tx,
  group: DependantGroup,
  values: Readonly<Record<string, unknown>>,
  titles: ReadonlyMap<string, LinkedRecord>,
): string {
  const type = typeOf(tx, group.type)
  const [first] = tx.schema.languages
  const language: Language = isLanguage(first) ? first : 'en'
  const shown = (name: string): string => {
    const field = fieldOf(type, name)
    if (!field) return ''
    return valuesOf(values[name])
      .filter((one) => !isEmpty(one))
      .map((one) =>
        field.type === 'reference'
          ? (titles.get((one as Reference).to)?.title ?? '')
          : fieldType(field.type).show(one, field, tx.schema, language),
      )
      .filter(Boolean)
      .join(', ')
  }
  return group.summary.of
    .map((names) => names.map(shown).find(Boolean) ?? '')
    .filter(Boolean)
    .join(': ')
    .slice(0, 300)
}
