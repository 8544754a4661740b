import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Annex } from '#platform/documents'
import { type Attachment, cleanCopy, isPicture, openAttachment, readAttachment } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import type { Tx, ValueClass } from '#platform/records'
import type { ChosenAnnex } from '../queries/read-submission.ts'
import type { Audience } from '../records/submission-annex.ts'

/** Classes of file that may go to an audience: what says where somebody is, or how they are, goes to the mechanism. */
const classes: Readonly<Record<Audience, readonly ValueClass[]>> = {
  mechanism: ['open', 'identity', 'health', 'location', 'legal'],
  state: ['open', 'legal'],
  public: ['open'],
  partner: ['open', 'legal'],
}

/** What stands in the way of a file: it is sealed, gone, of a class that may not go, or nobody looked at its metadata. */
export type AnnexFault = 'sealed' | 'gone' | 'class' | 'unlooked'

/** A file chosen for a copy. */
export interface AnnexState {
  readonly chosen: ChosenAnnex
  readonly attachment: Attachment | null
  /** It goes without what it tells of itself: a picture, or a document of which there is a clean copy. */
  readonly stripped: boolean
  readonly fault: AnnexFault | null
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
}

/** The files that go to an audience, in their order, each with what stands in its way. */
export async function annexStates(
  tx: Tx,
  files: FileStore,
  chosen: readonly ChosenAnnex[],
  audience: Audience,
): Promise<readonly AnnexState[]> {
  const states: AnnexState[] = []
  for (const one of chosen.filter(({ copies }) => copies.includes(audience))) {
    const attachment = await readAttachment(tx, files, one.attachmentId).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === 'not_found') return null
      throw error
    })
    const { file } = attachment ?? {}
    const stripped = file ? isPicture(file.mediaType) || one.cleaned === file.sha256 : false
    states.push({ chosen: one, attachment, stripped, fault: faultOf(one, attachment, stripped, audience) })
  }
  return states
}

function faultOf(
  chosen: ChosenAnnex,
  attachment: Attachment | null,
  stripped: boolean,
  audience: Audience,
): AnnexFault | null {
  if (!attachment || attachment.state === 'erased') return 'gone'
  if (attachment.state === 'sealed' || attachment.class === 'sealed' || !attachment.file) return 'sealed'
  if (!classes[audience].includes(attachment.class)) return 'class'
  return stripped || chosen.lookedAt === attachment.file.sha256 ? null : 'unlooked'
}

/** A file as it goes out: its bytes without metadata where that can be, and what the list of annexes says of it. */
export interface TakenAnnex {
  readonly annex: Annex
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/**
 * Takes the files that go to an audience; each opening is on the ledger. They are called by number: the name that
 * somebody gave a file may tell what it should not. `nameOf`: what the list calls each, by its record.
 */
export async function takeAnnexes(
  tx: Tx,
  files: FileStore,
  states: readonly AnnexState[],
  nameOf: (recordId: string) => string,
): Promise<readonly TakenAnnex[]> {
  const taken: TakenAnnex[] = []
  for (const { chosen, stripped, fault } of states) {
    if (fault !== null) continue
    const open = await openAttachment(tx, files, chosen.attachmentId, stripped ? 'copy' : 'original')
    const copy = stripped
      ? await cleanCopy(open)
      : { bytes: await buffer(open.stream), mediaType: open.mediaType }
    if ('fault' in copy) throw new Problem('conflict')
    const number = String(taken.length + 1).padStart(2, '0')
    taken.push({
      annex: {
        title: nameOf(chosen.recordId),
        fileName: `annex-${number}.${endings[copy.mediaType] ?? 'bin'}`,
        sha256: createHash('sha256').update(copy.bytes).digest('hex'),
        size: copy.bytes.length,
      },
      bytes: copy.bytes,
      mediaType: copy.mediaType,
    })
  }
  return taken
}
