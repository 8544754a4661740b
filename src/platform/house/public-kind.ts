import type { ReactNode } from 'react'
import type { Database } from '#platform/db'
import type { Labels, Language } from '#platform/i18n'
import type { RecordView, Tx } from '#platform/records'

/** A code with its words, so that the public side needs no vocabulary. */
export interface PublicTerm {
  readonly code: string
  readonly label: Partial<Labels>
}

/** A text by language code; a language that nobody wrote is absent. */
export type PublicTexts = Readonly<Record<string, string>>

/** Something that whoever publishes may choose to show or leave out. What is not offered is always shown. */
export interface PublicChoice {
  readonly name: string
  readonly label: Labels
  readonly hint?: Labels
}

/**
 * Where a value of the public page comes from. The database compares it with the record when the page is written and
 * whenever the record changes: as soon as the record no longer holds it, the value leaves the page, or the whole page
 * where the value is essential. Written by `projectRecord` of `#platform/publication`, never by hand.
 */
export interface PublicSource {
  /** The key of `data` that shows it. */
  readonly key: string
  /** One part of it: a term's code in a list, a language in a text. Absent: the whole key. */
  readonly item?: string
  readonly recordId: string
  /** A field of class open of that record. */
  readonly field: string
  /** What the field has to contain: equal texts and numbers, all entries of a list, all languages of a text. */
  readonly held?: unknown
  /** Of a reference: the record that it has to point to. */
  readonly to?: string
  /** Without it there is no page. */
  readonly essential?: boolean
  /** It is shown otherwise than word for word (a day of a moment, say). */
  readonly as?: boolean
}

/** Somebody whom the page names or shows. Each one has to agree; when one no longer does, the page is gone. */
export interface PersonNamed {
  readonly personId: string
  readonly scope: 'name_public' | 'photo'
  readonly basis: 'consent' | 'public_at_source'
  readonly purpose: 'publication' | 'campaign' | 'advocacy' | 'programme'
  readonly channel: 'website' | 'press' | 'letter' | 'event' | 'social_media'
}

/** Everything that would be public of a record, and what it rests on. */
export interface PublicProjection {
  /** What the address is made of: words of the title. It is folded and given random letters. */
  readonly slug: string
  /**
   * Everything that the public may know. Three keys mean the same in every kind: `fictitious` (always there), `country`
   * and `rights` (lists of `PublicTerm`: filters, feeds and country pages follow from them).
   */
  readonly data: Readonly<Record<string, unknown>>
  /** Folded words by which it is found, and codes of further filters by their key of `data`. */
  readonly facets: Readonly<Record<string, readonly string[]>>
  /** Lists are in its order, smallest first: a folded name, or `newestFirst(date)`. */
  readonly sortKey: string
  readonly named: readonly PersonNamed[]
  readonly sources: readonly PublicSource[]
  /** The instant before which the record itself does not allow it (an embargo of its own). */
  readonly notBefore?: Date
  /** What stands against it, in words; empty when nothing does. Consent and publicity are asked by the door itself. */
  readonly refusals: readonly Labels[]
}

/** The site that a page stands in. */
export interface PublicSite {
  readonly slug: string
  readonly name: Partial<Labels>
  /** Languages of its pages, its first one first. */
  readonly languages: readonly Language[]
  /** An address in the page's language: `site.href('/petitions')`. A page links to its own site by this alone. */
  readonly href: (rest?: string) => string
}

/** What the page of one thing is made of. */
export interface PublicPageProps<Data> {
  readonly data: Data
  readonly language: Language
  readonly site: PublicSite
  /** The last part of its address. */
  readonly slug: string
  readonly publishedAt: Date
  /** What `live` gave; undefined where the kind has none. */
  readonly live?: unknown
  /** In the static export: there is no server that could take a form. */
  readonly static: boolean
}

