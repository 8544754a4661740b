import { timelineItems } from '#modules/registry'
import { formatDate } from '#platform/dates'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecordsInBulk,
  valuesOf,
} from '#platform/records'
import { Timeline } from '#web/charts'
import { Table } from '#web/components'
import { textOf, valueInWords } from '../../show.ts'
import { riskWords } from '../messages.ts'
import { patternOf } from '../queries/pattern.ts'

interface Part {
  readonly visit: Visit
  readonly tx: Tx
  readonly incidents: readonly RecordView[]
}

/** The incidents of a case. */
export async function readIncidents(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const ids = (await readBelongings(tx, caseId, ['incident'])).flatMap(({ id, deletedAt }) =>
    deletedAt ? [] : [id],
  )
  return readRecordsInBulk(tx, ids)
}

const kindOf = ({ visit, tx }: Part, one: RecordView): string =>
  valueInWords(tx, 'incident', 'kind', one.values['kind'], visit.language)

/** The records that a field points at, of those that the reader may see. */
const namesIn = (one: RecordView, name: string): readonly { readonly id: string; readonly title: string }[] =>
  (valuesOf(one.values[name]) as readonly Reference[]).flatMap(({ to }) => {
    const linked = one.linked.get(to)
    return linked ? [{ id: to, title: linked.title }] : []
  })

/** What happened, drawn in time, with what is known of each beside it. */
export function IncidentLine(part: Part & { readonly long?: boolean }) {
  const { visit, tx, incidents, long = false } = part
  const { language } = visit
  const w = riskWords(language)
  const { items } = timelineItems(
    incidents.map((one) => {
      const event = namesIn(one, 'event')[0]
      const who = [...namesIn(one, 'by_whom').map(({ title }) => title), textOf(one.values['by_words'])]
        .filter(Boolean)
        .join(', ')
      const whom = namesIn(one, 'to_whom')
        .map(({ title }) => title)
        .join(', ')
      const where = [...namesIn(one, 'place').map(({ title }) => title), textOf(one.values['where_words'])]
        .filter(Boolean)
        .join(', ')
      const reliability = valueInWords(tx, 'incident', 'reliability', one.values['reliability'], language)
      return {
        key: one.id,
        date: one.values['on'],
        label: kindOf(part, one),
        href: `/workspace/record/${one.id}`,
        note: (
          <>
            {long && textOf(one.values['what']) ? (
              <span className="written" dir="auto">
                {textOf(one.values['what'])}
              </span>
            ) : null}
            {long && (who || whom || where || reliability) ? (
              <span className="quiet">
                {' '}
                <bdi>
                  {[
                    whom && w('to_whom', { who: whom }),
                    who && w('by_whom', { who }),
                    where && w('where', { where }),
                    reliability,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </bdi>
              </span>
            ) : null}
            {event ? (
              <>
                {' '}
                <a href={`/workspace/record/${event.id}`}>{w('told_by_event')}</a>
              </>
            ) : null}
          </>
        ),
      }
    }),
    language,
  )
  return (
    <Timeline
      caption={w('incidents')}
      captionHidden
      lang={language}
      labels={{ when: w('when'), what: w('what'), drawing: w('drawing') }}
      items={items}
    />
  )
}

/** How often what happened in which month: a table, because a pattern is for reading. */
export function IncidentPattern(part: Part) {
  const { visit, tx, incidents } = part
  const { language } = visit
  const w = riskWords(language)
  const kinds = [...(tx.schema.vocabularies.get('incident_kinds')?.byCode.keys() ?? [])]
  const pattern = patternOf(
    incidents.flatMap(({ values }) => {
      const [kind, on] = [values['kind'], values['on']]
      return typeof kind === 'string' && typeof on === 'string' ? [{ kind, on }] : []
    }),
    kinds,
  )
  const earlier = pattern.rows.some((row) => row.earlier > 0)
  const unplaced = pattern.rows.some((row) => row.unplaced > 0)
  const number = (count: number) => (count === 0 ? '·' : String(count))
  const nameOf = (kind: string) => {
    const term = tx.schema.vocabularies.get('incident_kinds')?.byCode.get(kind)
    return term ? label(term.label, language) : kind
  }
  return (
    <Table
      caption={w('pattern')}
      captionHidden
      phone="scroll"
      columns={[
        { key: 'kind', label: w('kind'), heading: true },
        ...(earlier ? [{ key: 'earlier', label: w('earlier_months'), numeric: true }] : []),
        ...pattern.months.map((month) => ({
          key: month,
          label: formatDate(month, language),
          numeric: true,
        })),
        ...(unplaced ? [{ key: 'unplaced', label: w('no_month'), numeric: true }] : []),
        { key: 'total', label: w('total'), numeric: true },
      ]}
      rows={pattern.rows.map((row) => ({
        key: row.kind,
        cells: {
          kind: nameOf(row.kind),
          earlier: number(row.earlier),
          ...Object.fromEntries(pattern.months.map((month, i) => [month, number(row.counts[i] ?? 0)])),
          unplaced: number(row.unplaced),
          total: String(row.total),
        },
      }))}
    />
  )
}
