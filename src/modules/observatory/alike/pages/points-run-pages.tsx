import { formatDate } from '#platform/dates'
import { redirect, route, type Visit } from '#platform/http'
import { cancelJob } from '#platform/jobs'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { attempt, errorList, type Refused, workspacePage } from '#web/workspace'
import { polity, polityName } from '#catalogue/polities'
import { observatoryAddress } from '../../sources/addresses.ts'
import { knownImporters } from '../../sources/known-importers.ts'
import { pointsAddress, rollCallAddress } from '../addresses.ts'
import { alikeWords } from '../messages.ts'
import { readPulls } from '../points/moves.ts'
import { type PointChoices, usualEnds } from '../points/point-choices.ts'
import { readEstimates, readRun } from '../points/read-runs.ts'
import { askForPoints } from '../points/run-points.ts'
import { readStates } from '../queries/read-group.ts'
import { readTopics } from '../queries/read-topics.ts'
import { readSources, sourceKey } from '../queries/read-window.ts'
import { castWord } from './compare-view.ts'
import { decimals } from './numbers.ts'
import { runAddress } from './points-figures.ts'
import { crumbs, sourceName, topicName } from './window-parts.tsx'

const newAddress = `${pointsAddress}/new`

const form = route({
  method: 'get',
  path: newAddress,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const before = await choicesOf(visit, tx)
      const begun: Readonly<Record<string, string>> = {
        source: before.source,
        from: before.from ? String(before.from) : '',
        to: before.to ? String(before.to) : '',
        topic: before.topic,
        important: before.important ? '1' : '',
        parts: before.parts ? '1' : '',
        high: before.high.join(', '),
        low: before.low.join(', '),
      }
      return formPage(visit, tx, (name) => begun[name] ?? '', null)
    }),
})

async function formPage(
  visit: Visit,
  tx: Tx,
  typed: (name: string) => string,
  refused: Refused | null,
): Promise<Response> {
  const { language } = visit
  const w = alikeWords(language)
  const sources = await readSources(tx)
  const importers = await knownImporters()
  const source = sources.find((one) => sourceKey(one) === typed('source')) ?? sources[0]
  const topics = new Map<string, number>()
  for (const one of sources)
    for (const { topic, calls } of await readTopics(tx, one))
      topics.set(topic, (topics.get(topic) ?? 0) + calls)
  const text = (name: 'from' | 'to' | 'high' | 'low', label: string, hint?: string) => (
    <TextInput
      id={name}
      {...{ name, label, hint }}
      value={typed(name)}
      error={refused?.errors[name]}
      short={name === 'from' || name === 'to'}
      maxLength={500}
    />
  )
  return workspacePage(visit, {
    title: w('new_run'),
    lede: w('new_run_lede'),
    ...(refused && { status: refused.problem.status }),
    breadcrumbs: crumbs(w, { href: pointsAddress, label: w('points') }),
    children: !source ? (
      <EmptyState
        title={w('no_votes')}
        action={<LinkButton href={`${observatoryAddress}/sources`}>{w('to_sources')}</LinkButton>}
      >
        {w('no_votes_text')}
      </EmptyState>
    ) : (
      <Form action={newAddress} csrf={visit.session?.formToken ?? ''}>
        <FormErrors title={w('mend')} errors={errorList(refused)} />
        <Select
          id="source"
          name="source"
          label={w('f_source')}
          value={sourceKey(source)}
          options={sources.map((one) => ({
            value: sourceKey(one),
            label: sourceName({ w, language, importers }, one),
          }))}
        />
        {text('from', w('f_first_period'), w('f_period_hint'))}
        {text('to', w('f_last_period'))}
        <Select
          id="topic"
          name="topic"
          label={w('f_topic')}
          value={typed('topic')}
          empty={w('any')}
          options={[...topics]
            .sort(([, a], [, b]) => b - a)
            .slice(0, 300)
            .map(([topic, calls]) => ({ value: topic, label: `${topicName(w, topic)} (${calls})` }))}
        />
        <Select
          id="important"
          name="important"
          label={w('f_important')}
          hint={w('f_important_hint')}
          value={typed('important')}
          options={[
            { value: '', label: w('all_votes') },
            { value: '1', label: w('only_important') },
          ]}
        />
        <Select
          id="parts"
          name="parts"
          label={w('f_parts')}
          hint={w('f_parts_points_hint')}
          value={typed('parts')}
          options={[
            { value: '', label: w('without_parts_points') },
            { value: '1', label: w('with_parts') },
          ]}
        />
        {text('high', w('high_end'), w('ends_hint'))}
        {text('low', w('low_end'))}
        <FormActions>
          <Button kind="primary">{w('estimate')}</Button>
        </FormActions>
      </Form>
    ),
  })
}

/** The choices to begin with: those of a run that is to be made again, else the usual ones. */
async function choicesOf(visit: Visit, tx: Tx): Promise<PointChoices> {
  const run = visit.url.searchParams.get('run')
  if (run !== null) return (await readRun(tx, run)).choices
  return { source: '', from: 0, to: 0, topic: '', important: false, parts: false, ...usualEnds }
}

