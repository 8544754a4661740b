import { timelineItems } from '#modules/registry'
import { compareDates, formatDate } from '#platform/dates'
import type { Visit } from '#platform/http'
import { type Language, label } from '#platform/i18n'
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

/** The incidents of a case, in the order of time. */
export async function readIncidents(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const ids = (await readBelongings(tx, caseId, ['incident'])).flatMap(({ id, deletedAt }) =>
    deletedAt ? [] : [id],
  )
  return (await readRecordsInBulk(tx, ids)).toSorted((a, b) =>
    compareDates(textOf(a.values['on']), textOf(b.values['on'])),
  )
}

const kindOf = ({ visit, tx }: Part, one: RecordView): string =>
  valueInWords(tx, 'incident', 'kind', one.values['kind'], visit.language)

/** The records that a field points at, of those that the reader may see. */
const namesIn = (one: RecordView, name: string): readonly { readonly id: string; readonly title: string }[] =>
  (valuesOf(one.values[name]) as readonly Reference[]).flatMap(({ to }) => {
    const linked = one.linked.get(to)
    return linked ? [{ id: to, title: linked.title }] : []
  })

/** What happened, drawn in time. */
export function IncidentLine(part: Part) {
  const { visit, incidents } = part
  const { language } = visit
  const w = riskWords(language)
  const { items } = timelineItems(
    incidents.map((one) => ({
      key: one.id,
      date: one.values['on'],
      label: kindOf(part, one),
      href: `/workspace/record/${one.id}`,
    })),
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

/** What is known of each, in the order of time. */
export function IncidentTable(part: Part) {
  const { visit, tx, incidents } = part
  const { language } = visit
  const w = riskWords(language)
  const said = (one: RecordView, references: string, words: string) =>
    [...namesIn(one, references).map(({ title }) => title), textOf(one.values[words])]
      .filter(Boolean)
      .join(', ')
  return (
    <Table
      caption={w('known')}
      captionHidden
      columns={[
        { key: 'when', label: w('when') },
        { key: 'kind', label: w('kind'), heading: true },
        { key: 'what', label: w('what') },
        { key: 'to', label: w('to_whom') },
        { key: 'by', label: w('by_whom') },
        { key: 'where', label: w('where') },
        { key: 'reliability', label: w('reliability') },
      ]}
      rows={incidents.map((one) => {
        const event = namesIn(one, 'event')[0]
        return {
          key: one.id,
          cells: {
            when: formatDate(textOf(one.values['on']), language),
            kind: <a href={`/workspace/record/${one.id}`}>{kindOf(part, one)}</a>,
            what: (
              <span>
                <span dir="auto">{textOf(one.values['what'])}</span>
                {event ? (
                  <>
                    {' '}
                    <a href={`/workspace/record/${event.id}`}>{w('told_by_event')}</a>
                  </>
                ) : null}
              </span>
            ),
            to: bdi(said(one, 'to_whom', '')),
            by: bdi(said(one, 'by_whom', 'by_words')),
            where: bdi(said(one, 'place', 'where_words')),
            reliability: valueInWords(tx, 'incident', 'reliability', one.values['reliability'], language),
          },
        }
      })}
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
          label: shortMonth(month, language),
          numeric: true,
        })),
        ...(unplaced ? [{ key: 'unplaced', label: w('no_month'), numeric: true }] : []),
        { key: 'total', label: w('total'), numeric: true },
      ]}
      foot={{
        kind: w('all_kinds'),
        ...(earlier && { earlier: number(sum(pattern.rows.map((row) => row.earlier))) }),
        ...Object.fromEntries(
          pattern.months.map((month, i) => [
            month,
            number(sum(pattern.rows.map((row) => row.counts[i] ?? 0))),
          ]),
        ),
        ...(unplaced && { unplaced: number(sum(pattern.rows.map((row) => row.unplaced))) }),
        total: String(sum(pattern.rows.map((row) => row.total))),
      }}
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

/** Nothing at all where there is nothing to say: on a phone an empty cell has no line. */
const bdi = (text: string) => (text === '' ? '' : <bdi>{text}</bdi>)

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** A month as the head of a narrow column: "Oct 2026". */
const shortMonth = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
