import { route, redirect } from '#platform/http'
import { label } from '#platform/i18n'
import { readJob } from '#platform/jobs'
import { trashDays } from '#platform/records'
import {
  type ItemCount,
  cancelRun,
  confirmRun,
  countItems,
  leaveOut,
  listItems,
  needsSecondPerson,
  readRun,
  ruleNamed,
  undoRun,
} from '#platform/retention'
import { Button, Form, Line, Notice, Pager, Progress, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { at } from './addresses.ts'
import { words } from './messages.ts'
import { dayWords, ruleWords } from './rule-words.ts'

const pageSize = 100
const path = '/workspace/retention/run/:id'

/** What a run takes away, record by record; confirmed, left out, let go of or taken back here. */
const runRoute = route({
  method: 'get',
  path,
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const run = await readRun(tx, visit.params['id'] ?? '')
      const counts = await countItems(tx, run.id)
      const after = url.searchParams.get('after')
      const items = await listItems(tx, run.id, { limit: pageSize + 1, ...(after && { after }) })
      const page = items.slice(0, pageSize)
      const asked = run.state === 'asked'
      const mine = run.askedBy === tx.actor.accountId
      const second = asked && mine && (await needsSecondPerson(tx, run.id))
      const job = run.state === 'confirmed' && run.jobId ? await readJob(tx, run.jobId) : null
      const csrf = visit.session?.formToken ?? ''
      const has = (test: (one: ItemCount) => boolean) => counts.some(test)
      const undone = url.searchParams.get('undone')
      const name = run.state === 'asked' ? run.askedByName : (run.confirmedByName ?? '')
      const typeName = (one: string) => label(tx.schema.types.get(one)?.plural ?? { en: one }, language)
      const ruleLine = (type: string, rule: string) => {
        const definition = tx.schema.types.get(type)
        return definition ? ruleWords(ruleNamed(definition, rule), definition, tx.schema, w, language) : rule
      }
      return workspacePage(visit, {
        title: w('run', { day: dayWords(run.askedAt.toISOString().slice(0, 10), language) }),
        lede: w(`run_${run.state}_lede`, { name }),
        breadcrumbs: [{ href: at.due, label: w('retention') }],
        ...(run.state === 'confirmed' && { refreshSeconds: 3 }),
        notices:
          undone === null ? null : (
            <Notice kind="success">{w('undone', { count: Number(undone) || 0 })}</Notice>
          ),
        children: (
          <>
            {job ? (
              <Progress
                id="progress"
                label={w('working')}
                done={job.done}
                {...(job.total !== null && { total: job.total })}
                {...(job.error && { detail: job.error })}
              />
            ) : null}
            <Table
              caption={w('going')}
              captionHidden
              columns={[
                { key: 'type', label: w('type'), heading: true },
                { key: 'why', label: w('reason_column') },
                { key: 'end', label: w('end_column') },
                ...(asked ? [] : [{ key: 'outcome', label: w('outcome') }]),
                { key: 'count', label: w('how_many'), numeric: true },
              ]}
              rows={counts.map((one) => ({
                key: [one.type, one.rule, one.action, one.outcome].join(),
                cells: {
                  type: typeName(one.type),
                  why: ruleLine(one.type, one.rule),
                  end: w(`then_${one.action}`),
                  outcome: w(one.outcome ? `o_${one.outcome}` : 'o_open'),
                  count: one.count.toLocaleString(language),
                },
              }))}
            />
            {second ? (
              <Notice kind="warning" title={w('second')}>
                {w('second_text')}
              </Notice>
            ) : null}
            {asked && !second ? (
              <Notice kind="warning">
                {has((one) => one.action === 'trash') ? (
                  <p>{w('confirm_trash', { days: trashDays })}</p>
                ) : null}
                {has((one) => one.action === 'purge') ? <p>{w('confirm_purge')}</p> : null}
              </Notice>
            ) : null}
            {asked ? (
              <Line>
                {second ? null : (
                  <Form action={`${at.run(run.id)}/confirm`} csrf={csrf}>
                    <Button kind="warning">{w('confirm')}</Button>
                  </Form>
                )}
                <Form action={`${at.run(run.id)}/cancel`} csrf={csrf}>
                  <Button>{w('cancel_run')}</Button>
                </Form>
              </Line>
            ) : null}
            {has((one) => one.outcome === 'trashed') ? (
              <Form action={`${at.run(run.id)}/undo`} csrf={csrf}>
                <Button>{w('undo')}</Button>
              </Form>
            ) : null}
            <Section title={w('records')}>
              <Table
                caption={w('records')}
                captionHidden
                columns={[
                  { key: 'record', label: w('record'), heading: true },
                  { key: 'type', label: w('type') },
                  { key: 'due', label: w('due'), nowrap: true },
                  { key: 'end', label: asked ? w('end_column') : w('outcome') },
                  ...(asked ? [{ key: 'out', label: w('leave_out') }] : []),
                ]}
                rows={page.map((item) => ({
                  key: item.recordId,
                  cells: {
                    record:
                      item.title === null ? (
                        <span className="quiet">{w('gone_record')}</span>
                      ) : (
                        <a href={`/workspace/record/${item.recordId}`} dir="auto">
                          {item.title || item.recordId.slice(-6)}
                        </a>
                      ),
                    type: label(tx.schema.types.get(item.type)?.label ?? { en: item.type }, language),
                    due: dayWords(item.due, language),
                    end: asked ? w(`then_${item.action}`) : w(item.outcome ? `o_${item.outcome}` : 'o_open'),
                    out: (
                      <Form action={`${at.run(run.id)}/leave-out`} csrf={csrf}>
                        <Button small name="record" value={item.recordId}>
                          {w('leave_out')}
                          <span className="hidden"> {item.title}</span>
                        </Button>
                      </Form>
                    ),
                  },
                }))}
              />
              <Pager
                label={w('pages')}
                summary={w('shown', { count: page.length })}
                next={
                  items.length > pageSize
                    ? { href: `${at.run(run.id)}?after=${page.at(-1)?.recordId}`, label: w('next') }
                    : undefined
                }
              />
            </Section>
          </>
        ),
      })
    }),
})

/** The decisions on a run. */
export const runRoutes = [
  runRoute,
  route({
    method: 'post',
    path: `${path}/confirm`,
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        await confirmRun(tx, visit.params['id'] ?? '')
        return redirect(at.run(visit.params['id'] ?? ''))
      }),
  }),
  route({
    method: 'post',
    path: `${path}/cancel`,
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        await cancelRun(tx, visit.params['id'] ?? '')
        return redirect(at.due)
      }),
  }),
  route({
    method: 'post',
    path: `${path}/leave-out`,
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        await leaveOut(tx, visit.params['id'] ?? '', visit.form.get('record'))
        return redirect(at.run(visit.params['id'] ?? ''))
      }),
  }),
  route({
    method: 'post',
    path: `${path}/undo`,
    may: 'retain',
    handle: (visit) =>
      visit.within(async (tx) => {
        const count = await undoRun(tx, visit.params['id'] ?? '')
        return redirect(`${at.run(visit.params['id'] ?? '')}?undone=${count}`)
      }),
  }),
]
