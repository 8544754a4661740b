import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { readDeliveryReports } from './delivery-report.ts'

/** What became of the reports in a file. `unknown`: of no mail that is kept here. */
export interface TakenReports {
  readonly messages: number
  readonly failed: number
  readonly delayed: number
  readonly complaints: number
  readonly unknown: number
  /** Messages that are no delivery report, or name no mail of ours. */
  readonly other: number
}

/**
 * Takes what delivery reports say: a mail that failed is marked so, and its address gets no more; a complaint likewise;
 * a delay changes nothing. As the owner: reports are of every organisation. Taking a file twice changes nothing more.
 */
export async function takeDeliveryReports(owner: Database, file: string): Promise<TakenReports> {
  const { messages, reports } = readDeliveryReports(file)
  const counts = { failed: 0, delayed: 0, complaints: 0, unknown: 0 }
  for (const { kind, reference, status } of reports) {
    const { rows } = await sql<{ org_id: string; id: string; mark: Buffer | null }>`
      select org_id, id, mark from mail where reference = ${reference} and state in ('sent', 'bounced')`.execute(
      owner,
    )
    const mail = rows[0]
    if (!mail) {
      counts.unknown++
      continue
    }
    if (kind === 'delayed') {
      counts.delayed++
      continue
    }
    await owner.transaction().execute(async (trx) => {
      if (kind === 'failed')
        await sql`update mail set state = 'bounced', answer = coalesce(${status}, answer)
          where org_id = ${mail.org_id}::uuid and id = ${mail.id}::uuid`.execute(trx)
      if (mail.mark)
        await sql`insert into mail_suppression (org_id, mark, cause)
          values (${mail.org_id}::uuid, ${mail.mark}, ${kind === 'failed' ? 'bounce' : 'complaint'})
          on conflict do nothing`.execute(trx)
    })
    counts[kind === 'failed' ? 'failed' : 'complaints']++
  }
  return { messages, ...counts, other: messages - reports.length }
}
