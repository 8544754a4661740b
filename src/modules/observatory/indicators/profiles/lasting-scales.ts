import { labels } from '#platform/i18n'
import { plainStyle } from '../reading/number-text.ts'
import type { Reading, SeriesReading } from '../reading/reading.ts'
import { numberSeries, yearColumn } from './number-series.ts'
import { hasColumns, type ShippedTable, versionInName, yearInName } from './shipped-table.ts'

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
    years: yearColumn,
    numbers: plainStyle,
    series: [
      {
        column: 'polity',
        reasons: { '-66': 'interruption', '-77': 'interregnum', '-88': 'transition' },
        series: numberSeries(
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
    years: yearColumn,
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
        series: numberSeries(
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
