import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCsvScanner } from './csv-scanner.ts'
import { fixture, readTable, refusal, said } from './table-fixture.ts'

const csv = (content: string | Uint8Array) => readTable(fixture('list.csv', content))
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('encodings', () => {
  const text = 'name;city\r\nJosé Núñez;Córdoba\r\n'

  it('reads UTF-8 with and without a mark', async () => {
    for (const content of [text, `\uFEFF${text}`]) {
      const table = await csv(content)
      expect(table).toMatchObject({ encoding: 'utf-8', columns: ['name', 'city'], warnings: [] })
      expect(table.cells).toEqual([['José Núñez', 'Córdoba']])
    }
  })

  it('reads UTF-16 in both orders, with and without a mark', async () => {
    const le = Buffer.from(text, 'utf16le')
    const be = Buffer.from(le).swap16()
    const cases: [Buffer, string, number][] = [
      [Buffer.concat([Buffer.from([0xff, 0xfe]), le]), 'utf-16le', 0],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), be]), 'utf-16be', 0],
      [le, 'utf-16le', 1],
      [be, 'utf-16be', 1],
    ]
    for (const [content, encoding, warnings] of cases) {
      const table = await csv(content)
      expect([table.encoding, table.warnings.length, table.cells]).toEqual([
        encoding,
        warnings,
        [['José Núñez', 'Córdoba']],
      ])
    }
  })

  it('reads Latin-1 and Windows-1252 and says so', async () => {
    const plain = await csv(latin1(text))
    expect(plain.cells).toEqual([['José Núñez', 'Córdoba']])
    expect(plain.warnings).toEqual([
      { code: 'encoding-guessed', params: { encoding: 'Latin-1 (ISO 8859-1)' } },
    ])
    const windows = await csv(
      Buffer.concat([latin1('a;b\n'), Buffer.from([0x93, 0x41, 0x94, 0x3b, 0x80, 0x0a])]),
    )
    expect(windows.cells).toEqual([['“A”', '€']])
    expect(windows.warnings).toMatchObject([{ params: { encoding: 'Windows-1252' } }])
  })

  it('finds the only accent of a long file', async () => {
    const table = await csv(latin1(`name\n${'plain\n'.repeat(30_000)}José\n`))
    expect(table.cells.at(-1)).toEqual(['José'])
    expect(table.warnings).toHaveLength(1)
  })

  it('reads UTF-8 with a few bad bytes as UTF-8 and names the row', async () => {
    const good = Buffer.from(`name,city\n${'José,Córdoba\n'.repeat(20)}`)
    const table = await csv(Buffer.concat([good, Buffer.from([0x4a, 0xe9, 0x2c, 0x78, 0x0a])]))
    expect(table.encoding).toBe('utf-8')
    expect(table.warnings.map(said)).toEqual(['encoding-damaged 22:'])
    expect(table.cells[0]).toEqual(['José', 'Córdoba'])
    expect(table.problems).toEqual(['encoding-damaged 22:1'])
  })

  it('refuses binary and empty files', async () => {
    expect(await refusal(csv(Buffer.from('name\nab\0c\n')))).toBe('binary-file')
    expect(await refusal(csv(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 1])))).toBe(
      'binary-file',
    )
    expect(await refusal(csv(''))).toBe('empty-file')
    expect(await refusal(csv('\n\n'))).toBe('empty-file')
    expect(await refusal(csv(Buffer.from('\uFEFFa,b\0\n', 'utf16le')))).toBe('binary-file')
  })
})

describe('delimiters', () => {
  it.each([',', ';', '\t', '|'])('finds %j', async (delimiter) => {
    const table = await csv(
      ['name', 'date', 'city'].join(delimiter) +
        '\n' +
        ['"Paz, Ana; hija"', '1,5', 'x'].join(delimiter) +
        '\n',
    )
    expect(table.delimiter).toBe(delimiter)
    expect(table.columns).toEqual(['name', 'date', 'city'])
  })

  it('takes a file of one column, and the hint that Excel writes', async () => {
    expect(await csv('name\nAna\nEva\n')).toMatchObject({ columns: ['name'], cells: [['Ana'], ['Eva']] })
    expect(await csv('sep=|\nname|city\nAna|x\n')).toMatchObject({ delimiter: '|', cells: [['Ana', 'x']] })
  })
})

