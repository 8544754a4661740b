import { isId } from '#platform/db'
import type { FileStore } from '#platform/files'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx, ValueClass } from '#platform/records'
import { type DraftedDocument, draftDocument } from '../drafts/document/draft-document.ts'
import { readSubmission } from '../drafts/queries/read-submission.ts'
import { ruleOf } from './rules.ts'
import { type CopyAudience, type CopyToFreeze, copyAudiences } from './snapshot.ts'

/** The copies of a submission as they would be frozen now. */
export interface ReadyCopies {
  readonly copies: readonly CopyToFreeze[]
  /** Classes of value that they take from, `open` among them. */
  readonly classes: readonly ValueClass[]
  /** Every record that they take from: who approves must be able to read them all. */
  readonly recordIds: readonly string[]
}

const words = {
  gaps: (gaps: readonly Labels[]): Labels => ({
    en: `The draft is not complete: ${gaps.map(({ en }) => en).join('; ')}. Mend it first.`,
    es: `El borrador no está completo: ${gaps.map(({ es }) => es).join('; ')}. Complételo primero.`,
    ca: `L’esborrany no és complet: ${gaps.map(({ ca }) => ca).join('; ')}. Completeu-lo primer.`,
  }),
  names: {
    en: 'There are names in its texts on which somebody has to decide first, on the page of the draft.',
    es: 'En sus textos hay nombres sobre los que alguien tiene que decidir primero, en la página del borrador.',
    ca: 'Als seus textos hi ha noms sobre els quals algú ha de decidir primer, a la pàgina de l’esborrany.',
  },
} as const

/**
 * Makes the copies of a submission as they are now: for the mechanism, as the State would see it, for the public where it
 * may be spoken of. Throws `conflict` naming the gaps of an incomplete draft, or names on which nobody has decided.
 */
export async function readyCopies(
  tx: Tx,
  files: FileStore,
  submissionId: string,
  date: string,
): Promise<ReadyCopies> {
  const draft = await readSubmission(tx, submissionId)
  const rule = ruleOf(draft.mechanism.id)
  const made: DraftedDocument[] = []
  for (const audience of copyAudiences) {
    const drafted = await draftCopy(
      tx,
      files,
      draft,
      audience,
      date,
      audience === 'public' && rule?.audience !== 'public',
    )
    if (!drafted) continue
    const open = drafted.gaps.filter(({ level }) => level === 'required')
    if (!drafted.complete)
      throw new Problem('conflict', { explanation: words.gaps(open.slice(0, 5).map(({ label }) => label)) })
    made.push(drafted)
  }
  return {
    copies: made.flatMap(({ audience, document, named, files: annexes, gathered }) =>
      document && isCopyAudience(audience)
        ? [
            {
              audience,
              document,
              named: named.filter((id) => gathered.persons.includes(id)),
              annexes: annexes.map(({ annex, bytes }, i) => ({
                name: annex.fileName ?? `annex-${i + 1}`,
                bytes,
              })),
            },
          ]
        : [],
    ),
    classes: [...new Set<ValueClass>(['open', ...made.flatMap(({ classes }) => classes)])],
    recordIds: [
      ...new Set(made.flatMap(({ copy }) => copy.values.map(({ from }) => from.recordId)).filter(isId)),
    ],
  }
}

const isCopyAudience = (audience: string): audience is CopyAudience =>
  copyAudiences.some((one) => one === audience)

/** One copy; null for one that can be done without and cannot be made: silence was asked, or a name is undecided in it. */
async function draftCopy(
  tx: Tx,
  files: FileStore,
  draft: Parameters<typeof draftDocument>[2],
  audience: CopyAudience,
  date: string,
  optional: boolean,
): Promise<DraftedDocument | null> {
  try {
    const drafted = await draftDocument(tx, files, draft, { audience, date })
    if (drafted.document) return drafted
    if (optional) return null
    throw new Problem('conflict', { explanation: words.names })
  } catch (error) {
    if (optional && error instanceof Problem && error.kind === 'conflict') return null
    throw error
  }
}
