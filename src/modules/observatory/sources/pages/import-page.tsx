import { type Visit, redirect, route } from '#platform/http'
import { type Job, cancelJob, readJob } from '#platform/jobs'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Button, Form, LinkButton, Notice, Progress } from '#web/components'
import { workspacePage } from '#web/workspace'
import type { UploadResult } from '../actions/import-upload.ts'
import { sourceAddress, sourcesAddress } from '../addresses.ts'
import { knownImporters } from '../known-importers.ts'
import { type SourceWords, sourceWords } from '../messages.ts'
import { count, datasetName } from './dataset-words.ts'

const path = `${sourcesAddress}/imports/:job`

/** How far the reading of an upload is, and what came of it. */
export const importPage = route({
  method: 'get',
  path,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = sourceWords(visit.language)
      const job = await readImportJob(tx, visit)
      const importers = await knownImporters()
      const name = datasetName(importers, job.payload['dataset'] as string, visit.language)
      const runs = job.state === 'waiting' || job.state === 'running'
      return workspacePage(visit, {
        title: w('importing', { name }),
        breadcrumbs: [{ href: sourcesAddress, label: w('sources') }],
        ...(runs && { refreshSeconds: 2 }),
        children: runs ? <Running {...{ job, visit, w }} /> : <Ended {...{ job, w }} />,
      })
    }),
})

/** Stops the reading. */
export const stopImport = route({
  method: 'post',
  path: `${path}/stop`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { id, state, payload } = await readImportJob(tx, visit)
      await cancelJob(tx, id)
      // One that never began erases nothing itself.
      if (state === 'waiting') await visit.house.files.erase(tx, String(payload['upload']))
      return redirect(`${sourcesAddress}/imports/${id}`)
    }),
})

async function readImportJob(tx: Tx, visit: Visit): Promise<Job> {
  const job = await readJob(tx, visit.params['job'] ?? '')
  if (job.kind !== 'observatory-import') throw new Problem('not_found')
  return job
}

function Running({ job, visit, w }: { readonly job: Job; readonly visit: Visit; readonly w: SourceWords }) {
  const { language } = visit
  return (
    <Progress
      id="reading"
      label={
        job.cancelAsked
          ? w('import_stopping')
          : w(job.state === 'waiting' ? 'import_waiting' : 'import_running')
      }
      done={job.done}
      {...(job.total !== null && { total: job.total })}
      detail={
        job.total === null
          ? undefined
          : w('progress_of', { done: count(job.done, language), total: count(job.total, language) })
      }
      action={
        job.cancelAsked ? undefined : (
          <Form action={`${sourcesAddress}/imports/${job.id}/stop`} csrf={visit.session?.formToken ?? ''}>
            <Button>{w('stop')}</Button>
          </Form>
        )
      }
    />
  )
}

function Ended({ job, w }: { readonly job: Job; readonly w: SourceWords }) {
  if (job.state === 'done') {
    const { fileId, known } = job.result as UploadResult
    return (
      <>
        <Notice kind="success" title={w('import_done')}>
          {known ? w('import_known') : undefined}
        </Notice>
        <p>
          <LinkButton kind="primary" href={sourceAddress(fileId)}>
            {w('to_file')}
          </LinkButton>
        </p>
      </>
    )
  }
  return (
    <>
      <Notice
        kind={job.state === 'failed' ? 'warning' : 'info'}
        title={w(job.state === 'failed' ? 'import_failed' : 'import_cancelled')}
      >
        {job.error ? <p dir="auto">{job.error}</p> : null}
        <p>{w('import_failed_text')}</p>
      </Notice>
      <p>
        <LinkButton href={`${sourcesAddress}/add`}>{w('again')}</LinkButton>
      </p>
    </>
  )
}
