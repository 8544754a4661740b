import { parseDate } from '#platform/dates'
import { type ListQuery, type RecordTypeDefinition, fieldOf } from '#platform/records'

/** A date that can be read; the others narrow nothing, and the list says beside the field what is wrong with them. */
const readable = (text: string | null) => (text && parseDate(text).ok ? text : null)

/** What of an address's query belongs to a list: `q`, `sort`, `after`, `from`, `to`, `date`, and `f.<field>` filters. */
export function listQuery(type: RecordTypeDefinition, search: URLSearchParams, limit = 50): ListQuery {
  const filters: Record<string, string[]> = {}
  for (const field of type.fields) {
    const chosen = search.getAll(`f.${field.name}`).filter((key) => key !== '')
    if (field.facet && chosen.length > 0) filters[field.name] = [...new Set(chosen)]
  }
  const text = search.get('q')?.slice(0, 500)
  const sort = search.get('sort')
  const after = search.get('after')
  const dateField = search.get('date') ?? type.timeline
  const from = readable(search.get('from'))
  const to = readable(search.get('to'))
  return {
    type: type.name,
    limit,
    filters,
    ...(text && { text }),
    ...(sort && (sort.startsWith('_') || fieldOf(type, sort)?.sortable) && { sort }),
    ...(after && { after }),
    ...(dateField &&
      (from || to) && { dates: { field: dateField, ...(from && { from }), ...(to && { to }) } }),
  }
}

/** The same address with one part of its query changed; the page begins anew. */
export function withQuery(url: URL, change: (search: URLSearchParams) => void): string {
  const search = new URLSearchParams(url.search)
  search.delete('after')
  change(search)
  const text = search.toString()
  return text ? `${url.pathname}?${text}` : url.pathname
}

/** What a form beside the list keeps of its address, so that searching does not undo a filter nor the other way round. */
export const keptQuery = (url: URL): readonly (readonly [string, string])[] =>
  [...url.searchParams].filter(([name]) => name !== 'after' && name !== 'q')
