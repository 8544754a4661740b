import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import type { RecordView } from '#platform/records'
import { LinkButton } from '#web/components'
import { words } from '../messages.ts'
import { gather } from './gather.ts'
import { relationGraph, typeLabel } from './relations.ts'
import { InTime, Relations, withSources } from './time-and-relations.tsx'
import type { Dated } from './timeline-items.ts'
import { WhoDidWhat } from './who-did-what.tsx'

/** On an event's page: who did what to whom, in time, and as relations. */
export const eventPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'event') return null
  const { schema } = tx
  const w = words(visit.language)
  const ground = { visit, schema, w }
  const material = await gather(tx, [record.id])
  const item = (one: RecordView, date: unknown): Dated => ({
    key: one.id,
    date,
    label: one.title,
    href: `/workspace/record/${one.id}`,
    note: <span className="quiet">{typeLabel(schema, one.type, visit.language)}</span>,
  })
  const edit =
    record.deletedAt || !can(tx.actor, 'write') ? null : (
      <LinkButton href={`/workspace/event/${record.id}/edit-all`} small>
        {w('edit_all')}
      </LinkButton>
    )
  const dated = [
    ...material.acts.map((one) => item(one, one.values['date'])),
    ...material.interventions.map((one) => item(one, one.values['date'])),
    ...material.informations.map((one) => item(one, one.values['date'] ?? one.values['date_received'])),
  ]
  const empty = material.acts.length + material.involvements.length === 0
  return (
    <>
      {empty ? edit && <p>{edit}</p> : <WhoDidWhat {...ground} material={material} action={edit} />}
      <InTime {...ground} dated={dated.length > 0 ? [item(record, record.values['date']), ...dated] : []} />
      <Relations
        {...ground}
        data={relationGraph(material, record, {
          ...ground,
          language: visit.language,
          sources: withSources(visit),
        })}
        offerSources={material.informations.length > 0}
      />
    </>
  )
}
