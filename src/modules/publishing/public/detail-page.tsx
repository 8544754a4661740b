import type { PublicKind, PublicPageProps, PublicTerm } from '#platform/house'
import { label } from '#platform/i18n'
import {
  type Place,
  type PublishedThing,
  publicPage,
  publicSiteOf,
  readPublished,
  siteWords,
  sitePath,
  termLabel,
} from '#web/site'
import { dayIn } from './list-page.tsx'

/** The page of one thing; null when there is none at this address: withdrawn, not yet there, or never made. */
export async function detailPage(place: Place, kind: PublicKind, slug: string): Promise<string | null> {
  const thing = await readPublished(place.house.publicDb, place.site.orgId, kind.kind, slug)
  return thing ? renderDetail(place, kind, thing, await liveOf(place, kind, thing)) : null
}

/** What the kind shows besides the projection, as it is now. */
export const liveOf = async (place: Place, kind: PublicKind, thing: PublishedThing): Promise<unknown> =>
  kind.live?.(place.house.publicDb, {
    orgId: place.site.orgId,
    publicationId: thing.id,
    now: place.now,
  })

/** The properties of a kind's page for something that is public, or would be. */
export const pageProps = (
  place: Pick<Place, 'site' | 'language' | 'static'>,
  thing: Pick<PublishedThing, 'data' | 'slug' | 'publishedAt'>,
  live: unknown,
): PublicPageProps<Readonly<Record<string, unknown>>> => ({
  data: thing.data,
  language: place.language,
  site: publicSiteOf(place),
  slug: thing.slug,
  publishedAt: thing.publishedAt,
  live,
  static: place.static,
})

/** A page from its projection alone. `stamp` stands across its top: a preview says that it is one. */
export function renderDetail(
  place: Place,
  kind: PublicKind,
  thing: PublishedThing,
  live: unknown,
  more: { readonly stamp?: string; readonly noIndex?: boolean } = {},
): string {
  const { site, language } = place
  const w = siteWords(language)
  const entry = kind.entry(thing.data, language)
  const Matter = kind.Page
  const day = (at: Date) => dayIn(at.toISOString().slice(0, 10), language)
  const changed = thing.publishedAt.getTime() - thing.firstAt.getTime() > 86_400_000
  const terms = [...list(thing.data['country']), ...list(thing.data['rights'])].map((one) =>
    termLabel(one, language),
  )
  return publicPage(place, {
    title: entry.title,
    description: [entry.title, entry.summary ?? terms.join('. ')].filter(Boolean).join('. '),
    heading: <span lang={entry.lang}>{entry.title}</span>,
    current: kind.path,
    stamp: more.stamp ?? (thing.data['fictitious'] === true ? w('fictitious') : undefined),
    card: more.noIndex ? undefined : sitePath(site, language, `/${kind.path}/${thing.slug}/card.png`),
    noIndex: more.noIndex,
    children: (
      <>
        <Matter {...pageProps(place, thing, live)} />
        <p className="quiet">
          {w('published_on', { day: day(thing.firstAt) })}
          {changed ? ` · ${w('changed_on', { day: day(thing.publishedAt) })}` : null}
        </p>
        <p className="no-print">
          <a href={sitePath(site, language, `/${kind.path}`)}>
            {w('back_to', { list: label(kind.label, language) })}
          </a>
        </p>
      </>
    ),
  })
}

const list = (value: unknown): readonly PublicTerm[] => (Array.isArray(value) ? (value as PublicTerm[]) : [])
