import type { ReactNode } from 'react'
import type { PublicKind } from '#platform/house'
import { label } from '#platform/i18n'
import { Bars, MapPicture } from '#web/charts'
import { Figures, LinkButton, Section } from '#web/components'
import {
  type Block,
  type Place,
  type PublishedThing,
  PublicText,
  countPublished,
  inReadingOrder,
  publicPage,
  readPublicList,
  readPublished,
  siteWords,
  sitePath,
} from '#web/site'
import { liveOf, pageProps } from './detail-page.tsx'
import { Cards } from './list-page.tsx'
import { countCountries, countriesOnMap } from './map-picture.ts'

/** The first page of an organisation's site: as it arranged it, or as the house has it. */
export async function frontPage(place: Place): Promise<string> {
  const { site, language } = place
  const w = siteWords(language)
  const counts = await countPublished(place.house.publicDb, site.orgId)
  const countries = new Set<string>()
  for (const kind of place.kinds)
    for (const { code } of await countCountries(place, kind)) countries.add(code)
  const sum = (of: 'count' | 'fictitious') => [...counts.values()].reduce((all, one) => all + one[of], 0)
  const lede = w('front_lede', {
    count: sum('count'),
    countries: countries.size,
    fictitious: sum('fictitious'),
  })
  const blocks = site.arrangement.blocks.length > 0 ? site.arrangement.blocks : ownBlocks(place)
  const shown = await Promise.all(blocks.map((block) => showBlock(place, block)))
  return publicPage(place, {
    title: label(site.name, language) || site.slug,
    description: lede,
    lede,
    card: sitePath(site, language, '/card.png'),
    children: shown.map((content, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity and never move
      <div key={i}>{content}</div>
    )),
  })
}

/** Where nobody arranged anything: where from, what is defended, what came last. */
function ownBlocks({ kinds }: Place): readonly Block[] {
  const listed = kinds.filter(({ order }) => order !== null)
  const [first] = listed
  return [
    ...(first
      ? [
          { block: 'map' as const, kind: first.kind },
          { block: 'chart' as const, kind: first.kind },
        ]
      : []),
    ...listed.slice(0, 4).map(({ kind }) => ({ block: 'latest' as const, kind, count: 3 })),
  ]
}

/** What is no longer there leaves no gap and no word. */
async function showBlock(place: Place, block: Block): Promise<ReactNode> {
  const { site, language, house } = place
  const w = siteWords(language)
  const kind = 'kind' in block ? place.kinds.find((one) => one.kind === block.kind) : undefined
  const list = kind && sitePath(site, language, `/${kind.path}`)
  switch (block.block) {
    case 'text': {
      const page = await readPublished(house.publicDb, site.orgId, 'site_page', block.page)
      return page ? <PublicText texts={page.data['text'] as never} language={language} /> : null
    }
    case 'links':
      return (
        <Section title={w('links')}>
          <ul className="list">
            {block.links.flatMap(({ href, label: words }) => {
              const text = label(words, language)
              return text
                ? [
                    <li key={href}>
                      <a
                        href={href.startsWith('/') ? sitePath(site, language, href) : href}
                        rel={href.startsWith('/') ? undefined : 'noreferrer noopener external'}
                      >
                        {text}
                      </a>
                    </li>,
                  ]
                : []
            })}
          </ul>
        </Section>
      )
    case 'counter': {
      const counts = await countPublished(house.publicDb, site.orgId)
      return (
        <Figures
          figures={place.kinds
            .filter(({ order }) => order !== null)
            .map((one) => ({
              label: label(one.label, language),
              value: (counts.get(one.kind)?.count ?? 0).toLocaleString(language),
              href: sitePath(site, language, `/${one.path}`),
            }))}
        />
      )
    }
    case 'featured': {
      if (!kind) return null
      const things = await Promise.all(
        block.slugs.map((slug) => readPublished(house.publicDb, site.orgId, kind.kind, slug)),
      )
      const entries = things.filter((one): one is PublishedThing => one !== undefined)
      return entries.length > 0 ? (
        <Section title={label(kind.label, language)}>
          <Cards {...{ place, kind, entries, level: 3 }} />
        </Section>
      ) : null
    }
    case 'one': {
      const thing = kind && (await readPublished(house.publicDb, site.orgId, kind.kind, block.slug))
      if (!kind || !thing) return null
      const Matter = kind.Page
      return (
        <Section
          title={kind.entry(thing.data, language).title}
          action={<a href={`${list}/${thing.slug}`}>{label(kind.one, language)}</a>}
        >
          <Matter {...pageProps(place, thing, await liveOf(place, kind, thing))} />
        </Section>
      )
    }
    case 'latest': {
      if (!kind) return null
      const { entries, total } = await readPublicList(house.publicDb, site.orgId, kind.kind, undefined, {
        limit: block.count,
        groups: [],
      })
      return (
        <Section
          title={label(kind.label, language)}
          action={total > entries.length ? <a href={list}>{w('country_all', { count: total })}</a> : null}
        >
          <Cards {...{ place, kind, entries, level: 3 }} />
        </Section>
      )
    }
    case 'events':
      return kind ? (
        <NextEvents {...{ place, kind, next: await nextEvents(place, kind, block.count) }} />
      ) : null
    case 'map':
      return kind ? <CountryMap {...{ place, kind, counts: await countCountries(place, kind) }} /> : null
    case 'chart':
      return kind ? <RightsChart {...{ place, kind, counts: await countRights(place, kind) }} /> : null
  }
}

