import { sql } from 'kysely'
import type { Visit } from '#platform/http'
import { writeLedger } from '#platform/ledger'

/** Whether everyone needs a second factor from now on. */
export const setSecondFactor = (visit: Visit, required: boolean): Promise<void> =>
  visit.within(async (tx) => {
    await sql`update org set settings = jsonb_set(settings, '{second_factor}',
        ${JSON.stringify(required ? 'required' : 'optional')}::jsonb) where id = ${tx.actor.orgId}::uuid`.execute(
      tx.sql,
    )
    await writeLedger(tx, 'settings.change', null, { secondFactor: required ? 'required' : 'optional' })
  })
