import type { Language } from '#platform/i18n'
import { type ListRow, type RecordTypeDefinition, classOf, fieldOf } from '#platform/records'
import { Timeline } from '#web/charts'
import { words } from '../messages.ts'
import { timelineItems } from './timeline-items.ts'

/** Dates of these names say how long something lasted; any other says when it happened. */
const lasting = new Set(['active', 'dates', 'in_use', 'period'])

/** The field that places a type's records in time, when every reader of a row may see it. */
export function timelineField(type: RecordTypeDefinition): string | undefined {
  const field = fieldOf(type, type.timeline ?? '')
  return field && classOf(field) === 'open' ? field.name : undefined
}

/** The rows of a list in order of date, by the date that places their type in time. */
export function ListTimeline(props: {
  readonly rows: readonly ListRow[]
  /** The type's `timelineField`. */
  readonly field: string
  readonly caption: string
  readonly language: Language
}) {
  const { rows, field, caption, language } = props
  const w = words(language)
  const { items, undated } = timelineItems(
    rows.map((row) => ({
      key: row.id,
      date: row.values[field],
      label: row.title || `… ${row.id.slice(-6)}`,
      href: `/workspace/record/${row.id}`,
      ...(lasting.has(field) && { kind: 'span' as const }),
    })),
    language,
  )
  return (
    <>
      {items.length > 0 ? (
        <Timeline
          caption={caption}
          captionHidden
          items={items}
          lang={language}
          labels={{ when: w('when'), what: w('what'), drawing: w('drawing') }}
        />
      ) : null}
      {undated > 0 ? <p className="quiet">{w('undated', { count: undated })}</p> : null}
    </>
  )
}
