import { listQuery } from '#modules/registry'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type Tx, countLimit, listRecords, typeOf } from '#platform/records'
import { type HoldBatch, liftHold, listHolds, placeHoldOnList } from '#platform/retention'
import { Button, Details, EmptyState, Form, FormActions, Notice, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { attempt } from '../pages/attempt.ts'
import { Errors, errorOf, sent, typed } from '../pages/parts.tsx'
import { at } from './addresses.ts'
import { words } from './messages.ts'
import { dayWords } from './rule-words.ts'

/** What is under hold, with the reason, and lifting it. */
const holdsRoute = route({
  method: 'get',
  path: at.holds,
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const holds = await listHolds(tx)
      const placed = Number(url.searchParams.get('placed') ?? 0)
      return workspacePage(visit, {
        title: w('holds'),
        lede: w('holds_lede'),
        breadcrumbs: [{ href: at.due, label: w('retention') }],
        notices: placed > 0 ? <Notice kind="success">{w('held_count', { count: placed })}</Notice> : null,
        children:
          holds.length === 0 ? (
            <EmptyState title={w('no_holds')} />
          ) : (
            <Table
              caption={w('holds')}
              captionHidden
              columns={[
                { key: 'records', label: w('records'), heading: true },
                { key: 'reason', label: w('hold_reason') },
                { key: 'placed', label: w('placed') },
                { key: 'lift', label: w('lift') },
              ]}
              rows={holds.map((hold) => ({ key: hold.batch, cells: cellsOf(hold, visit) }))}
            />
          ),
      })
    }),
})

function cellsOf(hold: HoldBatch, visit: Visit) {
  const { language } = visit
  const w = words(language)
  const day = dayWords(hold.placedAt.toISOString().slice(0, 10), language)
  return {
    records: (
      <div>
        {hold.first.map((one, i) => (
          <span key={one.id}>
            {i > 0 ? ', ' : ''}
            <a href={`/workspace/record/${one.id}`} dir="auto">
              {one.title || one.id.slice(-6)}
            </a>
          </span>
        ))}{' '}
        {hold.count > hold.first.length ? (
          <span className="quiet">{w('and_more', { count: hold.count - hold.first.length })}</span>
        ) : null}
      </div>
    ),
    reason: <span dir="auto">{hold.reason ?? w('held_by_restore', { day })}</span>,
    placed: [hold.placedBy, day].filter(Boolean).join(', '),
    lift: (
      <Details summary={w('lift')}>
        <Form action={`${at.holds}/lift`} csrf={visit.session?.formToken ?? ''}>
          <input type="hidden" name="batch" value={hold.batch} />
          <TextInput id={`lift-${hold.batch}`} name="reason" label={w('lift_reason')} maxLength={2_000} />
          <FormActions>
            <Button small>{w('lift')}</Button>
          </FormActions>
        </Form>
      </Details>
    ),
  }
}

const liftRoute = route({
  method: 'post',
  path: `${at.holds}/lift`,
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      await liftHold(tx, { batch: visit.form.get('batch') }, { reason: visit.form.get('reason') })
      return redirect(at.holds)
    }),
})

const listPath = '/workspace/retention/hold/:type'

/** How many records the list finds now, before they are put under hold together. */
async function holdListScreen(visit: Visit, tx: Tx, state = typed({})): Promise<Response> {
  const { language, url } = visit
  const w = words(language)
  const type = typeOf(tx, visit.params['type'] ?? '')
  const { count, more } = await listRecords(tx, listQuery(type, url.searchParams, 1))
  const name = label(type.plural, language)
  return workspacePage(visit, {
    title: w('hold_list'),
    lede: more
      ? w('hold_list_more', { count: countLimit, type: name })
      : w('hold_list_lede', { count, type: name }),
    status: state.problem?.status ?? 200,
    breadcrumbs: [{ href: `/workspace/records/${type.name}${url.search}`, label: name }],
    children: (
      <Form action={`${at.holdList(type.name)}${url.search}`} csrf={visit.session?.formToken ?? ''}>
        <Errors {...{ state, language }} />
        <TextInput
          id="reason"
          name="reason"
          label={w('hold_reason')}
          hint={w('hold_reason_hint')}
          value={state.get('reason')}
          error={errorOf(state, 'reason', language)}
          maxLength={2_000}
        />
        <FormActions>
          <Button kind="primary">{w('hold')}</Button>
        </FormActions>
      </Form>
    ),
  })
}

const holdListRoutes = [
  route({
    method: 'get',
    path: listPath,
    may: 'retain',
    handle: (visit) => visit.within((tx) => holdListScreen(visit, tx)),
  }),
  route({
    method: 'post',
    path: listPath,
    may: 'retain',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const type = typeOf(tx, visit.params['type'] ?? '')
          const query = listQuery(type, visit.url.searchParams)
          const { count } = await placeHoldOnList(tx, query, visit.form.get('reason'))
          return redirect(`${at.holds}?placed=${count}`)
        },
        (tx, problem) => holdListScreen(visit, tx, sent(visit.form, problem)),
      ),
  }),
]

export const holdRoutes = [holdsRoute, liftRoute, ...holdListRoutes]
