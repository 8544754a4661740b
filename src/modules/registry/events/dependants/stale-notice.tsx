import { type Language, label } from '#platform/i18n'
import { type LinkedRecord, type Schema, compareValues, fieldOf } from '#platform/records'
import { Notice, type Row, Table } from '#web/components'
import { ShowValue } from '#web/records'
import type { Words } from '../messages.ts'
import type { StaleRecord } from './stale.ts'

/** What is saved now beside what this person wrote, for every record that somebody changed meanwhile. */
export function StaleNotice(props: {
  readonly stale: readonly StaleRecord[]
  readonly schema: Schema
  readonly language: Language
  readonly linked: ReadonlyMap<string, LinkedRecord>
  readonly w: Words
}) {
  const { stale, schema, language, w } = props
  const rows = stale.flatMap((record, r): readonly Row[] => {
    const { base, given, current } = record
    const type = schema.types.get(record.type)
    if (!type) return []
    const name = `${label(type.label, language)}: ${record.title}`
    if (!current)
      return [
        { key: `${r}`, cells: { record: name, field: '', now: w('stale_gone'), yours: w('stale_kept') } },
      ]
    const linked = new Map([...props.linked, ...current.linked])
    const shown = new Set([
      ...compareValues(base, { ...base, ...given }).map(({ field }) => field),
      ...compareValues(base, current.values).map(({ field }) => field),
    ])
    return [...shown].flatMap((fieldName) => {
      const field = fieldOf(type, fieldName)
      if (!field) return []
      const show = (value: unknown) => <ShowValue {...{ field, value, schema, language, linked }} />
      return [
        {
          key: `${r}.${fieldName}`,
          cells: {
            record: name,
            field: label(field.label, language),
            now: show(current.values[fieldName]),
            yours: show(fieldName in given ? given[fieldName] : base[fieldName]),
          },
        },
      ]
    })
  })
  return (
    <Notice kind="warning" title={w('stale_title')}>
      <p>{w('stale_text')}</p>
      <Table
        caption={w('stale_title')}
        captionHidden
        columns={[
          { key: 'record', label: w('record'), heading: true },
          { key: 'field', label: w('field') },
          { key: 'now', label: w('now') },
          { key: 'yours', label: w('yours') },
        ]}
        rows={rows}
      />
    </Notice>
  )
}
