import { sql } from 'kysely'
import { isId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** Ends a journalist's link: from the next request on its address answers as one that never was. Gives the text's id. */
export async function endLink(tx: Tx, id: string): Promise<string> {
  if (!isId(id)) throw new Problem('not_found')
  const { rows } = await sql<{ text_id: string }>`
    update press_link set ended_at = coalesce(ended_at, now())
     where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid returning text_id`.execute(tx.sql)
  const textId = rows[0]?.text_id
  if (!textId) throw new Problem('not_found')
  await writeLedger(tx, 'press.end', textId, { link: id })
  return textId
}
