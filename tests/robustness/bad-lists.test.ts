import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '../support/app.ts'
import { badLists } from './bad-lists.ts'
import { countOf, halfWritten, inDatabase } from './database.ts'
import { importList, lookAt, pageOf, sendList, textOf } from './lists.ts'
import { type Person, signIn } from './person.ts'
import {
  type Program,
  endPrograms,
  eventually,
  newHome,
  runCommand,
  scratchFiles,
  startProgram,
} from './program.ts'

let program: Program
let person: Person
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-bad-lists-'))
  writeFileSync(
    join(folder, 'map.json'),
    JSON.stringify({ columns: { name: { field: 'name' }, birth: { field: 'birth' } } }),
  )
  program = await startProgram(newHome())
  person = await signIn(program)
})
afterAll(async () => {
  await endPrograms()
  rmSync(folder, { recursive: true, force: true })
})

let expected = 0
afterEach(async () => {
  await eventually('the scratch folder is empty', () => scratchFiles(program.home).length === 0)
  const [broken, records] = await inDatabase(program.home, async (client) => [
    await halfWritten(client),
    await countOf(client, 'record'),
  ])
  expect(broken).toEqual([])
  expect(records).toBe(expected)
  expect((await person.get('/workspace/records/person')).status).toBe(200)
  expect(program.said()).not.toContain('fault')
})

const languages = ['en', 'es'] as const

describe.each(badLists)('$what', (bad) => {
  test('in the browser is told with row, field and remedy, and nothing is written', async () => {
    const content = await bad.content()
    for (const language of bad.large ? (['es'] as const) : languages) {
      await person.get(`/workspace/language/${language}`)
      const sent = await sendList(person, bad.name, content)
      if (bad.refused === 'file') {
        expect(sent.status).toBe(422)
        const said = textOf(await sent.text())
        for (const words of [bad.name, ...bad.says[language]]) expect(said).toContain(words)
        continue
      }
      const page = await pageOf(person, sent)
      // A file of ours has no columns to be matched, and comes to the look at its rows at once.
      const looked = page.html.includes('value="run"') ? page : await lookAt(person, page)
      const answer = await person.post(looked.path, {
        ...formOf(looked.html, looked.path),
        on_problem: 'stop',
        step: 'run',
      })
      const report = await eventually('the import has ended', async () => {
        const html = await (await person.get(answer.headers.get('location') ?? '')).text()
        return /http-equiv="refresh"/i.test(html) ? null : html
      })
      for (const html of [looked.html, report]) {
        const said = textOf(html)
        for (const words of bad.says[language]) expect(said).toContain(words)
        expect(said).toMatch(new RegExp(` ${bad.row} `))
      }
    }
    await person.get('/workspace/language/en')
  })

  test('on the command line is told with row, field and remedy, and nothing is written', async () => {
    const path = join(folder, bad.name)
    writeFileSync(path, await bad.content())
    const args = ['import', 'person', path, '--org', 'amparo']
    // A file of ours says itself how it is read.
    if (!bad.what.includes('same id')) args.push('--map', join(folder, 'map.json'))
    // Both at once, and beside the server.
    const ends = await Promise.all(
      (bad.large ? (['en'] as const) : languages).map(async (language) => ({
        language,
        ...(await runCommand(program.home, args, { AMPARO_LANGUAGE: language })),
      })),
    )
    for (const { language, code, stdout, stderr } of ends) {
      expect(code).toBe(1)
      const said = stdout + stderr
      // The fields by their names, as a mapping writes them.
      for (const words of bad.says[language])
        expect(said).toContain(/^(Year of birth|Año de nacimiento)$/.test(words) ? 'birth' : words)
      if (bad.row !== undefined) expect(said).toContain(`${language === 'en' ? 'row' : 'fila'} ${bad.row}`)
      expect(said).not.toMatch(/\n +at /)
    }
  })
})

describe('encodings', () => {
  const csv = 'name,birth\nNúria Òdena Peña,1951\n'
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
  test.each([
    ['Latin-1', Buffer.from(csv, 'latin1'), 'It was read as|was read as Latin-1'],
    ['UTF-16', wide(csv), null],
    ['UTF-16, the bytes the other way round', Buffer.from(wide(csv)).swap16(), null],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`), null],
    ['UTF-8 without', Buffer.from(csv), null],
  ])('%s keeps its letters', async (_, content, warning) => {
    const looked = await lookAt(person, await pageOf(person, await sendList(person, 'people.csv', content)))
    expect(textOf(looked.html)).toContain('Núria Òdena Peña')
    if (warning) expect(textOf(looked.html)).toMatch(new RegExp(warning))
    const report = await importList(person, 'people.csv', content)
    const said = await eventually('the import is over', async () => {
      const page = textOf(await (await person.get(report)).text())
      return page.includes('Núria Òdena Peña') ? page : null
    })
    expect(said).not.toContain('�')
    expected += 1
  })

  test('a column that nobody knows is named and left out', async () => {
    const content = 'name,birth,Favourite colour\nEva Roca,1960,green\n'
    const looked = await lookAt(person, await pageOf(person, await sendList(person, 'people.csv', content)))
    expect(textOf(looked.html)).toContain('Favourite colour')
    expect(textOf(looked.html)).not.toContain('green')
  })
})
