import type { CodeSystem } from '#catalogue/polities'
import { type Language, labels } from '#platform/i18n'
import type { FormBody } from '#platform/http'
import type { IndicatorWords } from '../messages.ts'
import { guessStyle, type NumberStyle } from '../reading/number-text.ts'
import type { Reading, SeriesDefinition, SeriesReading, YearReading } from '../reading/reading.ts'

/** As many measures as one form takes. */
export const mostOwnMeasures = 6

/** The code systems that a person can choose. */
export const codeSystems: readonly CodeSystem[] = ['iso3', 'iso2', 'cow', 'gw', 'vdem']

/** The styles of numbers that a person can choose. */
export const numberStyles = {
  point: { decimal: '.', thousands: '' },
  comma: { decimal: ',', thousands: '' },
  'point-comma': { decimal: '.', thousands: ',' },
  'comma-point': { decimal: ',', thousands: '.' },
  'point-space': { decimal: '.', thousands: ' ' },
  'comma-space': { decimal: ',', thousands: ' ' },
} as const satisfies Record<string, NumberStyle>

type StyleName = keyof typeof numberStyles

/** What has to be mended in the form. */
export interface FormMistake {
  readonly fieldId: string
  readonly message: string
}

/** What a form says, as far as it can be read; `reading` is null while something is wrong. */
export interface FormReading {
  readonly reading: Reading | null
  readonly mistakes: readonly FormMistake[]
}

/** Reads the form of a profile against the header and first rows of its table. */
export function readingOfForm(
  form: FormBody,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  w: IndicatorWords,
): FormReading {
  const mistakes: FormMistake[] = []
  const wrong = (fieldId: string, message: string) => mistakes.push({ fieldId, message })
  const column = (field: string): string | undefined => {
    const said = form.get(field)
    if (said === '') return undefined
    if (header.includes(said)) return said
    wrong(field, w('error_column', { column: said }))
    return undefined
  }
  const codeColumn = column('code_column')
  const nameColumn = column('name_column')
  if (codeColumn === undefined && nameColumn === undefined) wrong('code_column', w('error_state_column'))
  const system = codeSystems.find((one) => one === form.get('code_system')) ?? 'iso3'
  const years = yearsOf()
  const series = years.at === 'columns' ? acrossSeries() : columnSeries()
  const style = styleOf()
  if (mistakes.length > 0 || style === null) return { reading: null, mistakes }
  const missing = form
    .get('missing')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return {
    mistakes,
    reading: {
      states: {
        codes: codeColumn === undefined ? [] : [{ system, column: codeColumn }],
        ...(nameColumn !== undefined && { name: nameColumn }),
      },
      years,
      numbers: style,
      ...(missing.length > 0 && { missing }),
      series,
    },
  }

  function yearsOf(): YearReading {
    switch (form.get('year_at')) {
      case 'columns':
        return { at: 'columns' }
      case 'fixed': {
        const year = Number(form.get('year_fixed'))
        if (!Number.isInteger(year) || year < 1600 || year > 2200) wrong('year_fixed', w('error_year'))
        return { at: 'fixed', year }
      }
      default: {
        const found = column('year_column')
        if (found === undefined) wrong('year_column', w('error_year_column'))
        return { at: 'column', column: found ?? '' }
      }
    }
  }

  function definition(
    i: number,
    code: string,
  ): { series: SeriesDefinition; words?: Record<string, number> } | null {
    const label = form.get(`label_${i}`).trim().slice(0, 200) || code
    const author = form.get('author').trim().slice(0, 100)
    if (author === '') {
      if (!mistakes.some(({ fieldId }) => fieldId === 'author')) wrong('author', w('error_author'))
      return null
    }
    const bound = (field: string): number | undefined => {
      const said = form.get(`${field}_${i}`).trim()
      if (said === '') return undefined
      const value = Number(said.replace(',', '.'))
      if (!Number.isFinite(value)) wrong(`${field}_${i}`, w('error_number'))
      return value
    }
    const [lowest, highest] = [bound('lowest'), bound('highest')]
    if (lowest !== undefined && highest !== undefined && lowest >= highest)
      wrong(`lowest_${i}`, w('error_bounds'))
    const better = form.get(`better_${i}`)
    const classes = classesOf(i)
    return {
      series: {
        code: code.slice(0, 100),
        label: labels(label, label, label),
        author,
        scale: classes ? 'order' : 'number',
        ...(lowest !== undefined && { lowest }),
        ...(highest !== undefined && { highest }),
        ...((better === 'higher' || better === 'lower') && { better }),
        ...(classes && { classes: classes.classes }),
      },
      ...(classes?.words && { words: classes.words }),
    }
  }

  /** `0 = closed`, or `F = free` with the lowest first: then the letters stand for places. */
  function classesOf(i: number) {
    const lines = form
      .get(`classes_${i}`)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length === 0) return null
    const pairs = lines.map((line) => /^([^=]+)=(.+)$/.exec(line))
    if (pairs.some((pair) => pair === null)) {
      wrong(`classes_${i}`, w('error_classes'))
      return null
    }
    const said = pairs.map(
      (pair) => [(pair?.[1] ?? '').trim(), (pair?.[2] ?? '').trim().slice(0, 200)] as const,
    )
    const numbers = said.map(([value]) => Number(value))
    const plain = numbers.every((value) => Number.isFinite(value))
    const classes = said
      .map(([, word], place) => ({
        value: plain ? (numbers[place] ?? 0) : place,
        label: labels(word, word, word),
      }))
      .toSorted((a, b) => a.value - b.value)
    return plain
      ? { classes }
      : { classes, words: Object.fromEntries(said.map(([value], place) => [value, place])) }
  }

  function columnSeries(): readonly SeriesReading[] {
    const found: SeriesReading[] = []
    for (let i = 0; i < mostOwnMeasures; i++) {
      const value = column(`value_${i}`)
      if (value === undefined) continue
      const made = definition(i, value)
      const [low, high] = [column(`low_${i}`), column(`high_${i}`)]
      if ((low === undefined) !== (high === undefined)) wrong(`low_${i}`, w('error_interval'))
      const deviation = column(`deviation_${i}`)
      if (made)
        found.push({
          ...made,
          column: value,
          ...(low !== undefined && high !== undefined && { low, high }),
          ...(deviation !== undefined && { deviation }),
        })
    }
    if (found.length === 0 && mistakes.length === 0) wrong('value_0', w('error_no_measure'))
    if (new Set(found.map(({ column: one }) => one)).size < found.length) wrong('value_0', w('error_twice'))
    return found
  }

  function acrossSeries(): readonly SeriesReading[] {
    const code = form.get('label_0').trim()
    if (code === '') wrong('label_0', w('error_label'))
    const made = definition(0, code || 'value')
    return made ? [{ ...made, column: '' }] : []
  }

  function styleOf(): NumberStyle | null {
    const asked = form.get('style')
    if (Object.hasOwn(numberStyles, asked)) return numberStyles[asked as StyleName]
    const places =
      years.at === 'columns'
        ? header.flatMap((name, i) => (/^\d{4}/.test(name) ? [i] : []))
        : series.filter(({ words }) => !words).map(({ column: one }) => header.indexOf(one))
    const guess = guessStyle(rows.flatMap((row) => places.map((i) => row[i] ?? '')))
    if (guess.is === 'sure') return guess.style
    wrong(
      'style',
      guess.is === 'ambiguous'
        ? w('error_ambiguous', { example: guess.example })
        : w('error_no_style', { example: guess.example }),
    )
    return null
  }
}

