import type { Labels } from '#platform/i18n'
import type { Term } from './definition.ts'

/** Notes by the code of the term that they explain. */
export type Notes = Readonly<Record<string, Labels>>

/**
 * Reads terms written as an indented table, which is how a thesaurus is read by people: one term a line,
 * `code | English | Spanish | Catalan`, two spaces deeper than its parent. Order is kept.
 *
 * Throws on a line without three labels, on indentation that skips a level, on a repeated code, and on a note
 * for a code that is not in the table: a vocabulary is read once, when the program starts, and must be whole.
 */
export function readTerms(table: string, notes: Notes = {}): readonly Term[] {
  const terms: Term[] = []
  const ancestors: string[] = []
  for (const line of table.split('\n')) {
    if (line.trim() === '') continue
    const indent = line.length - line.trimStart().length
    const [code, en, es, ca, ...rest] = line.split('|').map((cell) => cell.trim())
    if (!code || !en || !es || !ca || rest.length > 0)
      throw new Error(`term table: four cells wanted in "${line}"`)
    const depth = indent / 2
    if (!Number.isInteger(depth) || depth > ancestors.length)
      throw new Error(`term table: indentation of "${code}"`)
    if (terms.some((term) => term.code === code)) throw new Error(`term table: "${code}" stands twice`)
    ancestors.length = depth
    const parent = ancestors.at(-1)
    const note = notes[code]
    terms.push({ code, ...(parent && { parent }), label: { en, es, ca }, ...(note && { note }) })
    ancestors.push(code)
  }
  const orphan = Object.keys(notes).find((code) => !terms.some((term) => term.code === code))
  if (orphan) throw new Error(`term table: a note for "${orphan}", which is not a term`)
  return terms
}
