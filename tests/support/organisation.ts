import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/access'
import { type Database, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { testDatabase } from './database.ts'

/** The worker's database through the logins that tests need. */
export interface TestGround {
  readonly owner: Database
  readonly app: Database
  readonly public: Database
}

declare global {
  var amparoTestGround: Promise<TestGround> | undefined
}

/** Connections to the worker's database; opened once, closed with the worker. */
export function testGround(): Promise<TestGround> {
  globalThis.amparoTestGround ??= testDatabase().then((urls) => ({
    owner: connect(urls.owner, { max: 2 }),
    app: connect(urls.app, { max: 4 }),
    public: connect(urls.public, { max: 2 }),
  }))
  return globalThis.amparoTestGround
}

/** A fresh organisation and its administrator. */
export async function testOrganisation(
  languages?: readonly string[],
): Promise<{ readonly actor: Actor } & TestGround> {
  const ground = await testGround()
  const slug = `t-${randomUUID().slice(0, 13)}`
  const { orgId, administratorId } = await createOrganisation(ground.owner, {
    slug,
    name: { en: 'Test organisation' },
    administrator: 'Ada',
    ...(languages && { languages }),
  })
  return {
    ...ground,
    actor: {
      orgId,
      orgSlug: slug,
      accountId: administratorId,
      name: 'Ada',
      role: 'administrator',
      language: 'en',
    },
  }
}