const ask = route({
  method: 'post',
  path: newAddress,
  may: 'write',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => redirect(runAddress(await askForPoints(tx, readChoices(visit)))),
      (tx, refused) => formPage(visit, tx, refused.typed, refused),
    ),
})

/** The choices of a form. Throws Problem naming the field that cannot be read. */
function readChoices({ form: sent }: Visit): PointChoices {
  const said = (name: string) => sent.get(name).trim().slice(0, 500)
  const period = (name: 'from' | 'to'): number => {
    const text = said(name)
    if (text === '') return 0
    const number = Number(text)
    if (Number.isInteger(number) && number >= 1 && number <= 9999) return number
    throw new Problem('invalid', { fields: [{ field: name, message: aPeriod(text) }] })
  }
  const states = (name: 'high' | 'low'): readonly string[] => {
    try {
      return readStates(said(name))
    } catch (error) {
      if (!(error instanceof Problem) || !error.explanation) throw error
      throw new Problem('invalid', { fields: [{ field: name, message: error.explanation }] })
    }
  }
  return {
    source: said('source'),
    from: period('from'),
    to: period('to'),
    topic: said('topic'),
    important: said('important') === '1',
    parts: said('parts') === '1',
    high: states('high'),
    low: states('low'),
  }
}

const aPeriod = (said: string) => ({
  en: `“${said}” is no session and no year. Write a number, as 74 or 2019, or leave it empty.`,
  es: `«${said}» no es un período de sesiones ni un año. Escriba un número, como 74 o 2019, o déjelo vacío.`,
  ca: `«${said}» no és cap període de sessions ni cap any. Escriviu un nombre, com 74 o 2019, o deixeu-ho buit.`,
})

const cancel = route({
  method: 'post',
  path: `${pointsAddress}/:id/cancel`,
  may: 'write',
  handle: async (visit) => {
    const id = visit.params['id'] ?? ''
    await visit.within(async (tx) => {
      const { job } = await readRun(tx, id)
      if (job === null) throw new Problem('not_found')
      await cancelJob(tx, job)
    })
    return redirect(runAddress(id))
  },
})

const most = 25

/** The roll calls that moved a state from one session or year to the next that it has. */
const moves = route({
  method: 'get',
  path: `${pointsAddress}/:id/moves`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = alikeWords(language)
      const run = await readRun(tx, visit.params['id'] ?? '')
      const state = polity((visit.url.searchParams.get('state') ?? '').toUpperCase())
      const to = Number(visit.url.searchParams.get('to') ?? Number.NaN)
      const path = state ? await readEstimates(tx, run.id, [state.code]) : []
      const place = path.findIndex(({ period }) => period === to)
      const [earlier, later] = [path[place - 1], path[place]]
      if (!state || !earlier || !later) throw new Problem('not_found')
      const pulls = await readPulls(tx, run, {
        code: state.code,
        period: later.period,
        before: earlier.estimate,
        most,
      })
      const name = polityName(state.code, language)
      const percent = (share: number) => `${decimals(100 * share, language, 0)}\u00a0%`
      return workspacePage(visit, {
        title: w('moved_title', {
          state: name,
          by: run.report?.by ?? 'session',
          from: String(earlier.period),
          to: String(later.period),
        }),
        lede: w('moved_lede', {
          from: decimals(earlier.estimate, language),
          to: decimals(later.estimate, language),
          n: later.n,
        }),
        breadcrumbs: crumbs(
          w,
          { href: pointsAddress, label: w('points') },
          { href: `${runAddress(run.id)}?states=${state.code}`, label: name },
        ),
        children: (
          <>
            {pulls.length === 0 ? <EmptyState title={w('no_pulls')}>{w('no_pulls_text')}</EmptyState> : null}
            {pulls.length > 0 ? (
              <Table
                caption={w('moved_most', { most })}
                columns={[
                  { key: 'title', label: w('roll_call'), heading: true },
                  { key: 'day', label: w('day'), nowrap: true },
                  { key: 'cast', label: w('voted') },
                  { key: 'expected', label: w('expected') },
                  { key: 'pull', label: w('pull'), numeric: true },
                ]}
                rows={pulls.map((one) => ({
                  key: one.id,
                  cells: {
                    title: (
                      <a href={rollCallAddress(one.id)}>
                        {[one.symbol, one.title].filter(Boolean).join(' · ')}
                      </a>
                    ),
                    day: formatDate(one.day, language),
                    cast: castWord(w, one.cast),
                    expected: w('expected_words', {
                      yes: percent(one.expected[0]),
                      abstain: percent(one.expected[1]),
                      no: percent(one.expected[2]),
                    }),
                    pull: `${one.pull > 0 ? '↑' : '↓'}\u00a0${decimals(Math.abs(one.pull), language)}`,
                  },
                }))}
              />
            ) : null}
            <p className="quiet">{w('moved_method')}</p>
          </>
        ),
      })
    }),
})

/** Asking for ideal points, ending the work, and what moved a state. */
export const pointsRunRoutes = [form, ask, cancel, moves]
