import { labels } from '#platform/i18n'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesDefinition, SeriesReading } from '../reading/reading.ts'
import { hasColumns, type ShippedTable, versionInName, yearInName } from './shipped-table.ts'

const year = { at: 'column', column: 'year' } as const
const number = (
  code: string,
  author: string,
  [lowest, highest, better]: readonly [number | undefined, number | undefined, 'higher' | 'lower'],
  names: readonly [string, string, string],
): SeriesDefinition => ({
  code,
  label: labels(...names),
  author,
  scale: 'number',
  ...(lowest !== undefined && { lowest }),
  ...(highest !== undefined && { highest }),
  better,
})

const statusClasses = [
  { value: 0, label: labels('not free', 'no libre', 'no lliure') },
  { value: 1, label: labels('partly free', 'parcialmente libre', 'parcialment lliure') },
  { value: 2, label: labels('free', 'libre', 'lliure') },
]

const fh = 'Freedom House'
const fhStatus: SeriesReading = {
  column: 'status',
  words: { F: 2, PF: 1, NF: 0 },
  series: {
    code: 'status',
    label: labels('Status', 'Clasificación', 'Classificació'),
    author: fh,
    scale: 'order',
    better: 'higher',
    classes: statusClasses,
  },
}
const fhTerms = labels(
  'freedomhouse.org, Publication archives. © Freedom House: attribution, non-commercial.',
  'freedomhouse.org, Publication archives. © Freedom House: con mención de la fuente, no comercial.',
  'freedomhouse.org, Publication archives. © Freedom House: amb menció de la font, no comercial.',
)

/** Freedom House: ratings of political rights and civil liberties, and status, since 1972. */
export const freedomHouse: ShippedTable = {
  dataset: 'freedom-house',
  label: labels('Freedom House, ratings', 'Freedom House, calificaciones', 'Freedom House, qualificacions'),
  where: fhTerms,
  recognises: (head) => hasColumns(head, 'fh_country', 'year', 'pr', 'cl', 'status'),
  reading: (): Reading => ({
    states: { codes: [{ system: 'gw', column: 'GWn' }], name: 'fh_country' },
    years: year,
    numbers: plainStyle,
    series: [
      fhStatus,
      {
        column: 'pr',
        series: number(
          'pr',
          fh,
          [1, 7, 'lower'],
          ['Political rights', 'Derechos políticos', 'Drets polítics'],
        ),
      },
      {
        column: 'cl',
        series: number(
          'cl',
          fh,
          [1, 7, 'lower'],
          ['Civil liberties', 'Libertades civiles', 'Llibertats civils'],
        ),
      },
    ],
  }),
  version: ({ name }) => yearInName(name),
}

const subscores: readonly (readonly [string, number, string, string, string])[] = [
  ['D1', 4, 'Free and independent media', 'Medios libres e independientes', 'Mitjans lliures i independents'],
  ['D2', 4, 'Freedom of religion', 'Libertad religiosa', 'Llibertat religiosa'],
  ['D3', 4, 'Academic freedom', 'Libertad académica', 'Llibertat acadèmica'],
  ['D4', 4, 'Free private discussion', 'Libre discusión privada', 'Lliure discussió privada'],
  ['E1', 4, 'Freedom of assembly', 'Libertad de reunión', 'Llibertat de reunió'],
  ['E2', 4, 'Freedom of NGOs', 'Libertad de las ONG', 'Llibertat de les ONG'],
  ['E3', 4, 'Freedom of trade unions', 'Libertad sindical', 'Llibertat sindical'],
  ['F1', 4, 'Independent judiciary', 'Justicia independiente', 'Justícia independent'],
  ['F2', 4, 'Due process', 'Debido proceso', 'Degut procés'],
  [
    'F3',
    4,
    'Protection from illegitimate force',
    'Protección contra la fuerza ilegítima',
    'Protecció contra la força il·legítima',
  ],
  ['F4', 4, 'Equal treatment', 'Igualdad de trato', 'Igualtat de tracte'],
  ['A', 12, 'Electoral process', 'Proceso electoral', 'Procés electoral'],
  [
    'B',
    16,
    'Political pluralism and participation',
    'Pluralismo y participación política',
    'Pluralisme i participació política',
  ],
  ['C', 12, 'Functioning of government', 'Funcionamiento del gobierno', 'Funcionament del govern'],
  [
    'D',
    16,
    'Freedom of expression and belief',
    'Libertad de expresión y de creencias',
    "Llibertat d'expressió i de creences",
  ],
  [
    'E',
    12,
    'Associational and organisational rights',
    'Derechos de asociación y organización',
    "Drets d'associació i organització",
  ],
  ['F', 16, 'Rule of law', 'Estado de derecho', 'Estat de dret'],
  [
    'G',
    16,
    'Personal autonomy and individual rights',
    'Autonomía personal y derechos individuales',
    'Autonomia personal i drets individuals',
  ],
  ['total', 100, 'Total', 'Total', 'Total'],
]

