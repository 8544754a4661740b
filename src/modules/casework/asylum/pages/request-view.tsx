import { type ReactNode } from 'react'
import { formatDate, formatMoment } from '#platform/dates'
import type { Visit } from '#platform/http'
import { type RecordView, type Reference, type Tx, valuesOf } from '#platform/records'
import { Button, Details, FactList, Form, Line, LinkButton, Steps, Table } from '#web/components'
import { dayInWords } from '../../day.ts'
import { textOf, valueInWords } from '../../show.ts'
import { today } from '../../today.ts'
import { type AsylumWords, asylumWords } from '../messages.ts'
import type { Book } from '../procedures/book.ts'
import { nameOf } from '../procedures/procedure.ts'
import { type RequestFile, stateOf } from '../queries/read-requests.ts'
import { RequestDates } from './dates-table.tsx'
import { stepInWords } from './why.ts'

interface Part {
  readonly visit: Visit
  readonly tx: Tx
  readonly file: RequestFile
  readonly book: Book
  readonly mayWrite: boolean
  readonly now: Date
}

/** One asylum request: where it stands, its dates, papers, interviews, decisions. `link`: with the way to its own page. */
export function RequestView(part: Part & { readonly link?: boolean }): ReactNode {
  const { visit, tx, file, book, mayWrite, now, link } = part
  const { language } = visit
  const w = asylumWords(language)
  const { request, procedure } = file
  const value = (name: string) => valueInWords(tx, 'asylum_request', name, request.values[name], language)
  const facts = [
    { label: w('procedure'), value: procedure ? nameOf(procedure.name, language) : value('procedure') },
    { label: w('state'), value: value('state') },
    { label: w('received'), value: [value('received_on'), value('made_at')].filter(Boolean).join(' · ') },
    { label: w('file_number'), value: value('file_number') },
  ].filter((fact) => fact.value !== '')
  return (
    <>
      {link ? <FactList facts={facts} /> : null}
      <StepLine {...{ tx, file, visit, w }} />
      <RequestDates {...{ tx, language, file, book, mayWrite, now }} />
      <Certificates {...part} w={w} />
      <Papers {...part} w={w} />
      <Interviews {...part} w={w} />
      <Decisions {...part} w={w} />
      {mayWrite ? (
        <Line>
          <span className="quiet">{w('add')}:</span>
          {(['certificate', 'interview', 'decision', 'paper', 'event'] as const).map((kind) => (
            <LinkButton key={kind} href={newOf(`asylum_${kind}`, request, defaults[kind])}>
              {w(`add_${kind}`)}
            </LinkButton>
          ))}
        </Line>
      ) : null}
      {link ? (
        <p>
          <a href={`/workspace/record/${request.id}`}>{w('open_request')}</a>
        </p>
      ) : null}
    </>
  )
}

const newOf = (type: string, request: RecordView, values: Readonly<Record<string, string>> = {}) =>
  `/workspace/records/${type}/new?${new URLSearchParams({ 'v.request': request.id, ...values })}`

const defaults: Readonly<
  Record<'certificate' | 'interview' | 'decision' | 'paper' | 'event', Record<string, string>>
> = {
  certificate: { 'v.kind': 'provisional' },
  interview: { 'v.step': 'interview', 'v.held': 'planned' },
  decision: { 'v.step': 'decision' },
  paper: { 'v.state': 'wanted' },
  event: {},
}

function StepLine({ tx, file, visit, w }: Pick<Part, 'tx' | 'file' | 'visit'> & { readonly w: AsylumWords }) {
  const { procedure, certificates, appeals } = file
  if (!procedure) return null
  const state = stateOf(file)
  const done = new Set([
    ...state.happenings.filter(({ step }) => step === 'request').map(({ step }) => step),
    ...state.taken.map(({ step }) => step),
    ...(certificates.length > 0 ? ['certificate'] : []),
    ...(appeals.length > 0 ? ['appeal'] : []),
  ])
  const last = procedure.steps.findLastIndex(({ id }) => done.has(id))
  return (
    <Steps
      label={w('steps')}
      steps={procedure.steps.map(({ id }, index) => ({
        label: stepInWords(tx, id, visit.language) || id,
        state: done.has(id) ? 'done' : index === last + 1 && !state.over ? 'current' : 'ahead',
      }))}
    />
  )
}

const date = (value: unknown, language: Visit['language']) =>
  typeof value === 'string' && value !== '' ? formatDate(value, language) : ''

const names = (record: RecordView, field: string): string =>
  (valuesOf(record.values[field]) as readonly Reference[])
    .flatMap(({ to }) => record.linked.get(to)?.title ?? [])
    .join(', ')

type Section = Part & { readonly w: AsylumWords }

function Certificates({ visit, tx, file, mayWrite, w }: Section) {
  if (file.certificates.length === 0) return null
  const { language } = visit
  const ofPaper = (id: string) => file.dates.find(({ paper }) => paper?.record === id)
  return (
    <Table
      caption={w('certificates')}
      columns={[
        { key: 'what', label: w('what'), heading: true },
        { key: 'issued', label: w('issued'), nowrap: true },
        { key: 'until', label: w('valid_until'), nowrap: true },
        { key: 'note', label: w('state') },
      ]}
      rows={file.certificates.toReversed().map((one) => {
        const known = ofPaper(one.id)
        const asked = textOf(one.values['renewal_asked'])
        return {
          key: one.id,
          cells: {
            what: (
              <a href={`/workspace/record/${one.id}`}>
                {valueInWords(tx, 'asylum_certificate', 'kind', one.values['kind'], language)}
              </a>
            ),
            issued: date(one.values['issued_on'], language),
            until: known?.firm ? dayInWords(known.legal, language) : date(one.values['expires_on'], language),
            note: known?.over ? (
              w(`over_${known.over.how}`, { on: dayInWords(known.over.on, language) })
            ) : (
              <div>
                {asked ? w('renewal_asked', { day: dayInWords(asked, language) }) : w('renewal_not_asked')}
                {mayWrite ? (
                  <>
                    {' · '}
                    <a
                      href={newOf('asylum_certificate', file.request, {
                        'v.kind': textOf(one.values['kind']),
                        'v.issued_on': today(),
                      })}
                    >
                      {w('renew')}
                    </a>
                  </>
                ) : null}
              </div>
            ),
          },
        }
      })}
    />
  )
}

