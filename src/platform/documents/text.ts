import type { Block, ListItem, PaperDocument, RichText } from './model.ts'
import { annexWords } from './paper.ts'
import { noteWords, spansOf } from './rich-text.ts'
import { longDate, wordsFor } from './words.ts'

/** A checked document as plain text: headings on lines of their own, footnotes as [1] and at the end. */
export function textOf(document: PaperDocument): string {
  const words = wordsFor(document.language)
  const notes: string[] = []
  const rich = (text: RichText): string =>
    spansOf(text)
      .map((span) => {
        if (typeof span === 'string') return span
        if ('text' in span) return span.text
        notes.push(noteWords(span.note, words))
        return ` [${notes.length}]`
      })
      .join('')
  const day = longDate(document.date, document.language)
  const parts: string[] = [
    document.stamp ? `[${document.stamp}]` : '',
    document.sender ? [document.sender.name, ...(document.sender.lines ?? [])].join('\n') : '',
    document.form === 'report' ? [document.title, document.subtitle].filter(Boolean).join('\n') : '',
    document.form === 'report' ? (document.authors ?? []).join(', ') : '',
    document.place ? `${document.place}, ${day}` : day,
    (document.recipient ?? []).join('\n'),
    document.reference ? `${words.reference}: ${document.reference}` : '',
    document.form === 'letter' ? document.title : '',
    ...document.body.map((block) => blockText(block, rich, document.language)),
    document.footer ?? '',
  ]
  const body = parts.filter((part) => part !== '').join('\n\n')
  const below = notes.map((note, at) => `[${at + 1}] ${note}`).join('\n')
  return `${[body, below].filter(Boolean).join('\n\n')}\n`
}

function blockText(block: Block, rich: (text: RichText) => string, language: string): string {
  const words = wordsFor(language)
  switch (block.kind) {
    case 'heading':
      return block.text.toLocaleUpperCase(language)
    case 'paragraph':
      return rich(block.text)
    case 'quote':
      return `«${rich(block.text)}»${block.from ? `\n— ${block.from}` : ''}`
    case 'list':
      return listText(block.items, block.ordered ?? false, rich, '')
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${rich(value)}`).join('\n')
    case 'table':
      return [
        block.caption ?? '',
        ...block.rows.map((row) =>
          row.map((cell, at) => `${block.columns[at]?.label ?? ''}: ${rich(cell)}`).join('\n'),
        ),
      ]
        .filter((one) => one !== '')
        .join('\n\n')
    case 'signature':
      return block.signatories
        .map(({ name, role, organisation }) => [name, role, organisation].filter(Boolean).join('\n'))
        .join('\n\n')
    case 'annexes':
      return [
        words.annexes.toLocaleUpperCase(language),
        ...block.annexes.map((annex, at) =>
          [
            `${words.annex} ${at + 1}. ${annex.title}`,
            annex.description ?? '',
            annexWords(annex, language, words),
            `SHA-256 ${annex.sha256}`,
          ]
            .filter((one) => one !== '')
            .join('\n'),
        ),
      ].join('\n\n')
    case 'page-break':
      return ''
  }
}

const listText = (
  items: readonly ListItem[],
  ordered: boolean,
  rich: (text: RichText) => string,
  indent: string,
): string =>
  items
    .map(({ text, items: under }, at) => {
      const own = `${indent}${ordered ? `${at + 1}.` : '-'} ${rich(text)}`
      return under && under.length > 0 ? `${own}\n${listText(under, ordered, rich, `${indent}   `)}` : own
    })
    .join('\n')
