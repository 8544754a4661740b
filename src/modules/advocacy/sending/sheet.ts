import { fieldLabel } from '../drafts/document/drafting.ts'
import { documentLanguages } from '../drafts/records/submission.ts'
import type { Block, ListItem, PaperDocument, RichText } from '#platform/documents'
import type { Limit, Mechanism } from '#catalogue/mechanisms'

/** A part of a document, to be copied into one box of a web form. */
export interface SheetBox {
  /** The heading under which it stands; its own where it is the whole of it. */
  readonly group: string
  readonly title: string
  readonly text: string
  /** As web forms count them: units of UTF-16, so that a rare sign counts twice. */
  readonly characters: number
  readonly words: number
}

const plain = (text: RichText): string =>
  typeof text === 'string'
    ? text
    : text.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : '')).join('')

const items = (list: readonly ListItem[], ordered: boolean, depth = 0): readonly string[] =>
  list.flatMap(({ text, items: under }, i) => [
    `${'  '.repeat(depth)}${ordered ? `${i + 1}.` : '-'} ${plain(text)}`,
    ...items(under ?? [], ordered, depth + 1),
  ])

/** A block as plain text, as a web form takes it. Hashes of annexes stay: the files go with the form. */
function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return plain(block.text)
    case 'quote':
      return `“${plain(block.text)}”${block.from ? ` (${block.from})` : ''}`
    case 'list':
      return items(block.items, block.ordered ?? false).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'table':
      return block.rows
        .map((row) =>
          row
            .map((cell, i) => [block.columns[i]?.label ?? '', plain(cell)] as const)
            .filter(([, text]) => text !== '')
            .map(([label, text]) => `${label}: ${text}`)
            .join('; '),
        )
        .join('\n')
    case 'signature':
      return block.signatories
        .map(({ name, role, organisation }) => [name, role, organisation].filter(Boolean).join(', '))
        .join('\n')
    case 'annexes':
      return block.annexes
        .map(
          ({ title, fileName, sha256 }, i) =>
            `${i + 1}. ${title}${fileName ? ` (${fileName})` : ''} SHA-256 ${sha256}`,
        )
        .join('\n')
    case 'page-break':
      return ''
  }
}

/** Words as a form counts them: what stands between blanks. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length

/**
 * The boxes of a document: one for each single fact, as web forms ask them, and one for all else that stands under a
 * heading of the first level.
 */
export function boxesOf({ title, body }: Pick<PaperDocument, 'title' | 'body'>): readonly SheetBox[] {
  const boxes: { group: string; title: string; parts: string[] }[] = []
  let group = title
  for (const block of body) {
    if (block.kind === 'heading' && block.level === 1) group = block.text
    else if (block.kind === 'facts')
      for (const { label, value } of block.facts) boxes.push({ group, title: label, parts: [plain(value)] })
    else {
      const last = boxes.at(-1)
      if (last?.group === group && last.title === group) last.parts.push(blockText(block))
      else boxes.push({ group, title: group, parts: [blockText(block)] })
    }
  }
  return boxes.flatMap(({ parts, ...box }) => {
    const text = parts.filter((part) => part.trim() !== '').join('\n\n')
    return text === '' ? [] : [{ ...box, text, characters: text.length, words: countWords(text) }]
  })
}

/** Which box a limit of the catalogue speaks of, by its words: the field that stands in it. */
const limitedFields: Readonly<Record<string, string>> = {
  'purpose of the hearing': 'hearing.objective',
  'basis for the request': 'hearing.basis',
}

/** The limit of a box, where one is known: by the label of its field in the language of the document. */
export function limitOf(
  box: SheetBox,
  mechanism: Pick<Mechanism, 'limits'>,
  language: string,
): (Limit & { readonly max: number }) | null {
  const known = documentLanguages.find((one) => one === language) ?? 'en'
  const isOf = (what: string) => {
    const field = limitedFields[what]
    return field !== undefined && fieldLabel({ language: known }, field) === box.title
  }
  return textLimits(mechanism).find(({ what }) => isOf(what)) ?? null
}

/** The limits of a mechanism that are known as figures of words or characters, to be held against a box. */
export const textLimits = (
  mechanism: Pick<Mechanism, 'limits'>,
): readonly (Limit & { readonly max: number })[] =>
  mechanism.limits.filter(
    (limit): limit is Limit & { readonly max: number } =>
      typeof limit.max === 'number' && (limit.unit === 'words' || limit.unit === 'characters'),
  )

/** All boxes as one text, to be taken to another machine. */
export const sheetText = (boxes: readonly SheetBox[], counter: (box: SheetBox) => string): string =>
  boxes
    .map(
      (box) =>
        `== ${box.group === box.title ? box.title : `${box.group}: ${box.title}`} ==\n(${counter(box)})\n\n${box.text}\n`,
    )
    .join('\n\n')
