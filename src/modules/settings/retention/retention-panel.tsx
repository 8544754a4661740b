import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { readRecord, typeOf } from '#platform/records'
import { type Clock, type Hold, liftHold, placeHold, readClocks, readHolds, today } from '#platform/retention'
import { Button, Details, Form, FormActions, Notice, Section, TextInput } from '#web/components'
import { type Words, words } from './messages.ts'
import { clockWords, dayWords } from './rule-words.ts'

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

/** Until when a record is kept and why, and what keeps it from going. */
export const retentionPanel: RecordPanel = async (visit, tx, record) => {
  const w = words(visit.language)
  const holds = await readHolds(tx, record.id)
  const clock = record.deletedAt ? undefined : (await readClocks(tx, record.type, [record.id])).get(record.id)
  const standing = holds.filter((hold) => hold.liftedAt === null)
  const lifted = holds.filter((hold) => hold.liftedAt !== null)
  const mayDecide = can(tx.actor, 'retain')
  const path = `/workspace/record/${record.id}/hold`
  const csrf = visit.session?.formToken ?? ''
  if (!clock && holds.length === 0) return null
  return (
    <Section title={w('panel')} id="retention">
      {standing.map((hold) => (
        <Notice key={hold.id} kind="warning" title={w('held_title')}>
          <p dir="auto">{placedWords(hold, w, visit)}</p>
          <p>{w('held_text')}</p>
          {mayDecide ? (
            <Details summary={w('lift')}>
              <Form action={`${path}/lift`} csrf={csrf}>
                <input type="hidden" name="hold" value={hold.id} />
                <TextInput id={`lift-${hold.id}`} name="reason" label={w('lift_reason')} maxLength={2_000} />
                <FormActions>
                  <Button>{w('lift')}</Button>
                </FormActions>
              </Form>
            </Details>
          ) : null}
        </Notice>
      ))}
      {clock ? <ClockLine {...{ clock, visit, w }} type={typeOf(tx, record.type)} /> : null}
      {lifted.length > 0 ? (
        <Details summary={w('past_holds')}>
          <ul className="list">
            {lifted.map((hold) => (
              <li key={hold.id} dir="auto">
                {placedWords(hold, w, visit)}{' '}
                {w('lifted_by', {
                  name: hold.liftedBy ?? '',
                  day: dayWords(isoDay(hold.liftedAt ?? hold.placedAt), visit.language),
                  reason: hold.liftReason ?? '',
                })}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {mayDecide && standing.length === 0 ? (
        <Details summary={w('hold')}>
          <Form action={path} csrf={csrf}>
            <TextInput
              id="hold-reason"
              name="reason"
              label={w('hold_reason')}
              hint={w('hold_reason_hint')}
              maxLength={2_000}
            />
            <FormActions>
              <Button>{w('hold')}</Button>
            </FormActions>
          </Form>
        </Details>
      ) : null}
    </Section>
  )
}

const placedWords = (hold: Hold, w: Words, { language }: Visit): string => {
  const day = dayWords(isoDay(hold.placedAt), language)
  return hold.reason === null
    ? w('held_by_restore', { day })
    : w('held_by', { name: hold.placedBy ?? '', day, reason: hold.reason })
}

function ClockLine(props: {
  readonly clock: Clock
  readonly type: Parameters<typeof clockWords>[1]
  readonly visit: Visit
  readonly w: Words
}) {
  const { clock, type, visit, w } = props
  const { language } = visit
  const { rule } = clock
  return (
    <>
      <p>
        {w(clock.due <= today() ? 'panel_over' : 'panel_until', {
          day: dayWords(clock.due, language),
          why: clockWords(clock, type, w, language),
        })}{' '}
        {w('then_line', { what: w(`then_${clock.end}`) })}
      </p>
      <p className="quiet">
        {label(rule.why, language)}
        {rule.basis ? ` ${label(rule.basis, language)}` : ''} (
        <code>{w('rule_named', { name: rule.name })}</code>)
      </p>
    </>
  )
}

const back = (visit: Visit) => redirect(`/workspace/record/${visit.params['id']}#retention`)

/** Placing a record under hold, and lifting it. */
export const recordHoldRoutes = [
  route({
    method: 'post',
    path: '/workspace/record/:id/hold',
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { id } = await readRecord(tx, visit.params['id'] ?? '')
        await placeHold(tx, [id], { reason: visit.form.get('reason') })
        return back(visit)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/hold/lift',
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        await readRecord(tx, visit.params['id'] ?? '')
        await liftHold(tx, { id: visit.form.get('hold') }, { reason: visit.form.get('reason') })
        return back(visit)
      }),
  }),
]