/** Freedom House: the scores behind the ratings, since 2012. */
export const freedomHouseScores: ShippedTable = {
  dataset: 'freedom-house-scores',
  label: labels('Freedom House, scores', 'Freedom House, puntajes', 'Freedom House, puntuacions'),
  where: fhTerms,
  recognises: (head) => hasColumns(head, 'year', 'status', 'a1', 'd3', 'e1', 'total'),
  reading: (columns): Reading => ({
    states: {
      codes: columns.includes('GWn') ? [{ system: 'gw', column: 'GWn' }] : [],
      name: columns.includes('extended_country_name') ? 'extended_country_name' : 'country_or_territory',
    },
    years: year,
    numbers: plainStyle,
    series: subscores
      .filter(([code]) => columns.includes(code))
      .map(([code, most, ...names]) => ({
        column: code,
        // A total falls below zero where the discretionary question takes points off.
        series: number(code, fh, [code === 'total' || code === 'C' ? -4 : 0, most, 'higher'], names),
      })),
  }),
  version: ({ name }) => yearInName(name),
}

const btiClasses = [
  {
    value: 1,
    label: labels('democracy in consolidation', 'democracia en consolidación', 'democràcia en consolidació'),
  },
  { value: 2, label: labels('defective democracy', 'democracia defectuosa', 'democràcia defectuosa') },
  {
    value: 3,
    label: labels('highly defective democracy', 'democracia muy defectuosa', 'democràcia molt defectuosa'),
  },
  { value: 4, label: labels('moderate autocracy', 'autocracia moderada', 'autocràcia moderada') },
  { value: 5, label: labels('hard-line autocracy', 'autocracia de línea dura', 'autocràcia de línia dura') },
]

/** Bertelsmann Transformation Index: classes of democracy status, every second year. */
export const bti: ShippedTable = {
  dataset: 'bti',
  label: labels('BTI, democracy status', 'BTI, estado de la democracia', 'BTI, estat de la democràcia'),
  where: labels(
    'bti-project.org, Downloads. © Bertelsmann Stiftung, with attribution.',
    'bti-project.org, Downloads. © Bertelsmann Stiftung, con mención de la fuente.',
    'bti-project.org, Downloads. © Bertelsmann Stiftung, amb menció de la font.',
  ),
  recognises: (head) => hasColumns(head, 'bti_country', 'year', 'cat_dem_stat'),
  reading: (): Reading => ({
    states: { codes: [{ system: 'cow', column: 'cown' }], name: 'bti_country' },
    years: year,
    numbers: plainStyle,
    series: [
      {
        column: 'cat_dem_stat',
        series: {
          code: 'cat_dem_stat',
          label: labels('Democracy status', 'Estado de la democracia', 'Estat de la democràcia'),
          author: 'BTI',
          scale: 'order',
          lowest: 1,
          highest: 5,
          better: 'lower',
          classes: btiClasses,
        },
      },
      {
        column: 'SI_Democracy_Status',
        series: number(
          'SI_Democracy_Status',
          'BTI',
          [1, 10, 'higher'],
          ['Democracy status, index', 'Estado de la democracia, índice', 'Estat de la democràcia, índex'],
        ),
      },
    ],
  }),
  version: ({ name }) => yearInName(name),
}

