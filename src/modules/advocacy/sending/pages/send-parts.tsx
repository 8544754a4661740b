import { can } from '#platform/access'
import { momentAt, momentParts } from '#platform/dates'
import {
  Button,
  DateInput,
  Details,
  FactList,
  FileInput,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import type { ReactNode } from 'react'
import { sendingWords } from '../messages.ts'
import { copyThatGoes } from '../rules.ts'
import { copyFormats } from '../snapshot.ts'
import { hrefOf } from './file-address.ts'
import { channelWords } from './channel-words.ts'
import { Hash } from './hash.tsx'
import type { SendingPart } from './sending-page.tsx'
import { instantWords, whenWords } from './words-of-days.ts'

/** The zones of the world, by continent, as the machine knows them. */
const zoneOptions = [
  ...Map.groupBy(['UTC', ...Intl.supportedValuesOf('timeZone')], (zone) => zone.split('/')[0] ?? ''),
].map(([continent, zones]) => ({
  label: continent,
  options: zones.map((zone) => ({ value: zone, label: zone })),
}))

const order = (format: string): number => copyFormats.findIndex((one) => one === format)

const pathOf = (part: Pick<SendingPart, 'file'>) => `/workspace/submission/${part.file.id}`
const csrfOf = ({ visit }: Pick<SendingPart, 'visit'>) => visit.session?.formToken ?? ''

/** What was frozen: its copies with their hashes, each to be read or taken. */
export function FrozenCopy(part: SendingPart) {
  const { visit, snapshot, file, approval, gate } = part
  const w = sendingWords(visit.language)
  if (!snapshot) return null
  const goes = gate.rule ? copyThatGoes(gate.rule) : 'mechanism'
  const audiences = [...new Set(snapshot.files.map(({ audience }) => audience))].toSorted((a) =>
    a === goes ? -1 : 1,
  )
  return (
    <>
      <p>{w('frozen_by', { who: snapshot.by, when: instantWords(snapshot.at, visit.language) })}</p>
      {approval ? (
        <p>
          <a href={`/workspace/approvals/${approval.id}`}>
            {w(approval.state === 'open' ? 'approval_open' : 'approval_waiting')}
          </a>
        </p>
      ) : null}
      {snapshot.reason ? <FactList facts={[{ label: w('why_without'), value: snapshot.reason }]} /> : null}
      <Table
        caption={w('copies')}
        captionHidden
        columns={[
          { key: 'copy', label: w('copy'), heading: true },
          { key: 'files', label: w('files') },
          { key: 'hash', label: 'SHA-256 (PDF)' },
        ]}
        rows={audiences.map((audience) => ({
          key: audience,
          cells: {
            copy: `${w(`copy_${audience}`)}${audience === goes ? ` · ${w('goes')}` : ''}`,
            files: (
              <span className="row">
                {snapshot.files
                  .filter((one) => one.audience === audience)
                  .toSorted((a, b) => a.position - b.position || order(a.format) - order(b.format))
                  .map((one) => {
                    const name = one.format === 'annex' ? one.name : one.format.toUpperCase()
                    return (
                      <a
                        key={one.fileId}
                        href={hrefOf(snapshot, one)}
                        download
                        aria-label={`${w(`copy_${audience}`)}: ${name}`}
                      >
                        {name}
                      </a>
                    )
                  })}
              </span>
            ),
            hash: (
              <Hash
                of={
                  snapshot.files.find((one) => one.audience === audience && one.format === 'pdf')?.sha256 ??
                  ''
                }
              />
            ),
          },
        }))}
      />
      <p>
        <LinkButton href={`${pathOf(part)}/sheet/${snapshot.id}`}>{w('sheet')}</LinkButton>
      </p>
      {file.sending && file.sending.snapshotId !== snapshot.id ? (
        <Notice kind="warning">{w('not_the_sent')}</Notice>
      ) : null}
    </>
  )
}

/** The checks that a mechanism asks for, made or to be made by somebody who did not write it. */
export function Checks(part: SendingPart) {
  const { visit, snapshot, gate, tx } = part
  const w = sendingWords(visit.language)
  const { rule } = gate
  if (!snapshot || !rule) return null
  const kinds = [
    ...(rule.legal ? (['legal'] as const) : []),
    ...(rule.security ? (['security'] as const) : []),
  ]
  if (kinds.length === 0) return null
  return (
    <>
      {kinds.map((kind) => {
        const made = snapshot.checks.find((one) => one.kind === kind)
        return made ? (
          <p key={kind}>
            {w(`check_${kind}_made`, { who: made.by, when: instantWords(made.at, visit.language) })}
            {made.words ? (
              <>
                {' '}
                <q dir="auto">{made.words}</q>
              </>
            ) : null}
          </p>
        ) : (
          <Form key={kind} action={`${pathOf(part)}/check`} csrf={csrfOf(part)} label={w(`check_${kind}`)}>
            <input type="hidden" name="snapshot" value={snapshot.id} />
            <input type="hidden" name="kind" value={kind} />
            <p>{w(`check_${kind}_text`)}</p>
            {can(tx.actor, 'write') ? (
              <>
                <TextInput id={`words-${kind}`} name="words" label={w('check_words')} maxLength={4_000} />
                <FormActions>
                  <Button>{w(`check_${kind}`)}</Button>
                </FormActions>
              </>
            ) : null}
          </Form>
        )
      })}
    </>
  )
}

/** Freezing the draft as it is now and asking for approval; or freezing alone, where one person will send it. */
export function AskForm(part: SendingPart) {
  const { visit, gate, snapshot, deciders, refused } = part
  const w = sendingWords(visit.language)
  const justify =
    gate.rule?.level === 'required-or-justify' && gate.lacks.some(({ follows }) => follows === 'justify')
  return (
    <Section id="ask" title={w(snapshot ? 'freeze_again' : 'freeze')}>
      <p>{w('freeze_text')}</p>
      {deciders === 0 ? <Notice kind="warning">{w('nobody_decides')}</Notice> : null}
      <Form action={`${pathOf(part)}/ask`} csrf={csrfOf(part)}>
        {justify || refused?.errors['reason'] ? (
          <TextArea
            id="reason"
            name="reason"
            label={w('why_without')}
            hint={w('why_without_hint')}
            rows={3}
            maxLength={4_000}
            value={refused?.typed('reason')}
            error={refused?.errors['reason']}
          />
        ) : null}
        <TextArea
          id="words"
          name="words"
          label={w('ask_words')}
          rows={2}
          maxLength={2_000}
          value={refused?.typed('words')}
        />
        <FormActions>
          <Button kind={snapshot ? 'secondary' : 'primary'} name="do" value="ask">
            {w('ask')}
          </Button>
          {gate.rule?.urgent || part.file.fictitious ? (
            <Button name="do" value="freeze">
              {w('freeze_only')}
            </Button>
          ) : null}
        </FormActions>
      </Form>
    </Section>
  )
}

/** Logging that a person has sent it: when, on whose clocks, how, with which receipt. */
export function SendForm(part: SendingPart) {
  const { visit, file, snapshot, approval, gate, refused, now } = part
  const { language } = visit
  const w = sendingWords(language)
  const approved = approval?.state === 'open'
  const alone = !approved && gate.rule?.urgent === true
  const earlier = snapshot === null
  if (!earlier && !approved && !alone && !file.fictitious)
    return (
      <Section id="send" title={w('send')}>
        <p className="quiet">{w('send_waits')}</p>
      </Section>
    )
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const at = momentParts(momentAt(now, refused?.typed('zone') || zone || 'UTC'))
  const { channel } = file.mechanism
  const error = (name: string) => refused?.errors[name]
  const body = (
    <>
      <input type="hidden" name="way" value={file.fictitious ? 'exercise' : earlier ? 'earlier' : 'sent'} />
      <div className="row">
        <DateInput
          id="at"
          name="day"
          label={w('sent_day')}
          value={refused?.typed('day') || at.day}
          error={error('at')}
          required
        />
        <TextInput
          id="time"
          name="time"
          label={w('sent_time')}
          short
          value={refused?.typed('time') || at.time}
          maxLength={5}
          pattern="[0-2][0-9]:[0-5][0-9]"
          required
        />
        <Select id="zone" name="zone" label={w('sent_zone')} options={zoneOptions} value={at.zone} />
      </div>
      <TextInput
        id="channel"
        name="channel"
        label={w('channel')}
        hint={channel.kinds.map((kind) => channelWords(kind, language)).join(', ')}
        value={refused?.typed('channel')}
        error={error('channel')}
        maxLength={200}
        required
      />
      <TextInput
        id="receipt"
        name="receipt"
        label={w('receipt')}
        hint={w('receipt_hint')}
        value={refused?.typed('receipt')}
        maxLength={500}
      />
      <FileInput id="file" name="file" label={w('receipt_file')} />
      {alone && !file.fictitious ? (
        <TextArea
          id="urgent"
          name="urgent"
          label={w('urgent')}
          hint={w('urgent_hint')}
          rows={3}
          maxLength={4_000}
          value={refused?.typed('urgent')}
          error={error('urgent')}
          required
        />
      ) : null}
      <FormActions>
        <Button kind={approved || file.fictitious ? 'primary' : 'secondary'}>
          {w(file.fictitious ? 'log_exercise' : earlier ? 'log_earlier' : 'log_sending')}
        </Button>
      </FormActions>
    </>
  )
  const form = (
    <Form action={`${pathOf(part)}/send`} csrf={csrfOf(part)} files>
      {body}
    </Form>
  )
  if (file.fictitious)
    return (
      <Section id="send" title={w('exercise')}>
        <p>{w('exercise_text')}</p>
        {form}
      </Section>
    )
  if (earlier)
    return (
      <Section id="send" title={w('send')}>
        <p className="quiet">{w('send_waits')}</p>
        <Details summary={w('earlier')} open={refused?.typed('way') === 'earlier'}>
          <p>{w('earlier_text')}</p>
          {form}
        </Details>
      </Section>
    )
  return (
    <Section id="send" title={w('send')}>
      <p>{w(alone ? 'send_alone_text' : 'send_text')}</p>
      <p lang="en" className="quiet">
        {channel.text.text}
      </p>
      {form}
    </Section>
  )
}

/** What was logged of the sending. */
export function SentFacts({ visit, file }: SendingPart) {
  const { language } = visit
  const w = sendingWords(language)
  const { sending, values } = file
  if (!sending) return null
  const at = momentAt(sending.sentAt, sending.zone)
  const fact = (label: string, value: ReactNode) => (value ? [{ label, value }] : [])
  return (
    <>
      {sending.way === 'exercise' ? <Notice kind="info">{w('exercise_done')}</Notice> : null}
      {sending.way === 'earlier' ? <Notice kind="info">{w('earlier_done')}</Notice> : null}
      <FactList
        facts={[
          ...fact(w('sent_when'), whenWords(at, language)),
          ...fact(w('sent_by'), sending.sentBy.name),
          ...fact(w('channel'), <bdi>{sending.channel}</bdi>),
          ...fact(w('receipt'), sending.receipt ? <bdi>{sending.receipt}</bdi> : ''),
          ...fact(
            w('receipt_file'),
            sending.receiptFile ? (
              <a href={`/workspace/record/${file.id}#evidence`}>{w('receipt_kept')}</a>
            ) : (
              ''
            ),
          ),
          ...fact(
            w('approved_how'),
            sending.way !== 'sent'
              ? ''
              : w(
                  sending.approved
                    ? 'approved_second'
                    : sending.urgent
                      ? 'approved_urgent'
                      : 'approved_alone',
                ),
          ),
          ...fact(w('urgent'), sending.urgent),
          ...fact(
            w('official_code'),
            typeof values['official_code'] === 'string' ? values['official_code'] : '',
          ),
          ...fact(
            w('transmitted_on'),
            typeof values['transmitted_on'] === 'string' ? whenWords(values['transmitted_on'], language) : '',
          ),
          ...fact(w('digest'), sending.digest ? <Hash of={sending.digest} /> : ''),
          ...fact(w('logged'), instantWords(sending.loggedAt, language)),
        ]}
      />
    </>
  )
}
