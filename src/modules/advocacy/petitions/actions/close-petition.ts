import { Problem } from '#platform/problem'
import { type Tx, updateRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { readClosing, readPetition } from '../queries/read-petition.ts'

/** Closes a petition now, before its deadline. Nobody can sign from the next request on. Throws `conflict` for a closed one. */
export async function closePetition(tx: Tx, id: string, version: number): Promise<void> {
  const petition = await readPetition(tx, id)
  const closing = await readClosing(tx, petition)
  if (closing && closing.getTime() <= Date.now())
    throw new Problem('conflict', { explanation: labelsOf('already_closed') })
  await updateRecord(tx, {
    id,
    version,
    values: { closed_on: new Date().toISOString().slice(0, 10) },
    acting: true,
  })
}
