import { type Actor } from '#platform/access'
import { loadConfig } from '#platform/config'
import { type Database, connect, migrate } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import { createOrganisation } from '#platform/identity'
import { sql } from 'kysely'
import type { DatabaseUrls } from '#platform/config'

/** The database of a benchmark, through the logins that the product has. */
export interface BenchHouse {
  readonly urls: DatabaseUrls
  readonly owner: Database
  readonly app: Database
  /** An administrator, who loads. */
  readonly loader: Actor
  /** Another member, who reads: restricted records are not theirs. */
  readonly reader: Actor
  readonly close: () => Promise<void>
}

const slug = 'bench'

/**
 * The private cluster under `AMPARO_HOME` (or what `DATABASE_URL` names), migrated, with an organisation `bench` that
 * is made at the first use. The settings are the product's: nothing is tuned for the measurement.
 */
export async function openBench(): Promise<BenchHouse> {
  const cluster = await acquireCluster(loadConfig())
  await migrate(cluster.urls.owner)
  const owner = connect(cluster.urls.owner, { max: 2 })
  const app = connect(cluster.urls.app, { max: 16 })
  const known = await owner.selectFrom('org').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!known) {
    const { orgId } = await createOrganisation(owner, {
      slug,
      name: { en: 'Bench' },
      administrator: 'Loader',
    })
    await sql`insert into account (org_id, id, kind, name, role) values (${orgId}::uuid, gen_random_uuid(), 'person', 'Reader', 'administrator')`.execute(
      owner,
    )
  }
  const actor = async (name: string): Promise<Actor> => {
    const row = await owner
      .selectFrom('account as a')
      .innerJoin('org as o', 'o.id', 'a.org_id')
      .select(['a.id', 'a.org_id'])
      .where('o.slug', '=', slug)
      .where('a.name', '=', name)
      .executeTakeFirstOrThrow()
    return {
      orgId: row.org_id,
      orgSlug: slug,
      accountId: row.id,
      name,
      role: 'administrator',
      language: 'en',
    }
  }
  return {
    urls: cluster.urls,
    owner,
    app,
    loader: await actor('Loader'),
    reader: await actor('Reader'),
    close: async () => {
      await Promise.all([owner.destroy(), app.destroy()])
      await cluster.release()
    },
  }
}
