import { can } from '#platform/access'
import { daysBetween } from '#platform/deadlines'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, fieldOf, readRecord, typeOf } from '#platform/records'
import { FactList, FormErrors, LinkButton, Notice, Section, Table, Tag } from '#web/components'
import { visibilityLabel } from '#web/records'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords, today } from '../../day-in-words.ts'
import { clearReply, closeReceived, draftReply, sendReply } from '../actions/answer-received.ts'
import { receivedWords } from '../messages.ts'
import { readWhole } from '../queries/read-received.ts'
import { consultationLabels, isOver, stateLabels } from '../words-of-received.ts'
import { type ReceivedPart, saidOf } from './received-part.ts'
import { ReplyPart } from './reply-part.tsx'

async function screen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, params, url } = visit
  const w = receivedWords(language)
  const record = await readRecord(tx, params['id'] ?? '')
  if (record.mergedInto) return redirect(`/workspace/received/${record.mergedInto}`)
  if (record.type !== 'communication_received' || record.deletedAt) throw new Problem('not_found')
  const whole = await readWhole(tx, record)
  const mayWrite = can(tx.actor, 'write')
  const part: ReceivedPart = { visit, tx, whole, mayWrite, refused, w }
  const said = (name: string) => saidOf(tx, record, name, language)
  const named = (name: string) => {
    const field = fieldOf(typeOf(tx, record.type), name)
    return field ? label(field.label, language) : name
  }
  return workspacePage(visit, {
    title: record.title,
    lede: said('subject'),
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: '/workspace/received', label: w('title') }],
    fictitious: record.fictitious,
    audience: {
      visibility: record.visibility,
      visibilityLabel: label(visibilityLabel[record.visibility], language),
      seenBy: w(record.visibility === 'restricted' ? 'seen_some' : 'seen_org'),
      publicSees: w('public_sees'),
    },
    notices: (
      <>
        {url.searchParams.has('done') ? <Notice kind="success">{w('done')}</Notice> : null}
        <FormErrors title={w('errors')} errors={errorList(refused)} />
        <DueNotice {...part} />
      </>
    ),
    actions: (
      <>
        {mayWrite ? <LinkButton href={`/workspace/record/${record.id}/edit`}>{w('edit')}</LinkButton> : null}
        <LinkButton href={`/workspace/record/${record.id}?whole=1`}>{w('record')}</LinkButton>
      </>
    ),
    children: (
      <>
        <Section id="what" title={w('what')}>
          <FactList
            facts={[
              'kind',
              'body',
              'mechanism',
              'official_number',
              'dated',
              'received_on',
              'received_at',
              'people',
              'people_words',
              'owner',
              'extension_basis',
            ]
              .map((name) => ({ label: named(name), value: said(name) }))
              .filter(({ value }) => value !== '')}
          />
          {said('asked') ? (
            <>
              <h3>{w('asked')}</h3>
              <p className="written" dir="auto">
                {said('asked')}
              </p>
            </>
          ) : null}
        </Section>
        <Consultations {...part} />
        <ReplyPart {...part} />
        <Measures {...part} />
      </>
    ),
  })
}

/** Until when, why that day, and how it went. */
function DueNotice({ visit, whole, w }: ReceivedPart) {
  const { due, state, measured } = whole
  const { language } = visit
  if (isOver(state))
    return (
      <Notice kind="success" title={label(stateLabels[state], language)}>
        {measured
          ? `${w('took')}: ${w('days', { days: measured.days })} · ${w(measured.inTime === null ? 'not_judged' : measured.inTime ? 'in_time' : 'too_late')}`
          : null}
      </Notice>
    )
  if (due.day === null || due.basis === 'none') return <Notice kind="warning">{w('due_none')}</Notice>
  const left = daysBetween(today(), due.day)
  return (
    <Notice
      kind={left < 0 ? 'danger' : left <= 7 ? 'warning' : 'info'}
      title={`${w('due_on', { day: dayInWords(due.day, language) })} · ${left < 0 ? w('late_by', { days: -left }) : w('left', { days: left })}`}
    >
      <p>
        {w(`basis_${due.basis}`)}
        {due.basis === 'rule' && due.clock && !due.clock.checked ? ` · ${w('unchecked')}` : ''}
        {due.safe ? ` · ${w('safe_is', { day: dayInWords(due.safe, language) })}` : ''}{' '}
        <Tag>{label(stateLabels[state], language)}</Tag>
      </p>
      {due.basis === 'rule' && due.clock ? (
        <p className="quiet" lang="en">
          {due.clock.rule.text}
        </p>
      ) : null}
    </Notice>
  )
}

