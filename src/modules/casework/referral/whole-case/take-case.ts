import { type Approval, approvalWords, askApproval, fourEyes, spendApproval } from '#platform/approvals'
import { renderPdf } from '#platform/documents'
import type { FileStore } from '#platform/files'
import type { House } from '#platform/house'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { textOf } from '../../show.ts'
import { takeFiles } from '../actions/make-bundle.ts'
import { sha256, writeJson, writePlainZip } from '../bundle/index.ts'
import { portionBlocks, report } from '../portion-paper.ts'
import { organisationName } from '../queries/organisation-name.ts'
import { words } from '../messages.ts'
import { type Composed, type WholeCase, composeCase } from './compose-case.ts'

/** The name of this kind of approval. */
export const caseKind = 'case'

/** Asks a second person for a whole case, as it is now. Gives the approval. */
export async function askForCase(tx: Tx, files: FileStore, spec: WholeCase, reason: string): Promise<string> {
  const composed = await composeCase(tx, files, spec)
  return askApproval(tx, {
    kind: caseKind,
    subject: spec.caseId,
    digest: composed.digest,
    content: spec,
    recordIds: composed.recordIds,
    classes: composed.classes,
    reason,
  })
}

/** What an approval is about as it is now; null where that is no longer what was asked for. */
export async function readAskedCase(tx: Tx, files: FileStore, approval: Approval): Promise<Composed | null> {
  try {
    const composed = await composeCase(tx, files, approval.content as WholeCase)
    return composed.digest.equals(approval.digest) ? composed : null
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not_found') return null
    throw error
  }
}

/** A file to be sent once the transaction has committed. */
export interface TakenCase {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly mediaType: string
}

/**
 * Makes the file and writes on the ledger that it leaves, of the case and of everyone in it. Throws `conflict` where a
 * second person is needed and has not approved exactly this. What is sealed and not open in this session is said to be so.
 */
export async function takeCase(
  tx: Tx,
  house: Pick<House, 'files'>,
  spec: WholeCase,
  approval: string | null,
): Promise<TakenCase> {
  const composed = await composeCase(tx, house.files, spec, { reveal: true })
  const alone = composed.protects && !(await fourEyes(tx))
  if (approval !== null) await spendApproval(tx, approval, composed.digest)
  else if (composed.protects && !alone) throw new Problem('conflict', { explanation: approvalWords.needed })
  const detail = {
    case: spec.caseId,
    format: spec.format,
    classes: composed.classes,
    notes: spec.notes,
    sealed: composed.sealed.length - composed.closed.size,
    records: composed.records.length,
    files: composed.files.length,
    ...(approval !== null && { approval }),
    ...(alone && { alone }),
  }
  await writeLedger(tx, 'export.run', spec.caseId, detail)
  for (const one of composed.records)
    if (one.type === 'person') await writeLedger(tx, 'export.run', one.recordId, detail)
  return write(tx, house.files, spec, composed)
}

/** The case of an approval of the actor's own. */
export async function takeApprovedCase(
  tx: Tx,
  house: Pick<House, 'files'>,
  approval: Approval,
): Promise<TakenCase> {
  if (approval.kind !== caseKind || approval.askedBy.id !== tx.actor.accountId) throw new Problem('not_found')
  if (approval.content === null) throw new Problem('conflict', { explanation: approvalWords.over })
  return takeCase(tx, house, approval.content as WholeCase, approval.id)
}

async function write(tx: Tx, files: FileStore, spec: WholeCase, composed: Composed): Promise<TakenCase> {
  const { language } = spec
  const w = words(language)
  const date = new Date().toISOString().slice(0, 10)
  const { record } = composed
  const reference = textOf(record.values['reference'])
  const taken = await takeFiles(tx, files, composed.files)
  const listed = taken.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
  const pdf = await renderPdf(
    report({
      title: record.title || reference,
      subtitle: w('whole'),
      language,
      date,
      contents: true,
      numbered: true,
      ...(reference && { reference }),
      ...(record.fictitious && { stamp: 'FICTITIOUS' }),
      sender: { name: await organisationName(tx, language) },
      body: [
        ...portionBlocks(tx, composed, language),
        ...(listed.length > 0
          ? [
              {
                kind: 'annexes' as const,
                annexes: listed.map(({ path, size, sha256: hash }) => ({
                  title: path.split('/').at(-1) ?? path,
                  fileName: path,
                  size,
                  sha256: hash,
                })),
              },
            ]
          : []),
      ],
    }),
  )
  const name = `${reference || 'case'}-${date}`
  if (spec.format === 'pdf')
    return { bytes: new Uint8Array(pdf.bytes), name: `${name}.pdf`, mediaType: pdf.mediaType }
  const all = [{ path: 'case.pdf', bytes: pdf.bytes }, ...taken]
  const manifest = {
    made: date,
    files: all.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
  }
  return {
    bytes: new Uint8Array(writePlainZip([...all, { path: 'manifest.json', bytes: writeJson(manifest) }])),
    name: `${name}.zip`,
    mediaType: 'application/zip',
  }
}
