import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { withRequest } from '#platform/records'
import { Button, Form, FormActions, FormErrors, Notice, Section, Select, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { workWords } from '../../steps/messages.ts'
import { endFeed, feedOwner, readFeed, renewFeed, writeCalendar } from '../feed.ts'
import { endReminder, readReminder, setReminder } from '../reminders.ts'

/** What the page says after something was done or refused. */
interface Said {
  /** The secret part of an address that was just made. */
  readonly token?: string
  readonly problems?: Problem['fields']
}

const page = (visit: Visit, said: Said = {}): Promise<Response> =>
  visit.within(async (tx) => {
    const { language, form } = visit
    const w = workWords(language)
    const csrf = visit.session?.formToken ?? ''
    const since = await readFeed(tx)
    const reminder = await readReminder(tx, visit.house.secrets)
    const origin = visit.house.origins[0] ?? visit.url.origin
    const fault = (name: string) => said.problems?.find(({ field }) => field === name)?.message[language]
    return workspacePage(visit, {
      title: w('calendar'),
      lede: w('calendar_lede'),
      status: said.problems ? 422 : 200,
      breadcrumbs: [{ href: '/workspace/day', label: w('day') }],
      notices: said.problems ? (
        <FormErrors
          title={w('errors')}
          errors={said.problems.map(({ field, message }) => ({ fieldId: field, message: message[language] }))}
        />
      ) : null,
      children: (
        <>
          <Section title={w('feed')} id="feed">
            <p>{w('feed_text', { title: w('neutral') })}</p>
            {said.token ? (
              <Notice kind="success" title={w('feed_new')}>
                <p>
                  <code>{`${origin}/calendar/${said.token}`}</code>
                </p>
                <p>{w('feed_new_text')}</p>
              </Notice>
            ) : (
              <p>
                {since
                  ? w('feed_since', { when: since.toLocaleDateString(language, { dateStyle: 'long' }) })
                  : w('feed_none')}
              </p>
            )}
            <Form action="/workspace/work/calendar" csrf={csrf}>
              <FormActions>
                <Button name="do" value="renew" kind={since ? 'secondary' : 'primary'}>
                  {w(since ? 'feed_renew' : 'feed_make')}
                </Button>
                {since ? (
                  <Button name="do" value="end" kind="warning">
                    {w('feed_end')}
                  </Button>
                ) : null}
              </FormActions>
            </Form>
          </Section>
          <Section title={w('reminder')} id="reminder">
            <p>{w('reminder_text')}</p>
            {reminder ? (
              <p>
                {w('reminder_on', {
                  address: reminder.address,
                  hour: `${reminder.hour}:00 (${reminder.zone})`,
                })}
              </p>
            ) : null}
            <Form action="/workspace/work/reminder" csrf={csrf}>
              <TextInput
                id="address"
                name="address"
                type="email"
                label={w('address')}
                value={form.get('address') || reminder?.address}
                error={fault('address')}
                autoComplete="email"
                maxLength={254}
              />
              <Select
                id="hour"
                name="hour"
                label={w('hour')}
                error={fault('hour')}
                value={String(reminder?.hour ?? 8)}
                options={Array.from({ length: 24 }, (_, hour) => ({
                  value: String(hour),
                  label: `${hour}:00`,
                }))}
              />
              <Select
                id="zone"
                name="zone"
                label={w('zone')}
                value={reminder?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
                options={['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
                  value: zone,
                  label: zone.replaceAll('_', ' '),
                }))}
              />
              <FormActions>
                <Button name="do" value="set">
                  {w('reminder_save')}
                </Button>
                {reminder ? (
                  <Button name="do" value="end" kind="plain">
                    {w('reminder_end')}
                  </Button>
                ) : null}
              </FormActions>
            </Form>
          </Section>
        </>
      ),
    })
  })

const showRoute = route({
  method: 'get',
  path: '/workspace/work/calendar',
  may: 'read',
  handle: (visit) => page(visit),
})

const feedRoute = route({
  method: 'post',
  path: '/workspace/work/calendar',
  may: 'read',
  handle: async (visit) => {
    if (visit.form.get('do') === 'renew') return page(visit, { token: await visit.within(renewFeed) })
    if (visit.form.get('do') === 'end') await visit.within((tx) => endFeed(tx))
    return redirect('/workspace/work/calendar')
  },
})

const reminderRoute = route({
  method: 'post',
  path: '/workspace/work/reminder',
  may: 'read',
  handle: async (visit) => {
    const { form, house } = visit
    try {
      await visit.within((tx) =>
        form.get('do') === 'end'
          ? endReminder(tx)
          : setReminder(tx, house.secrets, {
              address: form.get('address').trim(),
              hour: Number(form.get('hour')),
              zone: form.get('zone'),
            }),
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      return page(visit, { problems: error.fields })
    }
    return redirect('/workspace/work/calendar#reminder')
  },
})

/** The calendar itself, for a program without a session: the address is the secret. */
const calendarRoute = route({
  method: 'get',
  path: '/calendar/:token',
  may: 'guest',
  handle: async ({ house, params }) => {
    const token = params['token'] ?? ''
    const actor = await feedOwner(house.db, token)
    if (!actor) throw new Problem('not_found')
    const text = await withRequest(house, actor, (tx) => writeCalendar(tx, house.dayItems, token))
    return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
  },
})

export const calendarRoutes = [showRoute, feedRoute, reminderRoute, calendarRoute]
