import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { PublicTexts } from '#platform/house'
import type { Labels } from '#platform/i18n'

/** What a token of a mail looks like; anything else is asked of nobody. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/**
 * Confirms what a link of a mail belongs to. True, every time anew; false: no such link, too old, taken back, or no
 * longer public. For POST alone: the scanners of mail servers follow every link with GET.
 */
export async function confirmSignature(publicDb: Database, token: string): Promise<boolean> {
  if (!isToken(token)) return false
  const { rows } = await sql<{ done: boolean }>`select confirm_signature(${token}) as done`.execute(publicDb)
  return rows[0]?.done ?? false
}

/** Takes back what a link belongs to, confirmed or not. True, every time anew; false: no such link. For POST alone. */
export async function withdrawSignature(publicDb: Database, token: string): Promise<boolean> {
  if (!isToken(token)) return false
  const { rows } = await sql<{ done: boolean }>`select withdraw_signature(${token}) as done`.execute(publicDb)
  return rows[0]?.done ?? false
}

/** Where a link of a mail leads back to; null for one that is not known. */
export interface LinkPlace {
  readonly orgSlug: string
  readonly orgName: Partial<Labels>
  /** The public petition; null for a closed letter, and for one that is public no more. */
  readonly petitionSlug: string | null
  readonly heading: PublicTexts | null
}

/** Looks up the place of a link. Changes nothing. */
export async function placeOfLink(publicDb: Database, token: string): Promise<LinkPlace | null> {
  if (!isToken(token)) return null
  const { rows } = await sql<{
    org_slug: string
    petition_slug: string | null
    name: Partial<Labels>
    heading: PublicTexts | null
  }>`
    select org_slug, petition_slug, name, heading from place_of_offer(${token})`.execute(publicDb)
  const row = rows[0]
  return row
    ? { orgSlug: row.org_slug, orgName: row.name, petitionSlug: row.petition_slug, heading: row.heading }
    : null
}
