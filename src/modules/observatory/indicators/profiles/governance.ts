import { labels } from '#platform/i18n'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesReading } from '../reading/reading.ts'
import { numberSeries, yearColumn } from './number-series.ts'
import { hasColumns, type ShippedTable, yearInName } from './shipped-table.ts'

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
    years: yearColumn,
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
        series: numberSeries(
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
      series: numberSeries(code, 'EIU', [0, 10, 'higher'], names),
    })
    return {
      states: owid
        ? {
            codes: [],
            name: 'country_name',
            aggregates: /^(World|Africa|Asia|Europe|North America|South America|Oceania)$/,
          }
        : { codes: [{ system: 'cow', column: 'cown' }], name: 'eiu_country' },
      years: yearColumn,
      numbers: plainStyle,
      series: [
        {
          column: owid ? 'democracy_eiu' : 'eiu',
          series: numberSeries(
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
    years: yearColumn,
    numbers: plainStyle,
    series: [
      {
        column: 'Estimate',
        // Its "Lower" and "Upper" are bounds of the rank, not of the estimate.
        deviation: 'StdErr',
        series: numberSeries(
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
