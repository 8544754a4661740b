import { type ListQuery, type RecordTypeDefinition, fieldOf } from '#platform/records'

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
  const from = search.get('from')
  const to = search.get('to')
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