function Papers({ visit, tx, file, mayWrite, w }: Section) {
  const { language } = visit
  const { papers, request, procedure } = file
  const value = (one: RecordView, name: string) =>
    valueInWords(tx, 'asylum_paper', name, one.values[name], language)
  const got = papers.filter(({ values }) => values['state'] === 'got').length
  const asked = papers.filter(
    ({ values }) => !['not_needed', 'impossible'].includes(textOf(values['state'])),
  ).length
  return (
    <>
      {papers.length > 0 ? (
        <Table
          caption={`${w('papers')} · ${w('papers_count', { got, all: asked })}`}
          columns={[
            { key: 'what', label: w('what'), heading: true },
            { key: 'state', label: w('state') },
            { key: 'translation', label: w('paper_translation') },
            { key: 'kept', label: w('paper_kept') },
          ]}
          rows={papers.map((one) => ({
            key: one.id,
            cells: {
              what: (
                <>
                  <a href={`/workspace/record/${one.id}`}>{value(one, 'what')}</a>
                  {one.values['which'] ? (
                    <>
                      {' '}
                      <span className="quiet" dir="auto">
                        {textOf(one.values['which'])}
                      </span>
                    </>
                  ) : null}
                </>
              ),
              state: [value(one, 'state'), date(one.values['got_on'], language)].filter(Boolean).join(' · '),
              translation: value(one, 'translation'),
              kept: <bdi>{textOf(one.values['kept'])}</bdi>,
            },
          }))}
        />
      ) : null}
      {papers.length === 0 && mayWrite && procedure ? (
        <Details summary={w('papers_begin')}>
          <p className="hint">{w('papers_begin_hint')}</p>
          <Form
            action={`/workspace/asylum/request/${request.id}/papers`}
            csrf={visit.session?.formToken ?? ''}
          >
            <Button>{w('papers_begin')}</Button>
          </Form>
        </Details>
      ) : null}
    </>
  )
}

function Interviews({ visit, tx, file, w }: Section) {
  if (file.interviews.length === 0) return null
  const { language } = visit
  return (
    <Table
      caption={w('interviews')}
      columns={[
        { key: 'day', label: w('day'), heading: true },
        { key: 'step', label: w('what') },
        { key: 'held', label: w('state') },
        { key: 'interpreter', label: w('interpreter') },
        { key: 'with', label: w('accompanied') },
      ]}
      rows={file.interviews.map((one) => ({
        key: one.id,
        cells: {
          day: (
            <a href={`/workspace/record/${one.id}`}>
              {textOf(one.values['at'])
                ? formatMoment(textOf(one.values['at']), language)
                : date(one.values['on'], language)}
            </a>
          ),
          step: stepInWords(tx, one.values['step'], language),
          held: valueInWords(tx, 'asylum_interview', 'held', one.values['held'], language),
          interpreter:
            names(one, 'interpreter') ||
            (one.values['held'] === 'planned' ? <b>{w('no_interpreter')}</b> : ''),
          with: names(one, 'accompanied_by'),
        },
      }))}
    />
  )
}

function Decisions({ visit, tx, file, mayWrite, w }: Section) {
  if (file.decisions.length === 0) return null
  const { language } = visit
  const appealsOf = (id: string) =>
    file.appeals.filter((one) =>
      (valuesOf(one.values['decision']) as readonly Reference[]).some(({ to }) => to === id),
    )
  return (
    <Table
      caption={w('decisions')}
      columns={[
        { key: 'decision', label: w('decision'), heading: true },
        { key: 'on', label: w('decided'), nowrap: true },
        { key: 'notified', label: w('notified') },
        { key: 'appeal', label: w('appeal') },
      ]}
      rows={file.decisions.map((one) => ({
        key: one.id,
        cells: {
          decision: (
            <a href={`/workspace/record/${one.id}`}>
              {valueInWords(tx, 'asylum_decision', 'kind', one.values['kind'], language)}
            </a>
          ),
          on: date(one.values['decided_on'], language),
          notified: one.values['notified_on']
            ? [
                date(one.values['notified_on'], language),
                valueInWords(tx, 'asylum_decision', 'notified_by', one.values['notified_by'], language),
              ]
                .filter(Boolean)
                .join(' · ')
            : w('not_notified'),
          appeal: (
            <div>
              {appealsOf(one.id).map((appeal) => (
                <span key={appeal.id}>
                  <a href={`/workspace/record/${appeal.id}`}>{date(appeal.values['filed_on'], language)}</a>{' '}
                  {valueInWords(tx, 'asylum_appeal', 'outcome', appeal.values['outcome'], language)}{' '}
                </span>
              ))}
              {mayWrite &&
              stateOf(file).happenings.some(({ record, appealable }) => record === one.id && appealable) ? (
                <a
                  href={newOf('asylum_appeal', file.request, { 'v.decision': one.id, 'v.filed_on': today() })}
                >
                  {w('add_appeal')}
                </a>
              ) : null}
            </div>
          ),
        },
      }))}
    />
  )
}
