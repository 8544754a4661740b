import type { FileStore } from '#platform/files'
import type { JobKind } from '#platform/jobs'
import { enqueueJob } from '#platform/jobs'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { readAttachment } from './attachments.ts'
import { extractKind } from './extract-kind.ts'
import { readText } from './read-text.ts'
import type { TextOutcome } from './text-outcome.ts'
import { writeWords } from './words.ts'

/**
 * Reads the text of an attached file and makes its record be found by it. What cannot be read is written down with the
 * reason; the attachment is whole either way. Running it again does the same again.
 */
export const extractJob: JobKind = {
  name: extractKind,
  async run({ payload, ground, within, signal }) {
    const files = ground.files
    const id = String(payload['attachment'])
    const given = await within((tx) => readAttachment(tx, files, id)).catch(gone)
    if (!given?.current || !given.file || given.class === 'sealed') return { state: 'gone' }
    let outcome: TextOutcome
    try {
      const open = await within((tx) => files.open(tx, given.fileId))
      try {
        outcome = await readText(open, undefined, signal)
      } finally {
        open.stream.destroy()
      }
    } catch (error) {
      if (!signal.aborted)
        await within((tx) => keep(tx, files, id, { reason: 'failed' })).catch(() => undefined)
      throw error
    }
    return within((tx) => keep(tx, files, id, outcome))
  },
}

/** Asks for the texts of a record's files to be read again, for instance when it comes out of the trash. */
export async function indexAttachments(tx: Tx, recordId: string): Promise<number> {
  const rows = await tx.sql
    .selectFrom('attachment')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('record_id', '=', recordId)
    .where('class', '<>', 'sealed')
    .where('until', 'is', null)
    .execute()
  for (const { id } of rows) await enqueueJob(tx, { kind: extractKind, payload: { attachment: id } })
  return rows.length
}

/** What is gone meanwhile is no failure of the job. */
const gone = (error: unknown): null => {
  if (error instanceof Problem && error.kind === 'not_found') return null
  throw error
}

async function keep(tx: Tx, files: FileStore, id: string, outcome: TextOutcome) {
  // Locked, so that a file taken off meanwhile is not found again by its words.
  const still = await tx.sql
    .selectFrom('attachment')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const attachment = still && (await readAttachment(tx, files, id))
  if (!attachment?.file) return { state: 'gone' }
  const { pages } = outcome
  const counted = pages === undefined ? {} : { pages }
  if ('reason' in outcome) {
    const text = { state: 'unreadable', reason: outcome.reason, ...counted } as const
    await files.noteText(tx, attachment.fileId, text)
    return text
  }
  const { caption } = attachment
  await writeWords(tx, attachment, caption ? `${caption}\n${outcome.text}` : outcome.text)
  const text = {
    state: 'read',
    characters: outcome.text.length,
    ...counted,
    ...(outcome.partial && { partial: true }),
  } as const
  await files.noteText(tx, attachment.fileId, text)
  return text
}
