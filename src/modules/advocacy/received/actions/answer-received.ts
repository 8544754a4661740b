import { createHash } from 'node:crypto'
import { momentParts, parseMoment } from '#platform/dates'
import { labels } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, updateRecord } from '#platform/records'
import { channelLabels, isOver, stateOf } from '../words-of-received.ts'

const say = {
  words: labels('Write what is answered.', 'Escriba lo que se responde.', 'Escriviu el que es respon.'),
  why: labels('Say why.', 'Diga por qué.', 'Digueu per què.'),
  moment: labels(
    'Day, hour and place of the clock are needed.',
    'Hacen falta día, hora y lugar del reloj.',
    'Calen dia, hora i lloc del rellotge.',
  ),
  channel: labels('Say by which way.', 'Diga por qué vía.', 'Digueu per quina via.'),
  early: labels(
    'It was not sent before it was received.',
    'No se envió antes de recibirse.',
    'No es va enviar abans de rebre’s.',
  ),
  future: labels(
    'That hour has not come yet.',
    'Esa hora todavía no llegó.',
    'Aquesta hora encara no ha arribat.',
  ),
  self: labels(
    'Another person than who drafted it clears it.',
    'La aprueba otra persona que quien la redactó.',
    'L’aprova una altra persona que qui la va redactar.',
  ),
  notCleared: labels(
    'The reply was not cleared, or was changed since.',
    'La respuesta no fue aprobada, o cambió desde entonces.',
    'La resposta no va ser aprovada, o ha canviat des d’aleshores.',
  ),
} as const

const refuse = (field: string, message: FieldProblem['message']): never => {
  throw new Problem('invalid', { fields: [{ field, message }] })
}

/** What is asked of every action: which communication, and the version that its reader saw. */
export interface OfReceived {
  readonly id: string
  readonly version: number
}

/** The communication, still to be answered. Throws `not_found`, and `conflict` for one that is over. */
async function openOne(tx: Tx, id: string): Promise<RecordView> {
  const record = await readRecord(tx, id)
  if (record.type !== 'communication_received' || record.deletedAt || record.mergedInto)
    throw new Problem('not_found')
  if (isOver(stateOf(record.values['state']))) throw new Problem('conflict')
  return record
}

/** The digest by which what was cleared is told from what was changed since. */
export const digestOf = (reply: string): string => createHash('sha256').update(reply).digest('hex')

/** Writes the reply, anew or for the first time: whatever was cleared before no longer is. */
export async function draftReply(tx: Tx, given: OfReceived & { readonly reply: string }): Promise<void> {
  const record = await openOne(tx, given.id)
  const reply = given.reply.trim()
  if (reply === '') refuse('reply', say.words)
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    acting: true,
    values: {
      reply,
      reply_by: tx.actor.accountId,
      reply_digest: digestOf(reply),
      state: 'drafted',
      cleared_by: null,
      cleared_digest: null,
    },
  })
}

/** Clears the reply as it stands: by another person than who drafted it, which the database demands too. */
export async function clearReply(tx: Tx, given: OfReceived): Promise<void> {
  const record = await openOne(tx, given.id)
  const { reply, reply_by } = record.values
  if (typeof reply !== 'string' || reply === '') return refuse('reply', say.words)
  if (reply_by === tx.actor.accountId) refuse('reply', say.self)
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    acting: true,
    values: { state: 'cleared', cleared_by: tx.actor.accountId, cleared_digest: digestOf(reply) },
  })
}

/** Notes that the cleared reply was sent: at which moment, by which way, with what receipt. Sending itself is human. */
export async function sendReply(
  tx: Tx,
  given: OfReceived & {
    readonly day: string
    readonly time: string
    readonly zone: string
    readonly through: string
    readonly receipt: string
  },
  now = new Date(),
): Promise<void> {
  const record = await openOne(tx, given.id)
  const { reply, cleared_digest, received_on } = record.values
  if (typeof reply !== 'string' || cleared_digest !== digestOf(reply)) refuse('through', say.notCleared)
  const sentAt = parseMoment({ day: given.day, time: given.time, zone: given.zone })
  if (sentAt === null) return refuse('day', say.moment)
  const { day } = momentParts(sentAt)
  if (typeof received_on === 'string' && day < received_on) refuse('day', say.early)
  // A clock may be a day ahead of ours.
  if (day > new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)) refuse('day', say.future)
  if (!Object.hasOwn(channelLabels, given.through)) refuse('through', say.channel)
  const receipt = given.receipt.trim()
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    acting: true,
    values: {
      state: 'sent',
      sent_at: sentAt,
      sent_by: tx.actor.accountId,
      sent_through: given.through,
      ...(receipt && { receipt }),
    },
  })
}

/** Closes what is not answered, with the reason: a copy for information, something withdrawn by the body. */
export async function closeReceived(tx: Tx, given: OfReceived & { readonly words: string }): Promise<void> {
  const record = await openOne(tx, given.id)
  const words = given.words.trim()
  if (words === '') refuse('words', say.why)
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    acting: true,
    reason: words.slice(0, 500),
    values: { state: 'closed', closed_words: words },
  })
}
