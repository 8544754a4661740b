/** Letters of scripts that are written from right to left. */
const rightToLeft =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Samaritan}\\p{Script=Mandaic}'

const firstLetter = /\p{L}/u
const oneRightToLeft = new RegExp(`[${rightToLeft}]`, 'u')
// From a letter of such a script to the last before one of another: digits and marks between them belong to it.
const stretches = new RegExp(`[${rightToLeft}](?:[^\\p{L}\\n]*[${rightToLeft}])*`, 'gu')

/** Whether a paragraph runs from right to left: as its first letter does. */
export const isRightToLeft = (text: string): boolean => oneRightToLeft.test(firstLetter.exec(text)?.[0] ?? '')

/** A stretch of text of one direction. */
export interface Stretch {
  readonly text: string
  readonly rightToLeft: boolean
}

/** A text cut into stretches of one direction; they join to the text again. */
export function stretchesOf(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(stretches)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), rightToLeft: false })
    found.push({ text: match[0], rightToLeft: true })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ text: text.slice(end), rightToLeft: false })
  return found
}
