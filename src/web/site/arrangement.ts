import { type Labels, languages } from '#platform/i18n'

/** Colours of a site, all of them proven against paper and ink in light and dark: none can be hard to read. */
export const accents = ['petrol', 'moss', 'wine', 'clay', 'plum', 'slate'] as const
export type Accent = (typeof accents)[number]

/** A part of the front page. Free text comes from published pages alone: an arrangement says where things stand. */
export type Block =
  /** The text of a published page. */
  | { readonly block: 'text'; readonly page: string }
  /** Chosen publications of one kind, by the last part of their addresses. */
  | { readonly block: 'featured'; readonly kind: string; readonly slugs: readonly string[] }
  /** The first of a kind's list. */
  | { readonly block: 'latest'; readonly kind: string; readonly count: number }
  /** One publication at length: a petition, a campaign. */
  | { readonly block: 'one'; readonly kind: string; readonly slug: string }
  /** How many are public of each kind. */
  | { readonly block: 'counter' }
  | { readonly block: 'map'; readonly kind: string }
  | { readonly block: 'chart'; readonly kind: string }
  | { readonly block: 'links'; readonly links: readonly SiteLink[] }
  /** What is still to come of a kind that has days. */
  | { readonly block: 'events'; readonly kind: string; readonly count: number }

export const blockNames = [
  'text',
  'featured',
  'latest',
  'one',
  'counter',
  'map',
  'chart',
  'links',
  'events',
] as const satisfies readonly Block['block'][]

/** A way to elsewhere, in the languages in which it has a name. */
export interface SiteLink {
  readonly href: string
  readonly label: Partial<Labels>
}

/** How an organisation arranges its site. What is not said is as the house has it. */
export interface Arrangement {
  readonly accent: Accent
  /** None: the house's own front page. */
  readonly blocks: readonly Block[]
  /** Entries of the menu after those of the kinds. */
  readonly menu: readonly SiteLink[]
  /** Paths of kinds that are in no menu. */
  readonly hidden: readonly string[]
  /** Hosts of its own: `defenders.example`, `….onion`. */
  readonly domain: string | null
  readonly onion: string | null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const words = (value: unknown, shape: RegExp): string =>
  typeof value === 'string' && shape.test(value) ? value : ''

const name = /^[a-z][a-z0-9_]{0,30}$/
const slug = /^[a-z0-9][a-z0-9-]{0,80}$/
export const hostShape = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]{2,63}(:\d{1,5})?$/
export const onionShape = /^[a-z2-7]{56}\.onion$/
const hrefShape = /^(https:\/\/[^\s"<>]{3,300}|\/[a-z0-9/_-]{0,200})$/

/** Reads a stored arrangement; what is not of the right shape is as if it were not there. */
export function readArrangement(stored: unknown): Arrangement {
  const given = isRecord(stored) ? stored : {}
  return {
    accent: accents.find((one) => one === given['accent']) ?? 'petrol',
    blocks: list(given['blocks']).flatMap(readBlock).slice(0, 20),
    menu: list(given['menu']).flatMap(readLink).slice(0, 12),
    hidden: list(given['hidden'])
      .filter((one): one is string => words(one, slug) !== '')
      .slice(0, 20),
    domain: words(given['domain'], hostShape) || null,
    onion: words(given['onion'], onionShape) || null,
  }
}

function readBlock(given: unknown): readonly Block[] {
  if (!isRecord(given)) return []
  const kind = words(given['kind'], name)
  const count = Math.min(Math.max(Math.trunc(Number(given['count'])) || 3, 1), 12)
  switch (given['block']) {
    case 'text': {
      const page = words(given['page'], slug)
      return page ? [{ block: 'text', page }] : []
    }
    case 'featured': {
      const slugs = list(given['slugs'])
        .map((one) => words(one, slug))
        .filter(Boolean)
        .slice(0, 12)
      return kind && slugs.length > 0 ? [{ block: 'featured', kind, slugs }] : []
    }
    case 'one': {
      const one = words(given['slug'], slug)
      return kind && one ? [{ block: 'one', kind, slug: one }] : []
    }
    case 'latest':
    case 'events':
      return kind ? [{ block: given['block'], kind, count }] : []
    case 'map':
    case 'chart':
      return kind ? [{ block: given['block'], kind }] : []
    case 'counter':
      return [{ block: 'counter' }]
    case 'links': {
      const links = list(given['links']).flatMap(readLink).slice(0, 20)
      return links.length > 0 ? [{ block: 'links', links }] : []
    }
    default:
      return []
  }
}

function readLink(given: unknown): readonly SiteLink[] {
  if (!isRecord(given)) return []
  const href = words(given['href'], hrefShape)
  const said = isRecord(given['label']) ? given['label'] : {}
  const label = Object.fromEntries(
    languages.flatMap((code) => {
      const text = said[code]
      return typeof text === 'string' && text.trim() ? [[code, text.trim().slice(0, 60)]] : []
    }),
  )
  return href && Object.keys(label).length > 0 ? [{ href, label }] : []
}
