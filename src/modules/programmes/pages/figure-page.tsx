import { countryName } from '#catalogue/countries'
import { isId } from '#platform/db'
import { type Visit, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { type Column, EmptyState, Pager, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { publicityOf } from '../plan/plan.ts'
import { type FigureName, type FigureRow, isFigureName, readFigure } from '../queries/figures.ts'
import { PublicityMark, valueInWords } from './visit-words.tsx'

/** What a number of the visits counts, and by which rule: the rows themselves. */
export const figureRoute = route({
  method: 'get',
  path: '/workspace/visits/count/:figure',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const name = visit.params['figure'] ?? ''
      if (!isFigureName(name)) throw new Problem('not_found')
      const { language, url } = visit
      const w = words(language)
      const edition = await editionAsked(tx, url, name)
      const page = await readFigure(tx, name, edition?.id ?? null, readCursor(url))
      const here = `${url.pathname}${edition ? `?edition=${edition.id}` : ''}`
      const counted = w('counted', { count: page.count })
      const scope = edition
        ? w('scope_edition', { edition: edition.title })
        : name === 'invited'
          ? w('scope_invited')
          : name === 'declarations'
            ? ''
            : w('scope_all')
      return workspacePage(visit, {
        title: w(`fig_${name}`),
        lede: `${w(`def_${name}`)} ${scope}`,
        styles: ['styles/visits.css'],
        breadcrumbs: [
          { href: '/workspace/visits', label: w('title') },
          ...(edition ? [{ href: `/workspace/visits/${edition.id}`, label: edition.title }] : []),
        ],
        children:
          page.rows.length === 0 ? (
            <EmptyState title={w('none_here')} />
          ) : (
            <>
              <FigureTable {...{ visit, tx, name, page, caption: counted, w }} />
              <Pager
                label={w('pages')}
                summary={counted}
                first={url.searchParams.has('after') ? { href: here, label: w('first') } : undefined}
                next={
                  page.next
                    ? {
                        href: `${here}${edition ? '&' : '?'}after=${encodeURIComponent(writeCursor(page.next))}`,
                        label: w('next'),
                      }
                    : undefined
                }
              />
            </>
          ),
      })
    }),
})

/** Countries and declarations are counted of all editions only. */
async function editionAsked(tx: Tx, url: URL, name: FigureName) {
  const id = url.searchParams.get('edition')
  if (!id || name === 'countries' || name === 'declarations') return null
  const record = await readRecord(tx, id)
  if (record.type !== 'edition' || record.deletedAt) throw new Problem('not_found')
  return record
}

const writeCursor = ({ title, key }: FigureRow): string => JSON.stringify([title, key])

function readCursor(url: URL): { readonly title: string; readonly key: string } | null {
  const text = url.searchParams.get('after')
  if (text === null) return null
  try {
    const [title, key] = JSON.parse(text) as [unknown, unknown]
    if (typeof title === 'string' && typeof key === 'string') return { title, key }
  } catch {
    // Falls through: a cursor that we did not make is a malformed request.
  }
  throw new Problem('malformed')
}

function FigureTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly name: FigureName
  readonly page: { readonly rows: readonly FigureRow[]; readonly audience: number | null }
  readonly caption: string
  readonly w: Words
}) {
  const { visit, tx, name, page, caption, w } = props
  const { language } = visit
  const ofActivities = name === 'activities' || name === 'audience'
  const columns: Column[] = [
    { key: 'name', label: w('name'), heading: true },
    ...(ofActivities
      ? [
          { key: 'day', label: w('day'), nowrap: true },
          { key: 'publicity', label: w('publicity') },
          { key: 'audience', label: w('attending'), numeric: true },
        ]
      : []),
    ...(name === 'declarations'
      ? [{ key: 'adopted', label: w('adopted_on') }]
      : [{ key: 'through', label: name === 'countries' ? w('people') : w('editions') }]),
  ]
  const show = (type: string, field: string, value: unknown) => valueInWords(tx, type, field, value, language)
  return (
    <Table
      caption={caption}
      columns={columns}
      foot={
        page.audience === null
          ? undefined
          : { name: w('total'), audience: page.audience.toLocaleString(language) }
      }
      rows={page.rows.map((row) => ({
        key: row.key,
        cells: {
          name: isId(row.key) ? (
            <a href={`/workspace/record/${row.key}`} dir="auto">
              {row.title || row.key.slice(-6)}
            </a>
          ) : (
            countryInWords(tx, row.key, language)
          ),
          day: show('activity', 'date', row.values['date']),
          publicity: ofActivities ? (
            <PublicityMark publicity={publicityOf(row.values['publicity'])} w={w} />
          ) : null,
          audience:
            typeof row.values['audience'] === 'number' ? row.values['audience'].toLocaleString(language) : '',
          adopted: show('municipality', 'declaration_date', row.values['declaration_date']),
          through: row.through.map(({ id, title }, i) => (
            <span key={id}>
              {i > 0 ? ', ' : ''}
              <a
                href={name === 'countries' ? `/workspace/record/${id}` : `/workspace/visits/${id}`}
                dir="auto"
              >
                {title || id.slice(-6)}
              </a>
            </span>
          )),
        },
      }))}
    />
  )
}

const countryInWords = (tx: Tx, code: string, language: Visit['language']): string =>
  countryName(code, language) ?? valueInWords(tx, 'municipality', 'country', code, language)