const eiuTerms = labels(
  'eiu.com, Democracy Index. © Economist Intelligence Unit: may not be passed on.',
  'eiu.com, Democracy Index. © Economist Intelligence Unit: no puede redistribuirse.',
  'eiu.com, Democracy Index. © Economist Intelligence Unit: no es pot redistribuir.',
)
const eiuRegimes = [
  { value: 0, label: labels('authoritarian regime', 'régimen autoritario', 'règim autoritari') },
  { value: 1, label: labels('hybrid regime', 'régimen híbrido', 'règim híbrid') },
  { value: 2, label: labels('flawed democracy', 'democracia deficiente', 'democràcia deficient') },
  { value: 3, label: labels('full democracy', 'democracia plena', 'democràcia plena') },
]

/** EIU Democracy Index, alone or as Our World in Data compiled it with its parts. */
export const eiu: ShippedTable = {
  dataset: 'eiu',
  label: labels('EIU, Democracy Index', 'EIU, índice de democracia', 'EIU, índex de democràcia'),
  where: eiuTerms,
  recognises: (head) =>
    hasColumns(head, 'eiu_country', 'year', 'eiu') ||
    hasColumns(head, 'country_name', 'year', 'democracy_eiu'),
  reading(columns): Reading {
    const owid = columns.includes('democracy_eiu')
    const part = (code: string, ...names: readonly [string, string, string]): SeriesReading => ({
      column: code,
      series: number(code, 'EIU', [0, 10, 'higher'], names),
    })
    return {
      states: owid
        ? {
            codes: [],
            name: 'country_name',
            aggregates: /^(World|Africa|Asia|Europe|North America|South America|Oceania)$/,
          }
        : { codes: [{ system: 'cow', column: 'cown' }], name: 'eiu_country' },
      years: year,
      numbers: plainStyle,
      series: [
        {
          column: owid ? 'democracy_eiu' : 'eiu',
          series: number(
            'eiu',
            'EIU',
            [0, 10, 'higher'],
            ['Democracy Index', 'Índice de democracia', 'Índex de democràcia'],
          ),
        },
        ...(owid
          ? [
              {
                column: 'regime_eiu',
                series: {
                  code: 'regime_eiu',
                  label: labels('Regime', 'Régimen', 'Règim'),
                  author: 'EIU',
                  scale: 'order',
                  lowest: 0,
                  highest: 3,
                  better: 'higher',
                  classes: eiuRegimes,
                } as const,
              },
              part(
                'elect_freefair_eiu',
                'Electoral process and pluralism',
                'Proceso electoral y pluralismo',
                'Procés electoral i pluralisme',
              ),
              part(
                'funct_gov_eiu',
                'Functioning of government',
                'Funcionamiento del gobierno',
                'Funcionament del govern',
              ),
              part(
                'pol_part_eiu',
                'Political participation',
                'Participación política',
                'Participació política',
              ),
              part('dem_culture_eiu', 'Political culture', 'Cultura política', 'Cultura política'),
              part('civlib_eiu', 'Civil liberties', 'Libertades civiles', 'Llibertats civils'),
            ]
          : []),
      ],
    }
  },
  version: ({ name }) => yearInName(name),
  // Two compilations, each with its own years: neither takes the place of the other.
  scope: (reading) => (reading.series[0]?.column === 'eiu' ? '' : 'Our World in Data'),
}

/** Worldwide Governance Indicators: voice and accountability. */
export const wgi: ShippedTable = {
  dataset: 'wgi',
  label: labels(
    'WGI, voice and accountability',
    'WGI, voz y rendición de cuentas',
    'WGI, veu i rendició de comptes',
  ),
  where: labels(
    'worldbank.org, Worldwide Governance Indicators (CC BY 4.0).',
    'worldbank.org, Worldwide Governance Indicators (CC BY 4.0).',
    'worldbank.org, Worldwide Governance Indicators (CC BY 4.0).',
  ),
  recognises: (head) => hasColumns(head, 'wb_country', 'wb_code', 'year', 'estimate'),
  reading: (): Reading => ({
    states: { codes: [{ system: 'iso3', column: 'wb_code' }], name: 'wb_country' },
    years: year,
    numbers: plainStyle,
    series: [
      {
        column: 'Estimate',
        // Its "Lower" and "Upper" are bounds of the rank, not of the estimate.
        deviation: 'StdErr',
        series: number(
          'voice',
          'WGI',
          [undefined, undefined, 'higher'],
          ['Voice and accountability', 'Voz y rendición de cuentas', 'Veu i rendició de comptes'],
        ),
      },
    ],
  }),
  version: ({ name }) => yearInName(name),
}

