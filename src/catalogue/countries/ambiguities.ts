/** A name that a reader would take for more than one place. */
export type Ambiguity = {
  /** The forms it takes in the languages read here, separated by `;`. */
  readonly names: string
  /** Current codes it may mean, the likeliest first. */
  readonly candidates: readonly string[]
  readonly reason: string
}

/**
 * Names that are never accepted without a person, even where one source lists them as exact. An organisation
 * loses one click; a wrong country is not noticed for years. Longer names that contain them (`Guinea-Bissau`,
 * `South Sudan`, `Dominican Republic`) are exact names of their own and unaffected.
 */
export const ambiguities: readonly Ambiguity[] = [
  {
    names: 'Congo; Kongo; El Congo; The Congo; Le Congo; O Congo',
    candidates: ['CG', 'CD'],
    reason: 'two republics',
  },
  {
    names: 'Guinea; Guinée; Guiné; Ginea; Guine; Guinees; Guineas',
    candidates: ['GN', 'GW', 'GQ', 'PG'],
    reason: 'four states',
  },
  { names: 'Korea; Corea; Corée; Coreia; Coréia', candidates: ['KR', 'KP'], reason: 'two states' },
  {
    names: 'Sudan; Sudán; Soudan; Sudão; Sudao',
    candidates: ['SD', 'SS'],
    reason: 'one state until 2011-07-09',
  },
  {
    names: 'Dominica; Dominique; Dominicana; La Dominicana; Dominican',
    candidates: ['DM', 'DO'],
    reason: 'the island and the republic are mixed up',
  },
  {
    names: 'Georgia; Geòrgia; Géorgie; Geórgia; Xeorxia',
    candidates: ['GE', 'US'],
    reason: 'the country and the state of the United States',
  },
  {
    names:
      'Macedonia; Macedònia; Macédoine; Macedônia; Macedónia; Republic of Macedonia; República de Macedònia; República de Macedonia',
    candidates: ['MK', 'GR'],
    reason: 'the country (until 2019 by this name) and the Greek region',
  },
  {
    names: 'Samoa; Samoas; Illes Samoa; Islas Samoa',
    candidates: ['WS', 'AS'],
    reason: 'the country and the territory',
  },
  {
    names: 'Amèrica; America; América; Amérique',
    candidates: ['US'],
    reason: 'a continent; for some, one country',
  },
  {
    names: 'Guayana; Guaiana; Guiana; Guayanas; Guyanas',
    candidates: ['GY', 'GF'],
    reason: 'the country and the French department',
  },
  {
    names:
      'Virgin Islands; Illes Verges; Islas Vírgenes; Îles Vierges; Ilhas Virgens; Isole Vergini; Illas Virxes',
    candidates: ['VI', 'VG'],
    reason: 'two territories',
  },
  {
    names:
      'Saint Martin; St. Martin; San Martín; Sant Martí; Saint-Martin; São Martinho; Isola di Saint Martin; San Martino',
    candidates: ['MF', 'SX'],
    reason: 'two territories on one island, and a common name of towns',
  },
  { names: 'Island', candidates: ['IS'], reason: 'Iceland in German, a common word in English' },
  {
    names: 'Santa Elena',
    candidates: ['SH', 'EC'],
    reason: 'the island in Spanish, and a common name of towns',
  },
  { names: 'Timor', candidates: ['TL', 'ID'], reason: 'an island of two states' },
  { names: 'Papua; Papúa', candidates: ['PG', 'ID'], reason: 'the country and the Indonesian region' },
  { names: 'Salvador', candidates: ['SV', 'BR'], reason: 'the country without its article, and the city' },
  { names: 'Granada', candidates: ['GD', 'ES', 'NI'], reason: 'the country in Spanish, and two cities' },
  {
    names: 'Guadalupe',
    candidates: ['GP', 'MX'],
    reason: 'the department in Spanish, a common name of towns and persons',
  },
  {
    names:
      'Republic of China; República de China; República de Xina; República de la Xina; República da China; Repubblica di Cina; République de Chine',
    candidates: ['TW', 'CN'],
    reason: 'official in Taiwan, often a slip for the People’s Republic',
  },
  { names: 'Sahara; Sàhara; Sáhara; Saara', candidates: ['EH'], reason: 'a desert of eleven countries' },
  {
    names: 'Micronesia; Micronèsia; Micronésie; Micronésia',
    candidates: ['FM'],
    reason: 'the country and the region',
  },
  {
    names: 'Antilles; Antillas; Antilhas; Antille',
    candidates: ['CW', 'SX', 'BQ', 'AW'],
    reason: 'a region',
  },
]
