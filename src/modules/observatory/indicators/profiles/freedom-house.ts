import { labels } from '#platform/i18n'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesReading } from '../reading/reading.ts'
import { numberSeries, yearColumn } from './number-series.ts'
import { hasColumns, type ShippedTable, yearInName } from './shipped-table.ts'

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
    years: yearColumn,
    numbers: plainStyle,
    series: [
      fhStatus,
      {
        column: 'pr',
        series: numberSeries(
          'pr',
          fh,
          [1, 7, 'lower'],
          ['Political rights', 'Derechos políticos', 'Drets polítics'],
        ),
      },
      {
        column: 'cl',
        series: numberSeries(
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
    years: yearColumn,
    numbers: plainStyle,
    series: subscores
      .filter(([code]) => columns.includes(code))
      .map(([code, most, ...names]) => ({
        column: code,
        // A total falls below zero where the discretionary question takes points off.
        series: numberSeries(code, fh, [code === 'total' || code === 'C' ? -4 : 0, most, 'higher'], names),
      })),
  }),
  version: ({ name }) => yearInName(name),
}
