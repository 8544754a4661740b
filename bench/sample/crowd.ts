import { randomUUID } from 'node:crypto'
import { loadConfig } from '#platform/config'
import { type Database, connect } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import { beginSession, issueSignInLink, openSession } from '#platform/identity'

/** Somebody of the organisation with a session: what a browser would send along. */
export interface Member {
  readonly name: string
  readonly orgId: string
  readonly accountId: string
  readonly cookie: string
  readonly formToken: string
}

/** Looks into the database of a home as its owner and as the app login, for as long as `work` takes. */
export async function withLogins<Result>(
  home: string,
  work: (owner: Database, app: Database) => Promise<Result>,
): Promise<Result> {
  const cluster = await acquireCluster(loadConfig({ AMPARO_HOME: home }))
  const owner = connect(cluster.urls.owner, { max: 2 })
  const app = connect(cluster.urls.app, { max: 2 })
  try {
    return await work(owner, app)
  } finally {
    await Promise.all([owner.destroy(), app.destroy()])
    await cluster.release()
  }
}

/** A session of an account, through a link as the command line makes it. */
export async function memberOf(
  owner: Database,
  app: Database,
  account: { readonly orgId: string; readonly accountId: string; readonly name: string },
): Promise<Member> {
  const link = await issueSignInLink(owner, account)
  const token = await beginSession(app, link.split('/').at(-1) ?? '')
  const session = token === null ? null : await openSession(app, token)
  if (token === null || session === null) throw new Error('the link did not sign in')
  return { ...account, cookie: `amparo=${token}`, formToken: session.formToken }
}

/** `count` new people of the only organisation of a home, each signed in. */
export const newMembers = (
  home: string,
  count: number,
  role: 'administrator' | 'case_officer' = 'case_officer',
): Promise<readonly Member[]> =>
  withLogins(home, async (owner, app) => {
    const { id: orgId } = await owner.selectFrom('org').select('id').executeTakeFirstOrThrow()
    const members: Member[] = []
    for (let i = 0; i < count; i += 1) {
      const accountId = randomUUID()
      const name = `Member ${i}`
      await owner
        .insertInto('account')
        .values({
          org_id: orgId,
          id: accountId,
          kind: 'person',
          name,
          role,
          readable_classes: ['identity', 'location', 'health', 'legal'],
        })
        .execute()
      members.push(await memberOf(owner, app, { orgId, accountId, name }))
    }
    return members
  })

/** Asks as a browser would, on a connection that is kept. */
export const getAs = (site: string, member: Member, path: string): Promise<Response> =>
  fetch(site + path, { redirect: 'manual', headers: { cookie: member.cookie } })

/** Posts a plain form. */
export const postAs = (
  site: string,
  member: Member,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  fetch(site + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: member.cookie, origin: site },
    body: new URLSearchParams({ _csrf: member.formToken, ...fields }),
  })

/** Why a request came to nothing: what `fetch` says of it is only that. */
export const describeCause = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
