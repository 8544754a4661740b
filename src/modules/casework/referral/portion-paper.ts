import type { Block, PaperDocument } from '#platform/documents'
import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { type Portion, type PortionRecord, calledIn, factsOf } from './portion.ts'

/** The records of a portion on paper: short facts beside each other, what people wrote as it was written. */
export function portionBlocks(
  tx: Tx,
  portion: Pick<Portion, 'records' | 'elsewhere' | 'closed'>,
  language: Language,
  of: readonly PortionRecord[] = portion.records,
): readonly Block[] {
  return of.flatMap((record): readonly Block[] => {
    const facts = factsOf(tx, portion, record, language)
    const short = facts.filter(({ value }) => value.length <= 300)
    const long = facts.filter(({ value }) => value.length > 300)
    return [
      { kind: 'heading', level: 1, text: calledIn(tx, record, language) },
      ...(short.length > 0
        ? [{ kind: 'facts' as const, facts: short.map(({ label, value }) => ({ label, value })) }]
        : []),
      ...long.flatMap(({ label, value }): readonly Block[] => [
        { kind: 'heading', level: 2, text: label },
        ...value
          .split(/\n{2,}/)
          .filter((text) => text.trim() !== '')
          .map((text): Block => ({ kind: 'paragraph', text })),
      ]),
    ]
  })
}

/** A report of ours in its common parts. */
export const report = (
  given: Pick<PaperDocument, 'title' | 'language' | 'date' | 'body'> & Partial<PaperDocument>,
): PaperDocument => ({ form: 'report', ...given })
