import { can } from '#platform/access'
import { type Visit, route, stream } from '#platform/http'
import { type Job, listJobs } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { label } from '#platform/i18n'
import { Details, EmptyState, FactList, LinkButton, Notice, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourceAddress, sourcesAddress } from '../addresses.ts'
import type { DatasetImporter } from '../importer.ts'
import { knownImporters } from '../known-importers.ts'
import { type SourceWords, sourceWords } from '../messages.ts'
import { type SourceFile, readFiles } from '../read-sources.ts'
import { count, datasetName, moment } from './dataset-words.ts'

/** Every file that was read, by source, and what can be read besides. */
export const sourcesPage = route({
  method: 'get',
  path: sourcesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = sourceWords(visit.language)
      const importers = await knownImporters()
      const files = await readFiles(tx)
      const jobs = can(tx.actor, 'write') ? await unfinished(tx) : []
      return workspacePage(visit, {
        title: w('sources'),
        lede: w('sources_lede'),
        breadcrumbs: [{ href: '/workspace/observatory', label: w('observatory') }],
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <LinkButton kind="primary" href={`${sourcesAddress}/add`}>
                {w('add')}
              </LinkButton>
            ) : null}
            {can(tx.actor, 'export') && files.length > 0 ? (
              <LinkButton href={`${sourcesAddress}.csv`} download>
                {w('csv')}
              </LinkButton>
            ) : null}
          </>
        ),
        children: (
          <>
            {jobs.length > 0 ? <Unfinished {...{ jobs, importers, visit, w }} /> : null}
            {files.length === 0 ? (
              <EmptyState title={w('nothing_read')}>{w('nothing_read_text')}</EmptyState>
            ) : (
              <Section title={w('read_already')} id="read">
                <FilesTable {...{ visit, w, importers, files }} />
              </Section>
            )}
            <Missing {...{ visit, w, importers, files }} />
            {can(tx.actor, 'administer') ? <Notice>{w('terminal', { org: tx.actor.orgSlug })}</Notice> : null}
          </>
        ),
      })
    }),
})

/** The same as a table. */
export const sourcesCsv = route({
  method: 'get',
  path: `${sourcesAddress}.csv`,
  may: 'export',
  handle: async (visit) => {
    const w = sourceWords(visit.language)
    const importers = await knownImporters()
    const files = await visit.within(async (tx) => {
      await writeLedger(tx, 'export.run', null, { observatory: 'sources', format: 'csv' })
      return readFiles(tx)
    })
    const header = [
      w('dataset'),
      w('source'),
      w('scope'),
      w('file'),
      w('version'),
      w('until'),
      w('rows'),
      w('hash'),
      w('read_on'),
      w('read_by'),
      w('state_current'),
    ]
    const rows = files.map((file) => [
      file.dataset,
      datasetName(importers, file.dataset, visit.language),
      file.scope,
      file.name,
      file.version,
      file.dataUntil,
      String(file.rows),
      file.sha256,
      file.importedAt.toISOString(),
      file.by,
      file.supersededBy === null ? '1' : '0',
    ])
    return stream(writeCsv(header, rows), 'sources.csv', 'text/csv; charset=utf-8')
  },
})

/** Uploads that are being read, and those that were refused in the last days. */
async function unfinished(tx: Tx): Promise<readonly Job[]> {
  const jobs = await listJobs(tx, { kind: 'observatory-import', limit: 20 })
  const lately = Date.now() - 3 * 24 * 3600 * 1000
  return jobs.filter(
    ({ state, createdAt }) => state !== 'done' && state !== 'cancelled' && createdAt.getTime() > lately,
  )
}

function Unfinished(props: {
  readonly jobs: readonly Job[]
  readonly importers: readonly DatasetImporter[]
  readonly visit: Visit
  readonly w: SourceWords
}) {
  const { jobs, importers, visit, w } = props
  return (
    <Section title={w('recent')} id="recent">
      <Table
        caption={w('recent')}
        captionHidden
        columns={[
          { key: 'what', label: w('source'), heading: true },
          { key: 'state', label: w('findings') },
          { key: 'when', label: w('read_on') },
        ]}
        rows={jobs.map((job) => ({
          key: job.id,
          cells: {
            what: (
              <a href={`${sourcesAddress}/imports/${job.id}`}>
                {datasetName(importers, job.payload['dataset'] as string, visit.language)}
              </a>
            ),
            state: w(`state_${job.state === 'done' ? 'running' : job.state}`),
            when: moment(job.createdAt, visit.language),
          },
        }))}
      />
    </Section>
  )
}

interface Listed {
  readonly visit: Visit
  readonly w: SourceWords
  readonly importers: readonly DatasetImporter[]
  readonly files: readonly SourceFile[]
}

/** The files in use; under each its older editions. */
function FilesTable({ visit, w, importers, files }: Listed) {
  const { language } = visit
  const current = files.filter(({ supersededBy }) => supersededBy === null)
  const before = (file: SourceFile) =>
    files.filter(
      (one) => one.supersededBy !== null && one.dataset === file.dataset && one.scope === file.scope,
    )
  return (
    <Table
      caption={w('read_already')}
      captionHidden
      columns={[
        { key: 'source', label: w('source'), heading: true },
        { key: 'file', label: w('file') },
        { key: 'version', label: w('version') },
        { key: 'until', label: w('until'), nowrap: true },
        { key: 'rows', label: w('rows'), numeric: true },
        { key: 'findings', label: w('findings'), numeric: true },
      ]}
      rows={current.map((file) => {
        const older = before(file)
        return {
          key: file.id,
          cells: {
            source: (
              <>
                {datasetName(importers, file.dataset, language)}
                {file.scope === '' ? null : <span className="quiet"> {file.scope}</span>}
              </>
            ),
            file: (
              <>
                <a href={sourceAddress(file.id)} dir="auto">
                  {file.name}
                </a>
                {older.length === 0 ? null : (
                  <Details summary={w('older_count', { count: older.length })}>
                    <ul className="list">
                      {older.map((one) => (
                        <li key={one.id}>
                          <a href={sourceAddress(one.id)} dir="auto">
                            {one.name}
                          </a>{' '}
                          <span className="quiet">
                            {[one.version, one.dataUntil].filter(Boolean).join(' · ')}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </Details>
                )}
              </>
            ),
            version: file.version || <span className="quiet">{w('version_unknown')}</span>,
            until: file.dataUntil,
            rows: count(file.rows, language),
            findings:
              file.findings.length === 0 ? (
                ''
              ) : (
                <a href={`${sourceAddress(file.id)}#findings`}>{count(file.findings.length, language)}</a>
              ),
          },
        }
      })}
    />
  )
}

/** What can be read and was not, with where to get it. */
export function Missing({ visit, w, importers, files }: Listed) {
  const missing = importers.filter(({ dataset }) => !files.some((file) => file.dataset === dataset))
  if (missing.length === 0) return null
  return (
    <Section title={w('missing')} id="missing">
      <p>{w('missing_text')}</p>
      <FactList
        facts={missing.map((one) => ({
          label: label(one.label, visit.language),
          value: label(one.where, visit.language),
        }))}
      />
    </Section>
  )
}
