import { text as textOf } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOwnCell, writeCsv, writeJson, writeNdjson, writeOwnCell } from './index.ts'
import { fixture, readTable } from './table-fixture.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "''"), fc.string())
    .map((parts) => parts.join('')),
)

describe('the rule for formulas', () => {
  it('gives every cell back, and never writes one that a spreadsheet computes (claim 28)', () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        const written = writeOwnCell(cell)
        expect(readOwnCell(written)).toBe(cell)
        expect(written).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('strips exactly one apostrophe', () => {
    expect(writeOwnCell('=1+1')).toBe("'=1+1")
    expect(writeOwnCell("'quoted'")).toBe("''quoted'")
    expect(readOwnCell("''quoted'")).toBe("'quoted'")
    expect(writeOwnCell('Ana')).toBe('Ana')
    expect(writeOwnCell('-5')).toBe("'-5")
  })
})

describe('CSV out', () => {
  it('is read back as it was, for any rows', async () => {
    // A zero byte or a lone surrogate cannot stand in a UTF-8 text file.
    const cell = anyText.map((value) => value.replaceAll('\0', '').toWellFormed().replaceAll('\uFFFD', ''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 10 }),
        async (rows) => {
          const filled = rows.map((row) => ['x', ...row])
          const written = await textOf(writeCsv(['key', 'a', 'b', 'c'], filled))
          const table = await readTable(fixture('own.csv', `\uFEFF${written}`))
          expect(table.cells.map((cells) => (cells as readonly string[]).map(readOwnCell))).toEqual(filled)
          expect([table.problems, table.warnings]).toEqual([[], []])
        },
      ),
      { numRuns: 50 },
    )
  })

  it('has a mark, CRLF, and quotes only where needed', async () => {
    const buffers: Buffer[] = []
    for await (const chunk of writeCsv(
      ['a', 'b'],
      [
        ['1', 'x, y'],
        ['', ' z'],
      ],
    ))
      buffers.push(chunk as Buffer)
    expect(Buffer.concat(buffers).toString('utf8')).toBe('\uFEFFa,b\r\n1,"x, y"\r\n," z"\r\n')
  })

  it('asks for rows only as fast as they are taken', async () => {
    let asked = 0
    function* rows(): Generator<string[]> {
      for (;;) {
        asked++
        yield ['x'.repeat(1000)]
      }
    }
    const stream = writeCsv(['a'], rows())
    for await (const _ of stream) break
    expect(asked).toBeLessThan(1000)
  })
})

describe('JSON out', () => {
  it('is a list, or a line for each', async () => {
    const records = [{ a: 1 }, { a: 'dos\n' }]
    expect(JSON.parse(await textOf(writeJson(records)))).toEqual(records)
    expect(JSON.parse(await textOf(writeJson([])))).toEqual([])
    const lines = (await textOf(writeNdjson(records))).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(records)
  })
})
