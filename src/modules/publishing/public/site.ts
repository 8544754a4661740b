import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { type Labels, type Language, isLanguage, languages } from '#platform/i18n'

/** An organisation that has something public, as the public login may know it. */
export interface Site {
  readonly orgId: string
  readonly slug: string
  readonly name: Partial<Labels>
  /** Languages of its pages, its first one first. */
  readonly languages: readonly Language[]
  /** Moves with every change of what is public, and with the organisation's own name and languages. */
  readonly version: string
}

interface Row {
  id: string
  slug: string
  name: Partial<Labels>
  languages: string[]
  version: string
}

function present(row: Row): Site {
  const own = row.languages.filter(isLanguage)
  return {
    orgId: row.id,
    slug: row.slug,
    name: row.name,
    languages: own.length > 0 ? own : languages,
    version: `${row.version} ${JSON.stringify(row.name)} ${own.join()}`,
  }
}

// An organisation that has published nothing does not show that it is here.
const hasSomething = sql`exists (select 1 from publication p where p.org_id = o.id)`

/** The organisation's site, or undefined: no such organisation, or nothing public. One query, by key. */
export async function readSite(db: Database, slug: string): Promise<Site | undefined> {
  const { rows } = await sql<Row>`
    select o.id, o.slug, o.name, o.languages, v.version from org o join publication_version v on v.org_id = o.id
     where o.slug = ${slug} and ${hasSomething}`.execute(db)
  return rows[0] && present(rows[0])
}

/** Every site of this instance, by address. An instance has few organisations. */
export async function listSites(db: Database): Promise<readonly Site[]> {
  const { rows } = await sql<Row>`
    select o.id, o.slug, o.name, o.languages, v.version from org o join publication_version v on v.org_id = o.id
     where ${hasSomething} order by o.slug limit 100`.execute(db)
  return rows.map(present)
}

/** Addresses begin with `/site/`, which no other room uses: no organisation can take the name of a part of the house. */
export const sitePath = (site: Pick<Site, 'slug'>, language: Language, rest = ''): string =>
  `/site/${site.slug}/${language}${rest}`
