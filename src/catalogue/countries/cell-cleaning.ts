import { foldName } from './fold.ts'

/** Labels that a page puts before the country. */
const label =
  /^\s*(pa[ií]s(?: d['’]origen| de origen| de origem)?|country(?: of origin)?|pays(?: d['’]origine)?|paese|origen|origin|origem|proced[eè]ncia|procedencia|nacionalitat|nacionalidad|nationality)\s*[:：]\s*/iu

/** A cell with ordinary spaces, composed letters, no invisible signs, flags, label or `<placeholder>`. */
export function cleanCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00AD|[\u200B-\u200F]|\u2060|\uFEFF|\uFE0F/gu, '')
    .replace(/\p{Regional_Indicator}{2}/gu, ' ')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/<[^<>]{0,60}>/gu, ' ')
    .replace(label, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:*•·\-–—|/]+|[\s,;:*•·\-–—|/]+$/gu, '')
    .trim()
}

/** The codes of the flags in a text (pairs of regional indicators). */
export function flagCodes(text: string): readonly string[] {
  const letter = (sign: string): string => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 65)
  return [...text.matchAll(/\p{Regional_Indicator}{2}/gu)].map((flag) => Array.from(flag[0], letter).join(''))
}

/**
 * A country cell without the person's own name at its start or its end (directories repeat it there). A cell
 * that holds the name and nothing else stays, since it may be a country after all: `Jordan`.
 */
export function withoutName(
  cell: string,
  name: string,
): { readonly text: string; readonly onlyName: boolean } {
  const wanted = foldName(name)
  if (wanted === '') return { text: cell, onlyName: false }
  if (foldName(cell) === wanted) return { text: cell, onlyName: true }
  const words = [...cell.matchAll(/[^\s]+/gu)]
  for (const [count, word] of words.entries()) {
    const end = word.index + word[0].length
    if (foldName(cell.slice(0, end)) === wanted) return { text: cleanCell(cell.slice(end)), onlyName: false }
    const start = words[words.length - 1 - count]?.index ?? 0
    if (foldName(cell.slice(start)) === wanted)
      return { text: cleanCell(cell.slice(0, start)), onlyName: false }
  }
  return { text: cell, onlyName: false }
}
