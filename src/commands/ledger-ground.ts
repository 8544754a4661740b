import type { Config } from '#platform/config'
import { type Database, connect, migrate } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'

/** An organisation, as the commands of the ledger name it. */
export interface NamedOrganisation {
  readonly id: string
  readonly slug: string
}

/**
 * Opens the database by the owner's login, which alone sees the ledgers of all, for as long as `work` takes. `slug`:
 * one organisation only; the list is empty when there is none of that name.
 */
export async function withOrganisations<Result>(
  config: Config,
  slug: string | undefined,
  work: (owner: Database, organisations: readonly NamedOrganisation[]) => Promise<Result>,
): Promise<Result> {
  const cluster = await acquireCluster(config)
  try {
    await migrate(cluster.urls.owner)
    const owner = connect(cluster.urls.owner, { max: 1 })
    try {
      const organisations = await owner
        .selectFrom('org')
        .select(['id', 'slug'])
        .$if(slug !== undefined, (query) => query.where('slug', '=', slug ?? ''))
        .orderBy('slug')
        .execute()
      return await work(owner, organisations)
    } finally {
      await owner.destroy()
    }
  } finally {
    await cluster.release()
  }
}

/** `--org SLUG`, for every command of the ledger. */
export const orgOption = {
  type: 'string',
  value: 'SLUG',
  summary: {
    en: 'one organisation; all unless given',
    es: 'una organización; todas si no se indica',
    ca: "una organització; totes si no s'indica",
  },
} as const

/** Said where `--org` names none. */
export const noOrganisation = {
  en: 'There is no such organisation.',
  es: 'No existe esa organización.',
  ca: 'No existeix aquesta organització.',
} as const
