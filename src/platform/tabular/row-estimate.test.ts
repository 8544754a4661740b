import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { estimateRows } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-rows-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['a,b\r\n1,2\r\n3,4\r\n', 'x.csv', 2],
  ['a,b\n1,2\n3,4', 'x.csv', 2],
  ['a,b\r1,2\r', 'x.csv', 1],
  ['a\n"one\ntwo"\n"say ""hi""\n"\n', 'x.csv', 2],
  ['a', 'x.csv', 0],
  ['', 'x.csv', 0],
  ['{"a":"\\"\\n"}\n{"a":1}\n', 'x.ndjson', 2],
  ['[1,2]', 'x.json', null],
])('%j as %s has %s rows', async (content, name, rows) => {
  const path = join(folder, name)
  await writeFile(path, content)
  expect(await estimateRows(path, name)).toBe(rows)
  if (rows === null) return
  await writeFile(path, Buffer.from(content, 'utf16le'))
  expect(await estimateRows(path, name)).toBe(rows)
})
