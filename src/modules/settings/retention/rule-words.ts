import { type Language, label } from '#platform/i18n'
import { type RecordTypeDefinition, type RetentionRule, type Schema, fieldOf } from '#platform/records'
import type { Clock } from '#platform/retention'
import type { Words } from './messages.ts'

/** A day (`2029-05-03`) as the reader writes it. */
export const dayWords = (day: string, language: Language): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })

const fieldName = (type: RecordTypeDefinition, name: string, language: Language): string => {
  const field = fieldOf(type, name)
  return (field && label(field.label, language)) || name
}

const period = ({ period: { count, unit } }: RetentionRule, w: Words): string => w(`p_${unit}`, { count })

/** "five years after the last activity, on 3 May 2024". */
export function clockWords(clock: Clock, type: RecordTypeDefinition, w: Words, language: Language): string {
  const { after } = clock.rule
  const shared = { period: period(clock.rule, w), day: dayWords(clock.from, language) }
  return after.event === 'field'
    ? w('after_field', { ...shared, field: fieldName(type, after.field, language) })
    : w(`after_${after.event}`, shared)
}

/** What a rule counts, and for which records: "two years after “Until”, if “State” is Closed". */
export function ruleWords(
  rule: RetentionRule,
  type: RecordTypeDefinition,
  schema: Schema,
  w: Words,
  language: Language,
): string {
  const { after, when } = rule
  const counted =
    after.event === 'field'
      ? w('rule_field', { period: period(rule, w), field: fieldName(type, after.field, language) })
      : w(`rule_${after.event}`, { period: period(rule, w) })
  if (!when) return counted
  const values = when.is.map((code) => keyWords(type, when.field, code, schema, language)).join(w('or'))
  return `${counted}, ${w('rule_when', { field: fieldName(type, when.field, language), values })}`
}

/** An option or term in words. */
export function keyWords(
  type: RecordTypeDefinition,
  fieldKey: string,
  code: string,
  schema: Schema,
  language: Language,
): string {
  const field = fieldOf(type, fieldKey)
  const option = field?.options?.find((one) => one.code === code)
  const term = schema.vocabularies.get(field?.vocabulary ?? '')?.byCode.get(code)
  return label(option?.label ?? term?.label ?? {}, language) || code
}
