import type { Limit, Mechanism } from '#catalogue/mechanisms'
import type { Block, ListItem, RichText } from '#platform/documents'
import { type Drafting, textsIn } from './drafting.ts'

/** How long a document is against one limit of its mechanism. */
export interface LengthCount {
  readonly limit: Limit
  /** Words or pages; null for what is not counted here (minutes, files, a part that is no document of ours). */
  readonly counted: number | null
  readonly most: number | null
  /** The field whose words were counted; null: the body of the document. */
  readonly field: string | null
}

/** Words as a word processor counts them: what stands between spaces, if there is a letter or a figure in it. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** The words of blocks: footnotes, annexes and signatures are left out, as every limit that we know of leaves them. */
export function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + wordsOfBlock(block), 0)
}

const rich = (text: RichText): number =>
  typeof text === 'string'
    ? countWords(text)
    : text.reduce(
        (sum, span) =>
          sum + (typeof span === 'string' ? countWords(span) : 'text' in span ? countWords(span.text) : 0),
        0,
      )

const items = (list: readonly ListItem[]): number =>
  list.reduce((sum, { text, items: under }) => sum + rich(text) + (under ? items(under) : 0), 0)

function wordsOfBlock(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return countWords(block.text)
    case 'paragraph':
    case 'quote':
      return rich(block.text)
    case 'list':
      return items(block.items)
    case 'facts':
      return block.facts.reduce((sum, { label, value }) => sum + countWords(label) + rich(value), 0)
    case 'table':
      return [
        block.caption ? countWords(block.caption) : 0,
        ...block.columns.map(({ label }) => countWords(label)),
        ...block.rows.flatMap((row) => row.map(rich)),
      ].reduce((sum, one) => sum + one, 0)
    case 'signature':
    case 'annexes':
    case 'page-break':
      return 0
  }
}

/** Limits of one field, by the words with which the catalogue names them. */
const limitedFields: Readonly<Record<string, string>> = {
  'ia-hearing/purpose of the hearing': 'hearing.objective',
  'ia-hearing/basis for the request': 'hearing.basis',
}

/** What limits in pages call the whole document; any other (an additional statement) is not what is drafted here. */
const wholeDocument: readonly string[] = ['communication', 'complaint', 'submission']

const inPages = ({ what, unit, max }: Limit): boolean =>
  unit === 'pages' && typeof max === 'number' && wholeDocument.includes(what)

/** Whether a mechanism limits the pages of its document. */
export const limitsPages = ({ limits }: Mechanism): boolean => limits.some(inPages)

/**
 * The document against the limits of its mechanism. Of two that exclude each other (alone or jointly with others) the
 * one that holds; a limit whose figure is not known is left out. `pages`: of its PDF without the list of annexes; null
 * where they were not counted.
 */
export function lengthsOf(
  mechanism: Mechanism,
  drafting: Drafting,
  counted: readonly Block[],
  pages: number | null,
): readonly LengthCount[] {
  const joint = textsIn(drafting, 'submitter.coSubmitters').some((text) => !isNone(text))
  return mechanism.limits
    .filter(({ max }) => typeof max === 'number')
    .filter(({ what }) => (what.startsWith('joint') ? joint : what.startsWith('individual') ? !joint : true))
    .map((limit) => {
      const field = limitedFields[`${mechanism.id}/${limit.what}`] ?? null
      const words = field
        ? textsIn(drafting, field).reduce((sum, text) => sum + countWords(text), 0)
        : wordsIn(counted)
      return {
        limit,
        field,
        most: typeof limit.max === 'number' ? limit.max : null,
        counted: limit.unit === 'words' ? words : inPages(limit) ? pages : null,
      }
    })
}

/** “None”, said where a form wants an answer. */
const isNone = (text: string): boolean => /^(none|no|ningun[ao]|cap|aucune?|-|—)\.?$/i.test(text.trim())
