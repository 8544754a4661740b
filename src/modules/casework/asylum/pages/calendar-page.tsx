import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Button, Details, Form, FormErrors, Notice, Radios, Table, Tabs, TextInput } from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { decideCalendar, decideDay } from '../actions/decide-in-book.ts'
import { asylumWords } from '../messages.ts'
import { readBook, shippedCalendars } from '../procedures/book.ts'
import { at } from './addresses.ts'
import { Decided } from './decided.tsx'
import { countryInWords } from './procedures-page.tsx'

async function screen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, params, url } = visit
  const w = asylumWords(language)
  const country = params['country'] ?? ''
  const book = await readBook(tx)
  const calendar = book.calendars.get(country)
  if (!calendar && ![...book.procedures.values()].some((one) => one.country === country))
    throw new Problem('not_found')
  const administers = can(tx.actor, 'administer')
  const shipped = new Set(
    shippedCalendars[country]?.closed.map(({ date, source }) => `${date} ${source.join()}`),
  )
  const years = calendar ? yearsOf(calendar.from, calendar.to) : []
  const asked = url.searchParams.get('year') ?? today().slice(0, 4)
  const year = years.includes(asked) ? asked : (years.at(-1) ?? '')
  const days = calendar?.closed
    .filter(({ date }) => date.startsWith(year))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const csrf = visit.session?.formToken ?? ''
  const input = (name: string, text: string, value = '', short = true) => (
    <TextInput
      id={name}
      name={name}
      label={text}
      value={refused?.typed(name) ?? value}
      error={refused?.errors[name]}
      short={short}
      autoComplete="off"
      maxLength={short ? 10 : 500}
    />
  )
  return workspacePage(visit, {
    title: w('calendar', { country: countryInWords(country, language) }),
    lede: w('calendar_lede'),
    status: refused ? 422 : 200,
    breadcrumbs: [
      { href: at.list, label: w('list_title') },
      { href: at.procedures, label: w('procedures') },
    ],
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors title={w('errors')} errors={errorList(refused)} />
        {calendar ? null : <Notice kind="warning">{w('calendar_none')}</Notice>}
      </>
    ),
    children: (
      <>
        {calendar ? (
          <>
            <p>
              {w('calendar_covers', {
                from: dayInWords(calendar.from, language),
                to: dayInWords(calendar.to, language),
              })}
            </p>
            <Tabs
              label={w('year')}
              tabs={years.map((one) => ({
                href: `${at.calendar(country)}?year=${one}`,
                label: one,
                current: one === year,
              }))}
            />
            <Table
              caption={`${w('closed_days')} · ${year}`}
              columns={[
                { key: 'day', label: w('day'), heading: true, nowrap: true },
                { key: 'name', label: w('day_name') },
                { key: 'from', label: w('day_from') },
              ]}
              rows={(days ?? []).map((one) => ({
                key: one.date,
                cells: {
                  day: <time dateTime={one.date}>{dayInWords(one.date, language)}</time>,
                  name: <bdi>{label(one.name, language)}</bdi>,
                  from: shipped.has(`${one.date} ${one.source.join()}`)
                    ? [w('day_shipped'), ...(one.certain ? [] : [w('day_uncertain')])].join(' · ')
                    : w('day_own', { reason: one.source.join('; ') }),
                },
              }))}
            />
          </>
        ) : null}
        {administers && calendar ? (
          <Details summary={w('day_decide')} open={refused !== null && refused.typed('as') !== ''}>
            <Form action={`${at.calendar(country)}/day`} csrf={csrf}>
              {input('date', w('day'))}
              <Radios
                id="as"
                name="as"
                label={w('day_as')}
                value={refused?.typed('as') ?? 'closed'}
                options={(['closed', 'open', 'shipped'] as const).map((one) => ({
                  value: one,
                  label: w(`as_${one}`),
                }))}
              />
              {input('name', w('day_name'), '', false)}
              {input('reason', w('reason'), '', false)}
              <p>
                <Button kind="primary">{w('day_do')}</Button>
              </p>
            </Form>
          </Details>
        ) : null}
        {administers ? (
          <Details
            summary={w('calendar_bounds')}
            open={!calendar || (refused !== null && refused.typed('as') === '')}
          >
            <Form action={`${at.calendar(country)}/bounds`} csrf={csrf}>
              {input('from', w('calendar_from'), calendar?.from)}
              {input('to', w('calendar_to'), calendar?.to)}
              <TextInput
                id="bounds-reason"
                name="reason"
                label={w('reason')}
                error={refused?.typed('as') === '' ? refused.errors['reason'] : undefined}
                maxLength={500}
              />
              <p>
                <Button>{w('save')}</Button>
              </p>
            </Form>
          </Details>
        ) : null}
        <Decided
          entries={book.entries.filter(
            ({ kind, key }) =>
              (kind === 'day' && key.startsWith(`${country}/`)) || (kind === 'calendar' && key === country),
          )}
          {...{ language, w }}
        />
      </>
    ),
  })
}

const yearsOf = (from: string, to: string): readonly string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.min(last - first + 1, 60) }, (_, index) => String(first + index))
}

const path = '/workspace/asylum/calendar/:country'

const writing = (name: string, write: (visit: Visit, tx: Tx, country: string) => Promise<void>) =>
  route({
    method: 'post',
    path: `${path}/${name}`,
    may: 'administer',
    handle: (visit) => {
      const country = visit.params['country'] ?? ''
      return attempt(
        visit,
        async (tx) => {
          await write(visit, tx, country)
          const year = (visit.form.get('date') || visit.form.get('from')).slice(0, 4)
          return redirect(`${at.calendar(country)}?saved=1&year=${encodeURIComponent(year)}`)
        },
        (tx, refused) => screen(visit, tx, refused),
      )
    },
  })

/** The working days of a country as the organisation counts them. */
export const calendarRoutes = [
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  writing('day', ({ form }, tx, country) =>
    decideDay(tx, {
      country,
      date: form.get('date').trim(),
      as: form.get('as'),
      name: form.get('name'),
      reason: form.get('reason'),
    }),
  ),
  writing('bounds', ({ form }, tx, country) =>
    decideCalendar(tx, {
      country,
      from: form.get('from').trim(),
      to: form.get('to').trim(),
      reason: form.get('reason'),
    }),
  ),
]
