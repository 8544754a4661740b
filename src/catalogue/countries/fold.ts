/** Letters that Unicode does not decompose but that people type without their mark. */
const undecomposed: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŀ: 'l',
}

/**
 * Words that carry no identity in a country's name (articles, prepositions, conjunctions) in the languages
 * that directories here are written in.
 */
const functionWords: ReadonlySet<string> = new Set(
  (
    'the of and de del dels d la el l les los las els lo le du des et da do das dos e y i a al o os as ' +
    'di della dello degli dei delle il gli ed en na no und der die das'
  ).split(' '),
)

/**
 * The folded form of a name: lower case, no accents, no punctuation, single spaces; `l·l` becomes `ll`.
 * Invisible characters (zero width, soft hyphen) vanish. Letters of other scripts stay.
 */
export function foldName(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/(?:l[·•∙‧.]|ŀ)l/giu, 'll')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþŀ]/gu, (letter) => undecomposed[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a folded word is an article, a preposition or a conjunction. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word)
}

/** A folded name without its function words: `republica democratica congo`. Itself when nothing else is left. */
export function contentKey(folded: string): string {
  const words = folded.split(' ').filter((word) => !functionWords.has(word))
  return words.length === 0 ? folded : words.join(' ')
}

/** A folded name without spaces. */
export function squashKey(folded: string): string {
  return folded.replaceAll(' ', '')
}