const isConsultationState = (code: unknown): code is keyof typeof consultationLabels =>
  typeof code === 'string' && Object.hasOwn(consultationLabels, code)

/** A new record of a type that belongs to this one, by its generic form. */
const newPart = (type: string, id: string, more: Readonly<Record<string, string>> = {}): string =>
  `/workspace/records/${type}/new?${new URLSearchParams({ 'v.communication': id, ...more }).toString()}`

function Consultations({ visit, tx, whole, mayWrite, w }: ReceivedPart) {
  const { language } = visit
  const { record, consultations, state } = whole
  return (
    <Section id="consultations" title={w('consultations')}>
      {consultations.length === 0 ? (
        <p className="quiet">{w('consult_none')}</p>
      ) : (
        <Table
          caption={w('consultations')}
          captionHidden
          columns={[
            { key: 'agency', label: w('agency'), heading: true },
            { key: 'asked', label: w('asked_on'), nowrap: true },
            { key: 'due', label: w('answer_due'), nowrap: true },
            { key: 'state', label: w('state') },
            { key: 'answer', label: w('answer') },
          ]}
          rows={consultations.map((one) => {
            const at = one.values['state'] ?? 'awaited'
            return {
              key: one.id,
              cells: {
                agency: (
                  <a href={`/workspace/record/${one.id}${mayWrite && at === 'awaited' ? '/edit' : ''}`}>
                    <bdi>{saidOf(tx, one, 'agency_words', language)}</bdi>
                  </a>
                ),
                asked: dayInWords(one.values['asked_on'], language),
                due: dayInWords(one.values['due'], language),
                state: isConsultationState(at) ? label(consultationLabels[at], language) : '',
                answer: (
                  <span className="written" dir="auto">
                    {saidOf(tx, one, 'answer', language)}
                  </span>
                ),
              },
            }
          })}
        />
      )}
      {mayWrite && !isOver(state) ? (
        <p>
          <LinkButton
            href={newPart('consultation', record.id, { 'v.asked_on': today(), 'v.state': 'awaited' })}
          >
            {w('consult')}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  )
}

function Measures({ visit, tx, whole, mayWrite, w }: ReceivedPart) {
  const { language } = visit
  const { record, measures } = whole
  return (
    <Section id="measures" title={w('measures')}>
      {measures.length === 0 ? (
        <p className="quiet">{w('measure_none')}</p>
      ) : (
        <ul className="list">
          {measures.map((one) => (
            <li key={one.id}>
              {dayInWords(one.values['on'], language)}:{' '}
              <a href={`/workspace/record/${one.id}`}>
                <bdi>{one.title}</bdi>
              </a>{' '}
              <bdi>{saidOf(tx, one, 'agency', language)}</bdi>{' '}
              <span dir="auto">{saidOf(tx, one, 'result', language)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <p>
          <LinkButton href={newPart('measure_taken', record.id)}>{w('measure_add')}</LinkButton>
        </p>
      ) : null}
    </Section>
  )
}

const path = '/workspace/received/:id'

const writing = (name: string, write: (visit: Visit, tx: Tx, id: string, version: number) => Promise<void>) =>
  route({
    method: 'post',
    path: `${path}/${name}`,
    may: 'write',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const id = visit.params['id'] ?? ''
          await write(visit, tx, id, Number(visit.form.get('version')))
          return redirect(`/workspace/received/${id}?done=1#reply`)
        },
        (tx, refused) => screen(visit, tx, refused),
      ),
  })

export const receivedRoutes = [
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  writing('reply', ({ form }, tx, id, version) => draftReply(tx, { id, version, reply: form.get('reply') })),
  writing('clear', (_, tx, id, version) => clearReply(tx, { id, version })),
  writing('send', ({ form }, tx, id, version) =>
    sendReply(tx, {
      id,
      version,
      day: form.get('day'),
      time: form.get('time'),
      zone: form.get('zone'),
      through: form.get('through'),
      receipt: form.get('receipt'),
    }),
  ),
  writing('close', ({ form }, tx, id, version) =>
    closeReceived(tx, { id, version, words: form.get('words') }),
  ),
]
