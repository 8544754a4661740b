import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDirectory } from './index.ts'

const seedPath = new URL('../../../../../shared/seeds/002_8bcdc828775602f9.txt', import.meta.url)

/** Names made up for this test; the shapes are those of a real page. */
const cards: readonly (readonly [name: string, country: string, rights: string])[] = [
  ['Amina Okafor', 'Nigèria', 'Dret al mediambient. Drets de les dones.'],
  ['Núria Ferrer i Puig', 'Núria Ferrer i Puig Spain', 'Right to life (fight against the death penalty).'],
  ['Caddy Mbeki', 'Democratic Republic of the Congo', 'Right to peace. Freedom of expression.'],
  ['Xóchitl Quispe', 'Nicaragua, exiliada a Catalunya', 'Women and youth for peace building'],
  ['Ivo Petrov', 'Bosnia and Herzegovina', 'Right to truth, justice and reparation.'],
]
const before =
  'Human rights defenders\n\nSince 2013 we have invited defenders from more than thirty countries, Colombia among them.\n\nMeet the activists\n\nCategoría Activista\n\n'
const after =
  '\n\nUnited Nations support\n\nHuman rights defenders contribute to the elimination of violations of the rights of women and to peace.\n'
const page =
  before + cards.map(([name, country, rights]) => `${name}\n\n${country}\n${rights}`).join('\n\n') + after

/** `name: countries: rights`, with `?` after what is for review. */
function summary(text: string): readonly string[] {
  return parseDirectory(text).rows.map(({ name, countries, rights }) => {
    const codes = (values: typeof countries): string =>
      values.map(({ code, status }) => `${code}${status === 'review' ? '?' : ''}`).join('+')
    return `${name.value}${name.status === 'review' ? '?' : ''}: ${codes(countries)}: ${codes(rights)}`
  })
}

const expected = [
  'Amina Okafor: NG: environment+women',
  'Núria Ferrer i Puig: ES: life-death-penalty',
  'Caddy Mbeki: CD: peace+expression',
  'Xóchitl Quispe: NI: women+children-youth+peace',
  'Ivo Petrov: BA: truth-justice-reparation',
]

test('finds the cards between prose and headings', () => {
  expect(summary(page)).toEqual(expected)
})

test('gives exactly the agreed shape', () => {
  const { rows } = parseDirectory('Xóchitl Quispe\n\nCongo, exiliada a Catalunya\nDret a la pau')
  expect(rows).toEqual([
    {
      text: 'Xóchitl Quispe\n\nCongo, exiliada a Catalunya\nDret a la pau',
      name: { value: 'Xóchitl Quispe', status: 'certain' },
      countries: [{ code: null, status: 'review', original: 'Congo', candidates: ['CG', 'CD'] }],
      rights: [{ code: 'peace', status: 'certain', original: 'Dret a la pau' }],
      personStatus: { status: 'exile', original: 'exiliada a Catalunya' },
      line: 1,
      status: 'review',
    },
  ])
})

const html = cards
  .map(
    ([name, country, rights]) =>
      `<div class="card">\n  <h3>${name}</h3>\n  <p>${country.replace('à', '&agrave;')}</p>\n  <p><b>${rights}</b></p>\n</div>`,
  )
  .join('\n')
