import { FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import { isRightToLeft, stretchesOf } from '../direction.ts'
import type { RichText } from '../model.ts'
import { noteWords, plainOf, spansOf } from '../rich-text.ts'
import type { PaperWords } from '../words.ts'

/** The footnotes of a document in the order in which they are met; a run refers to one by its number from 1. */
export interface Notes {
  readonly words: PaperWords
  readonly texts: string[]
}

/** How a text stands in a paragraph: the runs, and `bidirectional` when it runs from right to left. */
export interface Runs {
  readonly children: ParagraphChild[]
  readonly bidirectional?: true
}

/** A text in runs, each of one direction: the program that opens it sets Arabic by what the run says. */
export function runsOf(text: RichText, notes?: Notes, style: { readonly bold?: boolean } = {}): Runs {
  const children: ParagraphChild[] = []
  for (const span of spansOf(text)) {
    if (typeof span !== 'string' && 'note' in span) {
      if (!notes) continue
      notes.texts.push(noteWords(span.note, notes.words))
      children.push(new FootnoteReferenceRun(notes.texts.length))
      continue
    }
    const { text: written, strong, emphasis } = typeof span === 'string' ? { text: span } : span
    const bold = strong === true || style.bold === true
    for (const [at, line] of written.split('\n').entries()) {
      if (at > 0) children.push(new TextRun({ text: '', break: 1 }))
      for (const stretch of stretchesOf(line))
        children.push(
          new TextRun({
            text: stretch.text,
            ...(bold && { bold, boldComplexScript: bold }),
            ...(emphasis === true && { italics: true, italicsComplexScript: true }),
            ...(stretch.rightToLeft && { rightToLeft: true }),
          }),
        )
    }
  }
  return isRightToLeft(plainOf(text)) ? { children, bidirectional: true } : { children }
}
