import {
  anchors,
  confidenceLabels,
  kindLabels,
  noDateWords,
  roleLabels,
  sourceOf,
  uncheckedWords,
} from '#catalogue/mechanisms'
import { type Language, label } from '#platform/i18n'
import { Details, Table, Tag } from '#web/components'
import type { SubmissionClock } from '../clocks.ts'
import { informs } from '../clocks.ts'
import { type SendingWords, sendingWords } from '../messages.ts'
import type { SubmissionFile } from '../queries/read-submissions.ts'
import { dayWords, whenWords } from './words-of-days.ts'

interface DatesPart {
  readonly file: SubmissionFile
  readonly language: Language
  readonly mayWrite: boolean
  readonly today: string
}

/** The dates of a submission: what each is, from what it is counted, and how far it can be relied on. */
export function SubmissionDates(part: DatesPart) {
  const { file, language } = part
  const w = sendingWords(language)
  const running = file.clocks.filter(({ over }) => over === null)
  const over = file.clocks.filter((clock) => clock.over !== null)
  if (file.clocks.length === 0) return <p className="quiet">{w('dates_none')}</p>
  return (
    <>
      {running.length > 0 ? <DatesTable {...part} clocks={running} caption={w('dates')} /> : null}
      {over.length > 0 ? (
        <Details summary={w('dates_over', { count: over.length })}>
          <DatesTable {...part} clocks={over} caption={w('dates_over', { count: over.length })} />
        </Details>
      ) : null}
    </>
  )
}

function DatesTable(
  part: DatesPart & { readonly clocks: readonly SubmissionClock[]; readonly caption: string },
) {
  const { clocks, caption, language } = part
  const w = sendingWords(language)
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: w('date_what'), heading: true },
        { key: 'when', label: w('date_when') },
        { key: 'why', label: w('date_why') },
      ]}
      rows={clocks.map((clock) => ({
        key: clock.id,
        cells: {
          what: (
            <>
              {label(roleLabels[clock.role], language)}
              {clock.kind ? (
                <span className="quiet"> · {label(kindLabels[clock.kind], language)}</span>
              ) : null}
            </>
          ),
          when: (
            <div>
              <ClockDay {...part} {...{ clock, w }} />
            </div>
          ),
          why: <Why {...part} {...{ clock, w }} />,
        },
      }))}
    />
  )
}

/** The day of a clock, as far as it can be said. */
export function ClockDay(props: {
  readonly clock: SubmissionClock
  readonly language: Language
  readonly today: string
  readonly w: SendingWords
}) {
  const { clock, language, today, w } = props
  const { earliest, latest, hard, over, why } = clock
  if (earliest === null) return <span className="quiet">{why ? label(noDateWords[why], language) : ''}</span>
  const range =
    latest !== null && latest !== earliest ? (
      <>{w('between', { from: dayWords(earliest, language), to: dayWords(latest, language) })}</>
    ) : (
      <time dateTime={earliest}>{dayWords(earliest, language)}</time>
    )
  const end = latest ?? earliest
  const late = !informs(clock.role) && over === null && end < today
  return (
    <>
      {hard ? <b>{range}</b> : range}
      {over ? ` · ${w('came', { on: dayWords(over, language) })}` : null}
      {late ? <b> · {w('past')}</b> : null}
    </>
  )
}

function Why(part: DatesPart & { readonly clock: SubmissionClock; readonly w: SendingWords }) {
  const { clock, w, language, file, mayWrite } = part
  const { rule, event, override } = clock
  const anchor = anchors[event.anchor]
  const counted = w('counted_from', {
    event: anchor ? label(anchor, language) : event.anchor,
    on: whenWords(event.text, language),
  })
  return (
    <div>
      {clock.provisional ? w('counted_provisional', { on: whenWords(event.text, language) }) : counted}
      {clock.checked ? null : (
        <>
          {' '}
          <Tag>{label(uncheckedWords, language)}</Tag>
        </>
      )}
      {override ? <p>{w('set_by_hand', { reason: override.reason })}</p> : null}
      <Details summary={w('rule_words')}>
        <p lang="en">{rule.text}</p>
        <p className="quiet">
          {rule.check
            ? w('checked_by', {
                on: dayWords(rule.check.on, language),
                by: rule.check.by,
                page: rule.check.page,
              })
            : `${rule.source.map((id) => sourceOf(id)?.title ?? id).join('; ')} · ${w('confidence')}: ${label(confidenceLabels[rule.confidence], language)}`}
        </p>
        {mayWrite && clock.over === null ? (
          <p>
            <a href={`/workspace/submission/${file.id}/day?rule=${encodeURIComponent(rule.id)}`}>
              {w('set_day')}
            </a>
          </p>
        ) : null}
      </Details>
    </div>
  )
}
