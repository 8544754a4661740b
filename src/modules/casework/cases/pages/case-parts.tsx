import type { Visit } from '#platform/http'
import {
  type RecordView,
  type Reference,
  type Tx,
  fieldOf,
  fieldType,
  readRecordsInBulk,
  typeOf,
  valuesOf,
} from '#platform/records'
import { Details, Notice, Section, Table, Tag } from '#web/components'
import { Timeline } from '#web/charts'
import { timelineItems } from '#modules/registry'
import type { Words } from '../../messages.ts'
import { textOf, valueInWords } from '../../show.ts'
import type { CaseStep } from '../case-line.ts'
import { dayInWords } from '../../day.ts'
import type { ReachablePerson } from '../safe-contact.ts'
import { independentSources } from '../verification.ts'

interface Part {
  readonly visit: Visit
  readonly tx: Tx
  readonly record: RecordView
  readonly w: Words
}

/** The attribute of a relation in words. */
function attributeInWords({ visit, tx }: Part, fieldName: string, name: string, value: unknown): string {
  const field = fieldOf(typeOf(tx, 'case'), fieldName)?.attributes?.find((one) => one.name === name)
  return field && value !== undefined
    ? fieldType(field.type).show(value, field, tx.schema, visit.language)
    : ''
}

/** Who is in the case, with their numbers folded behind the plan. */
export function CasePeople(part: Part & { readonly people: readonly ReachablePerson[] }) {
  const { record, w, people } = part
  const organisations = (valuesOf(record.values['organisations']) as readonly Reference[]).flatMap((one) => {
    const linked = record.linked.get(one.to)
    return linked ? [{ ...one, title: linked.title }] : []
  })
  return (
    <Section title={w('people')} id="people">
      {people.length + organisations.length === 0 ? (
        <p className="quiet">{w('no_people')}</p>
      ) : (
        <Table
          caption={w('people')}
          captionHidden
          columns={[
            { key: 'name', label: w('name'), heading: true },
            { key: 'role', label: w('role') },
            { key: 'numbers', label: w('numbers') },
            { key: 'note', label: w('note') },
          ]}
          rows={[
            ...people.map((one) => ({
              key: one.record.id,
              cells: {
                name: <a href={`/workspace/record/${one.record.id}`}>{one.record.title}</a>,
                role: attributeInWords(part, 'people', 'role', one.role),
                numbers: <Numbers {...{ one, w }} />,
                note: one.note,
              },
            })),
            ...organisations.map(({ to, title, attributes }) => ({
              key: to,
              cells: {
                name: <a href={`/workspace/record/${to}`}>{title}</a>,
                role: attributeInWords(part, 'organisations', 'role', attributes?.['role']),
                numbers: '',
                note: textOf(attributes?.['note']),
              },
            })),
          ]}
        />
      )}
    </Section>
  )
}

function Numbers({ one, w }: { readonly one: ReachablePerson; readonly w: Words }) {
  if (one.numbers.length > 0)
    return (
      <Details summary={w('numbers')}>
        <ul className="list">
          {one.numbers.map((number) => (
            <li key={number} dir="auto">
              {number}
            </li>
          ))}
        </ul>
      </Details>
    )
  return one.plan.kind === 'open' || one.plan.kind === 'none' ? null : (
    <span className="quiet">{w('numbers_after')}</span>
  )
}

/** The events of the case in time. */
export async function caseTimeline(part: Part) {
  const { visit, tx, record, w } = part
  const ids = (valuesOf(record.values['events']) as readonly Reference[]).map(({ to }) => to)
  const events = await readRecordsInBulk(tx, ids)
  const { items } = timelineItems(
    events
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id, title, values }) => ({
        key: id,
        date: values['date'],
        label: title,
        href: `/workspace/record/${id}`,
      })),
    visit.language,
  )
  if (items.length === 0) return null
  return (
    <Section title={w('timeline')} id="timeline">
      <Timeline
        caption={w('timeline')}
        captionHidden
        lang={visit.language}
        labels={{ when: w('when'), what: w('what'), drawing: w('drawing') }}
        items={items}
      />
    </Section>
  )
}

/** Where it is known from, and whether that is enough. */
export function CaseSources(part: Part) {
  const { record, w } = part
  const sources = valuesOf(record.values['sources']) as readonly Reference[]
  const count = independentSources(record).length
  const unverified = record.values['unverified_reason']
  return (
    <Section title={w('sources')} id="sources">
      {count >= 2 ? (
        <Notice kind="success">{w('sources_met')}</Notice>
      ) : (
        <Notice>{w('sources_missing', { count })}</Notice>
      )}
      {count < 2 && typeof unverified === 'string' ? (
        <Notice kind="warning" title={w('unverified')}>
          <p dir="auto">{unverified}</p>
        </Notice>
      ) : null}
      {sources.length > 0 ? (
        <Table
          caption={w('sources')}
          captionHidden
          columns={[
            { key: 'source', label: w('source'), heading: true },
            { key: 'independence', label: w('independence') },
            { key: 'shows', label: w('shows') },
          ]}
          rows={sources.flatMap(({ to, attributes }) => {
            const linked = record.linked.get(to)
            return linked
              ? [
                  {
                    key: to,
                    cells: {
                      source: <a href={`/workspace/record/${to}`}>{linked.title}</a>,
                      independence: attributeInWords(
                        part,
                        'sources',
                        'independence',
                        attributes?.['independence'],
                      ),
                      shows: textOf(attributes?.['shows']),
                    },
                  },
                ]
              : []
          })}
        />
      ) : null}
    </Section>
  )
}

/** Every step of the case, with why. */
export function CaseLine(part: Part & { readonly line: readonly CaseStep[] }) {
  const { visit, tx, w, line } = part
  const { language } = visit
  const value = (name: string, given: unknown) => valueInWords(tx, 'case', name, given, language)
  const whatOf = (step: CaseStep): readonly string[] => [
    ...(step.stage ? [w('line_stage', { stage: value('stage', step.stage) })] : []),
    ...(step.assignedTo ? [w('line_assigned', { who: value('assigned_to', step.assignedTo) })] : []),
    ...(step.publicity
      ? [
          w('line_publicity', {
            what: value('publicity', step.publicity),
            who: value('publicity_by', step.publicityBy) || '…',
            when: dayInWords(step.publicityOn, language) || '…',
          }),
        ]
      : []),
  ]
  return (
    <Section title={w('line')} id="line">
      <Table
        caption={w('line')}
        captionHidden
        columns={[
          { key: 'when', label: w('when'), nowrap: true },
          { key: 'what', label: w('what'), heading: true },
          { key: 'why', label: w('why') },
          { key: 'who', label: w('who') },
        ]}
        rows={[...line].reverse().map((step) => ({
          key: String(step.version),
          cells: {
            when: step.at.toLocaleDateString(language, { dateStyle: 'medium' }),
            what: whatOf(step).map((text, i) => (
              <span key={text}>
                {i > 0 ? ' · ' : ''}
                {text}
              </span>
            )),
            why: step.reason ? <bdi>{step.reason}</bdi> : '',
            who: <Tag>{step.by}</Tag>,
          },
        }))}
      />
    </Section>
  )
}
