import { createHash } from 'node:crypto'
import type { NameDecision } from '../queries/read-submission.ts'
import { type NameFinding, type WithheldName, findNames } from './find-names.ts'

/** A name that stands in a text of a copy, and on which nobody has decided. */
export interface OpenFinding {
  /** `<record>.<field>`. */
  readonly place: string
  readonly textHash: string
  readonly words: string
  readonly whose: readonly { readonly id: string; readonly code: string }[]
  /** Some words before and after, to be read by who decides. */
  readonly around: { readonly before: string; readonly after: string }
}

/** By which a decision knows the wording that it was made on. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The text with the codes put where a person decided so, and the findings on which nobody has. “It is somebody else”
 * holds for the wording on which it was said; a code is put in every wording.
 */
export function resolveNames(
  text: string,
  place: string,
  withheld: readonly WithheldName[],
  named: readonly (readonly string[])[],
  decisions: readonly NameDecision[],
): { readonly text: string; readonly open: readonly OpenFinding[] } {
  const all = findNames(text, withheld, named)
  if (all.length === 0) return { text, open: [] }
  const textHash = hashOf(text)
  const here = decisions.filter((one) => one.place === place)
  // Words that a person said to be somebody who may be named in this copy are nobody else's.
  const known = here
    .filter(
      (one) =>
        one.decision === 'code' && one.textHash === textHash && !withheld.some(({ id }) => id === one.whose),
    )
    .flatMap(({ words }) => stretchesOf(text, words))
  const found = all.filter(({ start, end }) => !known.some(([from, to]) => from <= start && end <= to))
  const open: OpenFinding[] = []
  let done = ''
  let from = 0
  for (const finding of found) {
    const replaced = decided(finding, here, textHash, withheld)
    done += text.slice(from, finding.start) + (replaced ?? finding.words)
    from = finding.end
    if (replaced === null)
      open.push({
        place,
        textHash,
        words: finding.words,
        whose: finding.whose.map((id) => ({ id, code: withheld.find((one) => one.id === id)?.code ?? '' })),
        around: {
          before: text.slice(Math.max(0, finding.start - 60), finding.start),
          after: text.slice(finding.end, finding.end + 60),
        },
      })
  }
  return { text: done + text.slice(from), open }
}

const stretchesOf = (text: string, words: string): readonly (readonly [number, number])[] => {
  const stretches: (readonly [number, number])[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    stretches.push([at, at + words.length])
  return stretches
}

/** What stands in place of a finding; null while somebody whose name it may be is undecided. */
function decided(
  finding: NameFinding,
  decisions: readonly NameDecision[],
  textHash: string,
  withheld: readonly WithheldName[],
): string | null {
  const on = decisions.filter((one) => one.words === finding.words)
  const coded = finding.whose.find((id) => on.some((one) => one.whose === id && one.decision === 'code'))
  if (coded !== undefined) return withheld.find(({ id }) => id === coded)?.code ?? null
  const cleared = finding.whose.every((id) =>
    on.some((one) => one.whose === id && one.decision === 'other' && one.textHash === textHash),
  )
  return cleared ? finding.words : null
}
