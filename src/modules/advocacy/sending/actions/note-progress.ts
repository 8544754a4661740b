import { isCivilDay } from '#platform/deadlines'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { sendingProblem } from '../sending-problem.ts'

/** What a mechanism may do with what was sent, and the event of the catalogue that dates it. */
export const progress = {
  acknowledged: 'submission.receivedDate',
  registered: null,
  transmitted: null,
  'info-requested': 'communication.receivedDate',
  decided: 'decision.date',
  'follow-up': null,
  closed: null,
  rejected: null,
  withdrawn: null,
} as const
export type ProgressStatus = keyof typeof progress

/** Whether a text names one. */
export const isProgress = (text: string): text is ProgressStatus => Object.hasOwn(progress, text)

const words = {
  what: {
    en: 'Choose what happened.',
    es: 'Elija qué pasó.',
    ca: 'Trieu què ha passat.',
  },
  on: {
    en: 'Give the day: 2026-11-21. A term is counted from it.',
    es: 'Indique el día: 2026-11-21. Desde él se cuenta un plazo.',
    ca: 'Indiqueu el dia: 2026-11-21. Des d’ell es compta un termini.',
  },
  notSent: {
    en: 'It was not sent.',
    es: 'No se envió.',
    ca: 'No es va enviar.',
  },
} as const satisfies Readonly<Record<string, Labels>>

/**
 * Notes what a mechanism did with a submission, on which day, under which number of theirs. What it dates counts at once:
 * the day of transmission takes the place of that of our sending.
 */
export async function noteProgress(
  tx: Tx,
  given: {
    readonly id: string
    readonly version: number
    readonly status: string
    readonly on: string
    readonly officialCode: string
  },
): Promise<void> {
  const record = await readRecord(tx, given.id)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  const { status } = given
  if (!isProgress(status))
    throw new Problem('invalid', { fields: [{ field: 'status', message: words.what }] })
  if (!record.values['sent_at'] && status !== 'withdrawn')
    throw new Problem('conflict', { explanation: words.notSent })
  const on = given.on.trim()
  const dated = status === 'transmitted' || progress[status] !== null
  if ((dated || on !== '') && !isCivilDay(on))
    throw new Problem('invalid', { fields: [{ field: 'on', message: words.on }] })
  const code = given.officialCode.trim().slice(0, 200)
  await sendingProblem(
    updateRecord(tx, {
      id: record.id,
      version: given.version,
      acting: true,
      values: {
        status,
        ...(code && { official_code: code }),
        ...(status === 'transmitted' && { transmitted_on: on }),
      },
      ...(on && { reason: on }),
    }),
  )
  const what = progress[status]
  if (what !== null)
    await createRecord(tx, {
      type: 'submission_event',
      ...(record.fictitious && { fictitious: true }),
      values: { submission: { to: record.id }, what, on, ...(code && { rests_on: code }) },
    })
}
