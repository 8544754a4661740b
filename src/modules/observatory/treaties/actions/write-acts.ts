import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { TreatyAct } from '../act.ts'

/** Puts what a file says of states and treaties into the table, in one statement. */
export async function writeActs(tx: Tx, fileId: string, acts: readonly TreatyAct[]): Promise<void> {
  const rows = acts.map(({ treaty, polity, act, doneOn, article, text, row }) => ({
    treaty,
    polity,
    act,
    done_on: doneOn,
    article,
    text,
    source_row: row,
  }))
  await sql`insert into observatory_treaty_act (org_id, file_id, treaty, polity, act, done_on, article, text, source_row)
    select ${tx.actor.orgId}::uuid, ${fileId}::uuid, treaty, polity, act, done_on, article, text, source_row
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(treaty text, polity text, act text, done_on text, article text, text text, source_row int)`.execute(
    tx.sql,
  )
}
