import { type Visit, redirect, route, stream } from '#platform/http'
import { type Job, cancelJob, enqueueJob, listJobs, readJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import {
  type ImportView,
  listFindings,
  listImports,
  readImport,
  refusedRows,
  undoImport,
  undoImportJob,
} from '#platform/transfer'
import { EmptyState, LinkButton, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { directoryPath } from './directory-form.tsx'
import { recordTitles, recordsLeft, recordsMade } from './import-records.ts'
import { ImportReport, findingsShown, importPath, typeLabel } from './import-report.tsx'
import { words } from './messages.ts'
import { streamed } from './streamed.ts'

// More than these are undone as a job, so that nobody waits for a page.
const undoneAtOnce = 2_000

const importsPath = '/workspace/imports'

/** What was imported, what came of each, and taking it back. */
export const importsRoutes = [
  route({
    method: 'get',
    path: importsPath,
    may: 'write',
    handle: (visit) => visit.within((tx) => list(visit, tx)),
  }),
  route({
    method: 'get',
    path: `${importsPath}/:id`,
    may: 'write',
    handle: (visit) => visit.within((tx) => one(visit, tx)),
  }),
  route({
    method: 'get',
    path: `${importsPath}/:id/refused.csv`,
    may: 'write',
    handle: async (visit) => {
      const id = visit.params['id'] ?? ''
      const name = await visit.within(async (tx) => {
        const view = await readImport(tx, id)
        await writeLedger(tx, 'export.run', id, { type: view.type, format: 'csv', refused: true })
        return view.sourceName.replace(/\.[a-z]+$/i, '')
      })
      return stream(
        streamed(visit, (tx) => refusedRows(tx, id)),
        `${name}-refused.csv`,
        'text/csv; charset=utf-8',
      )
    },
  }),
  route({
    method: 'post',
    path: `${importsPath}/:id/undo`,
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const view = await readImport(tx, visit.params['id'] ?? '')
        const many = (view.counts.created ?? 0) + (view.counts.updated ?? 0) > undoneAtOnce
        if (!many) await undoImport(tx, view.id)
        else if (view.state === 'done' && !isUnderWay(await undoJob(tx, view)))
          await enqueueJob(tx, { kind: undoImportJob.name, payload: { importId: view.id } })
        return redirect(importPath(view.id))
      }),
  }),
  route({
    method: 'post',
    path: `${importsPath}/:id/cancel`,
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const view = await readImport(tx, visit.params['id'] ?? '')
        if (view.plan.jobId) await cancelJob(tx, view.plan.jobId)
        return redirect(importPath(view.id))
      }),
  }),
]

const isUnderWay = (job: Job | null) => job !== null && ['waiting', 'running'].includes(job.state)

/** The last job that was to undo this import. */
async function undoJob(tx: Tx, view: ImportView): Promise<Job | null> {
  if (view.state !== 'done') return null
  const jobs = await listJobs(tx, { kind: undoImportJob.name, limit: 200 })
  return jobs.find((job) => job.payload['importId'] === view.id) ?? null
}

async function one(visit: Visit, tx: Tx): Promise<Response> {
  const w = words(visit.language)
  const view = await readImport(tx, visit.params['id'] ?? '')
  const job = view.plan.jobId ? await readJob(tx, view.plan.jobId) : null
  const undo = await undoJob(tx, view)
  const known =
    (view.plan as { readonly directory?: { readonly known?: readonly string[] } }).directory?.known ?? []
  const after = Number(visit.url.searchParams.get('after') ?? 0)
  const findings = await listFindings(tx, view.id, {
    limit: findingsShown,
    ...(Number.isSafeInteger(after) && after > 0 && after < 2 ** 31 && { after }),
  })
  // A job cancelled before it began never told its import.
  const state =
    ['ready', 'running'].includes(view.state) && job?.state === 'cancelled' ? 'cancelled' : view.state
  const waits = (['ready', 'running'].includes(state) && isUnderWay(job)) || isUnderWay(undo)
  return workspacePage(visit, {
    title: w('import_of', { name: view.sourceName }),
    lede: `${typeLabel(tx.schema, view.type, visit.language)} · ${w(`state_${state}`)} · ${view.createdAt.toLocaleString(visit.language, { dateStyle: 'long', timeStyle: 'short' })}`,
    breadcrumbs: [{ href: importsPath, label: w('imports') }],
    ...(waits && { refreshSeconds: 2 }),
    children: (
      <ImportReport
        {...{ visit, job, findings, w }}
        undoing={isUnderWay(undo)}
        undoFailed={undo?.state === 'failed' ? (undo.error ?? '') : null}
        view={{ ...view, state }}
        schema={tx.schema}
        made={view.state === 'done' ? await recordsMade(tx, view.id) : []}
        known={await recordTitles(tx, known)}
        left={view.state === 'undone' ? await recordsLeft(tx, view.id) : []}
      />
    ),
  })
}

async function list(visit: Visit, tx: Tx): Promise<Response> {
  const w = words(visit.language)
  const imports = await listImports(tx)
  const people = await tx.sql
    .selectFrom('account')
    .select(['id', 'name'])
    .where('org_id', '=', tx.actor.orgId)
    .execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return workspacePage(visit, {
    title: w('imports'),
    lede: w('imports_lede'),
    actions: <LinkButton href={directoryPath}>{w('paste_title')}</LinkButton>,
    children:
      imports.length === 0 ? (
        <EmptyState title={w('imports_empty')}>{w('imports_empty_text')}</EmptyState>
      ) : (
        <Table
          caption={w('imports')}
          captionHidden
          columns={[
            { key: 'what', label: w('what'), heading: true },
            { key: 'type', label: w('type') },
            { key: 'state', label: w('state') },
            { key: 'created', label: w('created'), numeric: true },
            { key: 'updated', label: w('updated'), numeric: true },
            { key: 'refused', label: w('refused'), numeric: true },
            { key: 'when', label: w('when'), nowrap: true },
            { key: 'who', label: w('who') },
          ]}
          rows={imports.map((view) => ({
            key: view.id,
            cells: {
              what: <a href={importPath(view.id)}>{view.sourceName}</a>,
              type: typeLabel(tx.schema, view.type, visit.language),
              state: w(`state_${view.state}`),
              created: view.counts.created?.toLocaleString(visit.language),
              updated: view.counts.updated?.toLocaleString(visit.language),
              refused: view.counts.refused?.toLocaleString(visit.language),
              when: view.createdAt.toLocaleString(visit.language, {
                dateStyle: 'medium',
                timeStyle: 'short',
              }),
              who: names.get(view.createdBy),
            },
          }))}
        />
      ),
  })
}
