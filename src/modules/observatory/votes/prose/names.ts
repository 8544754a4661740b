import { type Polity, polityByName, polityCandidates } from '#catalogue/polities'

/** A name as it is written in a list, and whom it means. */
export interface ProseName {
  readonly text: string
  /** Null: not sure. */
  readonly code: string | null
  /** Who may be meant, where it is not sure; the likeliest first. */
  readonly candidates: readonly string[]
}

const article = /^(?:(?:the|el|la|los|las|le|les|o|os|a|as|els|les)\s+|l['’])/iu

/** What introduces a list and belongs to no name. */
const preface =
  /^(?:(?:las|les|the|as)\s+)?(?:delegaciones|delegacions|delegations|delega[cç][oõ]es)\s+(?:de|of|des|da|do)\s+/iu

/** The polity of a name, exactly or without its article. */
function known(name: string, day: string | undefined): Polity | null {
  const bare = name.replace(preface, '').trim()
  return polityByName(bare, day, 'list') ?? polityByName(bare.replace(article, ''), day, 'list')
}

/**
 * The names of a list: separated by commas, semicolons or line ends, the last by "and" in any of the languages. A name may
 * itself hold an "and" (Antigua y Barbuda): what is a name as a whole stays whole.
 */
export function readNames(list: string, day?: string): readonly ProseName[] {
  return list
    .split(/[,;\n•·]+/u)
    .map((piece) => piece.replaceAll(/\s+/gu, ' ').replace(/^[\s:–—-]+|[\s.:–—-]+$/gu, ''))
    .map((piece) => piece.replace(/^(?:y|e|and|et|i|as well as|as[ií] como)\s+/iu, ''))
    .filter((piece) => /\p{L}/u.test(piece))
    .flatMap((piece) => cutAtAnd(piece, day))
    .map((text) => {
      const state = known(text, day)
      return {
        text,
        code: state?.code ?? null,
        candidates: state ? [] : polityCandidates(text.replace(article, '')).map(({ code }) => code),
      }
    })
}

/** Cuts "Trinidad y Tobago y Venezuela" where both sides are names; leaves what no cut explains. */
function cutAtAnd(piece: string, day: string | undefined): readonly string[] {
  if (known(piece, day)) return [piece]
  const cuts = [...piece.matchAll(/\s+(?:y|e|and|et|i)\s+/giu)]
  let best: readonly string[] | null = null
  for (const cut of cuts) {
    const [left, right] = [piece.slice(0, cut.index), piece.slice(cut.index + cut[0].length)]
    const parts = [...cutAtAnd(left, day), ...cutAtAnd(right, day)]
    const unsure = (names: readonly string[]) => names.filter((one) => !known(one, day)).length
    if (!best || unsure(parts) < unsure(best)) best = parts
  }
  return best ?? [piece]
}
