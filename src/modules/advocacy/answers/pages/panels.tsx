import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import type { Visit } from '#platform/http'
import {
  type RecordView,
  type Tx,
  fieldOf,
  fieldType,
  readBelongings,
  readRecords,
  typeOf,
} from '#platform/records'
import { Line, LinkButton, Notice, Section, Table } from '#web/components'
import { dayWords } from '../../sending/pages/words-of-days.ts'
import { answerWords } from '../messages.ts'

/** A value of a record in words. */
function said(visit: Visit, tx: Tx, record: RecordView, name: string): string {
  const field = fieldOf(typeOf(tx, record.type), name)
  const value = record.values[name]
  return field && value !== undefined
    ? fieldType(field.type).show(value, field, tx.schema, visit.language)
    : ''
}

const dayOf = (visit: Visit, record: RecordView, name: string): string =>
  typeof record.values[name] === 'string' ? dayWords(record.values[name], visit.language) : ''

async function belonging(tx: Tx, id: string, types: readonly string[]): Promise<readonly RecordView[]> {
  const parts = await readBelongings(tx, id, types)
  return readRecords(
    tx,
    parts.filter(({ deletedAt }) => deletedAt === null).map((one) => one.id),
  )
}

const newHref = (type: string, field: string, id: string): string =>
  `/workspace/records/${type}/new?${new URLSearchParams({ [`v.${field}`]: id })}`

/** On the page of a submission that was sent: what came back, and the way to enter more. On that of a reply: its promises. */
export const answersPanel: RecordPanel = async (visit, tx, record) => {
  if (record.deletedAt) return null
  const w = answerWords(visit.language)
  const mayWrite = can(tx.actor, 'write')
  if (record.type === 'submission_reply') {
    const promises = await belonging(tx, record.id, ['submission_promise'])
    const unpassed = !record.values['passed_on'] && record.values['quality'] !== 'acknowledgement'
    return (
      <Section id="promises" title={w('promises')}>
        {unpassed ? <Notice kind="warning">{w('not_passed')}</Notice> : null}
        {promises.length > 0 ? (
          <Table
            caption={w('promises')}
            captionHidden
            columns={[
              { key: 'what', label: w('promised'), heading: true },
              { key: 'due', label: w('due'), nowrap: true },
              { key: 'state', label: w('became') },
            ]}
            rows={promises.map((one) => ({
              key: one.id,
              cells: {
                what: (
                  <a href={`/workspace/record/${one.id}`} dir="auto">
                    {one.title}
                  </a>
                ),
                due: dayOf(visit, one, 'due'),
                state: said(visit, tx, one, 'state'),
              },
            }))}
          />
        ) : null}
        {mayWrite ? (
          <Line>
            <LinkButton href={newHref('submission_promise', 'reply', record.id)}>
              {w('add_promise')}
            </LinkButton>
          </Line>
        ) : null}
      </Section>
    )
  }
  if (record.type !== 'submission' || !record.values['sent_at']) return null
  const all = await belonging(tx, record.id, ['submission_reply', 'submission_outcome'])
  const replies = all.filter(({ type }) => type === 'submission_reply')
  const outcomes = all.filter(({ type }) => type === 'submission_outcome')
  const caseId = (record.values['case'] as { to?: string } | undefined)?.to
  return (
    <Section id="answers" title={w('answers')}>
      {replies.length === 0 ? <p className="quiet">{w('no_reply')}</p> : null}
      {replies.length > 0 ? (
        <Table
          caption={w('replies')}
          captionHidden
          columns={[
            { key: 'received', label: w('received'), nowrap: true, heading: true },
            { key: 'from', label: w('from') },
            { key: 'quality', label: w('worth') },
            { key: 'family', label: w('family') },
            { key: 'comment', label: w('comment') },
          ]}
          rows={replies.map((one) => ({
            key: one.id,
            cells: {
              received: <a href={`/workspace/record/${one.id}`}>{dayOf(visit, one, 'received_on')}</a>,
              from: said(visit, tx, one, 'from'),
              quality: said(visit, tx, one, 'quality'),
              family: dayOf(visit, one, 'passed_on') || w('not_yet'),
              comment: dayOf(visit, one, 'comment_sent_on') || w('not_yet'),
            },
          }))}
        />
      ) : null}
      {outcomes.length > 0 ? (
        <Table
          caption={w('outcomes')}
          columns={[
            { key: 'what', label: w('outcome'), heading: true },
            { key: 'on', label: w('on'), nowrap: true },
            { key: 'grade', label: w('grade') },
          ]}
          rows={outcomes.map((one) => ({
            key: one.id,
            cells: {
              what: <a href={`/workspace/record/${one.id}`}>{said(visit, tx, one, 'code')}</a>,
              on: dayOf(visit, one, 'on'),
              grade: said(visit, tx, one, 'grade'),
            },
          }))}
        />
      ) : null}
      {mayWrite ? (
        <Line>
          <LinkButton kind="primary" href={newHref('submission_reply', 'submission', record.id)}>
            {w('add_reply')}
          </LinkButton>
          <LinkButton href={newHref('submission_outcome', 'submission', record.id)}>
            {w('add_outcome')}
          </LinkButton>
          {caseId ? (
            <LinkButton
              href={`/workspace/records/impact/new?${new URLSearchParams({ 'v.case': caseId, 'v.submissions': record.id })}`}
            >
              {w('add_impact')}
            </LinkButton>
          ) : null}
        </Line>
      ) : null}
    </Section>
  )
}
