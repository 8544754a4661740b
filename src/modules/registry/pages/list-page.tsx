import { countryCentroid, countryName, countryNumeric } from '#catalogue/countries'
import { can } from '#platform/access'
import { route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type ExcerptPart,
  type Facets as FacetCounts,
  type ListRow,
  type RecordTypeDefinition,
  type Tx,
  countFacets,
  countLimit,
  listRecords,
  readExcerpts,
  typeOf,
} from '#platform/records'
import { WorldMap } from '#web/charts'
import {
  Card,
  CardGrid,
  Columns,
  EmptyState,
  LinkButton,
  Notice,
  Pager,
  SearchBox,
  Stamp,
  Table,
  Tabs,
  VisibilityBadge,
} from '#web/components'
import { Excerpt, ShowValue, visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { ListTimeline, newEventPath, timelineField } from '../events/index.ts'
import { type Words, words } from '../messages.ts'
import { ListFacets } from './list-facets.tsx'
import { keptQuery, listQuery, withQuery } from './list-query.ts'
import type { ListView } from './list-view.ts'

/** The records of a type: searched, filtered with counts, as table, cards or map. */
export const listRoute = route({
  method: 'get',
  path: '/workspace/records/:type',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const type = typeOf(tx, visit.params['type'] ?? '')
      const query = listQuery(type, visit.url.searchParams)
      const page = await listRecords(tx, query)
      const facets = await countFacets(tx, query, page.similar)
      const w = words(visit.language)
      const facetTitles = await titlesOf(tx, type, facets)
      const excerpts = query.text
        ? await readExcerpts(
            tx,
            page.rows.map((row) => row.id),
            query.text,
          )
        : new Map<string, readonly ExcerptPart[]>()
      return workspacePage(visit, {
        title: label(type.plural, visit.language),
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <>
                <LinkButton
                  href={type.name === 'event' ? newEventPath : `/workspace/records/${type.name}/new`}
                  kind="primary"
                >
                  {w('new', { type: label(type.label, visit.language) })}
                </LinkButton>
                <LinkButton href={`/workspace/import/${type.name}`}>{w('import')}</LinkButton>
                {type.name === 'person' ? (
                  <LinkButton href="/workspace/import/directory">{w('paste_directory')}</LinkButton>
                ) : null}
              </>
            ) : null}
            {can(tx.actor, 'retain') ? (
              <LinkButton href={`/workspace/retention/hold/${type.name}${visit.url.search}`}>
                {w('hold')}
              </LinkButton>
            ) : null}
            {can(tx.actor, 'export') ? (
              <LinkButton href={`/workspace/export/${type.name}${visit.url.search}`}>
                {w('export')}
              </LinkButton>
            ) : null}
          </>
        ),
        children: <List {...{ visit, tx, type, page, facets, w, facetTitles, excerpts }} />,
      })
    }),
})

