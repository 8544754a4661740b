import type { RecordPanel } from '#platform/house'
import type { Visit } from '#platform/http'
import { type RecordView, type Reference, type Schema, fieldType, valuesOf } from '#platform/records'
import { label } from '#platform/i18n'
import type { Words } from '../messages.ts'
import { words } from '../messages.ts'
import { type Material, gather } from './gather.ts'
import { type RelationData, actLines, linkedOf, relationGraph } from './relations.ts'
import { InTime, Relations, withSources } from './time-and-relations.tsx'
import type { Dated } from './timeline-items.ts'

/** On the page of a person or an organisation: where they appear, in time, and those one step from them. */
export const actorPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'person' && record.type !== 'organisation') return null
  const { schema } = tx
  const w = words(visit.language)
  const ground = { visit, schema, w }
  const material = await gather(tx, [record.id])
  const graph = relationGraph(material, record, {
    ...ground,
    language: visit.language,
    sources: withSources(visit),
  })
  return (
    <>
      <InTime {...ground} dated={appearances(record, material, w)} />
      <Relations
        {...ground}
        data={withOwnRelations(graph, record, schema, visit)}
        offerSources={material.informations.length > 0}
      />
    </>
  )
}

/** Every act, intervention and information in which the person or organisation has a part, with the part. */
function appearances(record: RecordView, material: Material, w: Words): readonly Dated[] {
  const points = (one: RecordView, field: string) => linkedOf(one, field).some(({ id }) => id === record.id)
  const eventDate = (one: RecordView, field: string) =>
    linkedOf(one, field)
      .map(({ id }) => material.events.get(id)?.values['date'])
      .find((date) => date !== undefined)
  const found: Dated[] = []
  const add = (one: RecordView, date: unknown, role: Parameters<Words>[0], about?: string) =>
    found.push({
      key: `${one.id} ${role}`,
      date,
      label: about ?? one.title,
      href: `/workspace/record/${one.id}`,
      note: <span className="quiet">{w(role)}</span>,
    })
  const { lines, without } = actLines(material)
  for (const { act, victim, involved } of lines) {
    const date = act.values['date'] ?? eventDate(act, 'event')
    if (victim?.id === record.id) add(act, date, 'as_victim')
    if (involved.some((one) => points(one, 'perpetrator'))) add(act, date, 'as_perpetrator')
  }
  for (const one of without)
    if (points(one, 'perpetrator'))
      add(one, eventDate(one, 'event'), 'as_perpetrator', linkedOf(one, 'event')[0]?.title)
  for (const one of material.interventions) {
    const date = one.values['date'] ?? eventDate(one, 'events')
    if (points(one, 'intervening')) add(one, date, 'as_intervening')
    if (points(one, 'victims')) add(one, date, 'as_beneficiary')
    if (points(one, 'asked_of')) add(one, date, 'as_asked')
  }
  for (const one of material.informations) {
    const date = one.values['date'] ?? one.values['date_received']
    if (points(one, 'told_by')) add(one, date, 'as_source')
    else if (points(one, 'about')) add(one, date, 'as_subject')
  }
  return found
}

/** The graph with the person's own relations: relatives, posts, members. */
function withOwnRelations(
  graph: RelationData,
  record: RecordView,
  schema: Schema,
  visit: Visit,
): RelationData {
  const { language } = visit
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const edges = [...graph.edges]
  const type = schema.types.get(record.type)
  for (const field of type?.fields ?? []) {
    const people = (field.targets ?? []).some((target) => target === 'person' || target === 'organisation')
    if (field.type !== 'reference' || !people) continue
    for (const { to, attributes } of valuesOf(record.values[field.name]) as readonly Reference[]) {
      const target = record.linked.get(to)
      if (!target || target.deleted) continue
      if (!nodes.has(to)) nodes.set(to, { id: to, label: target.title, href: `/workspace/record/${to}` })
      const [what] = field.attributes ?? []
      const said = what
        ? valuesOf(attributes?.[what.name])
            .map((value) => fieldType(what.type).show(value, what, schema, language))
            .join(', ')
        : ''
      edges.push({ from: record.id, to, label: said || label(field.label, language) })
    }
  }
  if (edges.length > 0 && !nodes.has(record.id))
    nodes.set(record.id, {
      id: record.id,
      label: record.title,
      href: `/workspace/record/${record.id}`,
      weight: 'main',
    })
  return { nodes: [...nodes.values()], edges }
}