/** What of a kind is still to come, soonest first. */
async function nextEvents(place: Place, kind: PublicKind, most: number): Promise<readonly PublishedThing[]> {
  const { entries } = await readPublicList(place.house.publicDb, place.site.orgId, kind.kind, undefined, {
    limit: 200,
    groups: [],
  })
  const today = place.now.toISOString().slice(0, 10)
  const dated = entries.flatMap((one) => {
    const { date, until } = kind.entry(one.data, place.language)
    return date && (until ?? date) >= today ? [{ one, date }] : []
  })
  return dated
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, most)
    .map(({ one }) => one)
}

function NextEvents({
  place,
  kind,
  next,
}: {
  readonly place: Place
  readonly kind: PublicKind
  readonly next: readonly PublishedThing[]
}) {
  const w = siteWords(place.language)
  return (
    <Section
      title={w('events_next')}
      action={
        <a href={sitePath(place.site, place.language, `/${kind.path}`)}>
          {label(kind.label, place.language)}
        </a>
      }
    >
      {next.length > 0 ? <Cards {...{ place, kind, entries: next, level: 3 }} /> : <p>{w('events_none')}</p>}
    </Section>
  )
}

type Counts = Awaited<ReturnType<typeof countCountries>>
interface Counted {
  readonly place: Place
  readonly kind: PublicKind
  readonly counts: Counts
}

/** The countries of a kind on a map with its table; each leads to the list of its own. */
export function CountryMap({ place, kind, counts }: Counted) {
  const { site, language } = place
  const w = siteWords(language)
  if (counts.length === 0) return null
  const list = sitePath(site, language, `/${kind.path}`)
  const to = (code: string) =>
    place.static ? sitePath(site, language, `/countries/${code}`) : `${list}?country=${code}`
  return (
    <>
      <MapPicture
        title={`${label(kind.label, language)}: ${w('map_title')}`}
        tableCaption={w('map_table')}
        labels={{ place: w('country'), count: w('count') }}
        light={`${list}/map.svg`}
        dark={`${list}/map.svg?scheme=dark`}
        method={w('map_method')}
        countries={countriesOnMap(counts, language).map((country) => ({
          ...country,
          href: to(country.code),
        }))}
      />
      <p>
        <LinkButton href={list} kind="primary">
          {w('front_all')}
        </LinkButton>
      </p>
    </>
  )
}

export const countRights = async (place: Place, kind: PublicKind): Promise<Counts> =>
  (
    await readPublicList(place.house.publicDb, place.site.orgId, kind.kind, undefined, {
      limit: 0,
      groups: ['rights'],
    })
  ).counts['rights'] ?? []

/** The rights of a kind as bars in their table. */
export function RightsChart({ place, kind, counts }: Counted) {
  const { site, language } = place
  const w = siteWords(language)
  if (counts.length === 0) return null
  return (
    <Bars
      caption={`${label(kind.label, language)}: ${w('chart_title')}`}
      labels={{ item: w('rights'), value: w('count'), bar: w('chart_title') }}
      items={inReadingOrder(counts, language)
        .slice(0, 12)
        .map(({ code, words, count }) => ({
          key: code,
          label: words,
          value: count,
          text: count.toLocaleString(language),
          href: place.static ? undefined : sitePath(site, language, `/${kind.path}?right=${code}`),
        }))}
    />
  )
}
