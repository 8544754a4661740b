import { sql } from 'kysely'
import type { Database } from '#platform/db'

/** Whether one can sign. */
export type Stage = 'before' | 'open' | 'closed'

/** What the public sees of who signed: numbers, and the names that were given for it. */
export interface PetitionLive {
  readonly stage: Stage
  readonly signatures: number
  readonly organisations: number
  /** How many gave a name or initials. */
  readonly names: number
  readonly shownOrganisations: readonly string[]
  readonly shownPeople: readonly string[]
}

/** Names of each sort on the page itself; the rest stands on pages of its own. */
export const namesOnPage = 60
/** Names on each of those. */
export const namesPerPage = 400

/** Numbers and first names of a petition, through the public login. Null where it is not public. */
export async function readLive(publicDb: Database, publicationId: string): Promise<PetitionLive | null> {
  const { rows } = await sql<{ signatures: string; organisations: string; names: string; stage: Stage }>`
    select signatures, organisations, names, stage from petition_numbers(${publicationId}::uuid)`.execute(
    publicDb,
  )
  const row = rows[0]
  if (!row) return null
  const names = Number(row.names)
  const read = async (signer: 'organisation' | 'person') =>
    names === 0
      ? []
      : (await readShownNames(publicDb, publicationId, signer, null, namesOnPage)).map(({ shown }) => shown)
  return {
    stage: row.stage,
    signatures: Number(row.signatures),
    organisations: Number(row.organisations),
    names,
    shownOrganisations: await read('organisation'),
    shownPeople: await read('person'),
  }
}

/** Whether one can sign now; null where it is not public. */
export async function readStage(publicDb: Database, publicationId: string): Promise<Stage | null> {
  const { rows } = await sql<{
    stage: Stage
  }>`select stage from petition_stage(${publicationId}::uuid)`.execute(publicDb)
  return rows[0]?.stage ?? null
}

/** A name given for the public. */
export interface ShownName {
  readonly shown: string
  readonly id: string
}

/** Names given for the public in alphabetical order, after one of them. */
export async function readShownNames(
  publicDb: Database,
  publicationId: string,
  signer: 'organisation' | 'person',
  after: ShownName | null,
  limit: number,
): Promise<readonly ShownName[]> {
  const { rows } = await sql<ShownName>`
    select shown, id from petition_names(${publicationId}::uuid, ${signer}, ${after?.shown ?? null},
      ${after?.id ?? null}::uuid, ${limit})`.execute(publicDb)
  return rows
}
