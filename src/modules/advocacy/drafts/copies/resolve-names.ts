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
  const found = findNames(text, withheld, named)
  if (found.length === 0) return { text, open: [] }
  const textHash = hashOf(text)
  const here = decisions.filter((one) => one.place === place)
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
