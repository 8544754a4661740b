import { type Labels, labels } from '#platform/i18n'

/**
 * A matter on which what a state promises and tells others can be held beside what it does. What belongs to it is our choice
 * and stands here in the open: treaties and subjects of the review by the catalogue's ids, texts by words of their titles, indices by code.
 */
export interface Theme {
  readonly id: string
  readonly label: Labels
  /** Ids of `#catalogue/treaties`. */
  readonly treaties: readonly string[]
  /** Ids of UPR Info's subjects (`#catalogue/upr`). */
  readonly issues: readonly string[]
  /** Words of the titles of texts that were voted on; English and Spanish, as sources write them. */
  readonly titles: RegExp
  /** Series by dataset and code. */
  readonly series: readonly (readonly [dataset: string, code: string])[]
}

export const themes: readonly Theme[] = [
  {
    id: 'torture',
    label: labels('Torture', 'Tortura', 'Tortura'),
    treaties: ['cat', 'opcat'],
    issues: ['torture-and-other-cid-treatment'],
    titles: /\btortur/iu,
    series: [['vdem-freedoms', 'v2cltort']],
  },
  {
    id: 'disappearances',
    label: labels('Enforced disappearances', 'Desapariciones forzadas', 'Desaparicions forçades'),
    treaties: ['icpped'],
    issues: ['enforced-disappearances'],
    titles:
      /\b(?:involuntary|enforced|forced) disappear|\bdesaparici(?:ón|ones) forzada|\bmissing persons\b/iu,
    series: [['vdem-freedoms', 'v2clkill']],
  },
  {
    id: 'death-penalty',
    label: labels('Death penalty', 'Pena de muerte', 'Pena de mort'),
    treaties: ['iccpr-op2'],
    issues: ['death-penalty'],
    titles: /\bdeath penalty\b|\bcapital punishment\b|\bpena de muerte\b/iu,
    series: [],
  },
  {
    id: 'expression',
    label: labels('Expression, press, culture', 'Expresión, prensa, cultura', 'Expressió, premsa, cultura'),
    treaties: ['iccpr'],
    issues: ['freedom-of-opinion-and-expression', 'freedom-of-the-press'],
    titles:
      /\bfreedom of (?:opinion|expression)|\bopinion and expression\b|\bjournalists?\b|\bthe Internet\b|\bcultural rights\b|\blibertad de (?:opinión|expresión)/iu,
    series: [
      ['vdem-freedoms', 'v2x_freexp'],
      ['vdem-freedoms', 'v2clacfree'],
      ['vdem-freedoms', 'v2meharjrn'],
    ],
  },
  {
    id: 'defenders',
    label: labels(
      'Defenders, association, civil society',
      'Personas defensoras, asociación, sociedad civil',
      'Persones defensores, associació, societat civil',
    ),
    treaties: ['iccpr'],
    issues: ['human-rights-defenders', 'civil-society', 'freedom-of-association-and-peaceful-assembly'],
    titles:
      /\bhuman rights defenders?\b|\bdefenders of human rights\b|\bcivil society\b|\bpeaceful (?:assembly|protests?)\b|\bfreedom of association\b|\bcooperation with the United Nations, its representatives\b|\bprotect universally recognized human rights\b/iu,
    series: [
      ['vdem-freedoms', 'v2x_frassoc_thick'],
      ['vdem-freedoms', 'v2csreprss'],
    ],
  },
  {
    id: 'women',
    label: labels('Women', 'Mujeres', 'Dones'),
    treaties: ['cedaw', 'op-cedaw'],
    issues: ['womens-rights'],
    titles: /\bwomen\b|\bgirls\b|\bgender\b|\bmujeres\b/iu,
    series: [],
  },
  {
    id: 'children',
    label: labels('Children', 'Niñez', 'Infància'),
    treaties: ['crc', 'op-crc-ac', 'op-crc-sc', 'op-crc-ic'],
    issues: ['rights-of-the-child'],
    titles: /\bchild(?:ren)?\b|\bgirl child\b|\bniñ[oa]s\b/iu,
    series: [],
  },
  {
    id: 'racism',
    label: labels('Racism', 'Racismo', 'Racisme'),
    treaties: ['icerd'],
    issues: ['racial-discrimination'],
    titles: /\bracis[mt]|\bracial\b|\bxenophobia\b|\bDurban\b/iu,
    series: [],
  },
  {
    id: 'migrants',
    label: labels('Migrants', 'Migrantes', 'Migrants'),
    treaties: ['icmw'],
    issues: ['migrants'],
    titles: /\bmigrants?\b|\bmigratory\b|\bmigration\b/iu,
    series: [],
  },
  {
    id: 'disabilities',
    label: labels('Persons with disabilities', 'Personas con discapacidad', 'Persones amb discapacitat'),
    treaties: ['crpd', 'op-crpd'],
    issues: ['disabilities'],
    titles: /\bdisabilit(?:y|ies)\b|\bdiscapacidad\b/iu,
    series: [],
  },
  {
    id: 'cooperation',
    label: labels(
      'Cooperation with UN experts and bodies',
      'Cooperación con expertos y órganos de la ONU',
      "Cooperació amb experts i òrgans de l'ONU",
    ),
    treaties: ['iccpr-op1', 'op-icescr'],
    issues: ['special-procedures', 'treaty-bodies'],
    titles:
      /\bsituation of human rights in\b|\bhuman rights situation in\b|\bhuman rights in (?:Belarus|Myanmar|Eritrea|Iran)\b/iu,
    series: [],
  },
]

/** The theme of an address, or null. */
export const themeOf = (id: string): Theme | null => themes.find((one) => one.id === id) ?? null

/** Titles that were asked about: the same few thousand come back for every state. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** The ids of the themes to which a text belongs by its title. */
export function themesOf(title: string): readonly string[] {
  const before = known.get(title)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const found = themes.filter(({ titles }) => titles.test(title)).map(({ id }) => id)
  known.set(title, found)
  return found
}
