import ical from 'ical-generator'
import type { PublicKind } from '#platform/house'
import { label } from '#platform/i18n'
import { type Place, type PublishedThing, readAllPublished, readLatest, sitePath } from '#web/site'

/** Which part of what is public a feed is of. */
export interface FeedQuery {
  readonly kind?: PublicKind | undefined
  readonly country: string
  readonly right: string
}

const most = 50

/** Reads the address; what is not of the right shape is as if it were not there. */
export function readFeedQuery(search: URLSearchParams, kind?: PublicKind): FeedQuery {
  const code = (name: string) => {
    const value = search.get(name) ?? ''
    return /^[\w-]{1,60}$/.test(value) ? value : ''
  }
  return { kind, country: code('country'), right: code('right') }
}

/** The search part of a feed's address in its one form. */
export function writeFeedQuery({ country, right }: FeedQuery): string {
  const search = new URLSearchParams()
  if (country) search.set('country', country)
  if (right) search.set('right', right)
  const text = search.toString()
  return text ? `?${text}` : ''
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in XML: marks escaped, and what XML cannot hold left out. */
export const xmlText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is left out
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (mark) => escapes[mark] ?? '')

/** An id for ever, of what is public and of nothing else. */
const urn = (place: Place, part: string): string => `urn:amparo:${place.site.slug}:${part}`

/** Atom (RFC 4287): what came last, of everything, a kind, a country, a right. Null where no such kind is public. */
export async function atomFeed(place: Place, query: FeedQuery): Promise<string | null> {
  const { site, language, origin, kinds } = place
  if (query.kind && !kinds.includes(query.kind)) return null
  const things = await readLatest(place.house.publicDb, site.orgId, {
    ...(query.kind && { kind: query.kind.kind }),
    country: query.country,
    right: query.right,
    limit: most,
  })
  const address = (rest: string) => xmlText(origin + sitePath(site, language, rest))
  const here = `${query.kind ? `/${query.kind.path}` : ''}/feed.atom${writeFeedQuery(query)}`
  const name = label(site.name, language) || site.slug
  const title = query.kind ? `${label(query.kind.label, language)} · ${name}` : name
  const updated = things[0]?.publishedAt ?? new Date(0)
  const entries = things.flatMap((thing) => {
    const kind = kinds.find((one) => one.kind === thing.kind)
    if (!kind) return []
    const entry = kind.entry(thing.data, language)
    const at = address(`/${kind.path}/${thing.slug}`)
    return [
      `<entry${entry.lang ? ` xml:lang="${xmlText(entry.lang)}"` : ''}><id>${xmlText(urn(place, thing.id))}</id>`,
      `<title>${xmlText(entry.title)}</title>`,
      `<link rel="alternate" type="text/html" href="${at}"/>`,
      `<published>${thing.firstAt.toISOString()}</published><updated>${thing.publishedAt.toISOString()}</updated>`,
      `<category term="${xmlText(kind.kind)}" label="${xmlText(label(kind.one, language))}"/>`,
      entry.summary ? `<summary>${xmlText(entry.summary)}</summary>` : '',
      '</entry>\n',
    ]
  })
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n`,
    `<id>${xmlText(urn(place, `${language}:${here}`))}</id><title>${xmlText(title)}</title>`,
    `<updated>${updated.toISOString()}</updated><author><name>${xmlText(name)}</name></author>\n`,
    `<link rel="self" type="application/atom+xml" href="${address(here)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(query.kind ? `/${query.kind.path}` : '')}"/>\n`,
    ...entries,
    '</feed>\n',
  ].join('')
}

/** iCalendar (RFC 5545): the days of a kind that has them. Null where the kind has none, or nothing of it is public. */
export async function calendarFeed(place: Place, query: FeedQuery): Promise<string | null> {
  const { site, language, origin, kinds } = place
  const { kind } = query
  if (!kind?.calendar || !kinds.includes(kind)) return null
  const name = `${label(kind.label, language)} · ${label(site.name, language) || site.slug}`
  const calendar = ical({ name, prodId: { company: 'Amparo', product: 'site', language: 'EN' } })
  for await (const thing of readAllPublished(place.house.publicDb, site.orgId, kind.kind)) {
    if (!isOf(thing, query)) continue
    const { title, summary, date, until } = kind.entry(thing.data, language)
    if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) continue
    const last = until && /^\d{4}-\d{2}-\d{2}$/.test(until) && until >= date ? until : date
    calendar.createEvent({
      id: `${thing.id}@${site.slug}.amparo.invalid`,
      start: new Date(`${date}T00:00:00Z`),
      // The day after the last: an end is not part of an event.
      end: new Date(new Date(`${last}T00:00:00Z`).getTime() + 86_400_000),
      allDay: true,
      timezone: null,
      summary: title,
      ...(summary && { description: summary }),
      ...(origin && { url: origin + sitePath(site, language, `/${kind.path}/${thing.slug}`) }),
      stamp: thing.publishedAt,
    })
  }
  return calendar.toString()
}

const isOf = ({ data }: PublishedThing, { country, right }: FeedQuery): boolean => {
  const has = (key: string, code: string) =>
    code === '' ||
    (Array.isArray(data[key]) && data[key].some((one: { code?: unknown }) => one.code === code))
  return has('country', country) && has('rights', right)
}
