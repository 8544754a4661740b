import { can } from '#platform/access'
import { type Approval, countDeciders, readOpenApproval } from '#platform/approvals'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { FormErrors, LinkButton, Notice, Section, Steps } from '#web/components'
import { type Refused, errorList, workspacePage } from '#web/workspace'
import { submissionKind } from '../actions/ask-approval.ts'
import { sendingWords } from '../messages.ts'
import { changedSince } from '../queries/changed-since.ts'
import { type Alert, readAlerts } from '../queries/read-alerts.ts'
import { type SubmissionFile, readSubmission } from '../queries/read-submissions.ts'
import { type Snapshot, readSnapshots } from '../snapshot.ts'
import { SubmissionDates } from './dates-table.tsx'
import { type Gate, GateTable, readGate } from './gate-parts.tsx'
import { AlertForms, EndForms, ProgressForm, ResumeForm, ReviewPart } from './after-parts.tsx'
import { AskForm, Checks, FrozenCopy, SendForm, SentFacts } from './send-parts.tsx'

/** What the parts of the page need. */
export interface SendingPart {
  readonly visit: Visit
  readonly tx: Tx
  readonly file: SubmissionFile
  readonly gate: Gate
  readonly snapshot: Snapshot | null
  readonly approval: Approval | null
  readonly alerts: readonly Alert[]
  /** How many others could approve. */
  readonly deciders: number
  /** What it takes from was changed after it was frozen. */
  readonly changed: boolean
  readonly refused: Refused | null
  readonly now: Date
}

/** Where a submission stands in words, of its own type's options. */
export function statusWords(tx: Tx, status: string, visit: Pick<Visit, 'language'>): string {
  const option = fieldOf(typeOf(tx, 'submission'), 'status')?.options?.find(({ code }) => code === status)
  return option ? label(option.label, visit.language) : status
}

/** The page on which a submission is agreed to, frozen, approved, sent and followed. */
export async function sendingPage(visit: Visit, tx: Tx, refused: Refused | null = null): Promise<Response> {
  const file = await readSubmission(tx, visit.params['id'] ?? '')
  if (!file) throw new Problem('not_found')
  const w = sendingWords(visit.language)
  const [snapshot] = await readSnapshots(tx, file.id)
  const approval = await readOpenApproval(tx, submissionKind, file.id)
  const part: SendingPart = {
    visit,
    tx,
    file,
    refused,
    gate: await readGate(tx, file),
    snapshot: snapshot ?? null,
    approval,
    changed: file.sending === null && approval !== null && (await changedSince(tx, approval.id)),
    alerts: await readAlerts(tx, file.id),
    deciders: await countDeciders(tx, submissionKind),
    now: new Date(),
  }
  const { sending, status } = file
  const today = part.now.toISOString().slice(0, 10)
  const mayWrite = can(tx.actor, 'write')
  const open = sending === null && !['frozen', 'withdrawn'].includes(status)
  return workspacePage(visit, {
    title: `${w('title')}: ${file.title}`,
    lede: statusWords(tx, status, visit),
    status: refused ? 422 : 200,
    fictitious: file.fictitious,
    breadcrumbs: [
      ...(file.case ? [{ href: `/workspace/case/${file.case.id}`, label: file.case.title }] : []),
      { href: `/workspace/record/${file.id}`, label: file.title },
    ],
    notices: (
      <>
        <FormErrors title={w('errors')} errors={errorList(refused)} />
        {file.fictitious && sending === null ? <Notice kind="info">{w('fictitious')}</Notice> : null}
        {status === 'frozen' ? (
          <Notice kind="danger" title={w('frozen')}>
            <p>{w('frozen_text')}</p>
          </Notice>
        ) : null}
        {sending?.urgent && !sending.review ? (
          <Notice kind="warning" title={w('unreviewed')}>
            <p>{w('unreviewed_text', { who: sending.sentBy.name })}</p>
          </Notice>
        ) : null}
        {part.changed ? <Notice kind="warning">{w('changed_since')}</Notice> : null}
        {part.alerts.length > 0 ? (
          <Notice kind="danger" title={w('alert')}>
            <p>{w('alert_text')}</p>
          </Notice>
        ) : null}
      </>
    ),
    children: (
      <>
        <StepsOf {...part} />
        {status === 'frozen' && mayWrite ? <ResumeForm {...part} /> : null}
        {part.alerts.length > 0 ? <AlertForms {...part} /> : null}
        {sending ? (
          <>
            <Section id="sent" title={w(sending.way === 'exercise' ? 'exercise_title' : 'sent_title')}>
              <SentFacts {...part} />
            </Section>
            {sending.urgent ? <ReviewPart {...part} /> : null}
            <Section id="dates" title={w('dates')}>
              <SubmissionDates {...{ file, mayWrite, today }} language={visit.language} />
              {mayWrite ? (
                <p>
                  <LinkButton
                    href={`/workspace/records/submission_event/new?${new URLSearchParams({ 'v.submission': file.id })}`}
                  >
                    {w('add_event')}
                  </LinkButton>
                </p>
              ) : null}
            </Section>
            {mayWrite ? <ProgressForm {...part} /> : null}
          </>
        ) : null}
        <Section id="consent" title={w('gate')}>
          <GateTable gate={part.gate} language={visit.language} />
        </Section>
        {part.snapshot ? (
          <Section id="copy" title={w('copy_title')}>
            <FrozenCopy {...part} />
            {sending === null ? <Checks {...part} /> : null}
          </Section>
        ) : null}
        {open && mayWrite ? <AskForm {...part} /> : null}
        {open && can(tx.actor, 'export') ? <SendForm {...part} /> : null}
        {sending === null && mayWrite && status !== 'frozen' ? <EndForms {...part} /> : null}
      </>
    ),
  })
}

function StepsOf({ visit, file, snapshot, approval, gate }: SendingPart) {
  const w = sendingWords(visit.language)
  const { sending, reply } = file
  const agreed = !gate.lacks.some(({ follows }) => follows === 'refuses')
  const approved = sending !== null || approval?.state === 'open'
  const answered = reply !== null && ['in_time', 'late', 'answered'].includes(reply.stands)
  const done = [
    agreed || sending !== null,
    snapshot !== null || sending !== null,
    approved,
    sending !== null,
    answered,
  ]
  const current = done.indexOf(false)
  return (
    <Steps
      label={w('steps')}
      steps={(['step_consent', 'step_frozen', 'step_approved', 'step_sent', 'step_reply'] as const).map(
        (name, i) => ({
          label: w(name),
          state: i === current ? 'current' : current === -1 || i < current || done[i] ? 'done' : 'ahead',
        }),
      )}
    />
  )
}
