import type { Actor } from '#platform/access'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { findOperator } from '#platform/identity'
import type { JobGround } from '#platform/jobs'
import { Problem } from '#platform/problem'

/** What a command opens and closes. The program hands in how: modules do not know how the house is put together. */
export interface OpenedHouse {
  readonly house: JobGround
  readonly owner: Database
  readonly close: () => Promise<void>
}

export type OpenHouse = (config: Config) => Promise<OpenedHouse>

/** Runs `work` as the operator of an organisation, and closes the house whatever comes of it. */
export async function asOperator<Result>(
  open: OpenHouse,
  config: Config,
  slug: string,
  work: (house: JobGround, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const opened = await open(config)
  try {
    const actor = await findOperator(opened.owner, slug)
    if (!actor)
      throw new Problem('not_found', {
        explanation: {
          en: `No organisation has the short name “${slug}”.`,
          es: `Ninguna organización tiene el nombre corto «${slug}».`,
          ca: `Cap organització no té el nom curt «${slug}».`,
        },
      })
    return await work(opened.house, actor)
  } finally {
    await opened.close()
  }
}