/** Titles of the records that reference facets count. */
async function titlesOf(
  tx: Tx,
  type: RecordTypeDefinition,
  facets: FacetCounts,
): Promise<ReadonlyMap<string, string>> {
  const ids = type.fields
    .filter((field) => field.type === 'reference' && field.facet)
    .flatMap((field) => facets.fields[field.name]?.slice(0, 20).map((count) => count.key) ?? [])
  if (ids.length === 0) return new Map()
  const rows = await tx.sql
    .selectFrom('record')
    .select(['id', 'title'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

function List(view: ListView) {
  const { visit, type, page, w } = view
  const { language, url } = visit
  const name = label(type.plural, language)
  const mapField = type.map ? type.fields.find((field) => field.name === type.map) : undefined
  const timeField = timelineField(type)
  const as = url.searchParams.get('as') ?? 'table'
  const total = page.more ? w('count_more', { count: countLimit }) : w('count', { count: page.count })
  return (
    <Columns
      asideAt="start"
      aside={<ListFacets {...view} />}
      main={
        <>
          <SearchBox
            id="list-search"
            action={url.pathname}
            label={w('search_in', { type: name })}
            button={w('search')}
            value={url.searchParams.get('q') ?? ''}
            keep={keptQuery(url)}
          />
          {page.similar && page.rows.length > 0 ? <Notice>{w('similar')}</Notice> : null}
          <Tabs
            label={w('views')}
            tabs={(
              ['table', 'cards', ...(timeField ? ['timeline'] : []), ...(mapField ? ['map'] : [])] as (
                | 'table'
                | 'cards'
                | 'map'
                | 'timeline'
              )[]
            ).map((kind) => ({
              href: withQuery(url, (search) => search.set('as', kind)),
              label: w(`view_${kind}`),
              current: as === kind,
            }))}
          />
          {page.rows.length === 0 ? (
            <EmptyState title={w('empty_title')}>{url.search ? w('empty_filtered') : ''}</EmptyState>
          ) : as === 'cards' ? (
            <Cards {...view} />
          ) : as === 'timeline' && timeField ? (
            <ListTimeline rows={page.rows} field={timeField} caption={name} language={language} />
          ) : as === 'map' && mapField ? (
            <CountryMap {...view} field={mapField} />
          ) : (
            <Rows {...view} caption={total} />
          )}
          <Pager
            label={w('pages')}
            summary={total}
            first={
              url.searchParams.has('after')
                ? { href: withQuery(url, () => undefined), label: w('first') }
                : undefined
            }
            next={
              page.next === null
                ? undefined
                : { href: withQuery(url, (search) => search.set('after', page.next ?? '')), label: w('next') }
            }
          />
        </>
      }
    />
  )
}

const listed = (type: RecordTypeDefinition): readonly FieldDefinition[] =>
  type.fields.filter(
    (field) => field.listed && !type.title.includes(field.name) && field.type !== 'reference',
  )

function Rows({ visit, tx, type, page, w, caption, excerpts }: ListView & { readonly caption: string }) {
  const { language, url } = visit
  const sort = url.searchParams.get('sort')
  const sortLink = (field: string) => ({
    href: withQuery(url, (search) => search.set('sort', field)),
    ...(sort === field && { order: 'ascending' as const }),
  })
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: '_title', label: w('name'), heading: true, sort: sortLink('_title') },
        ...listed(type).map((field) => ({
          key: field.name,
          label: label(field.label, language),
          numeric: field.type === 'number',
          ...(field.sortable && { sort: sortLink(field.name) }),
        })),
        { key: '_visibility', label: w('visibility') },
        { key: '_updated', label: w('changed'), nowrap: true },
      ]}
      rows={page.rows.map((row) => ({
        key: row.id,
        cells: {
          _title: (
            <>
              <a href={`/workspace/record/${row.id}`}>{titleOf(row, w)}</a>{' '}
              {row.fictitious ? <Fictitious language={language} /> : null}
              <Excerpt parts={excerpts.get(row.id)} />
            </>
          ),
          _visibility: (
            <VisibilityBadge
              visibility={row.visibility}
              label={label(visibilityLabel[row.visibility], language)}
            />
          ),
          _updated: row.updatedAt.toLocaleDateString(language, { dateStyle: 'medium' }),
          ...Object.fromEntries(
            listed(type).map((field) => [
              field.name,
              <ShowValue
                key={field.name}
                field={field}
                value={row.values[field.name]}
                schema={tx.schema}
                language={language}
              />,
            ]),
          ),
        },
      }))}
    />
  )
}

const titleOf = (row: ListRow, w: Words): string => row.title || `${w('anonymous')} ${row.id.slice(-6)}`

const fictitiousWord = { en: 'Fictitious', es: 'Ficticio', ca: 'Fictici' } as const
const Fictitious = ({ language }: { readonly language: Language }) => (
  <Stamp>{fictitiousWord[language]}</Stamp>
)

function Cards({ visit, tx, type, page, w }: ListView) {
  return (
    <CardGrid>
      {page.rows.map((row) => (
        <Card
          key={row.id}
          href={`/workspace/record/${row.id}`}
          title={titleOf(row, w)}
          level={2}
          lines={[
            ...listed(type).flatMap((field) =>
              row.values[field.name] === undefined
                ? []
                : [
                    <ShowValue
                      key={field.name}
                      field={field}
                      value={row.values[field.name]}
                      schema={tx.schema}
                      language={visit.language}
                    />,
                  ],
            ),
            <VisibilityBadge
              key="_visibility"
              visibility={row.visibility}
              label={label(visibilityLabel[row.visibility], visit.language)}
            />,
          ]}
        />
      ))}
    </CardGrid>
  )
}

function CountryMap({ visit, facets, type, w, field }: ListView & { readonly field: FieldDefinition }) {
  const { language, url } = visit
  const counts = facets.fields[field.name] ?? []
  return (
    <WorldMap
      title={w('map_title', { type: label(type.plural, language) })}
      tableCaption={w('map_caption')}
      labels={{ place: w('country'), count: w('number') }}
      countries={counts.flatMap(({ key, count }) => {
        const point = countryCentroid(key)
        const numeric = countryNumeric(key)
        return numeric === undefined || numeric === null
          ? []
          : [
              {
                numeric,
                label: countryName(key, language) ?? key,
                count,
                href: withQuery(url, (search) => {
                  search.set(`f.${field.name}`, key)
                  search.delete('as')
                }),
                ...(point && { lon: point[0], lat: point[1] }),
              },
            ]
      })}
    />
  )
}
