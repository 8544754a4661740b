import type { JobKind } from '#platform/jobs'
import { type ReindexStep, reindexRecords } from '#platform/records'
import { reindexKind } from './actions/reindex-types.ts'

/**
 * Takes the records of a type apart anew, a few hundred in a transaction. Taken again after an interruption it begins
 * anew: what was done is found to be right and is not written twice.
 */
export const reindexJob: JobKind = {
  name: reindexKind,
  async run({ payload, within, progress, signal }) {
    const type = String(payload['type'])
    const quiet = payload['quiet'] === true
    const restricted = payload['restricted'] === true
    const total = quiet
      ? 0
      : await within(async (tx) => {
          const row = await tx.sql
            .selectFrom('record')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .where('org_id', '=', tx.actor.orgId)
            .where('type', '=', type)
            .where('deleted_at', 'is', null)
            .executeTakeFirst()
          return Number(row?.count ?? 0)
        })
    let after: string | null = null
    let [seen, changed] = [0, 0]
    do {
      signal.throwIfAborted()
      const from: string | null = after
      const step: ReindexStep = await within((tx) =>
        reindexRecords(tx, { type, after: from, restricted, limit: 300 }),
      )
      seen += step.seen
      changed += step.changed
      after = step.next
      if (!quiet) progress(seen, Math.max(total, seen))
    } while (after !== null)
    return quiet ? { type } : { type, seen, changed }
  },
}
