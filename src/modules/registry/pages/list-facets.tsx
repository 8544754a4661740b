import { dateReasonText, parseDate } from '#platform/dates'
import { label } from '#platform/i18n'
import { countLimit, fieldOf, fieldType } from '#platform/records'
import { DateInput, Facets, FilterForm, Tag } from '#web/components'
import type { ListView } from './list-view.ts'
import { withQuery } from './list-query.ts'

/** The filters beside a list: facets with counts, and the days between which its date may lie. */
export function ListFacets({ visit, tx, type, facets, w, facetTitles }: ListView) {
  const { language, url } = visit
  const groups = type.fields
    .filter((field) => field.facet)
    .map((field) => {
      const chosen = url.searchParams.getAll(`f.${field.name}`)
      const counts = facets.fields[field.name] ?? []
      const shown = [...counts.slice(0, 15), ...counts.slice(15).filter(({ key }) => chosen.includes(key))]
      return {
        label: label(field.label, language),
        values: shown.map(({ key, count }) => ({
          label:
            field.type === 'reference'
              ? (facetTitles.get(key) ?? key.slice(0, 8))
              : fieldType(field.type).show(
                  field.type === 'place' ? { country: key } : key,
                  field,
                  tx.schema,
                  language,
                ),
          count: count.toLocaleString(language),
          chosen: chosen.includes(key),
          href: withQuery(url, (search) => {
            const name = `f.${field.name}`
            const rest = search.getAll(name).filter((other) => other !== key)
            search.delete(name)
            for (const other of rest) search.append(name, other)
            if (!chosen.includes(key)) search.append(name, key)
          }),
        })),
      }
    })
    .filter((group) => group.values.length > 0)
  return (
    <>
      <Facets label={w('filters')} groups={groups} labels={{ remove: w('remove_filter') }} />
      {facets.sampled ? (
        <p className="quiet">
          <Tag>{w('sampled', { count: countLimit })}</Tag>
        </p>
      ) : null}
      {type.timeline ? <DateFilter {...{ visit, type, w }} /> : null}
    </>
  )
}

function DateFilter({ visit, type, w }: Pick<ListView, 'visit' | 'type' | 'w'>) {
  const { language, url } = visit
  const field = fieldOf(type, type.timeline ?? '')
  if (!field) return null
  const input = (name: 'from' | 'to') => {
    const value = url.searchParams.get(name) ?? ''
    const read = value === '' ? null : parseDate(value)
    return (
      <DateInput
        id={`filter-${name}`}
        name={name}
        label={w(`date_${name}`)}
        value={value}
        error={read && !read.ok ? dateReasonText(read.reason, language) : undefined}
      />
    )
  }
  return (
    <>
      <h3>{label(field.label, language)}</h3>
      <FilterForm action={url.pathname} label={label(field.label, language)} button={w('apply')}>
        {[...url.searchParams]
          .filter(([name]) => !['from', 'to', 'after'].includes(name))
          .map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
        {input('from')}
        {input('to')}
      </FilterForm>
    </>
  )
}
