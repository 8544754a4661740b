import { countDeciders, fourEyes } from '#platform/approvals'
import { type Visit, redirect, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type ListQuery, type Tx, countLimit, listRecords, typeOf } from '#platform/records'
import {
  type ExportFormat,
  type ExportRequest,
  approvedRequest,
  askExport,
  exportFormats,
  exportKind,
  streamExport,
  takesProtected,
} from '#platform/transfer'
import { Button, Form, FormActions, Notice, Radios, Section, TextArea } from '#web/components'
import { workspacePage } from '#web/workspace'
import { listQuery } from '../pages/list-query.ts'
import { words } from './messages.ts'

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/** What of a list's query decides which records it shows. */
function filtersOf(query: ListQuery): Omit<ListQuery, 'type' | 'sort' | 'after' | 'limit'> {
  const { text, filters, dates } = query
  return {
    ...(text && { text }),
    ...(filters && Object.keys(filters).length > 0 && { filters }),
    ...(dates && { dates }),
  }
}

/** The records of a list as a file, with the list's own filters. */
export const exportRoutes = [
  route({
    method: 'get',
    path: '/workspace/export/:type',
    may: 'export',
    handle: (visit) => visit.within((tx) => choosePage(visit, tx)),
  }),
  route({
    method: 'get',
    path: '/workspace/export/:type/file',
    may: 'export',
    handle: async (visit) => {
      const { session, url } = visit
      const format = exportFormats.find((known) => known === url.searchParams.get('format'))
      if (!format || !session) throw new Problem('not_found')
      const { type, query } = await visit.within(async (tx) => {
        const found = typeOf(tx, visit.params['type'] ?? '')
        return { type: found, query: filtersOf(listQuery(found, url.searchParams)) }
      })
      const open = url.searchParams.get('open') === '1'
      return send(visit, { type: type.name, format, query, ...(open && { open }) })
    },
  }),
  route({
    method: 'post',
    path: '/workspace/export/:type',
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { form, url } = visit
        const type = typeOf(tx, visit.params['type'] ?? '')
        const format = exportFormats.find((known) => known === form.get('format'))
        if (!format) throw new Problem('malformed')
        const query = filtersOf(listQuery(type, url.searchParams))
        const reason = form.get('reason').trim().slice(0, 2000)
        if (!reason) return choosePage(visit, tx, words(visit.language)('export_reason_missing'))
        return redirect(
          `/workspace/approvals/${await askExport(tx, { type: type.name, format, query }, reason)}`,
        )
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/export/:type/file',
    may: 'export',
    handle: async (visit) => {
      const request = await visit.within((tx) => approvedRequest(tx, visit.form.get('approval')))
      if (request.type !== visit.params['type']) throw new Problem('not_found')
      return send(visit, request)
    },
  }),
]

/** The file, once its entry in the ledger is committed. */
async function send({ house, session }: Visit, request: ExportRequest): Promise<Response> {
  if (!session) throw new Problem('not_signed_in')
  const file = await streamExport(house, session.actor, request)
  const day = new Date().toISOString().slice(0, 10)
  return stream(file, `${request.type}-${day}.${request.format}`, mediaTypes[request.format])
}

async function choosePage(visit: Visit, tx: Tx, problem?: string): Promise<Response> {
  const { language, url } = visit
  const w = words(language)
  const type = typeOf(tx, visit.params['type'] ?? '')
  const query = filtersOf(listQuery(type, url.searchParams))
  const filtered = Object.keys(query).length > 0
  const { count, more } = await listRecords(tx, { ...query, type: type.name, limit: 1 })
  const said = more ? w('export_count_more', { count: countLimit }) : w('export_count', { count })
  const second = (await fourEyes(tx)) && (await takesProtected(tx, { type: type.name, query }))
  const formats = (id: string) => (
    <Radios
      id={id}
      name="format"
      label={w('format')}
      value={visit.form.get('format') || 'csv'}
      options={exportFormats.map((format) => ({
        value: format,
        label: w(`format_${format}`),
        hint: w(`format_${format}_hint`),
      }))}
    />
  )
  const open = (
    <form method="get" action={`/workspace/export/${type.name}/file`}>
      <Notice kind="warning">{w('export_warning')}</Notice>
      {[...url.searchParams]
        .filter(([name]) => !['format', 'after', 'as', 'sort', 'open'].includes(name))
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      {second ? <input type="hidden" name="open" value="1" /> : null}
      {formats('format')}
      <p>
        <Button kind={second ? 'secondary' : 'primary'}>{w(second ? 'export_open_do' : 'export_do')}</Button>
      </p>
    </form>
  )
  return workspacePage(visit, {
    ...(problem && { status: 422 }),
    notices: problem ? <Notice kind="warning">{problem}</Notice> : null,
    title: w('export_title', { type: label(type.plural, language) }),
    lede: `${w(filtered ? 'export_filtered' : 'export_all')} ${said}.`,
    breadcrumbs: [
      { href: `/workspace/records/${type.name}${url.search}`, label: label(type.plural, language) },
    ],
    children: second ? (
      <>
        <Section title={w('export_open')}>
          <p>{w('export_open_text')}</p>
          {open}
        </Section>
        <Section title={w('export_all_title')}>
          <p>{w('export_all_text')}</p>
          {(await countDeciders(tx, exportKind)) === 0 ? (
            <Notice kind="warning">{w('export_nobody')}</Notice>
          ) : null}
          <Form action={`/workspace/export/${type.name}${url.search}`} csrf={visit.session?.formToken ?? ''}>
            {formats('ask-format')}
            <TextArea
              id="reason"
              name="reason"
              label={w('export_reason')}
              hint={w('export_reason_hint')}
              value={visit.form.get('reason')}
              error={problem}
              rows={3}
            />
            <FormActions>
              <Button kind="primary">{w('export_ask')}</Button>
            </FormActions>
          </Form>
        </Section>
      </>
    ) : (
      open
    ),
  })
}
