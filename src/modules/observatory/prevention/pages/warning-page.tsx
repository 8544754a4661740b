import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, redirect, route, stream } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { Bars } from '#web/charts'
import {
  Button,
  Details,
  EmptyState,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Progress,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { caveats } from '../../files/caveats.ts'
import { currentFiles } from '../../sources/read-sources.ts'
import { preventionAddress, riskAddress, warningAddress } from '../addresses.ts'
import { type PreventionWords, preventionWords } from '../messages.ts'
import { FileLink, nameOf, numberText, percentText } from './warning-parts.tsx'
import { ewpImporter } from '../warning/ewp-importer.ts'
import { type WarningRun, readRisks, readWarningRuns } from '../warning/read-warning.ts'
import { askForRefit } from '../warning/refit-job.ts'

const shown = 30

/** The run that the address names, or the latest that is done. */
async function chosenRun(visit: Visit, tx: Tx, runs: readonly WarningRun[]): Promise<WarningRun | null> {
  const asked = visit.url.searchParams.get('run')
  if (asked === null) return runs.find(({ report }) => report !== null) ?? null
  const run = runs.find(({ id }) => id === asked) ?? (await readWarningRuns(tx, asked))[0]
  if (!run) throw new Problem('not_found')
  return run
}

interface Refused {
  readonly typed: string
  readonly message: string
}

async function screen(visit: Visit, tx: Tx, refused: Refused | null = null): Promise<Response> {
  const { language } = visit
  const w = preventionWords(language)
  const runs = await readWarningRuns(tx)
  const run = await chosenRun(visit, tx, runs)
  const risks = run?.report ? await readRisks(tx, run) : []
  const [file] = await currentFiles(tx, ewpImporter.dataset)
  const under = runs.find(
    ({ report, job }) => report === null && ['waiting', 'running'].includes(job?.state ?? ''),
  )
  const failed = runs[0]?.report === null && runs[0].job?.state === 'failed' ? runs[0].job : null
  const all = visit.url.searchParams.has('all')
  return workspacePage(visit, {
    title: w('warning'),
    lede: w('warning_lede'),
    status: refused ? 422 : 200,
    ...(under && { refreshSeconds: 3 }),
    breadcrumbs: [{ href: preventionAddress, label: w('title') }],
    actions:
      risks.length > 0 && can(tx.actor, 'export') ? (
        <LinkButton href={`${warningAddress}/csv${run ? `?run=${run.id}` : ''}`} download>
          {w('csv')}
        </LinkButton>
      ) : null,
    notices: (
      <>
        <Notice kind="warning">{label(caveats.earlyWarning, language)}</Notice>
        {failed ? <Notice kind="warning">{failed.error ?? w('refit_failed')}</Notice> : null}
      </>
    ),
    children: (
      <>
        {file ? null : (
          <EmptyState
            title={w('no_file')}
            action={<LinkButton href="/workspace/observatory/sources">{w('import')}</LinkButton>}
          >
            {label(ewpImporter.where, language)}
          </EmptyState>
        )}
        {under ? <Progress id="refit" label={w('refitting')} /> : null}
        {run?.report ? (
          <Section title={w('risks_after', { year: run.report.year })} id="risks">
            <Bars
              caption={w('risks_after', { year: run.report.year })}
              captionHidden
              labels={{ item: w('state'), value: w('risk'), bar: w('risk_bar') }}
              items={(all ? risks : risks.slice(0, shown)).map((one) => ({
                key: one.polity,
                label: `${one.rank}. ${nameOf(one.polity, language)}`,
                value: one.risk,
                text: percentText(one.risk, language),
                href: riskAddress(run.id, one.polity),
              }))}
            />
            {all || risks.length <= shown ? null : (
              <p>
                <a href={`${warningAddress}?${new URLSearchParams({ run: run.id, all: '1' })}`}>
                  {w('show_all', { count: risks.length })}
                </a>
              </p>
            )}
            <RunFacts {...{ run, language, w }} />
          </Section>
        ) : file ? (
          <p>{w('not_refitted')}</p>
        ) : null}
        {file && can(tx.actor, 'write') && !under ? (
          <Section title={w('refit')} id="refit-form">
            <p>{w('refit_lede', { year: Number(file.dataUntil) - 2 })}</p>
            <FormErrors
              title={w('errors')}
              errors={refused ? [{ fieldId: 'train_to', message: refused.message }] : []}
            />
            <Form action={warningAddress} csrf={visit.session?.formToken ?? ''}>
              <TextInput
                id="train_to"
                name="train_to"
                label={w('train_to')}
                hint={w('train_to_hint')}
                mark={w('optional')}
                value={refused?.typed ?? ''}
                error={refused?.message}
                short
                inputMode="numeric"
                maxLength={4}
              />
              <FormActions>
                <Button>{w('refit_button')}</Button>
              </FormActions>
            </Form>
          </Section>
        ) : null}
        {runs.length > 1 ? (
          <Details summary={w('runs')}>
            <Table
              caption={w('runs')}
              captionHidden
              columns={[
                { key: 'when', label: w('made_on'), heading: true },
                { key: 'file', label: w('file') },
                { key: 'to', label: w('learnt_to') },
                { key: 'by', label: w('made_by') },
                { key: 'state', label: w('stage') },
              ]}
              rows={runs.map((one) => ({
                key: one.id,
                cells: {
                  when: (
                    <a href={`${warningAddress}?run=${one.id}`}>
                      {one.madeAt.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
                    </a>
                  ),
                  file: one.file?.name ?? w('file_gone'),
                  to: one.report?.learntTo ?? one.trainTo ?? '',
                  by: one.by,
                  state: one.report
                    ? w('run_done')
                    : w(one.job?.state === 'failed' ? 'run_failed' : 'run_under_way'),
                },
              }))}
            />
          </Details>
        ) : null}
      </>
    ),
  })
}

function RunFacts(props: {
  readonly run: WarningRun
  readonly language: Language
  readonly w: PreventionWords
}): ReactNode {
  const { run, language, w } = props
  const { report, file } = run
  if (!report) return null
  const number = numberText(language)
  const kept = report.coefficients.filter(({ value }) => value !== 0)
  return (
    <>
      <FactList
        facts={[
          { label: w('data_until'), value: String(report.year) },
          {
            label: w('file'),
            value: file ? <FileLink {...{ file, w }} /> : w('file_gone'),
          },
          {
            label: w('learnt'),
            value: w('learnt_words', {
              count: report.learnt,
              onsets: report.onsets,
              to: report.learntTo,
              incomplete: report.incomplete,
            }),
          },
          ...(report.withoutRisk.length > 0
            ? [{ label: w('without_risk'), value: report.withoutRisk.join(', ') }]
            : []),
          ...(report.unplaced.length > 0
            ? [
                {
                  label: w('unplaced'),
                  value: report.unplaced
                    .map(({ country, risk }) => `${country} (${percentText(risk, language)})`)
                    .join(', '),
                },
              ]
            : []),
        ]}
      />
      <p className="quiet">{w('warning_method')}</p>
      <Details summary={w('coefficients', { kept: kept.length, count: report.coefficients.length })}>
        <Table
          caption={w('coefficients', { kept: kept.length, count: report.coefficients.length })}
          captionHidden
          columns={[
            { key: 'name', label: w('predictor'), heading: true },
            { key: 'value', label: w('coefficient'), numeric: true },
          ]}
          rows={[
            { key: '', cells: { name: w('intercept'), value: number(report.intercept) } },
            ...report.coefficients
              .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
              .map(({ name, value }) => ({
                key: name,
                cells: { name: <code>{name}</code>, value: number(value) },
              })),
          ]}
        />
      </Details>
    </>
  )
}

const page = route({
  method: 'get',
  path: warningAddress,
  may: 'read',
  handle: (visit) => visit.within((tx) => screen(visit, tx)),
})

const refit = route({
  method: 'post',
  path: warningAddress,
  may: 'write',
  handle: async (visit) => {
    const typed = visit.form.get('train_to').trim()
    const wrong = preventionWords(visit.language)('year_wrong')
    if (typed !== '' && !/^(19|20)\d\d$/.test(typed))
      return visit.within((tx) => screen(visit, tx, { typed, message: wrong }))
    try {
      const id = await visit.within((tx) => askForRefit(tx, typed === '' ? null : Number(typed)))
      return redirect(`${warningAddress}?run=${id}`)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      const message = error.fields[0]?.message[visit.language] ?? wrong
      return visit.within((tx) => screen(visit, tx, { typed, message }))
    }
  },
})

const csv = route({
  method: 'get',
  path: `${warningAddress}/csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = preventionWords(language)
    const rows = await visit.within(async (tx) => {
      const run = await chosenRun(visit, tx, await readWarningRuns(tx))
      if (!run?.report) throw new Problem('not_found')
      const { report, file } = run
      await writeLedger(tx, 'export.run', run.id, { figures: 'early-warning', format: 'csv' })
      return [
        ...(await readRisks(tx, run)).map((each) => [
          String(each.rank),
          each.polity,
          nameOf(each.polity, language),
          String(report.year),
          String(each.risk),
        ]),
        ['', '', w('file'), file ? `${file.name} ${file.sha256}` : w('file_gone'), ''],
        ['', '', w('method_word'), label(caveats.earlyWarning, language), ''],
      ]
    })
    return stream(
      writeCsv([w('rank'), w('code'), w('state'), w('year'), w('risk')], rows),
      'early-warning.csv',
      'text/csv; charset=utf-8',
    )
  },
})

export const warningRoutes = [page, csv, refit]
