import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { createRowCutter } from './csv-rows.ts'

/** The cells of columns `a` and `b`, as text, when the bytes come in pieces of `size`. */
function read(text: string, size = 1_000_000, asked = { required: ['a', 'b'] }) {
  const rows: (readonly [number, string, string])[] = []
  const cutter = createRowCutter('x.csv', asked, (cells) =>
    rows.push([cells.row, cells.text(0), cells.text(1)]),
  )
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) cutter.push(bytes.subarray(at, at + size))
  cutter.end()
  return rows
}

const problemOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.explanation
    throw error
  }
  throw new Error('it was not refused')
}

describe('columns of a CSV file', () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  test('are what was written, however the bytes are cut, whatever ends the lines', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string(), fc.string()), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (cells, end, separator, size, last) => {
          const lines = [['b', 'c', 'a'], ...cells].map((row) => row.map(quote).join(separator))
          const rows = read(`\uFEFF${lines.join(end)}${last ? end : ''}`, size)
          expect(rows).toEqual(cells.map(([b, , a], i) => [i + 2, a.trim(), b.trim()]))
        },
      ),
      { numRuns: 100 },
    ))

  test('are found by name, extra ones passed over, blank lines counted', () =>
    expect(read('z,b,a\n1,2,3\n\n4,5,6\n')).toEqual([
      [2, '3', '2'],
      [4, '6', '5'],
    ]))

  test('as numbers: whole ones, signed, quoted; anything else is none', () => {
    const seen: number[] = []
    const cutter = createRowCutter('x.csv', { required: ['a'] }, (cells) => seen.push(cells.integer(0)))
    cutter.push(Buffer.from('a\n7\n"8"\n -9 \n1.5\nNA\n""\n12345678901234567890\n'))
    cutter.end()
    expect(seen).toEqual([7, 8, -9, Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })

  test('a missing column is named, and those that are there', () =>
    expect(problemOf(() => read('a,c\n1,2\n'))).toEqual({
      en: 'x.csv, row 1: no column b; there is a, c. Check that this is the right file, and that its first row names the columns.',
      es: 'x.csv, fila 1: falta la columna b; hay a, c. Verifique que sea el archivo correcto y que la primera fila nombre las columnas.',
      ca: 'x.csv, fila 1: hi falta la columna b; hi ha a, c. Comproveu que és el fitxer correcte i que la primera fila anomena les columnes.',
    }))
  test('a column that stands twice', () =>
    expect(problemOf(() => read('a,b,a\n'))?.en).toContain('row 1, column a: the column stands twice'))
  test('a row of another width', () =>
    expect(problemOf(() => read('a,b\n1,2\n1,2,3\n'))?.es).toContain(
      'fila 3: 3 celdas donde el encabezado tiene 2',
    ))
  test('a quote that is never closed', () =>
    expect(problemOf(() => read('a,b\n1,2\n1,"2\n3,4\n'))?.ca).toContain("fila 3: s'obren cometes"))
  test('an empty file', () => expect(problemOf(() => read(''))?.en).toContain('the file is empty'))
})
