import { giveAccess } from '#modules/people'
import { Problem } from '#platform/problem'
import {
  type Reference,
  type Tx,
  createRecord,
  readOwner,
  readRecord,
  updateRecord,
  valuesOf,
} from '#platform/records'

/**
 * Makes an event of the registry out of an incident: its date, a title and an account that a person wrote for it, because
 * an event's account is open to all who see it and an incident's is not. The event is restricted, seen by who makes it and
 * by the team of the case; the incident points to it, and the case counts it among its events.
 */
export async function makeEvent(
  tx: Tx,
  given: {
    readonly incidentId: string
    readonly version: number
    readonly title: string
    readonly account: string
  },
): Promise<{ readonly id: string }> {
  const incident = await readRecord(tx, given.incidentId)
  if (incident.type !== 'incident' || incident.deletedAt) throw new Problem('not_found')
  if (incident.values['event'] !== undefined) throw new Problem('conflict')
  const owner = await readOwner(tx, incident.id)
  const owning = owner && (await readRecord(tx, owner.id))
  const { id } = await createRecord(tx, {
    type: 'event',
    visibility: 'restricted',
    ...(incident.fictitious && { fictitious: true }),
    values: {
      title: given.title.trim(),
      date: incident.values['on'],
      ...(given.account.trim() && { description: { [tx.actor.language]: given.account.trim() } }),
    },
  })
  const team = owning?.values['team']
  if (typeof team === 'string') await giveAccess(tx, id, `team:${team}`, null)
  await updateRecord(tx, { id: incident.id, version: given.version, values: { event: { to: id } } })
  if (owning?.type === 'case')
    await updateRecord(tx, {
      id: owning.id,
      version: owning.version,
      values: { events: [...(valuesOf(owning.values['events']) as readonly Reference[]), { to: id }] },
    })
  return { id }
}
