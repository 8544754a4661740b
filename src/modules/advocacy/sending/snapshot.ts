import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { newId } from '#platform/db'
import {
  type PaperDocument,
  type RenderedDocument,
  renderDocx,
  renderJson,
  renderPdf,
  renderText,
} from '#platform/documents'
import type { FileStore, OpenFile } from '#platform/files'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx, ValueClass } from '#platform/records'
import { sendingProblem } from './sending-problem.ts'

export const copyAudiences = ['mechanism', 'state', 'public'] as const
export type CopyAudience = (typeof copyAudiences)[number]

export const copyFormats = ['pdf', 'docx', 'json', 'txt'] as const
export type CopyFormat = (typeof copyFormats)[number]

/** A copy to be frozen: what it says, and whom of the people of the submission it names. */
export interface CopyToFreeze {
  readonly audience: CopyAudience
  readonly document: PaperDocument
  readonly named: readonly string[]
  /** The files that go along, in the order of its list. */
  readonly annexes: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** A file of the frozen copy. */
export interface FrozenFile {
  readonly audience: CopyAudience
  readonly format: CopyFormat | 'annex'
  /** The place of an annex in its list, from 1; 0 for the copy itself. */
  readonly position: number
  /** As it is called when it is taken. */
  readonly name: string
  readonly fileId: string
  /** Of its bytes as they go. */
  readonly sha256: string
}

/** A check that somebody made of it. */
export interface SnapshotCheck {
  readonly kind: 'legal' | 'security'
  readonly by: string
  readonly at: Date
  readonly words: string
}

/** What was frozen: it does not change, whatever becomes of the case. */
export interface Snapshot {
  readonly id: string
  readonly submissionId: string
  readonly mechanism: string
  readonly language: string
  readonly fictitious: boolean
  readonly people: readonly string[]
  readonly told: readonly string[]
  readonly namedToState: readonly string[]
  readonly namedInPublic: readonly string[]
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly files: readonly FrozenFile[]
  readonly checks: readonly SnapshotCheck[]
}

const render: Readonly<
  Record<CopyFormat, (document: PaperDocument) => Promise<RenderedDocument> | RenderedDocument>
> = {
  pdf: renderPdf,
  docx: renderDocx,
  json: renderJson,
  txt: renderText,
}

/**
 * Freezes copies of a submission: each as PDF, DOCX, JSON and text, encrypted. The database looks whether everyone in it
 * agreed, and notes the people, the mechanism and the language itself. Gives the snapshot's id. `reason`: why it goes
 * without the consent of somebody, where the mechanism allows that.
 */
export async function freezeCopies(
  tx: Tx,
  files: FileStore,
  given: {
    readonly submissionId: string
    readonly copies: readonly CopyToFreeze[]
    readonly classes: readonly ValueClass[]
    readonly reason: string
  },
): Promise<string> {
  const id = newId()
  const named = (audience: CopyAudience) => [
    ...(given.copies.find((copy) => copy.audience === audience)?.named ?? []),
  ]
  await sendingProblem(
    sql`insert into submission_snapshot (org_id, id, submission_id, version, mechanism, language, fictitious, people,
        named_to_mechanism, named_to_state, named_in_public, classes, reason, made_by)
      values (${tx.actor.orgId}::uuid, ${id}::uuid, ${given.submissionId}::uuid, 1, '', '', false, '{}',
        ${named('mechanism')}::uuid[], ${named('state')}::uuid[], ${named('public')}::uuid[],
        ${[...new Set<ValueClass>(['open', ...given.classes])]}::text[], ${given.reason.trim().slice(0, 4_000)},
        ${tx.actor.accountId}::uuid)`.execute(tx.sql),
  )
  for (const { audience, document, annexes } of given.copies) {
    const keep = async (format: FrozenFile['format'], position: number, name: string, bytes: Uint8Array) => {
      const kept = await files.add(tx, { name, content: Readable.from([bytes]) })
      await sql`insert into submission_copy (org_id, snapshot_id, audience, format, position, name, file_id, sha256)
        values (${tx.actor.orgId}::uuid, ${id}::uuid, ${audience}, ${format}, ${position}, ${name}, ${kept.id}::uuid,
          ${sha256(bytes)})`.execute(tx.sql)
    }
    const rendered = await Promise.all(
      copyFormats.map(async (format) => ({ format, bytes: (await render[format](document)).bytes })),
    )
    for (const { format, bytes } of rendered) await keep(format, 0, `${audience}.${format}`, bytes)
    for (const [i, { name, bytes }] of annexes.entries()) await keep('annex', i + 1, name, bytes)
  }
  return id
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The digest by which the database knows a snapshot: of its people, its mechanism and the hash of every file. */
export async function digestOf(tx: Tx, snapshotId: string): Promise<Buffer> {
  const { rows } = await sql<{ digest: Buffer | null }>`
    select digest_of_snapshot(${snapshotId}::uuid) as digest`.execute(tx.sql)
  const digest = rows[0]?.digest
  if (!digest) throw new Problem('not_found')
  return digest
}

/** The frozen copies of a submission, the last first; none that the reader may not read whole. */
export async function readSnapshots(tx: Tx, submissionId: string): Promise<readonly Snapshot[]> {
  const { rows } = await sql<Snapshot>`
    select s.id, s.submission_id as "submissionId", s.mechanism, s.language, s.fictitious, s.people, s.named_to_mechanism as told,
           s.named_to_state as "namedToState", s.named_in_public as "namedInPublic", s.reason, a.name as by, s.made_at as at,
           coalesce((select jsonb_agg(jsonb_build_object('audience', c.audience, 'format', c.format, 'position', c.position,
                                        'name', c.name, 'fileId', c.file_id, 'sha256', c.sha256)
                                      order by c.audience, c.format, c.position)
                       from submission_copy c where c.org_id = s.org_id and c.snapshot_id = s.id), '[]') as files,
           coalesce((select jsonb_agg(jsonb_build_object('kind', k.kind, 'by', b.name, 'at', k.checked_at, 'words', k.words)
                                      order by k.kind)
                       from submission_check k join account b on b.org_id = k.org_id and b.id = k.checked_by
                      where k.org_id = s.org_id and k.snapshot_id = s.id), '[]') as checks
      from submission_snapshot s join account a on a.org_id = s.org_id and a.id = s.made_by
     where s.org_id = ${tx.actor.orgId}::uuid and s.submission_id = ${submissionId}::uuid
     order by s.made_at desc, s.id desc limit 50`.execute(tx.sql)
  return rows.map((row) => ({ ...row, checks: row.checks.map((one) => ({ ...one, at: new Date(one.at) })) }))
}

/**
 * Opens a file of a frozen copy, and writes down that it was taken: by whom, which one, and whether it might leave by then.
 * Read the stream after the transaction.
 */
export async function takeCopy(
  tx: Tx,
  files: FileStore,
  snapshot: Snapshot,
  wanted: {
    readonly audience: string
    /** `pdf`, `docx`, `json`, `txt`, or `annex` with its place. */
    readonly format: string
    readonly position?: number
    readonly released: boolean
  },
): Promise<OpenFile & { readonly sha256: string }> {
  const found = snapshot.files.find(
    ({ audience, format, position }) =>
      audience === wanted.audience && format === wanted.format && position === (wanted.position ?? 0),
  )
  if (!found) throw new Problem('not_found')
  const open = await files.open(tx, found.fileId)
  await writeLedger(tx, 'submission.take', snapshot.submissionId, {
    snapshot: snapshot.id,
    audience: found.audience,
    format: found.format,
    ...(found.position > 0 && { position: found.position }),
    released: wanted.released,
  })
  return { ...open, sha256: found.sha256 }
}
