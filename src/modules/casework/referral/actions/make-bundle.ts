import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { type Approval, approvalProblem, approvalWords, askApproval, fourEyes } from '#platform/approvals'
import { newId } from '#platform/db'
import { longDate, renderPdf } from '#platform/documents'
import { isPicture, openAttachment, strippedCopy } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import type { House } from '#platform/house'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  type BundledCase,
  type PlainFile,
  type Terms,
  sealBundle,
  sha256,
  writeJson,
} from '../bundle/index.ts'
import { textOf } from '../../show.ts'
import { portionBlocks, report } from '../portion-paper.ts'
import { type PortionFile } from '../portion.ts'
import { type Referred, type Selection, againstWords, projectCase } from '../project-case.ts'
import { organisationName } from '../queries/organisation-name.ts'
import { paperWord } from '../referral-words.ts'
import { signingKey } from './bundle-keys.ts'

/** The name of this kind of approval. */
export const bundleKind = 'bundle'

/** Asks a second person for a bundle: of exactly this, to this partner, on these terms. Gives the approval. */
export async function askForBundle(
  tx: Tx,
  files: FileStore,
  selection: Selection,
  reason: string,
): Promise<string> {
  const referred = await projectCase(tx, files, selection)
  await refusePassingOn(tx, selection.caseId)
  return askApproval(tx, {
    kind: bundleKind,
    subject: selection.caseId,
    digest: referred.digest,
    content: selection,
    recordIds: referred.records.map(({ recordId }) => recordId),
    classes: referred.classes,
    reason,
  })
}

/** What an approval is about, as it is now; null where it is no longer what was asked for. */
export async function readApproved(tx: Tx, files: FileStore, approval: Approval): Promise<Referred | null> {
  try {
    const referred = await projectCase(tx, files, approval.content as Selection)
    return referred.digest.equals(approval.digest) ? referred : null
  } catch (error) {
    if (error instanceof Problem && ['conflict', 'invalid', 'not_found'].includes(error.kind)) return null
    throw error
  }
}

async function refusePassingOn(tx: Tx, caseId: string): Promise<void> {
  const { rows } = await sql`select 1 from received_bundle
    where org_id = ${tx.actor.orgId}::uuid and case_id = ${caseId}::uuid`.execute(tx.sql)
  if (rows.length > 0) throw new Problem('conflict', { explanation: againstWords.passed_on })
}

/** A bundle that may leave: commit before the first byte goes. */
export interface MadeBundle {
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Makes the file, spends the approval and writes on the ledger of the case and of everyone in it, in this transaction.
 * The database looks once more whether all of them agreed and whether a second person did; refused, nothing is spent.
 */
export async function makeBundle(
  tx: Tx,
  house: Pick<House, 'files' | 'secrets'>,
  selection: Selection,
): Promise<MadeBundle> {
  const referred = await projectCase(tx, house.files, selection)
  await refusePassingOn(tx, selection.caseId)
  const key = await signingKey(tx, house.secrets)
  const id = newId()
  const made = new Date().toISOString().slice(0, 10)
  const sender = await organisationName(tx, selection.language)
  const { partner } = referred.referable
  const terms: Terms = { purpose: selection.purpose.trim(), until: selection.until, passOn: false }
  const taken = await takeFiles(tx, house.files, referred.files)
  const bytes = await sealBundle({
    number: id,
    made,
    sender: { name: sender, ...key },
    recipient: { name: partner.name, key: partner.recipient },
    files: [
      { path: 'case.json', bytes: writeJson(bundledCase(referred, selection)) },
      { path: 'terms.json', bytes: writeJson(terms) },
      { path: 'case.pdf', bytes: await paperOf(tx, referred, selection, { id, made, sender, taken }) },
      ...taken,
    ],
  })
  await bundleProblem(
    approvalProblem(
      sql`insert into bundle (org_id, id, case_id, partner, persons, purpose, until, digest, sha256, made_by)
        values (${tx.actor.orgId}::uuid, ${id}::uuid, ${selection.caseId}::uuid, ${partner.name},
          ${[...referred.persons]}::uuid[], ${terms.purpose}, ${terms.until}::date, ${referred.digest}, ${sha256(bytes)},
          ${tx.actor.accountId}::uuid)`.execute(tx.sql),
    ),
  )
  const number = textOf(referred.referable.record.values['reference']) || id.slice(0, 8)
  return { id, name: `${number}-${made}.bundle.age`, bytes }
}

/** Makes the bundle of an approval of the actor's own. */
export async function makeApproved(
  tx: Tx,
  house: Pick<House, 'files' | 'secrets'>,
  approval: Approval,
): Promise<MadeBundle> {
  if (approval.kind !== bundleKind || approval.askedBy.id !== tx.actor.accountId)
    throw new Problem('not_found')
  if (approval.content === null) throw new Problem('conflict', { explanation: approvalWords.over })
  if ((await readApproved(tx, house.files, approval)) === null)
    throw new Problem('conflict', { explanation: approvalWords.changed })
  if (approval.state !== 'open' && (await fourEyes(tx)))
    throw new Problem('conflict', { explanation: approvalWords.needed })
  return makeBundle(tx, house, approval.content as Selection)
}

async function bundleProblem<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (said.startsWith('bundle: not agreed'))
      throw new Problem('conflict', { explanation: againstWords.lacking, cause: error })
    if (said.startsWith('bundle: not to be passed on'))
      throw new Problem('conflict', { explanation: againstWords.passed_on, cause: error })
    throw error
  }
}

