import { buffer as bufferOf } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTable, writeXlsx, writeZip } from './index.ts'
import { fixture, readTable, refusal } from './table-fixture.ts'
import { isDateFormat, numberText, serialDate } from './xlsx-numbers.ts'

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return fixture('list.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
}

describe('a workbook', () => {
  it('gives dates as ISO text, formulas by their kept value, and never computes', async () => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('List')
      sheet.addRow(['name', 'born', 'seen', 'sum', 'no value', 'yes', 'number', 'rich', 'wrong'])
      sheet.addRow([
        'José Núñez & <hijos>',
        new Date(Date.UTC(1976, 10, 3)),
        new Date(Date.UTC(1977, 1, 4, 10, 30, 15)),
        { formula: 'SUM(1,2)', result: 999 },
        { formula: 'NOW()' },
        true,
        0.1 + 0.2,
        { richText: [{ text: 'a' }, { text: ' b', font: { bold: true } }] },
        { error: '#REF!' },
      ])
      sheet.addRow(['late', null, null, { formula: '"x"&"y"', result: 'kept text' }, null, false, 30_000_000])
      sheet.getCell('C2').numFmt = 'dd/mm/yyyy hh:mm'
      book.addWorksheet('Other').addRows([['x'], ['1']])
    })
    const table = await readTable(path)
    expect(table).toMatchObject({ format: 'xlsx', warnings: [] })
    expect(table.columns).toEqual([
      'name',
      'born',
      'seen',
      'sum',
      'no value',
      'yes',
      'number',
      'rich',
      'wrong',
    ])
    expect(table.cells).toEqual([
      ['José Núñez & <hijos>', '1976-11-03', '1977-02-04T10:30:15', '999', '', 'true', '0.3', 'a b', ''],
      ['late', '', '', 'kept text', '', 'false', '30000000', '', ''],
    ])
    expect(table.problems).toEqual(['formula-without-value 2:5', 'cell-error-value 2:9'])
  })

  it('reads the named sheet, and names those it has when there is none', async () => {
    const path = await workbook((book) => {
      book.addWorksheet('First').addRows([['a'], ['1']])
      book.addWorksheet('Second & last').addRows([['b'], ['2']])
    })
    expect((await readTable(path, { sheet: 'Second & last' })).cells).toEqual([['2']])
    expect((await readTable(path)).columns).toEqual(['a'])
    await expect(readTable(path, { sheet: 'Third' })).rejects.toMatchObject({
      problem: { code: 'sheet-missing', params: { name: 'Third', sheets: 'First, Second & last' } },
    })
  })

  it('keeps rows at their numbers, and reads a workbook that is called .csv', async () => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('S')
      sheet.getCell('A1').value = 'a'
      sheet.getCell('C1').value = 'c'
      sheet.getCell('C5').value = 'x'
      sheet.getCell('D5').value = 'beyond'
    })
    const table = await readTable(path, { fileName: 'list.csv' })
    expect(table.columns).toEqual(['a', 'column 2', 'c'])
    expect(table.rows).toMatchObject([{ row: 5, cells: ['', '', 'x'] }])
    expect(table.problems).toEqual(['too-many-cells 5:4'])
  })

  it('reads thousands of rows in batches, and can be left in the middle', async () => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('S')
      sheet.addRow(['id', 'name'])
      for (let i = 0; i < 5000; i++) sheet.addRow([i, `name ${i}`])
    })
    const whole = await readTable(path)
    expect(whole.cells).toHaveLength(5000)
    expect(whole.cells.at(-1)).toEqual(['4999', 'name 4999'])
    const table = await openTable(path, { fileName: path })
    for await (const row of table.rows) if (row.row > 10) break
    await table.close()
    const closed = await openTable(path, { fileName: path })
    await closed.close()
    const drain = async (): Promise<void> => {
      for await (const row of closed.rows) expect(row.row).toBeGreaterThan(1)
    }
    await expect(drain()).rejects.toThrow('has ended')
  })
})