describe('rows and header', () => {
  it('numbers rows as a spreadsheet does, blank ones counted and left out', async () => {
    const table = await csv('a,b\n1,2\n\n,\n3,4')
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', '2'] },
      { row: 5, cells: ['3', '4'] },
    ])
  })

  it('fits ragged rows and names them', async () => {
    const table = await csv('a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,2,3\n')
    expect(table.cells).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ])
    expect(table.problems).toEqual(['too-few-cells 2:', 'too-many-cells 3:4'])
  })

  it('names empty and repeated columns', async () => {
    const table = await csv('name,,name, name (2),,\n1,2,3,4,,\n')
    expect(table.columns).toEqual(['name', 'column 2', 'name (3)', 'name (2)'])
    expect(table.warnings.map(said)).toEqual(['header-empty 1:2', 'header-duplicate 1:3'])
    expect(table.cells).toEqual([['1', '2', '3', '4']])
    expect(table.problems).toEqual([])
  })

  it('refuses more columns or rows than allowed', async () => {
    const path = fixture('list.csv', 'a,b,c\n1,2,3\n1,2,3\n')
    expect(await refusal(readTable(path, { limits: { columns: 2 } }))).toBe('too-many-columns')
    expect(await refusal(readTable(path, { limits: { rows: 1 } }))).toBe('too-many-rows')
  })
})

