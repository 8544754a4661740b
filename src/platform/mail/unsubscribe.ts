import { sql } from 'kysely'
import { type Database, isId } from '#platform/db'
import type { Secrets } from '#platform/identity'

const purpose = 'mail unsubscribe'

/** Where the headers of a list's mails point: the room that has lists answers `POST` there with `unsubscribe`. */
export const unsubscribePath = '/mail/unsubscribe/'

/** The token by which somebody leaves a list without signing in. Holds no address; never ends. */
export const unsubscribeToken = (secrets: Secrets, orgId: string, list: string, mark: Buffer): string =>
  secrets.seal(purpose, JSON.stringify([orgId, list, mark.toString('base64url')]))

/**
 * Takes the holder of a token off the list. True when the token is ours, however often it was used. Call it for a POST
 * alone: the scanners of mail servers follow every link with GET.
 */
export async function unsubscribe(db: Database, secrets: Secrets, token: string): Promise<boolean> {
  const opened = secrets.open(purpose, token)
  if (opened === null) return false
  const [orgId, list, mark] = JSON.parse(opened) as readonly [string, string, string]
  if (!isId(orgId)) return false
  await sql`select suppress_mail(${orgId}::uuid, ${Buffer.from(mark, 'base64url')}, ${list}, 'unsubscribe')`.execute(
    db,
  )
  return true
}