/** Polity5; its codes of interruption, interregnum and transition are no scores. */
export const polity5: ShippedTable = {
  dataset: 'polity5',
  label: labels('Polity5', 'Polity5', 'Polity5'),
  where: labels(
    'systemicpeace.org, INSCR data, Polity5.',
    'systemicpeace.org, INSCR data, Polity5.',
    'systemicpeace.org, INSCR data, Polity5.',
  ),
  recognises: (head) =>
    hasColumns(head, 'polity', 'polity2', 'year') && (hasColumns(head, 'scode') || hasColumns(head, 'p5')),
  reading: (columns): Reading => ({
    // Its own numbers are not those of the Correlates of War (341 is Kosovo): read by name.
    states: {
      codes: [],
      name: columns.includes('polity_annual_country') ? 'polity_annual_country' : 'country',
    },
    years: year,
    numbers: plainStyle,
    series: [
      {
        column: 'polity',
        reasons: { '-66': 'interruption', '-77': 'interregnum', '-88': 'transition' },
        series: number(
          'polity',
          'Polity5',
          [-10, 10, 'higher'],
          ['Autocracy to democracy', 'De autocracia a democracia', "D'autocràcia a democràcia"],
        ),
      },
    ],
  }),
  version: ({ name }) => yearInName(name),
}

const lexical = [
  labels('no elections', 'sin elecciones', 'sense eleccions'),
  labels('one-party elections', 'elecciones de partido único', 'eleccions de partit únic'),
  labels(
    'multi-party elections, executive not elected',
    'elecciones multipartidistas, ejecutivo no electo',
    'eleccions multipartidistes, executiu no electe',
  ),
  labels(
    'multi-party elections, not competitive',
    'elecciones multipartidistas sin competencia',
    'eleccions multipartidistes sense competència',
  ),
  labels(
    'competitive elections, exclusive suffrage',
    'elecciones competitivas, sufragio excluyente',
    'eleccions competitives, sufragi excloent',
  ),
  labels(
    'competitive elections, male suffrage',
    'elecciones competitivas, sufragio masculino',
    'eleccions competitives, sufragi masculí',
  ),
  labels('electoral democracy', 'democracia electoral', 'democràcia electoral'),
  labels('polyarchy', 'poliarquía', 'poliarquia'),
].map((label, value) => ({ value, label }))

/** Lexical Index of Electoral Democracy, with its breakdowns and transitions. */
export const lied: ShippedTable = {
  dataset: 'lied',
  label: labels('LIED, electoral democracy', 'LIED, democracia electoral', 'LIED, democràcia electoral'),
  where: labels(
    'Harvard Dataverse, Skaaning, Lexical Index of Electoral Democracy.',
    'Harvard Dataverse, Skaaning, Lexical Index of Electoral Democracy.',
    'Harvard Dataverse, Skaaning, Lexical Index of Electoral Democracy.',
  ),
  recognises: (head) => hasColumns(head, 'lied_country', 'year', 'lexical_index'),
  reading: (): Reading => ({
    states: { codes: [{ system: 'cow', column: 'lied_cow' }], name: 'lied_country' },
    years: year,
    numbers: plainStyle,
    series: [
      {
        column: 'lexical_index_plus',
        series: {
          code: 'lexical_index_plus',
          label: labels(
            'Elections, in eight steps',
            'Elecciones, en ocho escalones',
            'Eleccions, en vuit graons',
          ),
          author: 'LIED',
          scale: 'order',
          lowest: 0,
          highest: 7,
          better: 'higher',
          classes: lexical,
        },
      },
      {
        column: 'democratic_breakdown',
        series: {
          code: 'democratic_breakdown',
          label: labels('Breakdown of democracy', 'Quiebre de la democracia', 'Ruptura de la democràcia'),
          author: 'LIED',
          scale: 'order',
          lowest: 0,
          highest: 1,
          better: 'lower',
          classes: [
            { value: 0, label: labels('none', 'ninguno', 'cap') },
            { value: 1, label: labels('in this year', 'en este año', 'en aquest any') },
          ],
        },
      },
    ],
  }),
  version: ({ name }) => versionInName(name) || yearInName(name),
}

