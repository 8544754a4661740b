import { sql } from 'kysely'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, deleteRecord, readRecord, trashDays, typeOf } from '#platform/records'
import {
  type DueCount,
  countDue,
  keepRecords,
  listDue,
  listRuns,
  prepareRun,
  rulesOf,
  today,
} from '#platform/retention'
import {
  Button,
  EmptyState,
  FilterForm,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Pager,
  Section,
  Table,
  Tag,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { at } from './addresses.ts'
import { type Words, words } from './messages.ts'
import { clockWords, dayWords, ruleWords } from './rule-words.ts'

/** The day that is asked about, and whether what was typed is none. */
function dayAsked(visit: Visit): { readonly day: string; readonly wrong: boolean } {
  const typed = (visit.url.searchParams.get('at') ?? '').trim()
  const parsed = new Date(`${typed}T12:00:00Z`)
  const right =
    /^\d{4}-\d\d-\d\d$/.test(typed) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(typed)
  return { day: right ? typed : today(), wrong: typed !== '' && !right }
}

/** What has reached its end by a day: by type and reason, each group to be opened. */
const dueRoute = route({
  method: 'get',
  path: at.due,
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = words(language)
      const { day, wrong } = dayAsked(visit)
      const counts = await countDue(tx, day)
      const going = counts.filter((one) => one.end !== 'review')
      const review = counts.filter((one) => one.end === 'review')
      const lying = await countTrash(tx, day)
      const runs = await listRuns(tx, 10)
      const now = day <= today() && going.some((one) => one.count > one.held)
      return workspacePage(visit, {
        title: w('retention'),
        lede: w('due_lede'),
        actions: <LinkButton href={at.holds}>{w('holds')}</LinkButton>,
        children: (
          <>
            <FilterForm action={at.due} label={w('on_day')} button={w('look')}>
              <TextInput
                id="at"
                name="at"
                label={w('on_day')}
                hint={w('on_day_hint')}
                value={wrong ? (visit.url.searchParams.get('at') ?? '') : day}
                {...(wrong && { error: w('bad_day') })}
                short
                maxLength={10}
                autoComplete="off"
              />
            </FilterForm>
            {counts.length === 0 ? (
              <EmptyState title={w('nothing_due')}>{w('nothing_due_text')}</EmptyState>
            ) : null}
            {going.length > 0 ? (
              <Section title={w('going')}>
                <p>{w('going_lede', { day: dayWords(day, language) })}</p>
                <Groups {...{ tx, visit, w, day }} counts={going} caption={w('going')} />
                {now ? (
                  <Form action={at.runs} csrf={visit.session?.formToken ?? ''}>
                    <p className="quiet">{w('prepare_hint')}</p>
                    <FormActions>
                      <Button kind="primary">{w('prepare')}</Button>
                    </FormActions>
                  </Form>
                ) : null}
              </Section>
            ) : null}
            {review.length > 0 ? (
              <Section title={w('to_review')}>
                <Groups {...{ tx, visit, w, day }} counts={review} caption={w('to_review')} />
              </Section>
            ) : null}
            <Section title={w('in_trash')}>
              <p>
                {w('in_trash_text', { count: lying, days: trashDays })}{' '}
                <a href="/workspace/trash">{w('open_trash')}</a>
              </p>
            </Section>
            {runs.length > 0 ? (
              <Section title={w('runs')}>
                <Table
                  caption={w('runs')}
                  captionHidden
                  columns={[
                    { key: 'day', label: w('on_day'), heading: true },
                    { key: 'who', label: w('asked_by') },
                    { key: 'state', label: w('state') },
                  ]}
                  rows={runs.map((run) => ({
                    key: run.id,
                    cells: {
                      day: (
                        <a href={at.run(run.id)}>
                          {dayWords(run.askedAt.toISOString().slice(0, 10), language)}
                        </a>
                      ),
                      who: run.askedByName,
                      state: w(`state_${run.state}`),
                    },
                  }))}
                />
              </Section>
            ) : null}
          </>
        ),
      })
    }),
})

