import { confidenceLabels, sourceOf } from '#catalogue/mechanisms'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Details, Notice, Table, Tag } from '#web/components'
import { dayInWords } from '../../day.ts'
import { type RequestDate, daysLeft } from '../clocks/request-dates.ts'
import { type AsylumWords, asylumWords } from '../messages.ts'
import type { Book } from '../procedures/book.ts'
import { dayOf } from '../procedures/procedure.ts'
import type { RequestFile } from '../queries/read-requests.ts'
import { nameOfDate, whyInWords } from './why.ts'

export interface DatesPart {
  readonly tx: Tx
  readonly language: Language
  readonly file: RequestFile
  readonly book: Book
  readonly mayWrite: boolean
  readonly now: Date
}

/** The dates of a request: those that run with their safe and legal day apart and the reason; those that are over folded. */
export function RequestDates(part: DatesPart) {
  const { file, language } = part
  const w = asylumWords(language)
  const running = file.dates.filter(({ over }) => over === null)
  const over = file.dates.filter((date) => date.over !== null)
  const unknown = running.filter(({ legal, clock }) => legal === null && clock?.role === 'filing-window')
  return (
    <>
      {file.procedure === null ? <Notice kind="warning">{w('unknown_procedure')}</Notice> : null}
      {unknown.map((date) => (
        <Notice key={date.key} kind="danger" title={nameOfDate(part.tx, date, language)}>
          <p>{w('ask_counsel')}</p>
          <p>{whyInWords(date, language)}</p>
        </Notice>
      ))}
      {file.dates.length === 0 && file.procedure ? <p className="quiet">{w('dates_none')}</p> : null}
      {running.length > 0 ? <DatesTable {...part} dates={running} caption={w('dates')} /> : null}
      {over.length > 0 ? (
        <Details summary={w('dates_over', { count: over.length })}>
          <DatesTable {...part} dates={over} caption={w('dates_over', { count: over.length })} />
        </Details>
      ) : null}
    </>
  )
}

function DatesTable(part: DatesPart & { readonly dates: readonly RequestDate[]; readonly caption: string }) {
  const { tx, language, file, dates, caption } = part
  const w = asylumWords(language)
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', label: w('what'), heading: true },
        { key: 'safe', label: w('safe'), nowrap: true },
        { key: 'legal', label: w('legal') },
        { key: 'why', label: w('why') },
      ]}
      rows={dates.map((date) => ({
        key: date.key,
        cells: {
          what: <a href={`/workspace/record/${date.record}`}>{nameOfDate(tx, date, language)}</a>,
          safe:
            date.over === null && date.safe ? (
              <time dateTime={date.safe}>{dayInWords(date.safe, language)}</time>
            ) : (
              ''
            ),
          legal: (
            <div>
              <LegalDay {...{ date, file, language, w }} now={part.now} />
            </div>
          ),
          why: <Why {...part} {...{ date, w }} />,
        },
      }))}
    />
  )
}

/** A day that may be called the last one; or said to be expected, or not verified. Never an unchecked one as a hard date. */
export function LegalDay(props: {
  readonly date: RequestDate
  readonly file: RequestFile
  readonly language: Language
  readonly w: AsylumWords
  readonly now: Date
}) {
  const { date, file, language, w, now } = props
  const { legal, latest, over } = date
  const said = legal === null ? '' : dayInWords(legal, language)
  if (over)
    return (
      <>
        {date.firm && legal ? <time dateTime={legal}>{said}</time> : null}
        {date.firm && legal ? ' · ' : null}
        {w(`over_${over.how}`, { on: over.on === null ? '' : dayInWords(over.on, language) })}
      </>
    )
  if (legal === null) return <b>{date.verified ? w('no_day') : w('unverified')}</b>
  if (!date.firm)
    return date.verified ? (
      <time dateTime={legal}>{w('expected', { day: said })}</time>
    ) : (
      <b>{w('unverified_about', { day: said })}</b>
    )
  const left = file.procedure ? daysLeft(legal, dayOf(file.procedure, now)) : null
  return (
    <>
      <time dateTime={legal}>
        <b>{said}</b>
      </time>
      {left === null ? null : (
        <>
          {' · '}
          {left < 0 ? <b>{w('past', { days: -left })}</b> : w('left', { days: left })}
        </>
      )}
      {latest !== null && latest !== legal ? (
        <span className="quiet"> {w('or_up_to', { day: dayInWords(latest, language) })}</span>
      ) : null}
    </>
  )
}

function Why(part: DatesPart & { readonly date: RequestDate; readonly w: AsylumWords }) {
  const { date, w, language, file, book, mayWrite } = part
  const rule = date.clock?.rule
  const outdated = rule && file.procedure && book.outdated.has(`${file.procedure.id}/${rule.id}`)
  return (
    <div>
      {whyInWords(date, language)}
      {rule && !date.verified ? (
        <>
          {' '}
          <Tag>{w('unverified')}</Tag>
        </>
      ) : null}
      {rule ? (
        <Details summary={w('rule_words')}>
          <p lang={file.procedure?.own ? undefined : 'en'} dir="auto">
            {rule.text}
          </p>
          <p className="quiet">
            {rule.check
              ? w('checked_by', {
                  on: dayInWords(rule.check.on, language),
                  by: rule.check.by,
                  page: rule.check.page,
                })
              : `${w('sources')}: ${rule.source.map((id) => sourceOf(id)?.title ?? id).join('; ')} · ${w('confidence')}: ${label(confidenceLabels[rule.confidence], language)}`}
          </p>
          {outdated ? <p>{w('outdated')}</p> : null}
          <p className="quiet">
            {w('counted_with', {
              version: date.clock?.version ?? '',
              state: book.state,
              margin: book.margin,
            })}
          </p>
          <ul className="list">
            {file.procedure ? (
              <li>
                <a href={`/workspace/asylum/procedure/${file.procedure.id}#rule-${rule.id}`}>
                  {w('verify_it')}
                </a>
              </li>
            ) : null}
            {mayWrite && date.over === null ? (
              <li>
                <a
                  href={`/workspace/asylum/request/${file.request.id}/day?date=${encodeURIComponent(date.key)}`}
                >
                  {w('set_day')}
                </a>
              </li>
            ) : null}
          </ul>
        </Details>
      ) : null}
    </div>
  )
}
