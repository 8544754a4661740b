import type { Actor } from '#platform/access'
import type { Config } from '#platform/config'
import type { House } from '#platform/house'
import { type CommandFor, commandActor } from '#platform/identity'
import { openHouse } from '../open-house.ts'

/** Runs `work` as the operator of an organisation, or as the person named, and closes the house whatever comes of it. */
export async function asOperator<Result>(
  config: Config,
  given: CommandFor,
  work: (house: House, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const open = await openHouse(config)
  try {
    return await work(open.house, await commandActor(open.owner, open.house.db, given))
  } finally {
    await open.close()
  }
}
