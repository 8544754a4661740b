import { newId } from '#platform/db'
import { redirect, route } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { words } from '../messages.ts'
import { showPeople } from './people-page.tsx'

/** Making and removing teams. */
export const teamRoutes = [
  route({
    method: 'post',
    path: '/workspace/teams',
    may: 'administer',
    handle: async (visit) => {
      const name = visit.form.get('name').trim().slice(0, 200)
      const made = await visit.within(async (tx) => {
        if (name === '') return true
        const id = newId()
        const { numInsertedOrUpdatedRows } = await tx.sql
          .insertInto('team')
          .values({ org_id: tx.actor.orgId, id, name })
          .onConflict((conflict) => conflict.columns(['org_id', 'name']).doNothing())
          .executeTakeFirstOrThrow()
        if (!numInsertedOrUpdatedRows) return false
        await writeLedger(tx, 'team.change', id, { made: true })
        return true
      })
      return made
        ? redirect('/workspace/people#teams')
        : showPeople(visit, { teamError: words(visit.language)('team_taken') })
    },
  }),
  route({
    method: 'post',
    path: '/workspace/teams/remove',
    may: 'administer',
    handle: async (visit) => {
      await visit.within(async (tx) => {
        const { numDeletedRows } = await tx.sql
          .deleteFrom('team')
          .where('org_id', '=', tx.actor.orgId)
          .where('id', '=', visit.form.get('id'))
          .executeTakeFirstOrThrow()
        if (numDeletedRows > 0n) await writeLedger(tx, 'team.change', visit.form.get('id'), { removed: true })
      })
      return redirect('/workspace/people#teams')
    },
  }),
]