/** Values of a form, as it is shown again. */
export type FormValues = Readonly<Record<string, string>>

/** What a form begins with: what a saved reading says. */
export function valuesOfReading(label: string, reading: Reading, language: Language): FormValues {
  const { states, years, numbers, missing = [], series } = reading
  const style = Object.entries(numberStyles).find(
    ([, one]) => one.decimal === numbers.decimal && one.thousands === numbers.thousands,
  )?.[0]
  return {
    label,
    author: series[0]?.series.author ?? '',
    code_column: states.codes[0]?.column ?? '',
    code_system: states.codes[0]?.system ?? 'iso3',
    name_column: states.name ?? '',
    year_at: years.at,
    year_column: years.at === 'column' ? years.column : '',
    year_fixed: years.at === 'fixed' ? String(years.year) : '',
    style: style ?? '',
    missing: missing.join(', '),
    ...Object.fromEntries(
      series.flatMap(({ series: one, column, low = '', high = '', deviation = '', words }, i) => {
        const letters = new Map(Object.entries(words ?? {}).map(([letter, value]) => [value, letter]))
        return Object.entries({
          value: column,
          label: one.label[language],
          low,
          high,
          deviation,
          lowest: one.lowest === undefined ? '' : String(one.lowest),
          highest: one.highest === undefined ? '' : String(one.highest),
          better: one.better ?? '',
          classes: (one.classes ?? [])
            .map(({ value, label: word }) => `${letters.get(value) ?? value} = ${word[language]}`)
            .join('\n'),
        }).map(([field, value]) => [`${field}_${i}`, value] as const)
      }),
    ),
  }
}
