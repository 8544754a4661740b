import { plainText } from './html-text.ts'

/** A line of the page that holds something. */
export type SourceLine = {
  /** Cleaned: composed letters, single spaces, no bullet or mark-up signs. */
  readonly text: string
  /** From 1, in the pasted text. */
  readonly line: number
  /** Empty lines just before it. */
  readonly blanksBefore: number
  /** As it stands, to be shown. */
  readonly raw: string
  /** Three cells or more, where the line is a row of a table. */
  readonly cells: readonly string[] | null
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:#{1,6}\s+|[-*•·▪◦‣–—]\s+|\d{1,4}[.)]\s+|>\s+)+/u, '')
    .replace(/^(\*\*|__|\*|_)(.+)\1$/u, '$2')
    .trim()
}

function cellsOf(raw: string): readonly string[] | null {
  const separator = raw.includes('\t') && raw.split('\t').length > 2 ? '\t' : '|'
  const trimmed = separator === '|' ? raw.trim().replace(/^\||\|$/gu, '') : raw.replace(/^[ \u00A0]+/u, '')
  const cells = trimmed.split(separator).map(clean)
  return cells.length >= 3 && cells.filter((cell) => cell !== '').length >= 2 ? cells : null
}

/** The lines that hold something, from text or simple HTML, with any kind of line end. */
export function sourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let blanks = 0
  for (const { raw, line, wasBlank } of plainText(text)) {
    const cells = cellsOf(raw)
    const parts = cells === null ? raw.split('\t').filter((part) => clean(part) !== '') : [raw]
    if (parts.every((part) => clean(part) === '')) {
      if (wasBlank) blanks++
      continue
    }
    for (const part of parts) {
      lines.push({ text: clean(part), line, blanksBefore: blanks, raw: part, cells })
      blanks = 0
    }
  }
  return lines
}