/** One thing in a few words: in lists, feeds, search, cards, and to staff. */
export interface PublicEntry {
  readonly title: string
  /** One or two plain sentences. */
  readonly summary?: string
  /** Short lines of a card; where there are none, the summary stands in it. */
  readonly lines?: readonly string[]
  /** A note below them. */
  readonly note?: string
  /** The day that it is of (`2026-05-12`), where that is not the day on which it was published. */
  readonly date?: string
  /** For calendars: an event's last day, where it has several. */
  readonly until?: string
  /** The language of title and summary where it is not the page's. */
  readonly lang?: string
}

/** A column of the published list as open data. */
export interface PublicColumn<Data> {
  /** `snake_case`, the same in every language. */
  readonly name: string
  readonly type: 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'url'
  readonly description: Labels
  /** Several are joined by ` | ` in CSV and a list in JSON. */
  readonly value: (data: Data) => string | number | boolean | readonly string[] | null
}

/**
 * A kind of thing that becomes public through the one door: how a record is projected, and how the projection is shown.
 * Everything else is the door's: the act and its second person, consent, narrowing, embargo and expiry, withdrawal, the
 * list with its filters, search, feeds, sitemap, open data, static export. The migration of the module adds the kind's
 * row to `public_kind`, which names the keys that `data` may have. See `src/modules/publishing/README.md`.
 */
export interface PublicKind<Data = Readonly<Record<string, unknown>>> {
  /** `snake_case`, unique in the house: the row of `public_kind`. */
  readonly kind: string
  readonly recordType: string
  /** Which records of that type; all unless told. Of others it is not offered. */
  readonly applies?: (record: RecordView) => boolean
  /** It goes through the door, and has no page that the public could find: its module shows it to those invited. */
  readonly unlisted?: boolean
  /** The part of the address: `petitions` in `/site/ORG/en/petitions/SLUG`. */
  readonly path: string
  /** The list's name in menus and headings. */
  readonly label: Labels
  /** What one of them is called. */
  readonly one: Labels
  /** Place in the site's menu, smallest first; null: it is in no menu. */
  readonly order: number | null
  /** What may be chosen for this record, in the order of the page. */
  readonly choices: (tx: Tx, record: RecordView) => readonly PublicChoice[]
  /** Pure reading: what would be public with `choice` of the choices. Made by `projectRecord`. */
  readonly project: (tx: Tx, record: RecordView, choice: ReadonlySet<string>) => Promise<PublicProjection>
  readonly entry: (data: Data, language: Language) => PublicEntry
  /** The matter of its page, below the heading; from `data` alone. No script, no inline style. */
  readonly Page: (props: PublicPageProps<Data>) => ReactNode
  /** For someone else's site: the matter of a bare page at `…/SLUG/embed` that may be framed from anywhere. */
  readonly Embed?: (props: PublicPageProps<Data>) => ReactNode
  /**
   * What its page shows besides the projection, read by the public login each time (numbers: how many signed). What
   * it gives is plain data; the page is made anew when it differs.
   */
  readonly live?: (
    publicDb: Database,
    at: { readonly orgId: string; readonly publicationId: string; readonly now: Date },
  ) => Promise<unknown>
  /** None: the list is not open data beyond title, summary, date, countries, rights and address. */
  readonly columns?: readonly PublicColumn<Data>[]
  /** Filters of its list besides countries and rights: keys of `data` that are lists of terms. */
  readonly filters?: readonly { readonly key: string; readonly label: Labels }[]
  /** Its entries have a day: the list is also a calendar (iCal). */
  readonly calendar?: boolean
  /** Where staff make a new one: `/workspace/records/petition/new`. */
  readonly addPath?: string
  /** A sentence below its list: method and limits. */
  readonly about?: Labels
}

/** Types a kind by its own data and gives it as the house takes it. */
export const definePublicKind = <Data>(kind: PublicKind<Data>): PublicKind => kind as unknown as PublicKind
