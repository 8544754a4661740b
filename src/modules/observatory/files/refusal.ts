import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'

/** Where something stands in a file: the row as a spreadsheet counts it (the header is row 1), and the column's name. */
export interface Place {
  readonly file: string
  readonly row?: number
  readonly column?: string
}

const where = (
  { file, row, column }: Place,
  { row: rowWord, column: columnWord }: { row: string; column: string },
): string =>
  [
    file,
    ...(row === undefined ? [] : [`${rowWord} ${row}`]),
    ...(column === undefined ? [] : [`${columnWord} ${column}`]),
  ].join(', ')

/** Refuses a file: where, what is wrong, what to do. */
export function refuseFile(place: Place, wrong: Labels, remedy: Labels): Problem {
  const say = (language: keyof Labels, words: { row: string; column: string }) =>
    `${where(place, words)}: ${wrong[language]}. ${remedy[language]}`
  return new Problem('malformed', {
    explanation: {
      en: say('en', { row: 'row', column: 'column' }),
      es: say('es', { row: 'fila', column: 'columna' }),
      ca: say('ca', { row: 'fila', column: 'columna' }),
    },
  })
}

/** The value is none of those expected there. */
export const refuseValue = (place: Place, value: string, expected: Labels): Problem =>
  refuseFile(
    place,
    {
      en: `"${value}" is not ${expected.en}`,
      es: `"${value}" no es ${expected.es}`,
      ca: `"${value}" no és ${expected.ca}`,
    },
    {
      en: 'Correct the row in the file and try again.',
      es: 'Corrija la fila en el archivo y vuelva a intentarlo.',
      ca: 'Corregiu la fila al fitxer i torneu-ho a provar.',
    },
  )

/** Refuses what was asked on the command line. */
export const refuseOption = (option: string, value: string, expected: Labels): Problem =>
  new Problem('malformed', {
    explanation: {
      en: `--${option} ${value}: give ${expected.en}.`,
      es: `--${option} ${value}: indique ${expected.es}.`,
      ca: `--${option} ${value}: indiqueu ${expected.ca}.`,
    },
  })
