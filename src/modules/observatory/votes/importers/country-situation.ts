/** A topic of our own, beside those of the source: a text on how human rights stand in one country. */
export const countrySituation = 'amparo:country-situation'

const titles = [
  /\b(?:situation|question)s? of (?:the violations? of )?human rights (?:and fundamental freedoms )?(?:in|of)\b/iu,
  /\bhuman rights situations?(?: and humanitarian situation)? in\b/iu,
  /\bhuman rights in (?!the administration|armed conflicts?\b|all\b|any\b|context|education)/iu,
  /\bsituaci[oó]n de (?:los )?derechos humanos en\b/iu,
]

/** In all countries, in any part of the world: not of one. */
const general =
  /\b(?:in any part of the world|in all countries|worldwide|of migrants|of women|of indigenous|in the administration)\b/iu

/**
 * Whether a text of the General Assembly is on one country: its title says so. Titles alone decide, as no source marks
 * them; texts on the occupied Palestinian territories count when they speak of human rights there.
 */
export const isCountrySituation = (title: string): boolean =>
  !general.test(title) && titles.some((one) => one.test(title))
