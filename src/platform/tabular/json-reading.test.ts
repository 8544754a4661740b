import { describe, expect, it } from 'vitest'
import { fixture, readTable, refusal } from './table-fixture.ts'

const json = (content: string) => readTable(fixture('list.json', content))
const ndjson = (content: string) => readTable(fixture('list.ndjson', content))

describe('a JSON list', () => {
  it('gives a record for each object, other values than text as JSON', async () => {
    const table = await json(
      '[\n {"name": "Ana, ]}\\"", "age": 30, "title": {"es": "Señora"}},\n {"name": null, "tags": ["a", "b"]}\n]\n',
    )
    expect(table.columns).toEqual(['name', 'age', 'title', 'tags'])
    expect(table.rows.map(({ row, cells }) => ({ row, cells: Object.assign({}, cells) }))).toEqual([
      { row: 2, cells: { name: 'Ana, ]}"', age: '30', title: '{"es":"Señora"}' } },
      { row: 3, cells: { name: '', tags: '["a","b"]' } },
    ])
  })

  it('goes on after what is not a record', async () => {
    const table = await json('[{"a":"1"}, 5, {"a" 2}, {"a":"3"}]')
    expect(table.problems).toEqual(['json-not-an-object 3:', 'json-invalid 4:'])
    expect(table.rows.at(-1)).toMatchObject({ row: 5, cells: { a: '3' } })
  })

  it('refuses what is not a list, or does not end', async () => {
    expect(await refusal(json('"text"'))).toBe('json-not-a-list')
    expect(await refusal(json('{\n  "a": 1\n}'))).toBe('json-not-a-list')
    expect(await refusal(json('{\n  "list": [\n    {"a": 1}\n  ]\n}'))).toBe('json-not-a-list')
    expect(await refusal(json('[{"a":1},'))).toBe('json-invalid')
    expect(await refusal(json('[{"a":1}] x'))).toBe('json-invalid')
  })

  it('does not hold a record that is too long', async () => {
    const table = await json(`[{"a":"1"},{"a":"${'x'.repeat(3_000_000)}"},{"a":"3"}]`)
    expect(table.problems).toEqual(['json-record-too-long 3:'])
    expect(table.rows.map((row) => Object.assign({}, row.cells))).toEqual([{ a: '1' }, {}, { a: '3' }])
  })

  it('names a column that appears late, and keeps strange names apart from the object itself', async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({ a: String(i) }))
    const table = await json(JSON.stringify([...many, { a: 'x', b: 'new' }]))
    expect(table.problems).toEqual(['json-new-column 122:'])
    const strange = await json('[{"__proto__": "x", "constructor": "y"}]')
    expect(Object.keys(strange.rows[0]?.cells ?? {})).toEqual(['__proto__', 'constructor'])
  })
})

describe('one object a line', () => {
  it('reads line by line, also when the file is called .json', async () => {
    const text = '{"a":"1"}\n\n{"a":"2"}\r\nnot json\n{"a":"3"}'
    for (const table of [await ndjson(text), await json(text)]) {
      expect(table.format).toBe('ndjson')
      expect(table.rows.map((row) => row.row)).toEqual([2, 4, 5, 6])
      expect(table.problems).toEqual(['json-invalid 5:'])
    }
  })

  it('leaves out a line that is too long', async () => {
    const table = await ndjson(`{"a":"1"}\n{"a":"${'x'.repeat(3_000_000)}"}\n{"a":"3"}\n`)
    expect(table.problems).toEqual(['json-record-too-long 3:'])
    expect(table.rows).toHaveLength(3)
  })
})
