import { countries } from '#catalogue/countries'
import {
  generatedFamilyNames,
  generatedGivenNames,
  type GeneratedLanguage,
  generatedLanguages,
  generatedProse,
  generatedRights,
  generatedStatuses,
} from './generated-phrases.ts'
import { between, pick, type Random, seededRandom } from './seeded-random.ts'
import { allMutations, type Mutation, mutateSome } from './text-mutations.ts'

/** A country name in one of six languages, as CLDR has it and as it came out. */
export type GeneratedCountry = {
  readonly code: string
  readonly language: GeneratedLanguage
  readonly name: string
  readonly text: string
}

/** What a generated card means. */
export type GeneratedTruth = {
  readonly name: string
  readonly countries: readonly string[]
  readonly rights: readonly string[]
  readonly personStatus: string | null
  readonly countryText: string
  readonly rightsText: string
}

/** Share of cards that are mutated, from 0 to 1, and the mutations used. */
export type GeneratorOptions = {
  readonly seed: number
  readonly cards: number
  readonly mutated: number
  readonly kinds?: readonly Mutation[]
}

function cldrName(code: string, language: GeneratedLanguage): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}

/** Country names with one or two mutations of the given kinds. */
export function generateCountries(
  seed: number,
  count: number,
  kinds: readonly Mutation[] = allMutations,
  most = 2,
): readonly GeneratedCountry[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const { code } = pick(random, countries)
    const language = pick(random, generatedLanguages)
    const name = cldrName(code, language)
    return { code, language, name, text: mutateSome(random, name, kinds, most) }
  })
}

type Draft = GeneratedTruth & { readonly lines: readonly string[] }

function draftCard(random: Random, options: GeneratorOptions, name: string): Draft {
  const language = pick(random, generatedLanguages)
  const at = generatedLanguages.indexOf(language)
  const changed = (text: string): string =>
    random() < options.mutated ? mutateSome(random, text, options.kinds ?? allMutations, 1) : text
  const codes = [
    ...new Set(Array.from({ length: random() < 0.1 ? 2 : 1 }, () => pick(random, countries).code)),
  ]
  const named = codes.map((code) => changed(cldrName(code, language))).join(' / ')
  const status = random() < 0.1 ? pick(random, generatedStatuses) : null
  const place =
    status === null
      ? ''
      : `, ${(status.phrases[at] ?? '').replace('{place}', cldrName(pick(random, countries).code, language))}`
  const inCell = random() < 0.1 ? `${name} ` : ''
  const chosen = Array.from({ length: between(random, 1, 3) }, () => pick(random, generatedRights))
  const rightsText = chosen.map(({ phrases }) => `${changed(phrases[at] ?? '')}.`).join(' ')
  const countryText = `${inCell}${named}${place}`
  return {
    name,
    countries: codes,
    rights: [...new Set(chosen.flatMap((right) => right.codes))],
    personStatus: status?.status ?? null,
    countryText,
    rightsText,
    lines: [name, ...blanks(random, 1), countryText, ...blanks(random, 0.1), rightsText],
  }
}

/** One empty line, now and then none or two. */
function blanks(random: Random, usual: number): readonly string[] {
  const roll = random()
  if (roll < 0.1) return usual >= 1 ? [] : ['']
  return Array.from({ length: roll < 0.2 ? Math.round(usual) + 1 : Math.round(usual) }, () => '')
}

/** A directory page and what each of its cards means. The same options give the same page. */
export function generateDirectory(options: GeneratorOptions): {
  readonly text: string
  readonly truth: readonly GeneratedTruth[]
} {
  const random = seededRandom(options.seed)
  const prose = (count: number): string[] =>
    Array.from({ length: count }, () => [pick(random, generatedProse), '']).flat()
  const truth: GeneratedTruth[] = []
  const lines = prose(between(random, 0, 6))
  for (let card = 0; card < options.cards; card++) {
    const name = `${pick(random, generatedGivenNames)} ${pick(random, generatedFamilyNames)} ${letters(card)}`
    const { lines: cardLines, ...meaning } = draftCard(random, options, name)
    truth.push(meaning)
    lines.push(...cardLines, '')
  }
  lines.push(...prose(between(random, 0, 6)))
  return { text: lines.join(random() < 0.2 ? '\r\n' : '\n'), truth }
}

/** A third name that keeps two persons apart: `Aa`, `Ba`, … */
function letters(card: number): string {
  return String.fromCharCode(65 + (card % 26)) + String.fromCharCode(97 + Math.floor(card / 26))
}
