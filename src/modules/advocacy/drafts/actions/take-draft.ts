import { can } from '#platform/access'
import { type RenderedDocument, renderDocx, renderJson, renderPdf, renderText } from '#platform/documents'
import type { FileStore } from '#platform/files'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type DraftOptions, type DraftedDocument, draftDocument } from '../document/draft-document.ts'
import type { SubmissionDraft } from '../queries/read-submission.ts'

/** Forms in which a document is taken out. */
export const draftFormats = ['pdf', 'docx', 'json', 'txt'] as const
export type DraftFormat = (typeof draftFormats)[number]

const render = {
  pdf: renderPdf,
  docx: renderDocx,
  json: async (document) => renderJson(document),
  txt: async (document) => renderText(document),
} as const satisfies Record<
  DraftFormat,
  (document: NonNullable<DraftedDocument['document']>) => Promise<RenderedDocument>
>

const undecided = {
  en: 'The texts hold names that must not stand in this copy. Decide on each of them first.',
  es: 'Los textos contienen nombres que no deben figurar en esta copia. Primero decida sobre cada uno.',
  ca: 'Els textos contenen noms que no han de figurar en aquesta còpia. Primer decidiu sobre cadascun.',
} as const

/** A document that leaves, with what was found on the way. */
export interface TakenDraft {
  readonly drafted: DraftedDocument
  readonly file: RenderedDocument
  /** `SP-2026-0003-state.pdf`. */
  readonly name: string
}

/**
 * Makes the document of a submission in a form and writes on the ledger that it leaves, of the case and of everyone whom
 * it is for. Throws `forbidden` for who may not export, `conflict` while a name in its texts is undecided.
 */
export async function takeDraft(
  tx: Tx,
  files: FileStore,
  draft: SubmissionDraft,
  options: DraftOptions,
  format: DraftFormat,
): Promise<TakenDraft> {
  if (!can(tx.actor, 'export')) throw new Problem('forbidden')
  const drafted = await draftDocument(tx, files, draft, options)
  if (!drafted.document) throw new Problem('conflict', { explanation: undecided })
  const { audience } = options
  const detail = {
    case: draft.caseId,
    mechanism: draft.mechanism.id,
    audience,
    format,
    classes: drafted.classes,
    ...(draft.record && { submission: draft.record.id }),
  }
  await writeLedger(tx, 'export.run', draft.caseId, detail)
  for (const person of drafted.gathered.persons) await writeLedger(tx, 'export.run', person, detail)
  const file = await render[format](drafted.document)
  return { drafted, file, name: `${nameOf(draft, drafted)}-${audience}.${file.extension}` }
}

const nameOf = ({ record, mechanism }: SubmissionDraft, { gathered }: DraftedDocument): string =>
  typeof record?.values['reference'] === 'string'
    ? record.values['reference']
    : [gathered.caseReference, mechanism.id].filter(Boolean).join('-')
