import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { attachFile } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { type Tx, createRecord } from '#platform/records'
import { type ReadMessage, looksLikeMessage, readMessage } from '../mail/read-message.ts'
import { today } from '../../today.ts'

/** A message as it came: the bytes of a file, or words that were pasted. */
export type GivenMessage = { readonly bytes: Uint8Array } | { readonly pasted: string }

/** How it is kept: sealed to those who may open what is sealed of the case, or of the class identity. */
export type Keeping = 'sealed' | 'identity'

/** What a message says, with where it came from above; and the digest by which the file itself can be told again. */
function wordsOf(message: ReadMessage | null, given: GivenMessage): string {
  const bytes = 'bytes' in given ? given.bytes : Buffer.from(given.pasted)
  const digest = `SHA-256: ${createHash('sha256').update(bytes).digest('hex')}`
  if (!message) return `${'pasted' in given ? given.pasted.trim() : ''}\n\n${digest}`
  const head = [
    ['From', message.from],
    ['To', message.to],
    ['Cc', message.cc],
    ['Date', message.dateWords],
    ['Subject', message.subject],
    ['Message-ID', message.id],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  const files = message.attachments.map(({ name, bytes: { length } }) => `Attachment: ${name} (${length})`)
  return [...head, ...files, digest].join('\n') + `\n\n${message.text}`
}

/**
 * Keeps a message as a source of the case alone, with a title that says nothing of it: not who wrote, nor about what.
 * The file itself and what came with it are attached as evidence, of the same class: sealed, where the words are. Gives the source's id and the day on which it was written.
 */
export async function keepMessage(
  tx: Tx,
  files: FileStore,
  given: {
    readonly message: GivenMessage
    readonly caseId?: string
    readonly keeping: Keeping
    readonly fictitious?: boolean
  },
): Promise<{ readonly id: string; readonly on: string }> {
  const { message: raw, caseId, keeping } = given
  const message =
    'bytes' in raw
      ? readMessage(raw.bytes)
      : looksLikeMessage(raw.pasted)
        ? readMessage(Buffer.from(raw.pasted))
        : null
  const on = message?.date?.toISOString().slice(0, 10) ?? today()
  const words = wordsOf(message, raw)
  const { id } = await createRecord(tx, {
    type: 'source',
    ...(!caseId && { visibility: 'restricted' as const }),
    ...(given.fictitious && { fictitious: true }),
    values: {
      title: `${titles[tx.actor.language]} ${on}`,
      kind: 'message',
      date: on,
      date_received: today(),
      ...(caseId && { case: { to: caseId } }),
      [keeping === 'sealed' ? 'sealed_text' : 'confidential_text']: words,
    },
  })
  const attach = (name: string, bytes: Uint8Array) =>
    attachFile(tx, files, { recordId: id, content: Readable.from([bytes]), name, class: keeping })
  for (const one of message?.attachments ?? []) await attach(one.name, one.bytes)
  if ('bytes' in raw) await attach(`${on}.eml`, raw.bytes)
  return { id, on }
}

const titles = { en: 'Message', es: 'Mensaje', ca: 'Missatge' } as const
