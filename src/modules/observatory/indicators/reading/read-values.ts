import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseFile } from '../../files/refusal.ts'
import type { Finding } from '../../sources/importer.ts'
import { asUtf8, readHeader } from './header.ts'
import { matchState } from './match-state.ts'
import { readNumber } from './number-text.ts'
import type { Reading, SeriesReading } from './reading.ts'
import { collectNotices, valueNotices } from './value-notices.ts'

/** A value as it was read. */
export interface ReadValue {
  readonly polity: string
  readonly year: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** As the source writes it, where that is more than the number. */
  readonly said: string | null
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
}

/** A measure with its values in a file. */
export interface ReadSeries {
  readonly reading: SeriesReading
  readonly values: readonly ReadValue[]
}

/** What came of reading a table. */
export interface ReadTable {
  readonly series: readonly ReadSeries[]
  /** Rows of the table. */
  readonly rows: number
  readonly firstYear: number
  readonly lastYear: number
  readonly findings: readonly Finding[]
}

/** A year at the head of a column: `1996`, `1996 [YR1996]`. */
const yearOfColumn = (name: string): number | null => {
  const found = /^(1[6-9]\d\d|20\d\d)(?: ?\[YR\d{4}\])?$/.exec(name.trim())
  return found ? Number(found[1]) : null
}

/**
 * Reads a table of states and years as its reading says. States that are not known, codes that contradict names, rows that
 * repeat one another and values outside their scale are noticed and left out or told, never guessed; a cell that is no
 * number refuses the file.
 *
 * @throws Problem naming file, row, column and remedy
 */
