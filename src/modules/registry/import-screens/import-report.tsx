import type { Visit } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import type { Job } from '#platform/jobs'
import type { Schema } from '#platform/records'
import type { ImportView, KeptFinding } from '#platform/transfer'
import {
  Button,
  Figures,
  Form,
  LinkButton,
  Notice,
  Pager,
  Progress,
  Section,
  Table,
  Tag,
} from '#web/components'
import { findingField, findingValue } from './finding-words.ts'
import { type ImportedRecord, recordsShown } from './import-records.ts'
import type { Words } from './messages.ts'

/** How many rows with findings a page of the report shows. */
export const findingsShown = 100

/** What an import's page shows. */
export interface ImportPageView {
  readonly visit: Visit
  readonly view: ImportView
  readonly job: Job | null
  readonly undoing: boolean
  /** Why undoing it failed the last time. */
  readonly undoFailed: string | null
  readonly made: readonly ImportedRecord[]
  readonly known: readonly Pick<ImportedRecord, 'id' | 'title'>[]
  readonly left: readonly Pick<ImportedRecord, 'id' | 'title'>[]
  readonly findings: readonly KeptFinding[]
  readonly schema: Schema
  readonly w: Words
}

export const importPath = (id: string) => `/workspace/imports/${id}`

/** What came of an import, or how far it is. */
export function ImportReport(page: ImportPageView) {
  const { view, job, undoing, undoFailed, w } = page
  const counts = view.counts as Readonly<Record<string, number | undefined>>
  // One number alone stands in the sentence above.
  const figures = (['created', 'updated', 'unchanged', 'known', 'refused', 'review'] as const).flatMap(
    (key) => {
      const value = counts[key]
      return value === undefined || (value === 0 && key !== 'created')
        ? []
        : [{ label: w(key), value: value.toLocaleString(page.visit.language) }]
    },
  )
  return (
    <>
      {['ready', 'running'].includes(view.state) && job ? <Running {...page} job={job} /> : null}
      {undoing ? <Progress id="undoing" label={w('progress_undo')} detail={w('progress_leave')} /> : null}
      {undoFailed === null ? null : (
        <Notice kind="warning" title={w('undo_failed')}>
          {undoFailed}
        </Notice>
      )}
      {view.state === 'failed' ? <Failed {...page} /> : null}
      {view.state === 'cancelled' ? <Notice kind="warning">{w('state_cancelled')}</Notice> : null}
      {view.state === 'undone' ? <Undone {...page} /> : null}
      {view.state === 'done' ? (
        <Notice kind="success">
          {w('done_directory', { created: counts['created'] ?? 0 })} {w('not_published_done')}
        </Notice>
      ) : null}
      {['done', 'failed', 'undone'].includes(view.state) && figures.length > 1 ? (
        <Figures figures={figures} />
      ) : null}
      <Findings {...page} />
      {view.state === 'done' ? <Made {...page} /> : null}
      {view.state === 'done' && !undoing ? <Undo {...page} /> : null}
    </>
  )
}

function Running({ visit, view, job, w }: ImportPageView & { readonly job: Job }) {
  return (
    <Progress
      id="progress"
      label={w('progress')}
      {...(job.total !== null && { done: job.done, total: job.total })}
      detail={
        <>
          {job.state === 'waiting' ? w('progress_waiting') : w('progress_rows', { done: job.done })}{' '}
          {w('progress_leave')}
        </>
      }
      action={
        job.cancelAsked ? (
          <p>{w('cancelling')}</p>
        ) : (
          <Form action={`${importPath(view.id)}/cancel`} csrf={visit.session?.formToken ?? ''}>
            <Button>{w('cancel_import')}</Button>
          </Form>
        )
      }
    />
  )
}

function Failed({ view, job, findings, w }: ImportPageView) {
  const reason = findings.length > 0 ? w('failed_rows') : (job?.error ?? '')
  return (
    <Notice kind="warning" title={w('failed_title')}>
      <p>{reason}</p>
      <p>
        <LinkButton href={`/workspace/import/${view.type}`}>{w('import_again')}</LinkButton>
      </p>
    </Notice>
  )
}

