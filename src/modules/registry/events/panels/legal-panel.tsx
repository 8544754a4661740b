import { formatDate, overlaps, parseDate } from '#platform/dates'
import type { RecordPanel } from '#platform/house'
import { type RecordView, readRecords } from '#platform/records'
import { Notice, Section, Table, TextInput } from '#web/components'
import { words } from '../messages.ts'
import { pointing } from './gather.ts'
import { linkedOf, said } from './relations.ts'
import { InTime, type PanelGround } from './time-and-relations.tsx'

/** On an initiative's page: what it was before the law and when, and what was asked for it and answered. */
export const legalPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'organisation') return null
  const { schema } = tx
  const w = words(visit.language)
  const ground = { visit, schema, w }
  const ids = await pointing(tx, [record.id], ['legal_status', 'recognition_request'])
  const own = (await readRecords(tx, ids)).filter((one) =>
    linkedOf(one, 'initiative').some(({ id }) => id === record.id),
  )
  const statuses = own.filter(({ type }) => type === 'legal_status')
  const requests = own.filter(({ type }) => type === 'recognition_request')
  return (
    <>
      {statuses.length > 0 ? (
        <>
          <InTime
            {...ground}
            title={w('legal_status')}
            dated={statuses.map((one) => ({
              key: one.id,
              date: one.values['period'],
              kind: 'span',
              label: said(schema, one, 'status', visit.language),
              href: `/workspace/record/${one.id}`,
              note: (
                <span className="quiet">
                  {[
                    ...linkedOf(one, 'authority').map(({ title }) => title),
                    said(schema, one, 'legal_basis', visit.language),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              ),
            }))}
          />
          <StatusAsOf {...ground} statuses={statuses} today={new Date().toISOString().slice(0, 10)} />
        </>
      ) : null}
      {requests.length > 0 ? <Requests {...ground} requests={requests} /> : null}
    </>
  )
}

/** What it was on a day that the reader names; today unless they do. */
function StatusAsOf({
  visit,
  schema,
  w,
  statuses,
  today,
}: PanelGround & {
  readonly statuses: readonly RecordView[]
  readonly today: string
}) {
  const { language, url } = visit
  const typed = url.searchParams.get('as_of')?.trim() || today
  const parsed = parseDate(typed)
  const held = parsed.ok
    ? statuses.filter((one) => overlaps(String(one.values['period']), parsed.edtf, parsed.edtf))
    : []
  return (
    <form method="get" action={`${url.pathname}#as-of`} className="group" id="as-of">
      <TextInput
        id="as_of"
        name="as_of"
        label={w('as_of')}
        hint={w('as_of_hint')}
        value={typed}
        short
        autoComplete="off"
      />
      <p>
        <button className="button small" type="submit">
          {w('as_of_show')}
        </button>
      </p>
      <Notice>
        {parsed.ok
          ? held.length > 0
            ? w('as_of_is', {
                date: formatDate(parsed.edtf, language),
                status: held.map((one) => said(schema, one, 'status', language)).join('; '),
              })
            : w('as_of_none', { date: formatDate(parsed.edtf, language) })
          : w('as_of_bad', { text: typed })}
      </Notice>
    </form>
  )
}

function Requests({
  visit,
  schema,
  w,
  requests,
}: PanelGround & { readonly requests: readonly RecordView[] }) {
  const { language } = visit
  return (
    <Section title={w('recognition')} id="recognition">
      <Table
        caption={w('recognition')}
        captionHidden
        columns={[
          { key: 'what', label: w('what'), heading: true },
          { key: 'when', label: w('when') },
          { key: 'asked_of', label: w('asked_of') },
          { key: 'answer', label: w('answer') },
        ]}
        rows={requests.map((one) => ({
          key: one.id,
          cells: {
            what: <a href={`/workspace/record/${one.id}`}>{one.title}</a>,
            when: said(schema, one, 'date', language),
            asked_of: (
              <span>
                {linkedOf(one, 'asked_of').map(({ id, title }, i) => (
                  <span key={id}>
                    {i > 0 ? ', ' : ''}
                    <a href={`/workspace/record/${id}`}>{title}</a>
                  </span>
                ))}
              </span>
            ),
            answer: (
              <span>
                {said(schema, one, 'answer', language)}
                {one.values['answer_date'] ? (
                  <span className="quiet"> {said(schema, one, 'answer_date', language)}</span>
                ) : null}
              </span>
            ),
          },
        }))}
      />
    </Section>
  )
}
