import type { Actor } from '#platform/access'
import type { Config } from '#platform/config'
import type { House } from '#platform/house'
import { findOperator } from '#platform/identity'
import { Problem } from '#platform/problem'
import { openHouse } from '../open-house.ts'

/** Runs `work` as the operator of an organisation, and closes the house whatever comes of it. */
export async function asOperator<Result>(
  config: Config,
  slug: string,
  work: (house: House, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const open = await openHouse(config)
  try {
    const actor = await findOperator(open.owner, slug)
    if (!actor)
      throw new Problem('not_found', {
        explanation: {
          en: `No organisation has the short name “${slug}”.`,
          es: `Ninguna organización tiene el nombre corto «${slug}».`,
          ca: `Cap organització no té el nom curt «${slug}».`,
        },
      })
    return await work(open.house, actor)
  } finally {
    await open.close()
  }
}