/** The content of files as it leaves, each noted as read; of pictures a copy drawn anew, without what is hidden in them. */
export async function takeFiles(
  tx: Tx,
  files: FileStore,
  wanted: readonly PortionFile[],
): Promise<readonly PlainFile[]> {
  const taken: PlainFile[] = []
  for (const one of wanted) {
    const picture = isPicture(one.mediaType)
    const open = await openAttachment(tx, files, one.attachmentId, picture ? 'copy' : 'original')
    if (!picture) {
      taken.push({ path: one.path, bytes: await buffer(open.stream) })
      continue
    }
    const copy = await strippedCopy(open)
    if (!copy) throw new Problem('conflict')
    taken.push({ path: one.path, bytes: copy.bytes })
  }
  return taken
}

const bundledCase = (referred: Referred, { language }: Selection): BundledCase => {
  const { record, asked } = referred.referable
  return {
    format: 'amparo-case',
    version: 1,
    language,
    reference: textOf(record.values['reference']),
    fictitious: record.fictitious,
    scope: asked.flatMap(({ person, consent }) => {
      const local = referred.records.find(({ recordId }) => recordId === person.id)?.local
      return local && consent.granted
        ? [
            {
              person: local,
              until: consent.lastDay,
              classes: [...consent.classes].filter((one) => one !== 'sealed').sort(),
              pictures: consent.pictures,
            },
          ]
        : []
    }),
    records: referred.records.map(({ local, type, values }) => ({ id: local, type, values: { ...values } })),
    files: referred.files.map(({ path, local, class: cls }) => ({ path, record: local, class: cls })),
  }
}

async function paperOf(
  tx: Tx,
  referred: Referred,
  { language, purpose, until }: Selection,
  at: {
    readonly id: string
    readonly made: string
    readonly sender: string
    readonly taken: readonly PlainFile[]
  },
): Promise<Buffer> {
  const w = paperWord(language)
  const { record, partner } = referred.referable
  const reference = textOf(record.values['reference'])
  const { bytes } = await renderPdf(
    report({
      title: w('title'),
      language,
      date: at.made,
      ...(reference && { reference }),
      ...(record.fictitious && { stamp: 'FICTITIOUS' }),
      sender: { name: at.sender },
      footer: w('not_passed_on'),
      body: [
        { kind: 'heading', level: 1, text: w('terms') },
        {
          kind: 'facts',
          facts: [
            { label: w('from'), value: at.sender },
            { label: w('to'), value: partner.name },
            { label: w('number'), value: at.id },
            { label: w('purpose'), value: purpose.trim() },
            { label: w('until'), value: longDate(until, language) },
            { label: w('after'), value: w('deleted') },
            { label: w('passing'), value: w('not_passed_on') },
          ],
        },
        { kind: 'paragraph', text: w('agreed') },
        ...portionBlocks(tx, referred, language),
        ...(at.taken.length > 0
          ? [
              {
                kind: 'annexes' as const,
                annexes: at.taken.map(({ path, bytes: content }) => ({
                  title: path.split('/').at(-1) ?? path,
                  fileName: path,
                  sha256: sha256(content),
                  size: content.length,
                })),
              },
            ]
          : []),
      ],
    }),
  )
  return bytes
}
