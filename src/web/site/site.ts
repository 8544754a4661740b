import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { Visit } from '#platform/http'
import { type Labels, type Language, isLanguage, languages } from '#platform/i18n'
import { type Arrangement, readArrangement } from './arrangement.ts'

/** An organisation that has something public, as the public login may know it. */
export interface Site {
  readonly orgId: string
  readonly slug: string
  readonly name: Partial<Labels>
  /** Languages of its pages, its first one first. */
  readonly languages: readonly Language[]
  /** How the organisation arranged it: blocks, menu, colour, addresses of its own. */
  readonly arrangement: Arrangement
  /** Moves with every change of what is public, and with the organisation's own name, languages and arrangement. */
  readonly version: string
}

interface Row {
  id: string
  slug: string
  name: Partial<Labels>
  languages: string[]
  version: string
  arrangement: unknown
  timed: string | null
}

function present(row: Row): Site {
  const own = row.languages.filter(isLanguage)
  return {
    orgId: row.id,
    slug: row.slug,
    name: row.name,
    languages: own.length > 0 ? own : languages,
    arrangement: readArrangement(row.arrangement),
    version: `${row.version} ${row.timed ?? ''} ${JSON.stringify(row.name)} ${own.join()}`,
  }
}

// What waits for its instant or ends at one changes what is public without anything being written: which of those are
// seen now is part of the version. Few are, and the past ones are forgotten daily.
const columns = sql`o.id, o.slug, o.name, o.languages, v.version, s.arrangement,
  (select string_agg(t.id::text, ',' order by t.id) from publication t where t.org_id = o.id and t.timed) as timed`
const tables = sql`org o join publication_version v on v.org_id = o.id left join site s on s.org_id = o.id`

// An organisation that has published nothing does not show that it is here.
const hasSomething = sql`exists (select 1 from publication p where p.org_id = o.id)`

/**
 * The organisation's site, or undefined: no such organisation, nothing public, or asked for at `host`, which is the
 * address of another one's own: there it is not told who else is in the house. One query, by key.
 */
export async function readSite(db: Database, slug: string, host: string | null): Promise<Site | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where o.slug = ${slug} and ${hasSomething}
       and not exists (select 1 from site h where h.org_id <> o.id
         and ${host} in (h.arrangement->>'domain', h.arrangement->>'onion'))`.execute(db)
  return rows[0] && present(rows[0])
}

/** The host that a reader asked: what the browser says, else the address itself. */
export const hostOf = ({ request, url }: Pick<Visit, 'request' | 'url'>): string =>
  request.headers.get('host') ?? url.host

/** The site that has an address of its own (`defenders.example`, `….onion`), by the host that was asked. */
export async function readSiteOfHost(db: Database, host: string): Promise<Site | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables}
     where (s.arrangement->>'domain' = ${host} or s.arrangement->>'onion' = ${host}) and ${hasSomething}
     order by o.slug limit 1`.execute(db)
  return rows[0] && present(rows[0])
}

/** Every site of this instance, by address. An instance has few organisations. */
export async function listSites(db: Database): Promise<readonly Site[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${hasSomething} order by o.slug limit 100`.execute(db)
  return rows.map(present)
}

/** Addresses begin with `/site/`, which no other room uses: no organisation can take the name of a part of the house. */
export const sitePath = (site: Pick<Site, 'slug'>, language: Language, rest = ''): string =>
  `/site/${site.slug}/${language}${rest}`
