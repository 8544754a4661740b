import { formatDate } from '#platform/dates'
import type { RecordView } from '#platform/records'
import { Section, Table } from '#web/components'
import type { Material } from './gather.ts'
import { actLines, linkedOf, said } from './relations.ts'
import type { PanelGround } from './time-and-relations.tsx'

/** A line for each act: victim, act, everybody involved with kind and degree, and how it ended for the victim. */
export function WhoDidWhat({
  visit,
  schema,
  w,
  material,
  action,
}: PanelGround & {
  readonly material: Material
  readonly action?: React.ReactNode
}) {
  const { language } = visit
  const { lines, without } = actLines(material)
  if (lines.length + without.length === 0) return null
  const people = (involved: readonly RecordView[]) =>
    involved.length === 0 ? (
      <span className="quiet">{w('unknown_perpetrator')}</span>
    ) : (
      <ul className="list">
        {involved.map((one) => {
          const party = linkedOf(one, 'perpetrator')[0]
          const kind = said(schema, one, 'perpetrator_kind', language)
          const about = [
            party ? kind : '',
            said(schema, one, 'degree', language),
            said(schema, one, 'certainty', language),
          ]
            .filter(Boolean)
            .join('; ')
          return (
            <li key={one.id}>
              <a href={`/workspace/record/${party?.id ?? one.id}`}>
                <bdi>{party?.title ?? (kind || one.title)}</bdi>
              </a>
              {about ? <span className="quiet"> ({about})</span> : null}
            </li>
          )
        })}
      </ul>
    )
  return (
    <Section title={w('who_what_whom')} id="who-did-what" action={action}>
      <Table
        caption={w('who_what_whom')}
        captionHidden
        columns={[
          { key: 'victim', label: w('victim'), heading: true },
          { key: 'act', label: w('act') },
          { key: 'perpetrators', label: w('perpetrators') },
          { key: 'outcome', label: w('outcome') },
        ]}
        rows={[
          ...lines.map(({ act, victim, involved }) => {
            const date = act.values['date']
            return {
              key: act.id,
              cells: {
                victim: victim ? <a href={`/workspace/record/${victim.id}`}>{victim.title}</a> : null,
                act: (
                  <span>
                    <a href={`/workspace/record/${act.id}`}>
                      {said(schema, act, 'act_type', language) || act.title}
                    </a>
                    {typeof date === 'string' ? (
                      <span className="quiet"> {formatDate(date, language)}</span>
                    ) : null}
                  </span>
                ),
                perpetrators: people(involved),
                outcome: said(schema, act, 'outcome', language),
              },
            }
          }),
          ...without.map((one) => ({
            key: one.id,
            cells: { victim: '', act: '', perpetrators: people([one]), outcome: '' },
          })),
        ]}
      />
      {material.more ? <p className="quiet">{w('first_only', { count: 300 })}</p> : null}
    </Section>
  )
}