const htmlTable = `<table><tr><th>Nom</th><th>País</th><th>Drets</th></tr>${cards.map((card) => `<tr>${card.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

test.each([
  ['CRLF', page.replaceAll('\n', '\r\n')],
  ['old Mac line ends', page.replaceAll('\n', '\r')],
  ['decomposed letters', page.normalize('NFD')],
  ['no empty lines', page.replace(/\n+/g, '\n')],
  ['every line set apart', page.replace(/\n+/g, '\n\n\n')],
  ['doubled empty lines', page.replaceAll('\n', '\n\n')],
  ['non-breaking spaces', page.replaceAll(' ', '\u00A0')],
  ['tabs and trailing spaces', page.replace(/^/gm, '\t').replace(/$/gm, '  ')],
  ['bullets', page.replace(/^(?=\p{Lu}\S+ \p{Lu})/gmu, '* ')],
  ['the page twice', `${page}\n${page}`],
  [
    'simple HTML',
    `<html><head><title>Spain</title></head><body><script>var x = "<p>Mexico</p>"</script>${html}</body></html>`,
  ],
  ['an HTML table', htmlTable],
  ['a table with tabs', `Some prose.\n\n${cards.map((card) => card.join('\t')).join('\n')}\n\nMore prose.`],
  ['a table with bars', cards.map((card) => card.join(' | ')).join('\n')],
  [
    'a Markdown table in another order',
    `| Rights | Name | Country |\n|---|---|---|\n${cards.map(([name, country, rights]) => `| ${rights} | ${name} | ${country} |`).join('\n')}`,
  ],
  [
    'labels',
    cards.map(([name, country, rights]) => `Nom: ${name}\nPaís: ${country}\nDrets: ${rights}`).join('\n\n'),
  ],
  [
    'the name on a line of its own again',
    cards.map(([name, country, rights]) => `${name}\n${name}\n${country}\n${rights}`).join('\n\n'),
  ],
])('reads the same from %s', (_, text) => {
  expect(summary(text)).toEqual(expected)
})

test('keeps the line and the text of each card as pasted', () => {
  const lines = page.split('\n')
  for (const { line, name, text } of parseDirectory(page.replaceAll('\n', '\r\n')).rows) {
    expect(lines[line - 1]).toBe(name.value)
    expect(page).toContain(text)
  }
  const inHtml = parseDirectory(html).rows
  expect(inHtml.map(({ line }) => line)).toEqual([2, 7, 12, 17, 22])
})

test('leaves doubtful cards beside sure ones to a person, and prose alone', () => {
  const text = [
    'Ana Ruiz Sol',
    'Guatamala',
    'Dret a la terra',
    '',
    'Lina Ode Vall',
    'Zorgland',
    'Drets de les dones',
    '',
    'Marc Pol Riu',
    'Mèxic / Guatemala',
    'Cura de gats',
    '',
    'Fatou Ba Dia',
    'Eritrea',
    'Refugiada a Suècia',
    'Llibertat de premsa',
    '',
    'Pere Mas Coll',
    'Xile',
    '',
  ].join('\n')
  expect(summary(text)).toEqual([
    'Ana Ruiz Sol: GT?: land-territory',
    'Lina Ode Vall: null?: women',
    'Marc Pol Riu: MX+GT: null?',
    'Fatou Ba Dia: ER: press',
    'Pere Mas Coll: CL: ',
  ])
  const { rows } = parseDirectory(text)
  expect(rows.map(({ status }) => status)).toEqual(['review', 'review', 'review', 'certain', 'review'])
  expect(rows[3]?.personStatus).toEqual({ status: 'refugee', original: 'Refugiada a Suècia', line: 15 })
})

test('joins wrapped lines; a line that may be the next heading is doubtful', () => {
  expect(
    summary('Ana Ruiz Sol\nXile\nDrets de les persones\nmigrants i refugiades.\nDret a la pau.\n'),
  ).toEqual(['Ana Ruiz Sol: CL: migrants-refugees+peace'])
  expect(
    summary('Ana Ruiz Sol\nXile\nDret a la pau\nDrets de les dones\nPere Mas Coll\nPerú\nDret a la salut'),
  ).toEqual(['Ana Ruiz Sol: CL: peace+women?', 'Pere Mas Coll: PE: health'])
})

test('two different cards of one name are both for review', () => {
  expect(summary('Ana Ruiz\nXile\nPau\n\nAna Ruiz\nPerú\nPau')).toEqual([
    'Ana Ruiz?: CL: peace',
    'Ana Ruiz?: PE: peace',
  ])
})

test('a single word, a heading or a country in the place of the name is not taken for one', () => {
  expect(summary('Categoría Activista\nXile\nPau')).toEqual(['Categoría Activista?: CL: peace'])
  expect(summary('Aung\nBirmània\nPau')).toEqual(['Aung?: MM: peace'])
  expect(summary('Spain\nMèxic\nPau')).toEqual([])
  expect(summary('Martin King Jr.\nPerú\nPau')).toEqual(['Martin King Jr.: PE: peace'])
})

test('hostile mark-up is read in the time of its length', () => {
  const started = performance.now()
  for (const part of ['<script>', '<!--', '<p ', '|', '- , ']) {
    expect(parseDirectory(part.repeat(100_000)).rows).toEqual([])
  }
  expect(performance.now() - started).toBeLessThan(5000)
})

test('any text is read without error, and prose gives no rows', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(...page.split('\n'), '<p>', '\t', '|', '&eacute;'),
        ),
        { maxLength: 30 },
      ),
      (lines) => {
        const text = lines.join('\n')
        for (const { line, status, name, countries, rights } of parseDirectory(text).rows) {
          expect(line).toBeGreaterThan(0)
          const all = [name, ...countries, ...rights]
          expect(status === 'certain').toBe(
            all.every((value) => value.status === 'certain') && countries.length > 0 && rights.length > 0,
          )
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(parseDirectory('')).toEqual({ rows: [] })
  expect(parseDirectory(before + after).rows).toEqual([])
})

if (!existsSync(seedPath))
  console.info('skipped: the real page is not at ../shared/seeds/002_8bcdc828775602f9.txt')
test.skipIf(!existsSync(seedPath))(
  'the real page (../shared/seeds/002_8bcdc828775602f9.txt) gives its twelve cards',
  () => {
    const { rows } = parseDirectory(readFileSync(seedPath, 'utf8'))
    expect(rows.map(({ countries }) => countries.map(({ code }) => code).join('+')).join(' ')).toBe(
      'MX MX CO PK BA SV NI ES AR CD SV AF',
    )
    expect(rows.every(({ status }) => status === 'certain')).toBe(true)
  },
)
