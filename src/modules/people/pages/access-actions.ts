import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { giveAccess, readDay, setEmbargo, takeAccess } from '../grants.ts'

/** Runs an action on the record of the address and goes back to it; a refusal is said there. */
async function onRecord(visit: Visit, action: (tx: Tx, id: string) => Promise<void>): Promise<Response> {
  const id = visit.params['id'] ?? ''
  const back = (said: string) => redirect(`/workspace/record/${id}${said}#access`)
  try {
    await visit.within((tx) => action(tx, id))
    return back('')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.kind === 'invalid') return back('?access=date')
    if (error.kind === 'conflict') return back('?access=last')
    throw error
  }
}

/** Letting people and teams into a record, and its embargo. */
export const accessRoutes = [
  route({
    method: 'post',
    path: '/workspace/record/:id/access/give',
    may: 'write',
    handle: (visit) =>
      onRecord(visit, (tx, id) =>
        giveAccess(tx, id, visit.form.get('who'), readDay(visit.form.get('until'))),
      ),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/access/take',
    may: 'write',
    handle: (visit) => onRecord(visit, (tx, id) => takeAccess(tx, id, visit.form.get('who'))),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/embargo',
    may: 'write',
    handle: (visit) => onRecord(visit, (tx, id) => setEmbargo(tx, id, readDay(visit.form.get('until')))),
  }),
]