/** Latent score of human-rights protection (Fariss), with its interval. */
export const fariss: ShippedTable = {
  dataset: 'fariss',
  label: labels(
    'Human Rights Protection Scores (Fariss)',
    'Puntajes de protección de derechos humanos (Fariss)',
    'Puntuacions de protecció de drets humans (Fariss)',
  ),
  where: labels(
    'Harvard Dataverse, doi:10.7910/DVN/RQ85GK (CC0).',
    'Harvard Dataverse, doi:10.7910/DVN/RQ85GK (CC0).',
    'Harvard Dataverse, doi:10.7910/DVN/RQ85GK (CC0).',
  ),
  recognises: (head) => hasColumns(head, 'year', 'cow', 'theta_mean', 'theta_sd'),
  reading: (columns): Reading => ({
    states: { codes: [{ system: 'cow', column: 'COW' }] },
    years: { at: 'column', column: 'YEAR' },
    numbers: plainStyle,
    series: [
      {
        column: 'theta_mean',
        deviation: 'theta_sd',
        ...(columns.includes('theta_q025') && { low: 'theta_q025', high: 'theta_q975' }),
        series: number(
          'theta_mean',
          'Fariss',
          [undefined, undefined, 'higher'],
          [
            'Protection of physical integrity',
            'Protección de la integridad física',
            'Protecció de la integritat física',
          ],
        ),
      },
    ],
  }),
  version: ({ name }) => /v(\d+\.\d+(?:-\d{4})?)/i.exec(name)?.[1] ?? '',
}

const terror = [
  labels('secure rule of law', 'Estado de derecho firme', 'estat de dret ferm'),
  labels('limited repression', 'represión limitada', 'repressió limitada'),
  labels('extensive political imprisonment', 'prisión política extendida', 'presó política estesa'),
  labels('terror extended to many', 'terror extendido a muchos', 'terror estès a molts'),
  labels(
    'terror against the whole population',
    'terror contra toda la población',
    'terror contra tota la població',
  ),
].map((label, i) => ({ value: i + 1, label }))

/** Political Terror Scale, from three sources. */
export const pts: ShippedTable = {
  dataset: 'pts',
  label: labels('Political Terror Scale', 'Escala de terror político', 'Escala de terror polític'),
  where: labels(
    'politicalterrorscale.org, Data.',
    'politicalterrorscale.org, Data.',
    'politicalterrorscale.org, Data.',
  ),
  recognises: (head) => hasColumns(head, 'country', 'year', 'pts_a', 'pts_h', 'pts_s'),
  reading: (): Reading => {
    const from = (letter: 'A' | 'H' | 'S', of: string): SeriesReading => ({
      column: `PTS_${letter}`,
      status: `NA_Status_${letter}`,
      series: {
        code: `PTS_${letter}`,
        label: labels(
          `Political terror, after ${of}`,
          `Terror político, según ${of}`,
          `Terror polític, segons ${of}`,
        ),
        author: 'PTS',
        scale: 'order',
        lowest: 1,
        highest: 5,
        better: 'lower',
        classes: terror,
      },
    })
    return {
      states: { codes: [{ system: 'cow', column: 'COW_Code_N' }], name: 'Country' },
      years: { at: 'column', column: 'Year' },
      numbers: plainStyle,
      series: [
        from('A', 'Amnesty International'),
        from('H', 'Human Rights Watch'),
        from('S', 'US State Department'),
      ],
    }
  },
  version: ({ name }) => yearInName(name),
}
