import type { Actor } from '#platform/access'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { type CommandFor, commandActor } from '#platform/identity'
import type { JobGround } from '#platform/jobs'

/** What a command opens and closes. The program hands in how: modules do not know how the house is put together. */
export interface OpenedHouse {
  readonly house: JobGround
  readonly owner: Database
  readonly close: () => Promise<void>
}

export type OpenHouse = (config: Config) => Promise<OpenedHouse>

/** Runs `work` as the operator of an organisation, or as the person named, and closes the house whatever comes of it. */
export async function asOperator<Result>(
  open: OpenHouse,
  config: Config,
  given: CommandFor,
  work: (house: JobGround, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const opened = await open(config)
  try {
    return await work(opened.house, await commandActor(opened.owner, opened.house.db, given))
  } finally {
    await opened.close()
  }
}
