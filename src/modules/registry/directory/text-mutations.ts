import { between, pick, type Random } from './seeded-random.ts'

/** What a hurried or foreign hand does to a name. */
export type Mutation = 'drop' | 'swap' | 'double' | 'accents-lost' | 'accents-changed' | 'case' | 'spacing'

/** Mutations that change no letter: a reader should see through them. */
export const lightMutations: readonly Mutation[] = ['accents-lost', 'accents-changed', 'case']
export const allMutations: readonly Mutation[] = ['drop', 'swap', 'double', ...lightMutations, 'spacing']

const otherAccents: Readonly<Record<string, string>> = {
  a: 'áàâä',
  e: 'éèêë',
  i: 'íìîï',
  o: 'óòôö',
  u: 'úùûü',
}

function letterAt(random: Random, signs: readonly string[]): number {
  const places = signs.flatMap((sign, at) => (/\p{L}/u.test(sign) ? [at] : []))
  return pick(random, places)
}

function changeAccents(random: Random, text: string): string {
  const signs = Array.from(text)
  const places = signs.flatMap((sign, at) =>
    otherAccents[bare(sign).toLowerCase()] === undefined ? [] : [at],
  )
  if (places.length === 0) return text
  const at = pick(random, places)
  const sign = signs[at] ?? ''
  const accented = pick(random, Array.from(otherAccents[bare(sign).toLowerCase()] ?? 'a'))
  signs[at] = sign === sign.toUpperCase() ? accented.toUpperCase() : accented
  return signs.join('')
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function changeCase(random: Random, text: string): string {
  return pick(random, [
    text.toUpperCase(),
    text.toLowerCase(),
    text.replace(/\p{L}+/gu, (w) => w[0]?.toUpperCase() + w.slice(1).toLowerCase()),
  ])
}

function changeSpacing(random: Random, text: string): string {
  const gaps = [...text.matchAll(/[ -]/gu)].map(({ index }) => index)
  if (gaps.length === 0) return pick(random, [` ${text} `, `${text}\u00A0`, `\t${text}`])
  const at = pick(random, gaps)
  return text.slice(0, at) + pick(random, ['  ', '\u00A0', '-', '']) + text.slice(at + 1)
}

/** The text after one mutation; the same text where it does not apply. */
export function mutate(random: Random, text: string, mutation: Mutation): string {
  const signs = Array.from(text)
  if (!signs.some((sign) => /\p{L}/u.test(sign))) return text
  const at = letterAt(random, signs)
  switch (mutation) {
    case 'drop':
      return signs.filter((_, index) => index !== at).join('')
    case 'double':
      return signs.flatMap((sign, index) => (index === at ? [sign, sign] : [sign])).join('')
    case 'swap': {
      const other = at + 1 < signs.length ? at + 1 : Math.max(0, at - 1)
      return signs
        .map((sign, index) => (index === at ? signs[other] : index === other ? signs[at] : sign))
        .join('')
    }
    case 'accents-lost':
      return bare(text)
    case 'accents-changed':
      return changeAccents(random, text)
    case 'case':
      return changeCase(random, text)
    case 'spacing':
      return changeSpacing(random, text)
  }
}

/** One to `most` mutations of these kinds, one after the other. */
export function mutateSome(random: Random, text: string, kinds: readonly Mutation[], most: number): string {
  let changed = text
  for (let left = between(random, 1, most); left > 0; left--)
    changed = mutate(random, changed, pick(random, kinds))
  return changed
}
