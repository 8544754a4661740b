import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type Tx, eraseSealed, maySeal, readRecord } from '#platform/records'
import { openRecords, refuseOpening, standingOf, unlockOwnKey, withMerged } from '#platform/vault'

const shortestReason = 3

/** To the page that asked, if it is one of ours (`back`), else to the record. */
function back(visit: Visit, said = ''): Response {
  const asked = visit.form.get('back')
  const page = /^\/workspace\/[\w/-]+$/.test(asked) ? asked : `/workspace/record/${visit.params['id']}`
  return redirect(`${page}${said && `?sealed=${said}`}#sealed`)
}

/** The record of the address and those that open with it. Throws `forbidden` for who may not read what is sealed. */
async function scopeOf(visit: Visit, tx: Tx): Promise<readonly string[]> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (!(await maySeal(tx))) throw new Problem('forbidden')
  const scopes = await Promise.all(visit.house.sealingScopes.map((scope) => scope(tx, record)))
  return withMerged(tx, [record.id, ...scopes.flatMap((ids) => ids ?? [])])
}

/** By passphrase and reason, once for a record (a case with what belongs to it) and session. */
const openRoute = route({
  method: 'post',
  path: '/workspace/record/:id/sealed/open',
  may: 'read',
  handle: async (visit) => {
    const { house, session, form } = visit
    if (!session) throw new Problem('not_signed_in')
    const id = visit.params['id'] ?? ''
    const reason = form.get('reason').trim().slice(0, 500)
    try {
      await visit.within((tx) => scopeOf(visit, tx))
    } catch (error) {
      if (error instanceof Problem && error.kind === 'forbidden')
        await refuseOpening(house, session.actor, id, 'not_entitled')
      throw error
    }
    if (reason.length < shortestReason) return back(visit, 'no_reason')
    const own = await unlockOwnKey(house, session.actor, form.get('passphrase'), id)
    if (own.kind === 'none') return redirect('/workspace/me/key')
    if (own.kind !== 'right') return back(visit, own.kind)
    const opened = await visit.within(async (tx) =>
      openRecords(tx, own.identity, { records: await scopeOf(visit, tx), reason }),
    )
    // Only now: what is not on the ledger is not open.
    for (const [recordId, keys] of opened)
      house.openings.open({ sessionId: session.id, accountId: session.actor.accountId, recordId }, keys)
    return back(visit)
  },
})

const closeRoute = route({
  method: 'post',
  path: '/workspace/record/:id/sealed/close',
  may: 'read',
  handle: async (visit) => {
    const scope = await visit.within((tx) => scopeOf(visit, tx))
    for (const id of scope) if (visit.session) visit.house.openings.close(visit.session.id, id)
    return back(visit)
  },
})

const eraseRoute = route({
  method: 'post',
  path: '/workspace/record/:id/sealed/erase',
  may: 'write',
  handle: async (visit) => {
    const { form } = visit
    const reason = form.get('reason').trim().slice(0, 500)
    return visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if ((await standingOf(tx, record.id, record.values)).kind === 'none') throw new Problem('not_found')
      if (reason.length < shortestReason) return back(visit, 'no_reason')
      await eraseSealed(tx, {
        id: record.id,
        version: Number(form.get('version')),
        field: form.get('field'),
        reason,
      })
      return back(visit, 'erased')
    })
  },
})

/** Opening, closing and erasing what is sealed of a record. */
export const sealedRoutes = [openRoute, closeRoute, eraseRoute]
