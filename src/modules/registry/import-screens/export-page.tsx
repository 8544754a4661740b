import { type Visit, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type ListQuery, type Tx, countLimit, listRecords, typeOf } from '#platform/records'
import { type ExportFormat, exportFormats, streamExport } from '#platform/transfer'
import { Button, Notice, Radios } from '#web/components'
import { workspacePage } from '#web/workspace'
import { listQuery } from '../pages/list-query.ts'
import { words } from './messages.ts'

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
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
      const { session, house, url } = visit
      const format = exportFormats.find((known) => known === url.searchParams.get('format'))
      if (!format || !session) throw new Problem('not_found')
      const { type, query } = await visit.within(async (tx) => {
        const found = typeOf(tx, visit.params['type'] ?? '')
        return { type: found, query: filtersOf(listQuery(found, url.searchParams)) }
      })
      const file = await streamExport(house, session.actor, { type: type.name, format, query })
      const day = new Date().toISOString().slice(0, 10)
      return stream(file, `${type.name}-${day}.${format}`, mediaTypes[format])
    },
  }),
]

async function choosePage(visit: Visit, tx: Tx): Promise<Response> {
  const { language, url } = visit
  const w = words(language)
  const type = typeOf(tx, visit.params['type'] ?? '')
  const query = filtersOf(listQuery(type, url.searchParams))
  const filtered = Object.keys(query).length > 0
  const { count, more } = await listRecords(tx, { ...query, type: type.name, limit: 1 })
  const said = more ? w('export_count_more', { count: countLimit }) : w('export_count', { count })
  return workspacePage(visit, {
    title: w('export_title', { type: label(type.plural, language) }),
    lede: `${w(filtered ? 'export_filtered' : 'export_all')} ${said}.`,
    breadcrumbs: [
      { href: `/workspace/records/${type.name}${url.search}`, label: label(type.plural, language) },
    ],
    children: (
      <form method="get" action={`/workspace/export/${type.name}/file`}>
        <Notice kind="warning">{w('export_warning')}</Notice>
        {[...url.searchParams]
          .filter(([name]) => !['format', 'after', 'as', 'sort'].includes(name))
          .map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
        <Radios
          id="format"
          name="format"
          label={w('format')}
          value="csv"
          options={exportFormats.map((format) => ({
            value: format,
            label: w(`format_${format}`),
            hint: w(`format_${format}_hint`),
          }))}
        />
        <p>
          <Button kind="primary">{w('export_do')}</Button>
        </p>
      </form>
    ),
  })
}