export async function readValues(
  path: string,
  reading: Reading,
  progress: (rows: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadTable> {
  await using table = await asUtf8(path)
  const header = await readHeader(table.path)
  const wide = reading.years.at === 'columns'
  const yearColumns = wide
    ? header.flatMap((name) => {
        const year = yearOfColumn(name)
        return year === null ? [] : [{ name, year }]
      })
    : []
  const file = path.split('/').at(-1) ?? path
  if (wide && yearColumns.length === 0)
    throw refuseFile(
      { file, row: 1 },
      labels(
        'no column is named by a year',
        'ninguna columna lleva un año por nombre',
        'cap columna no té un any per nom',
      ),
      labels(
        'Choose the column that holds the year, or say of which year the table is.',
        'Elija la columna que contiene el año, o indique de qué año es la tabla.',
        "Trieu la columna que conté l'any, o indiqueu de quin any és la taula.",
      ),
    )
  const required = [
    ...new Set([
      ...reading.states.codes.map(({ column }) => column),
      ...(reading.states.name === undefined ? [] : [reading.states.name]),
      ...(reading.years.at === 'column' ? [reading.years.column] : []),
      ...(wide ? yearColumns.map(({ name }) => name) : reading.series.map(({ column }) => column)),
    ]),
  ]
  const optional = [
    ...new Set(
      reading.series
        .flatMap(({ low, high, deviation, status }) => [low, high, deviation, status])
        .filter((name) => name !== undefined && !required.includes(name)),
    ),
  ] as readonly string[]
  const at = new Map([...required, ...optional].map((name, i) => [name, i]))
  const place = (name: string | undefined): number => (name === undefined ? -1 : (at.get(name) ?? -1))
  const codePlaces = reading.states.codes.map(({ column }) => place(column))
  const namePlace = place(reading.states.name)
  const yearPlace = reading.years.at === 'column' ? place(reading.years.column) : -1
  const missing = new Set(reading.missing ?? [])
  const notices = collectNotices()
  const matches = new Map<string, ReturnType<typeof matchState>>()
  const collected = (wide ? reading.series.slice(0, 1) : reading.series).map((one) => ({
    reading: one,
    values: [] as ReadValue[],
    /** Place of each state and year among the values. */
    seen: new Map<string, number>(),
    places: {
      value: place(one.column),
      low: place(one.low),
      high: place(one.high),
      deviation: place(one.deviation),
      status: place(one.status),
    },
  }))
  let [firstYear, lastYear] = [Infinity, -Infinity]

  const { rows } = await readColumns(table.path, { required, optional }, (cells) => {
    const { row } = cells
    if (row % 2000 === 0) {
      signal?.throwIfAborted()
      progress(row)
    }
    const text = (i: number): string => (i < 0 ? '' : cells.text(i))
    const name = text(namePlace)
    const codes = codePlaces.map(text)
    const shown = [...new Set([...codes, name])].filter((one) => one !== '').join(', ')
    if (reading.states.aggregates?.test(name)) return
    const year = yearOf()
    if (year === null) return
    if (!wide) takeYear(year, (one) => one.places.value)
    else for (const column of yearColumns) takeYear(column.year, () => place(column.name))

    function yearOf(): number | null {
      if (reading.years.at === 'fixed') return reading.years.year
      if (reading.years.at === 'columns') return 0
      const said = text(yearPlace)
      const found = /^(\d{4})(?:\.0+)?$/.exec(said)
      if (found) return Number(found[1])
      if (said === '' || said === 'NA') {
        notices.note('year', valueNotices.noYear, `${rowWord} ${row}: ${shown}`)
        return null
      }
      throw refuseFile(
        { file, row, column: reading.years.column },
        labels(`"${said}" is no year`, `"${said}" no es un año`, `"${said}" no és cap any`),
        labels(
          'Choose the column that holds years of four digits.',
          'Elija la columna que contiene años de cuatro cifras.',
          'Trieu la columna que conté anys de quatre xifres.',
        ),
      )
    }

    function takeYear(of: number, valuePlace: (one: (typeof collected)[number]) => number): void {
      const key = `${codes.join('|')}|${name}|${of}`
      const match = matches.get(key) ?? matchState(reading.states, { codes, name }, of)
      matches.set(key, match)
      if (!match.polity) {
        notices.note('unknown', valueNotices.unknownState, shown === '' ? `${rowWord} ${row}` : shown)
        return
      }
      if (match.differs)
        notices.note(
          'differs',
          valueNotices.stateDiffers,
          `${codes.find((one) => one !== '') ?? ''} = ${match.polity.code}, ${name} = ${match.differs.code}`,
        )
      else if (match.named) notices.note('named', valueNotices.onlyNamed, shown)
      for (const one of collected) {
        const value = valueAt(one, valuePlace(one), of)
        if (!value) continue
        const spot = `${match.polity.code} ${of}`
        const before = one.seen.get(spot)
        if (before === undefined) {
          one.seen.set(spot, one.values.length)
          one.values.push({ polity: match.polity.code, year: of, row, ...value })
        } else if (value.value !== null) {
          // A state that ended goes on in some tables as "not existing", beside its successor's values.
          if (one.values[before]?.value === null)
            one.values[before] = { polity: match.polity.code, year: of, row, ...value }
          else notices.note('repeated', valueNotices.repeated, `${rowWord} ${row}: ${spot}`)
        }
        firstYear = Math.min(firstYear, of)
        lastYear = Math.max(lastYear, of)
      }
    }

    function valueAt(one: (typeof collected)[number], i: number, of: number) {
      const { words, reasons, series } = one.reading
      const said = text(i)
      const none = { value: null, low: null, high: null }
      const reason = reasons?.[said]
      if (reason !== undefined) return { ...none, said: `${said} (${reason})` }
      if (words) {
        const value = words[said]
        if (value !== undefined) return { value, low: null, high: null, said }
        if (readNumber(said, reading.numbers, missing).is === 'missing') return null
        notices.note(`word ${series.code}`, valueNotices.unknownWord, `${rowWord} ${row}: ${said}`)
        return null
      }
      const number = readNumber(said, reading.numbers, missing)
      if (number.is === 'other')
        throw refuseFile(
          { file, row, column: wide ? String(of) : one.reading.column },
          labels(
            `"${said}" is no number with a decimal ${reading.numbers.decimal === '.' ? 'point' : 'comma'}`,
            `"${said}" no es un número con ${reading.numbers.decimal === '.' ? 'punto' : 'coma'} decimal`,
            `"${said}" no és cap nombre amb ${reading.numbers.decimal === '.' ? 'punt' : 'coma'} decimal`,
          ),
          labels(
            'Read the file with a profile that says how it writes its numbers, or correct the cell.',
            'Lea el archivo con un perfil que indique cómo escribe los números, o corrija la celda.',
            'Llegiu el fitxer amb un perfil que digui com escriu els nombres, o corregiu la cel·la.',
          ),
        )
      if (number.is === 'missing') {
        const status = text(one.places.status)
        return status === '' || status === '0' || one.places.status < 0
          ? null
          : { ...none, said: `${said === '' ? '–' : said} (${one.reading.status} ${status})` }
      }
      const { value } = number
      if (
        (series.lowest !== undefined && value < series.lowest) ||
        (series.highest !== undefined && value > series.highest)
      ) {
        notices.note(
          `outside ${series.code}`,
          valueNotices.outside,
          `${rowWord} ${row}, ${series.code}: ${said}`,
        )
        return null
      }
      return { value, ...boundsAt(one, value), said: said === String(value) ? null : plainly(said, value) }
    }

    function boundsAt(one: (typeof collected)[number], value: number) {
      const read = (i: number): number | null => {
        const found = readNumber(text(i), reading.numbers, missing)
        return found.is === 'number' ? found.value : null
      }
      const [low, high] = [read(one.places.low), read(one.places.high)]
      if (low !== null && high !== null) {
        if (low <= value && value <= high) return { low, high }
        notices.note(
          'bounds',
          valueNotices.oddBounds,
          `${rowWord} ${row}, ${one.reading.series.code}: ${low}, ${value}, ${high}`,
        )
        return { low: null, high: null }
      }
      const deviation = read(one.places.deviation)
      return deviation === null || deviation < 0
        ? { low: null, high: null }
        : { low: value - z95 * deviation, high: value + z95 * deviation }
    }
  })
  return {
    series: collected
      .filter(({ values }) => values.length > 0)
      .map(({ reading: one, values }) => ({ reading: one, values })),
    rows,
    firstYear: firstYear === Infinity ? 0 : firstYear,
    lastYear: lastYear === -Infinity ? 0 : lastYear,
    findings: notices.findings(),
  }
}

/** The normal quantile of an interval of 95 %. */
const z95 = 1.959964

/** Examples are not translated. */
const rowWord = 'row'

/** A writing of the number that a person would not miss is not kept: `0.50`, `.5`, `1e3`. */
const plainly = (said: string, value: number): string | null => (Number(said) === value ? null : said)
