import { polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { redirect, route, type Visit } from '#platform/http'
import { type Job, readJob } from '#platform/jobs'
import type { Tx } from '#platform/records'
import { LineChart, lineChartSvg } from '#web/charts'
import {
  Button,
  EmptyState,
  FactList,
  FilterForm,
  Form,
  Line,
  LinkButton,
  Notice,
  Progress,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { caveats } from '../../files/index.ts'
import { moment } from '../../sources/pages/dataset-words.ts'
import { sourceAddress } from '../../sources/addresses.ts'
import { knownImporters } from '../../sources/known-importers.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { pointsAddress } from '../addresses.ts'
import { type AlikeWords, alikeWords } from '../messages.ts'
import {
  listRuns,
  type PointEstimate,
  type PointRun,
  readEstimates,
  readRun,
  readRunFiles,
} from '../points/read-runs.ts'
import { removeRun } from '../points/run-points.ts'
import { readStates } from '../queries/read-group.ts'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { choiceWords, pointLines, pointTable, runAddress } from './points-figures.ts'
import { csvRoute, rowsOf } from './csv-route.ts'
import { whole } from './numbers.ts'
import { AlikeTabs, crumbs } from './window-parts.tsx'

/** The states shown where none is chosen. */
const usualStates = ['USA', 'RUS', 'CHN', 'ARG', 'BRA', 'CUB'] as const
const mostStates = 8

const list = route({
  method: 'get',
  path: pointsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = alikeWords(language)
      const runs = await listRuns(tx)
      const importers = await knownImporters()
      const mayRun = can(tx.actor, 'write')
      const begin = mayRun ? (
        <LinkButton kind="primary" href={`${pointsAddress}/new`}>
          {w('new_run')}
        </LinkButton>
      ) : null
      return workspacePage(visit, {
        title: w('points'),
        lede: w('points_lede'),
        breadcrumbs: crumbs(w),
        actions: runs.length > 0 ? begin : null,
        children: (
          <>
            <AlikeTabs {...{ w }} window={{}} current={pointsAddress} />
            {runs.length === 0 ? (
              <EmptyState title={w('no_runs')} action={begin}>
                {w('no_runs_text')}
              </EmptyState>
            ) : (
              <Table
                caption={w('runs')}
                captionHidden
                columns={[
                  { key: 'what', label: w('from_what'), heading: true },
                  { key: 'made', label: w('made'), nowrap: true },
                  { key: 'by', label: w('by') },
                  { key: 'states', label: w('states'), numeric: true },
                  { key: 'calls', label: w('roll_calls'), numeric: true },
                ]}
                rows={runs.map((run) => ({
                  key: run.id,
                  cells: {
                    what: (
                      <a href={runAddress(run.id)}>{choiceWords({ w, language, importers }, run.choices)}</a>
                    ),
                    made: moment(run.madeAt, language),
                    by: run.by,
                    states: run.report ? whole(run.report.states, language) : w('not_done'),
                    calls: run.report ? whole(run.report.rollCalls, language) : '',
                  },
                }))}
              />
            )}
            <p className="quiet">{caveats.idealPoints[language]}</p>
          </>
        ),
      })
    }),
})

const page = route({
  method: 'get',
  path: `${pointsAddress}/:id`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = alikeWords(language)
      const run = await readRun(tx, visit.params['id'] ?? '')
      const importers = await knownImporters()
      const job = run.report || run.job === null ? null : await readJob(tx, run.job).catch(() => null)
      const working = job?.state === 'waiting' || job?.state === 'running'
      const codes = statesOf(visit)
      const estimates = run.report ? await readEstimates(tx, run.id, codes) : []
      const file = run.report
        ? await chartFile(visit, tx, {
            name: 'ideal-points',
            svg: () =>
              lineChartSvg({
                ...pointLines({ w, run, codes, estimates, language }),
                notes: [
                  w('vintage', {
                    made: moment(run.madeAt, language),
                    source: choiceWords({ w, language, importers }, run.choices),
                  }),
                  caveats.idealPoints[language],
                ],
              }),
            rows: () => rowsOf(pointTable(run, estimates, { w, language, importers })),
          })
        : null
      if (file) return file
      return workspacePage(visit, {
        title: w('points'),
        lede: choiceWords({ w, language, importers }, run.choices),
        breadcrumbs: crumbs(w, { href: pointsAddress, label: w('points') }),
        ...(working && { refreshSeconds: 2 }),
        actions:
          run.report && can(tx.actor, 'export') ? (
            <LinkButton href={`${runAddress(run.id)}/csv`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: run.report ? (
          <Shown
            {...{ visit, tx, w, run, codes, estimates, importers }}
            files={await readRunFiles(tx, run.id)}
          />
        ) : (
          <Unfinished {...{ visit, tx, w, run, job }} />
        ),
      })
    }),
})

/** The states that an address asks for; the usual ones when it names none. */
function statesOf(visit: Visit): readonly string[] {
  const asked = readStates((visit.url.searchParams.get('states') ?? '').slice(0, 500))
  return (asked.length > 0 ? asked : usualStates).slice(0, mostStates)
}

interface RunParts {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: AlikeWords
  readonly run: PointRun
}

