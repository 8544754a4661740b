import { labels } from '#platform/i18n'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesDefinition, SeriesReading } from '../reading/reading.ts'
import { hasColumns, type ShippedTable, versionInName } from './shipped-table.ts'
import { codedSeries, regimeClasses, vdemSeries } from './vdem-series.ts'

const terms = labels(
  'v-dem.net, Data, after registration (CC BY-SA 4.0).',
  'v-dem.net, Data, con registro previo (CC BY-SA 4.0).',
  'v-dem.net, Data, amb registre previ (CC BY-SA 4.0).',
)

/** The columns of a file by V-Dem that are known or asked for, with the bounds that stand beside them. */
function seriesIn(columns: readonly string[], chosen: readonly string[]): readonly SeriesReading[] {
  const there = new Set(columns)
  const known = vdemSeries.filter(({ code }) => there.has(code))
  const further = chosen.filter((code) => there.has(code) && !known.some((one) => one.code === code))
  return [...known, ...further.map((code) => codedSeries(code, 'V-Dem'))].map((series) => ({
    series,
    column: series.code,
    ...(there.has(`${series.code}_codelow`) &&
      there.has(`${series.code}_codehigh`) && {
        low: `${series.code}_codelow`,
        high: `${series.code}_codehigh`,
      }),
  }))
}

const vdemReading = (columns: readonly string[], chosen: readonly string[]): Reading => ({
  states: { codes: [{ system: 'vdem', column: 'country_text_id' }], name: 'country_name' },
  years: { at: 'column', column: 'year' },
  numbers: plainStyle,
  series: seriesIn(columns, chosen),
})

/** V-Dem, whole (4,600 columns and more) or in part: country-years by `country_text_id`. */
export const vdem: ShippedTable = {
  dataset: 'vdem',
  label: labels('V-Dem, country-years', 'V-Dem, país y año', 'V-Dem, país i any'),
  where: terms,
  recognises: (head) =>
    hasColumns(head, 'country_text_id', 'year', 'country_id') &&
    !hasColumns(head, 'gwcode') &&
    !hasColumns(head, 'dem_ep') &&
    head.columns.some((name) => name.startsWith('v2') || name === 'historical_date' || name === 'project'),
  reading: vdemReading,
  version: ({ name }) => versionInName(name),
}

/** Freedoms of V-Dem 12 as the project of democratic spaces lists them, to 2021. */
export const vdemFreedoms: ShippedTable = {
  dataset: 'vdem-freedoms',
  label: labels(
    'V-Dem, freedoms (to 2021)',
    'V-Dem, libertades (hasta 2021)',
    'V-Dem, llibertats (fins al 2021)',
  ),
  where: terms,
  recognises: (head) => hasColumns(head, 'country_text_id', 'gwcode', 'year', 'v2clacfree'),
  reading: vdemReading,
  version: ({ name }) => versionInName(name) || '12',
}

/** This project turns corruption round, so that higher is better: Denmark has 0.999 where V-Dem has 0.001. */
const unspoilt: SeriesDefinition = {
  code: 'v2x_pubcorr',
  label: labels(
    'Absence of corruption of public officials',
    'Ausencia de corrupción de funcionarios públicos',
    'Absència de corrupció de funcionaris públics',
  ),
  author: 'V-Dem DemSpaces',
  scale: 'number',
  lowest: 0,
  highest: 1,
  better: 'higher',
}

/** The six democratic spaces, to 2023. */
export const demspaces: ShippedTable = {
  dataset: 'demspaces',
  label: labels('Democratic spaces', 'Espacios democráticos', 'Espais democràtics'),
  where: labels(
    'github.com/vdeminstitute/demspaces, folder create-data/output (V-Dem, CC BY-SA 4.0).',
    'github.com/vdeminstitute/demspaces, carpeta create-data/output (V-Dem, CC BY-SA 4.0).',
    'github.com/vdeminstitute/demspaces, carpeta create-data/output (V-Dem, CC BY-SA 4.0).',
  ),
  recognises: (head) => hasColumns(head, 'gwcode', 'year', 'country_text_id', 'v2x_veracc_osp'),
  reading(columns, chosen) {
    const reading = vdemReading(columns, chosen)
    return {
      ...reading,
      series: reading.series.map((one) =>
        one.series.code === 'v2x_pubcorr' ? { ...one, series: unspoilt } : one,
      ),
    }
  },
  version: ({ name }) => versionInName(name),
}

const episode = [
  { value: 0, label: labels('no episode', 'sin episodio', 'sense episodi') },
  { value: 1, label: labels('in an episode', 'en un episodio', 'en un episodi') },
]

/** Episodes of regime transformation. */
export const ert: ShippedTable = {
  dataset: 'ert',
  label: labels(
    'Episodes of regime transformation',
    'Episodios de transformación de régimen',
    'Episodis de transformació de règim',
  ),
  where: labels(
    'github.com/vdeminstitute/ERT, inst/ert.csv (V-Dem, CC BY-SA 4.0).',
    'github.com/vdeminstitute/ERT, inst/ert.csv (V-Dem, CC BY-SA 4.0).',
    'github.com/vdeminstitute/ERT, inst/ert.csv (V-Dem, CC BY-SA 4.0).',
  ),
  recognises: (head) => hasColumns(head, 'country_text_id', 'year', 'dem_ep', 'aut_ep'),
  reading: (columns, chosen) => ({
    ...vdemReading([], []),
    series: [
      {
        column: 'aut_ep',
        series: {
          code: 'aut_ep',
          label: labels('Autocratisation', 'Autocratización', 'Autocratització'),
          author: 'V-Dem ERT',
          scale: 'order',
          better: 'lower',
          classes: episode,
        },
      },
      {
        column: 'dem_ep',
        series: {
          code: 'dem_ep',
          label: labels('Democratisation', 'Democratización', 'Democratització'),
          author: 'V-Dem ERT',
          scale: 'order',
          better: 'higher',
          classes: episode,
        },
      },
      {
        column: 'reg_type',
        series: {
          code: 'reg_type',
          label: labels('Autocracy or democracy', 'Autocracia o democracia', 'Autocràcia o democràcia'),
          author: 'V-Dem ERT',
          scale: 'order',
          better: 'higher',
          classes: [
            { value: 0, label: labels('autocracy', 'autocracia', 'autocràcia') },
            { value: 1, label: labels('democracy', 'democracia', 'democràcia') },
          ],
        },
      },
      ...chosen
        .filter((code) => columns.includes(code))
        .map((code) => ({ column: code, series: codedSeries(code, 'V-Dem ERT') })),
    ],
  }),
  version: ({ name }) => versionInName(name),
}

export { regimeClasses }