describe('a workbook that is not safe', () => {
  const parts = (sheet: string): { name: string; content: Buffer }[] =>
    Object.entries({
      '_rels/.rels':
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      'xl/workbook.xml':
        '<workbook xmlns:r="x/relationships"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
    }).map(([name, content]) => ({ name, content: Buffer.from(content) }))
  const book = async (sheet: string): Promise<string> =>
    fixture('list.xlsx', await bufferOf(writeZip(parts(sheet))))
  const row = (n: number, cell: string): string =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${cell}</t></is></c></row>`

  it('is read when it is only unusual', async () => {
    const sheet = `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="str"><x:v>a &gt; &#233;</x:v></x:c></x:row><!-- <row> -->
      <row><c t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c></row></x:sheetData></x:worksheet>`
    expect(await readTable(await book(sheet))).toMatchObject({ columns: ['a > é'], cells: [['<b>']] })
  })

  it('is told to be saved as CSV when it is over a cap', async () => {
    const many = `<worksheet><sheetData>${Array.from({ length: 3000 }, (_, i) => row(i + 1, `name ${i}`)).join('')}</sheetData></worksheet>`
    const path = await book(many)
    expect(await refusal(readTable(path, { limits: { workbookCells: 1000 } }))).toBe('workbook-too-large')
    expect(await refusal(readTable(path, { limits: { workbookBytes: 50_000 } }))).toBe('workbook-too-large')
    const zeros = await book(
      `<worksheet><sheetData>${row(1, ' '.repeat(30 * 1024 * 1024))}</sheetData></worksheet>`,
    )
    expect(await refusal(readTable(zeros))).toBe('workbook-too-large')
  })

  it('that exhausts the memory of its thread stops only that thread', { timeout: 30_000 }, async () => {
    const shared = Array.from(
      { length: 160_000 },
      (_, i) => `<si><t>${'text of a shared string '.repeat(8)}${i}</t></si>`,
    ).join('')
    const entries = parts(`<worksheet><sheetData>${row(1, 'a')}</sheetData></worksheet>`)
    entries[2] = {
      name: 'xl/_rels/workbook.xml.rels',
      content: Buffer.from(
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      ),
    }
    entries.push({ name: 'xl/sharedStrings.xml', content: Buffer.from(`<sst>${shared}</sst>`) })
    const path = fixture('list.xlsx', await bufferOf(writeZip(entries)))
    expect((await readTable(path)).columns).toEqual(['a'])
    expect(await refusal(readTable(path, { limits: { workbookMemory: 24 } }))).toBe('workbook-too-large')
  })

  it('leaves a cell over the limit empty and names it', async () => {
    const text = Array.from({ length: 500_000 }, (_, i) => (i * 7919).toString(36)).join(' ')
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024)
    const path = await book(
      `<worksheet><sheetData>${row(1, 'a')}${row(2, text)}${row(3, 'x')}</sheetData></worksheet>`,
    )
    const table = await readTable(path)
    expect(table.cells).toEqual([[''], ['x']])
    expect(table.problems).toEqual(['cell-too-long 2:1'])
  })

  it('is refused with a document type, when broken, encrypted or old', async () => {
    expect(await refusal(readTable(await book('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')))).toBe(
      'workbook-unreadable',
    )
    expect(await refusal(readTable(await book('<worksheet><sheetData><row><c t="str"')))).toBe(
      'workbook-unreadable',
    )
    expect(await refusal(readTable(await book('<worksheet><sheetData></sheetData></worksheet>')))).toBe(
      'empty-file',
    )
    expect(await refusal(readTable(fixture('list.xlsx', 'no workbook')))).toBe('workbook-unreadable')
    const old = Buffer.alloc(4096)
    old.writeUInt32BE(0xd0cf11e0)
    expect(await refusal(readTable(fixture('list.xls', old)))).toBe('workbook-old-format')
    old.write('EncryptedPackage', 1024, 'utf16le')
    expect(await refusal(readTable(fixture('list.xlsx', old)))).toBe('workbook-encrypted')
  })
})

describe('XLSX out', () => {
  it('is read back as it was by this room and by exceljs, formulas as text', async () => {
    const rows = [
      ['=1+1', "'x", ' spaces  '],
      ['line 1\nline 2', '<&>"é', '_x0041_'],
      ['', '-5', '\u0001\r\n'],
    ]
    const wide = Array.from({ length: 800 }, (_, i) => `column ${i}`)
    const wideTable = await readTable(fixture('wide.xlsx', await bufferOf(writeXlsx(wide, [wide]))))
    expect([wideTable.columns, wideTable.cells]).toEqual([wide, [wide]])
    const path = fixture(
      'own.xlsx',
      await bufferOf(writeXlsx(['a', 'b', 'c'], rows, { sheet: 'Cases / 1 & 2' })),
    )
    expect(await readTable(path)).toMatchObject({ columns: ['a', 'b', 'c'], cells: rows, problems: [] })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Cases   1 & 2'])
    expect(book.worksheets[0]?.getCell('A2').value).toBe('=1+1')
    expect(book.worksheets[0]?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
  })

  it('gives any text back', { timeout: 30_000 }, async () => {
    const cell = fc.string({ unit: 'binary' })
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 100, maxLength: 300 }), async (cells) => {
        const rows = cells.map((value) => ['key', value])
        const table = await readTable(fixture('own.xlsx', await bufferOf(writeXlsx(['k', 'v'], rows))))
        expect(table.cells).toEqual(rows)
      }),
      { numRuns: 3 },
    )
  })

  it('fails, naming the cell, on what a sheet cannot hold', async () => {
    await expect(bufferOf(writeXlsx(['a'], [['x'], ['x'.repeat(32_768)]]))).rejects.toMatchObject({
      problem: { code: 'cell-too-long-for-workbook', row: 3, column: 1 },
    })
  })

  it('waits for its reader', async () => {
    let asked = 0
    function* rows(): Generator<string[]> {
      for (; asked < 300_000; asked++) yield [Math.random().toString(36).repeat(20)]
    }
    const stream = writeXlsx(['a'], rows())
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(asked).toBeLessThan(100_000)
    stream.destroy()
  })
})

describe('numbers and dates of Excel', () => {
  it('knows formats of dates', () => {
    for (const code of ['dd/mm/yyyy', 'd "de" mmmm', '[$-C0A]d mmm yyyy;@', 'h:mm', '[h]:mm:ss', 'yyyy']) {
      expect([code, isDateFormat(164, code)]).toEqual([code, true])
    }
    for (const code of ['0.00', '#,##0 "days"', 'General', '[Red]0', '0.00E+00', '@', '\\d0', '"dmy"0']) {
      expect([code, isDateFormat(164, code)]).toEqual([code, false])
    }
    expect([isDateFormat(14, undefined), isDateFormat(2, undefined)]).toEqual([true, false])
  })

  it('reads serial numbers, with the day in 1900 that never was, and from 1904', () => {
    expect(serialDate(1, false)).toBe('1900-01-01')
    expect(serialDate(59, false)).toBe('1900-02-28')
    expect(serialDate(61, false)).toBe('1900-03-01')
    expect(serialDate(28_067, false)).toBe('1976-11-03')
    expect(serialDate(28_067.5, false)).toBe('1976-11-03T12:00:00')
    expect(serialDate(0.25, false)).toBe('06:00:00')
    expect(serialDate(26_605, true)).toBe('1976-11-03')
    expect(serialDate(-1, false)).toBeUndefined()
  })

  it('writes numbers as people read them', () => {
    expect(['1E+2', '0.30000000000000004', '12345678', '-0.5', '1.0', ''].map(numberText)).toEqual([
      '100',
      '0.3',
      '12345678',
      '-0.5',
      '1',
      '',
    ])
  })
})