/** Records in the trash that go by themselves by that day, of those that the reader may see. */
async function countTrash(tx: Tx, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from record r
    where r.org_id = ${tx.actor.orgId}::uuid and r.deleted_at < ${day}::date + 1 - make_interval(days => ${trashDays})
      and not exists (select 1 from legal_hold h where h.org_id = r.org_id and h.record_id = r.id and h.lifted_at is null)
      and not exists (select 1 from citation c where c.org_id = r.org_id and c.source_id = r.id)`.execute(
    tx.sql,
  )
  return rows[0]?.count ?? 0
}

function Groups(props: {
  readonly tx: Tx
  readonly visit: Visit
  readonly w: Words
  readonly day: string
  readonly counts: readonly DueCount[]
  readonly caption: string
}) {
  const { tx, visit, w, day, counts, caption } = props
  const { language } = visit
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'type', label: w('type'), heading: true },
        { key: 'why', label: w('reason_column') },
        { key: 'end', label: w('end_column') },
        { key: 'count', label: w('how_many'), numeric: true },
      ]}
      rows={counts.map(({ type: name, rule, end, count, held }) => {
        const type = typeOf(tx, name)
        return {
          key: `${name}.${rule.name}`,
          cells: {
            type: label(type.plural, language),
            why: (
              <div>
                {ruleWords(rule, type, tx.schema, w, language)}
                <br />
                <span className="quiet">{label(rule.why, language)}</span>
              </div>
            ),
            end: w(`then_${end}`),
            count: (
              <div>
                <a href={at.group(name, rule.name, day)}>{count.toLocaleString(language)}</a>
                {held > 0 ? (
                  <>
                    <br />
                    <span className="quiet">{w('of_them_held', { count: held })}</span>
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

const pageSize = 100

/** The records of one group; those to be looked at can be kept or put into the trash. */
const groupRoute = route({
  method: 'get',
  path: '/workspace/retention/due/:type/:rule',
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const type = typeOf(tx, visit.params['type'] ?? '')
      const rule = rulesOf(type).find((one) => one.name === visit.params['rule'])
      if (!rule) throw new Problem('not_found')
      const { day } = dayAsked(visit)
      const [afterDue, afterId] = (url.searchParams.get('after') ?? '').split('_')
      const clocks = await listDue(tx, {
        type: type.name,
        rule: rule.name,
        at: day,
        limit: pageSize + 1,
        ...(afterDue && afterId && { after: { due: afterDue, id: afterId } }),
      })
      const page = clocks.slice(0, pageSize)
      const last = page.at(-1)
      const deciding = page.some((clock) => clock.end === 'review')
      const kept = Number(url.searchParams.get('kept') ?? Number.NaN)
      const trashed = Number(url.searchParams.get('trashed') ?? Number.NaN)
      const table = (
        <Table
          caption={label(type.plural, language)}
          captionHidden
          columns={[
            ...(deciding ? [{ key: 'choose', label: w('choose') }] : []),
            { key: 'record', label: w('record'), heading: true },
            { key: 'why', label: w('reason_column') },
            { key: 'due', label: w('due'), nowrap: true },
          ]}
          rows={page.map((clock) => ({
            key: clock.recordId,
            cells: {
              choose: (
                <input
                  type="checkbox"
                  name="id"
                  value={clock.recordId}
                  aria-label={clock.title || clock.recordId.slice(-6)}
                />
              ),
              record: (
                <>
                  <a href={`/workspace/record/${clock.recordId}`} dir="auto">
                    {clock.title || clock.recordId.slice(-6)}
                  </a>{' '}
                  {clock.held ? <Tag>{w('held_title')}</Tag> : null}
                </>
              ),
              why: clockWords(clock, type, w, language),
              due: dayWords(clock.due, language),
            },
          }))}
        />
      )
      return workspacePage(visit, {
        title: label(type.plural, language),
        lede: `${ruleWords(rule, type, tx.schema, w, language)}. ${label(rule.why, language)}`,
        breadcrumbs: [{ href: `${at.due}?at=${day}`, label: w('retention') }],
        notices: (
          <>
            {kept > 0 ? <Notice kind="success">{w('kept', { count: kept })}</Notice> : null}
            {trashed > 0 ? <Notice kind="success">{w('trashed', { count: trashed })}</Notice> : null}
          </>
        ),
        children: (
          <>
            {page.length === 0 ? (
              <EmptyState title={w('nothing_due')} />
            ) : deciding ? (
              <Form action={at.review} csrf={visit.session?.formToken ?? ''}>
                <input type="hidden" name="back" value={at.group(type.name, rule.name, day)} />
                {table}
                <FormActions>
                  <Button kind="primary" name="do" value="keep">
                    {w('keep_these')}
                  </Button>
                  <Button kind="warning" name="do" value="trash">
                    {w('trash_these')}
                  </Button>
                </FormActions>
              </Form>
            ) : (
              table
            )}
            <Pager
              label={w('pages')}
              summary={w('shown', { count: page.length })}
              next={
                clocks.length > pageSize && last
                  ? {
                      href: `${at.group(type.name, rule.name, day)}&after=${last.due}_${last.recordId}`,
                      label: w('next'),
                    }
                  : undefined
              }
            />
          </>
        ),
      })
    }),
})

/** What a person decided on records that they looked at. */
const reviewRoute = route({
  method: 'post',
  path: at.review,
  may: 'retain',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form } = visit
      const ids = form.all('id')
      const given = form.get('back')
      const back = given.startsWith(`${at.due}/due/`) ? given : `${at.due}?`
      if (form.get('do') !== 'trash') return redirect(`${back}&kept=${await keepRecords(tx, ids)}`)
      let count = 0
      for (const id of ids) {
        const record = await readRecord(tx, id)
        if (record.deletedAt) continue
        await deleteRecord(tx, id, record.version)
        await writeLedger(tx, 'record.delete', id, { review: true })
        count++
      }
      return redirect(`${back}&trashed=${count}`)
    }),
})

const prepareRoute = route({
  method: 'post',
  path: at.runs,
  may: 'retain',
  handle: (visit) => visit.within(async (tx) => redirect(at.run((await prepareRun(tx)).id))),
})

export const dueRoutes = [dueRoute, groupRoute, reviewRoute, prepareRoute]