function Undone({ left, w }: ImportPageView) {
  return (
    <Notice kind={left.length > 0 ? 'warning' : 'success'} title={w('undone')}>
      {left.length > 0 ? (
        <>
          <p>{w('undone_left')}</p>
          <RecordLinks records={left} />
        </>
      ) : null}
    </Notice>
  )
}

const RecordLinks = ({ records }: { readonly records: readonly Pick<ImportedRecord, 'id' | 'title'>[] }) => (
  <ul className="list">
    {records.map(({ id, title }) => (
      <li key={id}>
        <a href={`/workspace/record/${id}`}>
          <bdi>{title || id.slice(-6)}</bdi>
        </a>
      </li>
    ))}
  </ul>
)

function Made({ visit, view, made, known, schema, w }: ImportPageView) {
  const shown = made.slice(0, recordsShown)
  const count = view.counts.created ?? shown.length
  const stated = shown.some(({ deleted, waits }) => deleted || waits)
  return (
    <>
      {shown.length > 0 ? (
        <Section title={w('records_made')}>
          {made.length > recordsShown ? (
            <p className="quiet">{w('records_more', { shown: recordsShown, count })}</p>
          ) : null}
          <Table
            caption={w('records_made')}
            captionHidden
            columns={[
              { key: 'name', label: w('name'), heading: true },
              { key: 'type', label: w('type') },
              ...(stated ? [{ key: 'state', label: w('state') }] : []),
            ]}
            rows={shown.map((record) => ({
              key: record.id,
              cells: {
                name: <a href={`/workspace/record/${record.id}`}>{record.title || record.id.slice(-6)}</a>,
                type: typeLabel(schema, record.type, visit.language),
                state: record.deleted ? (
                  <Tag>{w('in_trash')}</Tag>
                ) : record.waits ? (
                  <Tag>{w('records_waiting')}</Tag>
                ) : null,
              },
            }))}
          />
        </Section>
      ) : null}
      {known.length > 0 ? (
        <Section title={w('records_known')}>
          <RecordLinks records={known} />
        </Section>
      ) : null}
    </>
  )
}

export const typeLabel = (schema: Schema, type: string, language: Language): string =>
  label(schema.types.get(type)?.label ?? { en: type }, language)

function Findings({ visit, view, findings, schema, w }: ImportPageView) {
  if (findings.length === 0) return null
  const last = findings.length === findingsShown ? findings.at(-1) : undefined
  const refused = findings.some(({ kind }) => kind === 'refused')
  return (
    <Section title={w(refused ? 'findings_refused' : 'findings_review')}>
      {refused ? (
        <p>
          <LinkButton href={`${importPath(view.id)}/refused.csv`} download>
            {w('download_refused')}
          </LinkButton>{' '}
          {w('mend_again')}
        </p>
      ) : null}
      <Table
        caption={w('preview_problems')}
        captionHidden
        columns={findingColumns(w)}
        rows={findings.flatMap(({ row, problems }) =>
          problems.map(({ field, value, message }, at) => ({
            key: `${row}.${at}`,
            cells: {
              row,
              field: findingField(schema, view.type, field, visit.language),
              value: <bdi>{findingValue(value)}</bdi>,
              problem: message[visit.language],
            },
          })),
        )}
      />
      <Pager
        label={w('pages')}
        first={
          visit.url.searchParams.has('after') ? { href: importPath(view.id), label: w('first') } : undefined
        }
        next={last && { href: `${importPath(view.id)}?after=${last.row}`, label: w('next') }}
      />
    </Section>
  )
}

/** The columns of a table of findings: row, field, what stands there, remedy. */
export const findingColumns = (w: Words) =>
  [
    { key: 'row', label: w('row'), numeric: true },
    { key: 'field', label: w('field') },
    { key: 'value', label: w('written_value') },
    { key: 'problem', label: w('problem') },
  ] as const

function Undo({ visit, view, w }: ImportPageView) {
  return (
    <Form action={`${importPath(view.id)}/undo`} csrf={visit.session?.formToken ?? ''} label={w('undo')}>
      <p>
        <Button kind="warning" describedBy="undo-hint">
          {w('undo')}
        </Button>
      </p>
      <p className="hint" id="undo-hint">
        {w('undo_hint')}
      </p>
    </Form>
  )
}
