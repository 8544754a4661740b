import type { PublicKind } from '#platform/house'
import { label } from '#platform/i18n'
import { type Place, sitePath } from '#web/site'
import { groupsOf } from '../public/list-page.tsx'

const text = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: { type: 'string' } } } },
  304: { description: 'Not changed since: send the ETag as If-None-Match.' },
  404: { description: 'Nothing public is there, withdrawn or never made: the answer is the same.' },
})

/** OpenAPI 3.1 of everything that anyone may ask of this site, from the kinds that are public on it. */
export function describePublicApi(place: Place): object {
  const { site, language, origin, kinds } = place
  const get = (summary: string, type: string, parameters: readonly object[] = []) => ({
    get: { summary, parameters, responses: text(summary, type) },
  })
  const query = (name: string) => ({ name, in: 'query', schema: { type: 'string' } })
  const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }
  const ofKind = (kind: PublicKind): readonly (readonly [string, object])[] => {
    const name = label(kind.label, 'en')
    const filters = groupsOf(kind).map(({ key }) => query(key === 'rights' ? 'right' : key))
    const feed = [query('country'), query('right')]
    return [
      [`/${kind.path}`, get(name, 'text/html', [...filters, query('q'), query('after')])],
      [`/${kind.path}/{slug}`, get(`One of: ${name}`, 'text/html', [slug])],
      [`/${kind.path}/feed.atom`, get(`${name}: feed`, 'application/atom+xml', feed)],
      ...(kind.calendar
        ? [[`/${kind.path}/calendar.ics`, get(`${name}: calendar`, 'text/calendar', feed)] as const]
        : []),
      ...(kind.Embed
        ? [
            [
              `/${kind.path}/{slug}/embed`,
              get(`One of: ${name}, for another site`, 'text/html', [slug]),
            ] as const,
          ]
        : []),
      [`/data/${kind.path}/datapackage.json`, get(`${name}: Data Package`, 'application/json')],
      [`/data/${kind.path}/${kind.path}.json`, get(`${name} as JSON`, 'application/json')],
      [`/data/${kind.path}/${kind.path}.csv`, get(`${name} as CSV`, 'text/csv')],
    ]
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${label(site.name, language) || site.slug}: what is public`,
      version: '1',
      description: 'Read only. No key, no cookie; nothing is kept of who asks.',
    },
    servers: [{ url: origin + sitePath(site, language) }],
    paths: Object.fromEntries([
      ['/', get('Front page', 'text/html')],
      ['/countries', get('Countries', 'text/html')],
      ['/countries/{code}', get('A country', 'text/html', [{ ...slug, name: 'code' }])],
      ['/search', get('Search', 'text/html', [query('q')])],
      ['/feed.atom', get('Feed of everything', 'application/atom+xml', [query('country'), query('right')])],
      ...kinds.flatMap(ofKind),
    ]),
  }
}
