import type { RecordPanel } from '#platform/house'
import { readRecords } from '#platform/records'
import { Section, Table } from '#web/components'
import { words } from '../messages.ts'
import { gather } from './gather.ts'
import { actLines, linkedOf, relationGraph, said } from './relations.ts'
import { InTime, Relations, withSources } from './time-and-relations.tsx'

/** On a dossier's page: its events in time, what was done to each institution or person, and all as relations. */
export const dossierPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'dossier') return null
  const { schema } = tx
  const { language } = visit
  const w = words(language)
  const ground = { visit, schema, w }
  const linked = linkedOf(record, 'events')
  const events = await readRecords(
    tx,
    linked.map(({ id }) => id),
  )
  const material = await gather(
    tx,
    events.map(({ id }) => id),
  )
  const { lines } = actLines(material)
  const targets = linkedOf(record, 'targets')
  const victims = new Map(
    [...targets, ...lines.flatMap(({ victim }) => victim ?? [])].map((one) => [one.id, one]),
  )
  return (
    <>
      <InTime
        {...ground}
        title={w('events')}
        dated={events.map((event) => ({
          key: event.id,
          date: event.values['date'],
          label: event.title,
          href: `/workspace/record/${event.id}`,
          note: (
            <span className="quiet">
              {[
                ...new Set(
                  lines
                    .filter(({ act }) => linkedOf(act, 'event').some(({ id }) => id === event.id))
                    .flatMap(({ victim }) => victim?.title ?? []),
                ),
              ].join(', ')}
            </span>
          ),
        }))}
      />
      {victims.size > 0 ? (
        <Section title={w('institutions')} id="institutions">
          <Table
            caption={w('institutions')}
            captionHidden
            columns={[
              { key: 'victim', label: w('victim'), heading: true },
              { key: 'count', label: w('number'), numeric: true },
              { key: 'acts', label: w('acts') },
            ]}
            rows={[...victims.values()].map((victim) => {
              const acts = lines.filter((line) => line.victim?.id === victim.id)
              return {
                key: victim.id,
                cells: {
                  victim: <a href={`/workspace/record/${victim.id}`}>{victim.title}</a>,
                  count: acts.length.toLocaleString(language),
                  acts: (
                    <ul className="list">
                      {acts.map(({ act }) => (
                        <li key={act.id}>
                          <a href={`/workspace/record/${act.id}`}>
                            {said(schema, act, 'act_type', language)}
                          </a>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              }
            })}
          />
        </Section>
      ) : null}
      <Relations
        {...ground}
        data={relationGraph(material, record, { ...ground, language, sources: withSources(visit) })}
        offerSources={material.informations.length > 0}
      />
    </>
  )
}
