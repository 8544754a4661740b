import { sql } from 'kysely'
import { attachFile } from '#platform/evidence'
import { instantOf, momentParts, parseMoment } from '#platform/dates'
import type { FileStore } from '#platform/files'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { textIn } from '../../drafts/gather/parts.ts'
import { copyThatGoes, ruleOf } from '../rules.ts'
import { sendingProblem } from '../sending-problem.ts'
import { readSnapshots } from '../snapshot.ts'
import { setStatus } from './ask-approval.ts'

/** How it was sent, as the person who did it says. */
export interface SendingToLog {
  readonly submissionId: string
  /** `sent`: it left. `exercise`: of a fictitious case, nothing left. `earlier`: it left before this was kept here. */
  readonly way: 'sent' | 'exercise' | 'earlier'
  /** A moment: `2026-11-21T18:30[America/Argentina/Buenos_Aires]`. */
  readonly at: string
  readonly channel: string
  readonly receipt: string
  readonly receiptFile?: {
    readonly name: string
    readonly content: Parameters<typeof attachFile>[2]['content']
  }
  /** In an emergency, why one person sends it alone; empty where a second person approved. */
  readonly urgent: string
}

const noMoment: Labels = {
  en: 'Give the day and the hour at which it was sent, and on whose clocks.',
  es: 'Indique el día y la hora en que se envió, y de qué zona horaria.',
  ca: 'Indiqueu el dia i l’hora en què es va enviar, i de quin fus horari.',
}
const noChannel: Labels = {
  en: 'Say by which channel it was sent, and to which address.',
  es: 'Diga por qué vía se envió, y a qué dirección.',
  ca: 'Digueu per quina via es va enviar, i a quina adreça.',
}

/**
 * Logs that a submission was sent. The database decides: everyone in it agreed, a second person approved exactly this
 * copy or it is an emergency, the checks were made; what is fictitious is only an exercise. Refused, nothing is logged and
 * no approval is spent.
 */
export async function sendSubmission(tx: Tx, files: FileStore, given: SendingToLog): Promise<void> {
  const record = await readRecord(tx, given.submissionId)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  const moment = parseMoment(given.at)
  const channel = given.channel.trim().slice(0, 200)
  const wrong = [
    ...(moment === null ? [{ field: 'at', message: noMoment }] : []),
    ...(channel === '' ? [{ field: 'channel', message: noChannel }] : []),
  ]
  if (moment === null || wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const [snapshot] = given.way === 'earlier' ? [] : await readSnapshots(tx, record.id)
  const receipt = given.receipt.trim().slice(0, 500)
  const kept =
    given.receiptFile && (await attachFile(tx, files, { recordId: record.id, ...given.receiptFile }))
  await sendingProblem(
    sql`insert into submission_sending (org_id, submission_id, way, snapshot_id, digest, urgent, sent_at, zone, channel, receipt,
        receipt_file, people, sent_by)
      values (${tx.actor.orgId}::uuid, ${record.id}::uuid, ${given.way}, ${snapshot?.id ?? null}::uuid, null,
        ${given.urgent.trim().slice(0, 4_000) || null}, ${instantOf(moment)}, ${momentParts(moment).zone}, ${channel}, ${receipt},
        ${kept?.fileId ?? null}::uuid, '{}', ${tx.actor.accountId}::uuid)`.execute(tx.sql),
  )
  const rule = ruleOf(textIn(record, 'mechanism'))
  const went =
    rule &&
    snapshot?.files.find(({ audience, format }) => audience === copyThatGoes(rule) && format === 'pdf')
  await setStatus(tx, record.id, 'sent', {
    sent_at: moment,
    sent_by: tx.actor.accountId,
    sent_through: channel,
    ...(receipt && { receipt }),
    ...(went && { snapshot: went.sha256 }),
  })
}
