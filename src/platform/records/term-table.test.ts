import { labels } from '#platform/i18n'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTerms } from './term-table.ts'

const lines = (...rows: string[]) => rows.join('\n')

describe('a table of terms', () => {
  test('reads code, labels and parents, in order', () => {
    const terms = readTerms(
      lines(
        'a | A | Á | À',
        '  b | B | Be | Bé',
        '    c | C | Ce | Cé',
        '  d | D | De | Dé',
        'e | E | É | È',
      ),
    )
    expect(terms.map((term) => [term.code, term.parent])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'b'],
      ['d', 'a'],
      ['e', undefined],
    ])
    expect(terms[1]?.label).toEqual(labels('B', 'Be', 'Bé'))
  })

  test('attaches notes to their terms', () => {
    const note = labels('n', 'n', 'n')
    expect(readTerms('a | A | A | A', { a: note })[0]?.note).toEqual(note)
  })

  test.each([
    ['a label is missing', 'a | A | Á', /four cells/],
    ['a cell too many', 'a | A | Á | À | x', /four cells/],
    ['a level is skipped', lines('a | A | Á | À', '    b | B | B | B'), /indentation/],
    ['half an indentation', lines('a | A | Á | À', ' b | B | B | B'), /indentation/],
    ['a code stands twice', lines('a | A | Á | À', 'a | B | B | B'), /twice/],
  ])('is refused when %s', (_case, table, message) => {
    expect(() => readTerms(table)).toThrow(message)
  })

  test('is refused with a note for no term', () => {
    expect(() => readTerms('a | A | Á | À', { b: labels('n', 'n', 'n') })).toThrow(/note/)
  })

  test('gives back any tree that was written as a table', () => {
    // Each number says how many levels to climb before the next term is hung there.
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 40 }), (climbs) => {
        const line: string[] = []
        const written = climbs.map((climb, i) => {
          line.length = Math.max(0, line.length - climb)
          const term = { code: `t${i}`, parent: line.at(-1), depth: line.length }
          line.push(term.code)
          return term
        })
        const table = written.map((t) => `${'  '.repeat(t.depth)}${t.code} | E${t.code} | S | C`).join('\n')
        expect(readTerms(table).map(({ code, parent }) => ({ code, parent }))).toEqual(
          written.map(({ code, parent }) => ({ code, parent })),
        )
      }),
    )
  })
})