describe('quotes', () => {
  it('keeps delimiters, quotes and lines inside quotes', async () => {
    const table = await csv('a,b\r\n"x, ""y""","line 1\r\nline 2"\r\n3,4\r\n')
    expect(table.cells).toEqual([
      ['x, "y"', 'line 1\r\nline 2'],
      ['3', '4'],
    ])
    expect(table.problems).toEqual([])
  })

  it('reads on after a quote that is never closed', async () => {
    const table = await csv('a,b\n1,"open\n2,x\n3,y\n')
    expect(table.cells).toEqual([
      ['1', '"open'],
      ['2', 'x'],
      ['3', 'y'],
    ])
    expect(table.problems).toEqual(['quote-unclosed 2:2'])
  })

  it('reads on after a quote whose end is the beginning of another', async () => {
    const table = await csv('a,b,c\n1,"open,x\n2,"closed, here",y\n3,z,w\n')
    expect(table.cells).toEqual([
      ['1', '"open', 'x'],
      ['2', 'closed, here', 'y'],
      ['3', 'z', 'w'],
    ])
    expect(table.problems).toEqual(['quote-unclosed 2:2'])
  })

  it('keeps text after a closing quote', async () => {
    const table = await csv('a,b\n"x"y,2\nfive 5" pipes,3\n')
    expect(table.cells).toEqual([
      ['xy', '2'],
      ['five 5" pipes', '3'],
    ])
    expect(table.problems).toEqual(['quote-stray 2:1'])
  })

  it('does not spend minutes on a file of open quotes', { timeout: 30_000 }, async () => {
    const started = performance.now()
    await csv(`a,b\n${'"x\n,'.repeat(200_000)}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('cells too long', () => {
  const five = 'x'.repeat(5 * 1024 * 1024)

  it('leaves a 5 MB cell empty, names row and column, and reads the rest', async () => {
    for (const long of [five, `"${five}"`, `"${'line, of text\n'.repeat(400_000)}"`]) {
      const table = await csv(`a,b,c\n1,${long},3\n4,5,6\n`)
      expect(table.cells).toEqual([
        ['1', '', '3'],
        ['4', '5', '6'],
      ])
      expect(table.problems).toEqual(['cell-too-long 2:2'])
    }
  })

  it('tells a long cell from a quote that swallowed the list', async () => {
    const table = await csv(`a,b,c\n1,"open,3\n${'4,5,6\n'.repeat(300_000)}`)
    expect(table.cells).toHaveLength(300_001)
    expect(table.cells[0]).toEqual(['1', '"open', '3'])
    expect(table.problems).toEqual(['quote-unclosed 2:2'])
  })
})

describe('rows too long', () => {
  it('counts the cells of a row without end, and keeps none of them', async () => {
    const table = await csv(`a,b\n1,2${',x'.repeat(2_000_000)}\n3,4\n`)
    expect(table.cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(table.rows[0]?.problems).toMatchObject([
      { code: 'too-many-cells', params: { found: 2_000_002, expected: 2 } },
    ])
    expect(await refusal(csv(`${'a,'.repeat(100_000)}b\n`))).toBe('too-many-columns')
  })

  it('leaves empty what goes beyond eight long cells', async () => {
    const cell = 'x'.repeat(1_000_000)
    const header = Array.from({ length: 12 }, (_, i) => `c${i}`).join()
    const table = await csv(`${header}\n${Array<string>(12).fill(cell).join()}\n`)
    expect((table.cells[0] as readonly string[]).map((c) => c.length)).toEqual([
      ...Array<number>(8).fill(1_000_000),
      0,
      0,
      0,
      0,
    ])
    expect(table.problems).toEqual(['row-too-long 2:9'])
  })
})

describe('any table', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', "'") }),
  )

  it('comes back as it was written, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const text = rows
            .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          const scanner = createCsvScanner({ delimiter: ',', cellLength: 1000, columns: 10 })
          const read = []
          for (let at = 0; at < text.length; at += size) read.push(...scanner.push(text.slice(at, at + size)))
          read.push(...scanner.end())
          expect(read.map((row) => row.cells)).toEqual(rows)
          expect(read.flatMap((row) => row.problems)).toEqual([])
        },
      ),
    )
  })

  it('is read to its end whatever it holds, the same in one piece or many', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'b') }),
        fc.integer({ min: 1, max: 5 }),
        (text, size) => {
          const whole = createCsvScanner({ delimiter: ',', cellLength: 20, columns: 99 })
          const once = [...whole.push(text), ...whole.end()]
          const pieces = createCsvScanner({ delimiter: ',', cellLength: 20, columns: 99 })
          const many = []
          for (let at = 0; at < text.length; at += size) many.push(...pieces.push(text.slice(at, at + size)))
          many.push(...pieces.end())
          // Letters are only left out with a problem that says so.
          const letters = (rows: typeof once): string =>
            rows
              .flatMap((row) => row.cells)
              .join('')
              .replace(/[^ab]/g, '')
          const lost = once.some((row) => row.problems.some((p) => p.code === 'cell-too-long'))
          if (!lost) {
            expect(many).toEqual(once)
            expect(letters(once)).toBe(text.replace(/[^ab]/g, ''))
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('memory', () => {
  it('stays below 80 MB over the start for 200,000 rows and for a 100 MB cell', {
    timeout: 60_000,
  }, async () => {
    const path = fixture('large.csv', 'id,name,date,place,notes\n')
    const out = createWriteStream(path, { flags: 'a' })
    for (let row = 0; row < 200_000; row++) {
      if (!out.write(`${row},José Núñez ${row},1976-11-03,Córdoba,"said, ""${'x'.repeat(60)}"""\n`))
        await once(out, 'drain')
    }
    const piece = 'x'.repeat(1024 * 1024)
    out.write('1,"')
    for (let mb = 0; mb < 100; mb++) if (!out.write(piece)) await once(out, 'drain')
    out.end('",3,4,5\nlast,1,2,3,4\n')
    await once(out, 'finish')
    const script = `
      import { openTable } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
      const base = process.memoryUsage().rss
      let peak = base, rows = 0, problems = 0
      // Looked at while reading: the most that the process ever held would count what loading the program left behind.
      const look = () => { peak = Math.max(peak, process.memoryUsage.rss()) }
      const timer = setInterval(look, 2)
      const table = await openTable(process.argv[1], { fileName: 'large.csv' })
      for await (const row of table.rows) { if (rows++ % 64 === 0) look(); problems += row.problems?.length ?? 0 }
      clearInterval(timer)
      look()
      console.log(JSON.stringify({ rows, problems, over: Math.round((peak - base) / 1024 / 1024) }))`
    const run = async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        // What the reading needs is measured, not how long the collector lets young garbage lie.
        '--max-semi-space-size=2',
        '--input-type=module',
        '-e',
        script,
        path,
      ])
      return JSON.parse(stdout) as { rows: number; problems: number; over: number }
    }
    const measured = await run()
    expect(measured).toMatchObject({ rows: 200_002, problems: 1 })
    expect(measured.over).toBeLessThan(80)
  })
})