function Unfinished({ visit, tx, w, run, job }: RunParts & { readonly job: Job | null }) {
  const mayEnd = can(tx.actor, 'write')
  const working = job?.state === 'waiting' || job?.state === 'running'
  return (
    <>
      {working ? (
        <Progress
          id="at-work"
          label={w('estimating')}
          {...(job.total !== null && { done: job.done, total: job.total })}
          detail={job.total === null ? w('waiting') : w('round_of', { done: job.done, total: job.total })}
        />
      ) : (
        <Notice kind="warning" title={job?.state === 'cancelled' ? w('was_ended') : w('did_not_end')}>
          {job?.error ?? w('did_not_end_text')}
        </Notice>
      )}
      {mayEnd ? (
        <Form
          action={`${runAddress(run.id)}/${working ? 'cancel' : 'remove'}`}
          csrf={visit.session?.formToken ?? ''}
        >
          <Button kind={working ? 'secondary' : 'warning'}>{working ? w('end_it') : w('remove_run')}</Button>
        </Form>
      ) : null}
    </>
  )
}

function Shown({
  visit,
  tx,
  w,
  run,
  codes,
  estimates,
  files,
  importers,
}: RunParts & {
  readonly importers: readonly DatasetImporter[]
  readonly codes: readonly string[]
  readonly estimates: readonly PointEstimate[]
  readonly files: Awaited<ReturnType<typeof readRunFiles>>
}) {
  const { language } = visit
  const { report } = run
  if (!report) return null
  const period = report.by === 'session' ? w('session') : w('year')
  const missing = codes.filter((code) => !estimates.some((one) => one.polity === code))
  const dataUntil =
    files
      .map((one) => one.dataUntil)
      .sort()
      .at(-1) ?? ''
  return (
    <>
      {report.settled ? null : <Notice kind="warning">{w('unsettled')}</Notice>}
      <FilterForm action={runAddress(run.id)} label={w('choose')} button={w('show')}>
        <TextInput
          id="states"
          name="states"
          label={w('f_states')}
          hint={w('f_states_most', { most: mostStates })}
          value={codes.join(', ')}
          maxLength={500}
        />
      </FilterForm>
      {missing.length > 0 ? (
        <p className="quiet">
          {w('not_in_run', { states: missing.map((code) => polityName(code, language)).join(', ') })}
        </p>
      ) : null}
      <LineChart
        {...pointLines({ w, run, codes, estimates, language })}
        tableCaption={w('as_table')}
        interval={(value, low, high) => w('interval', { value, low, high })}
        source={
          <>
            {w('vintage', {
              made: moment(run.madeAt, language),
              source: choiceWords({ w, language, importers }, run.choices),
            })}
            {files.map(({ id, name, version }) => (
              <span key={id}>
                {' · '}
                <a href={sourceAddress(id)}>
                  <bdi>{name}</bdi>
                </a>
                {version ? ` (${version})` : ''}
              </span>
            ))}
            {dataUntil ? ` · ${w('data_until', { day: formatDate(dataUntil, language) })}` : ''}
          </>
        }
        method={`${w('points_method', { by: period.toLowerCase() })} ${caveats.idealPoints[language]}`}
      />
      <FileLinks {...{ visit, tx }} label={w('as_file')} />
      <p className="quiet">{w('moves_hint')}</p>
      <Section title={w('about_run')} id="about">
        <FactList
          facts={[
            { label: w('made'), value: `${moment(run.madeAt, language)} · ${run.by}` },
            {
              label: report.by === 'session' ? w('sessions') : w('years'),
              value: `${report.first}–${report.last}`,
            },
            { label: w('states'), value: whole(report.states, language) },
            { label: w('roll_calls'), value: whole(report.rollCalls, language) },
            { label: w('votes'), value: whole(report.votes, language) },
            { label: w('rounds'), value: whole(report.iterations, language) },
            { label: w('high_end'), value: endWords(run.choices.high, language) || w('none') },
            { label: w('low_end'), value: endWords(run.choices.low, language) || w('none') },
          ]}
        />
        {can(tx.actor, 'write') ? (
          <Line>
            <LinkButton href={`${pointsAddress}/new?run=${run.id}`}>{w('run_again')}</LinkButton>
            <Form action={`${runAddress(run.id)}/remove`} csrf={visit.session?.formToken ?? ''}>
              <Button kind="warning">{w('remove_run')}</Button>
            </Form>
          </Line>
        ) : null}
      </Section>
    </>
  )
}

const endWords = (codes: readonly string[], language: 'en' | 'es' | 'ca'): string =>
  codes.map((code) => (polity(code) ? polityName(code, language) : code)).join(', ')

const remove = route({
  method: 'post',
  path: `${pointsAddress}/:id/remove`,
  may: 'write',
  handle: async (visit) => {
    await visit.within((tx) => removeRun(tx, visit.params['id'] ?? ''))
    return redirect(pointsAddress)
  },
})

const csv = csvRoute(`${pointsAddress}/:id/csv`, async (visit, tx) => {
  const { language } = visit
  const run = await readRun(tx, visit.params['id'] ?? '')
  const at = { w: alikeWords(language), language, importers: await knownImporters() }
  return pointTable(run, await readEstimates(tx, run.id), at)
})

/** Ideal points that were estimated: list, lines over time, file, removal. */
export const pointsRoutes = [list, page, remove, csv]
