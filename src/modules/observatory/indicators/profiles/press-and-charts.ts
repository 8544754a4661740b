import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesReading } from '../reading/reading.ts'
import { hasColumns, type ShippedTable, yearInName } from './shipped-table.ts'
import { codedSeries } from './vdem-series.ts'

const rsfAuthor = 'RSF'
const part = (column: string, code: string, en: string, es: string, ca: string): SeriesReading => ({
  column,
  series: {
    code,
    label: labels(en, es, ca),
    author: rsfAuthor,
    scale: 'number',
    lowest: 0,
    highest: 100,
    better: 'higher',
  },
})

/**
 * RSF press freedom: a file a year, separated by semicolons, with decimal commas. In 2022 the scale was turned round and
 * the method changed: the scores before and after are two measures, not one line.
 */
export const rsf: ShippedTable = {
  dataset: 'rsf',
  label: labels('RSF, press freedom', 'RSF, libertad de prensa', 'RSF, llibertat de premsa'),
  where: labels(
    'rsf.org, Index: one CSV for each year.',
    'rsf.org, Clasificación: un CSV por cada año.',
    'rsf.org, Classificació: un CSV per cada any.',
  ),
  recognises: (head) =>
    hasColumns(head, 'iso') &&
    head.columns.some((name) => name === 'country_en' || name === 'en_country') &&
    head.columns.some((name) => name.startsWith('score')),
  reading(columns, _chosen, head): Reading {
    const find = (pattern: RegExp) => columns.find((name) => pattern.test(name))
    const since2022 = find(/^Political Context$/i) !== undefined
    const score = find(/^Score(?: (?:N|(?:19|20)\d\d))?$/i)
    const name = find(/^(?:Country_EN|EN_country)$/i)
    const year = find(/^Year ?\(N\)$/i)
    const fixed = Number(yearInName(head.name))
    if (score === undefined || (year === undefined && !fixed))
      throw refuseFile(
        { file: head.name, row: 1 },
        labels(
          'there is no column of this year’s score, or nothing says of which year it is',
          'no hay columna del puntaje de este año, o nada indica de qué año es',
          "no hi ha cap columna de la puntuació d'aquest any, o res no indica de quin any és",
        ),
        labels(
          'Keep the year in the name of the file (2025.csv), or read it with a profile of your own.',
          'Conserve el año en el nombre del archivo (2025.csv), o léalo con un perfil propio.',
          "Conserveu l'any al nom del fitxer (2025.csv), o llegiu-lo amb un perfil propi.",
        ),
      )
    const parts = [
      part(
        'Political Context',
        'political',
        'Press freedom, political context',
        'Libertad de prensa, contexto político',
        'Llibertat de premsa, context polític',
      ),
      part(
        'Economic Context',
        'economic',
        'Press freedom, economic context',
        'Libertad de prensa, contexto económico',
        'Llibertat de premsa, context econòmic',
      ),
      part(
        'Legislative Context',
        'legislative',
        'Press freedom, legal context',
        'Libertad de prensa, contexto legal',
        'Llibertat de premsa, context legal',
      ),
      part(
        'Social Context',
        'social',
        'Press freedom, social context',
        'Libertad de prensa, contexto social',
        'Llibertat de premsa, context social',
      ),
      part(
        'Safety',
        'safety',
        'Press freedom, safety',
        'Libertad de prensa, seguridad',
        'Llibertat de premsa, seguretat',
      ),
    ]
    const names = ['Press freedom', 'Libertad de prensa', 'Llibertat de premsa'] as const
    return {
      states: {
        codes: [{ system: 'iso3', column: find(/^ISO$/i) ?? 'ISO' }],
        ...(name !== undefined && { name }),
        own: { XKO: 'XKX' },
      },
      years: year === undefined ? { at: 'fixed', year: fixed } : { at: 'column', column: year },
      numbers: { decimal: ',', thousands: '' },
      series: since2022
        ? [part(score, 'score', ...names), ...parts.filter(({ column }) => columns.includes(column))]
        : [
            {
              column: score,
              series: {
                code: 'score-to-2021',
                label: labels(
                  'Press freedom (scale until 2021: 0 is best)',
                  'Libertad de prensa (escala hasta 2021: 0 es lo mejor)',
                  'Llibertat de premsa (escala fins al 2021: 0 és el millor)',
                ),
                author: rsfAuthor,
                scale: 'number',
                better: 'lower',
              },
            },
          ],
    }
  },
  version: ({ name }) => yearInName(name),
  scope: (_reading, { name }) => yearInName(name),
}

/** The codes of Our World in Data that are not ISO's. */
const owidCodes = {
  ...{ OWID_KOS: 'XKX', OWID_USS: 'RUS', OWID_GDR: 'DDR', OWID_GFR: 'DEU', OWID_YGS: 'YUG', OWID_CZS: 'CSK' },
  ...{ OWID_SRM: 'SCG', OWID_YAR: 'YEM', OWID_YPR: 'YMD', OWID_RVN: 'VDR', OWID_ZAN: 'EAZ' },
} as const

/** A chart of Our World in Data: entity, code, year, and a column for each measure. */
export const owid: ShippedTable = {
  dataset: 'owid',
  label: labels(
    'Our World in Data, a chart',
    'Our World in Data, un gráfico',
    'Our World in Data, un gràfic',
  ),
  where: labels(
    'ourworldindata.org/grapher/…: Download, Full data (CSV). CC BY, and the terms of the source named there.',
    'ourworldindata.org/grapher/…: Download, Full data (CSV). CC BY, y las condiciones de la fuente allí nombrada.',
    'ourworldindata.org/grapher/…: Download, Full data (CSV). CC BY, i les condicions de la font que s’hi anomena.',
  ),
  recognises: (head) => hasColumns(head, 'entity', 'code', 'year') && head.columns.length >= 4,
  reading(columns): Reading {
    const find = (name: string) => columns.find((one) => one.toLowerCase() === name) ?? name
    const keys = new Set(['entity', 'code', 'year', 'owid_region', 'time'])
    return {
      states: {
        codes: [{ system: 'iso3', column: find('code') }],
        name: find('entity'),
        own: owidCodes,
      },
      years: { at: 'column', column: find('year') },
      numbers: plainStyle,
      series: columns
        .filter((name) => !keys.has(name.toLowerCase()) && !/annotations?$/i.test(name))
        .map((column) => ({ column, series: codedSeries(column.slice(0, 100), 'Our World in Data') })),
    }
  },
  version: () => '',
  // Each chart is a table of its own.
  scope: (reading) =>
    reading.series
      .map(({ column }) => column)
      .join(', ')
      .slice(0, 200),
}
