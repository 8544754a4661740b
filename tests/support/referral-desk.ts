import { sql } from 'kysely'
import { makeOwnKeys } from '../../src/modules/casework/referral/actions/bundle-keys.ts'
import type { TestApp, TestPerson } from './app.ts'
import { testOrganisation } from './organisation.ts'

/** An organisation that hands cases over: it has keys, and its administrator reads every class. */
export async function referralDesk(
  app: TestApp,
  options: { readonly fourEyes?: boolean; readonly seals?: boolean } = {},
): Promise<TestPerson> {
  const { actor, owner } = await testOrganisation()
  const classes = ['identity', 'health', 'location', 'legal', ...(options.seals ? ['sealed'] : [])]
  await sql`update account set readable_classes = ${classes} where id = ${actor.accountId}::uuid`.execute(
    owner,
  )
  if (options.fourEyes === false)
    await sql`update org set settings = '{"four_eyes":"off"}' where id = ${actor.orgId}::uuid`.execute(owner)
  const person = await app.signIn(actor)
  await person.within((tx) => makeOwnKeys(tx, app.house.secrets))
  return person
}
