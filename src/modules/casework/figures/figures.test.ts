import { expect, test } from 'vitest'
import type { FigureCell, FigureSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { createRecord, updateRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { countCells } from './count-year.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }

test('figures count what happened in the period, and keep small cells of people back', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  await ada.within(async (tx) => {
    const person = async (gender: string, birth: string) =>
      (await createRecord(tx, { type: 'person', values: { name: `P ${birth}`, gender, birth } })).id
    for (let i = 0; i < 9; i++) {
      const id = await person(i < 6 ? 'woman' : 'man', i < 2 ? '2010' : '1990')
      const { id: caseId } = await openCase(tx, {
        values: {
          code_name: `Heron ${i}`,
          kind: i < 7 ? 'artist' : 'defender',
          opened: i === 8 ? '2024-12-31' : '2025-12-31',
          people: [{ to: id, attributes: { role: 'at_risk' } }],
        },
      })
      if (i > 2) continue
      // A month whole within the year counts, a year that is not over by the end of a shorter period does not.
      const { id: step, version } = await createRecord(tx, {
        type: 'step',
        values: {
          kind: 'call',
          counterpart: 'embassy',
          case: { to: caseId },
          on: ['2025-06', '2025', '2026-01-01'][i] ?? '',
          answer: 'awaited',
        },
      })
      if (i === 0)
        await updateRecord(tx, {
          id: step,
          version,
          values: { answer: 'answered', answered_on: '2025-07-01' },
        })
    }
    const count = async (measure: Parameters<typeof countCells>[1], period = year) =>
      Object.fromEntries((await countCells(tx, measure, period)).map(({ key, count: n }) => [key, n]))
    expect(await count('opened')).toEqual({ artist: 7, defender: 1 })
    expect(await count('followed')).toEqual({ artist: 7, defender: 2 })
    expect(await count('gender')).toEqual({ woman: 6, man: 3 })
    expect(await count('age')).toEqual({ '0-17': 2, '30-44': 7 })
    expect(await count('steps')).toEqual({ call: 2 })
    expect(await count('steps', { from: '2025-01-01', to: '2025-06-30' })).toEqual({ call: 1 })
    expect(await count('steps', { from: '2025-01-01', to: '2025-06-29' })).toEqual({})
    expect(await count('replies')).toEqual({ answered: 1 })
    expect(await count('closed')).toEqual({})
    expect(await count('stays')).toEqual({})
    expect(await count('nights')).toEqual({})
  })
  const query = '?from=2025-01-01&to=2025-12-31'
  const csv = await (await ada.get(`/workspace/figures/csv${query}`)).text()
  expect(csv).toContain('"Cases opened","Artist","7"')
  expect(csv).toContain('"People at risk, by gender","Total","9"')
  expect(csv).not.toMatch(/by gender","[^"]*","[36]"/)
  const pdf = await readPdf(
    Buffer.from(await (await ada.get(`/workspace/figures/pdf${query}`)).arrayBuffer()),
  )
  expect(pdf.text).toContain('Nights of refuge')
  const rows = await (await ada.get(`/workspace/figures/rows${query}&figure=gender&of=man`)).text()
  expect(rows.match(/P 1990/g)?.length).toBe(3)
  expect((await ada.get('/workspace/figures?from=x')).status).toBe(422)
  // Whoever sees none of the cases is told of none.
  const stranger = await app.signIn()
  expect(await stranger.within((tx) => countCells(tx, 'followed', year))).toEqual([])
}, 60_000)

test('a figure that another module adds is counted, kept back where it is of people, and opens to its rows', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const ids = await ada.within(async (tx) => {
    const made: string[] = []
    for (let i = 0; i < 7; i++)
      made.push((await createRecord(tx, { type: 'person', values: { name: `Letter ${i}` } })).id)
    return made
  })
  const asked: string[] = []
  const read: FigureSource['read'] = async (_, { from, to }) => {
    asked.push(`${from} ${to}`)
    const cell = (key: string, some: readonly string[]): FigureCell => ({
      key,
      label: labels(`Of ${key}`, `De ${key}`, `De ${key}`),
      count: some.length,
      ids: some,
    })
    return [cell('state', ids.slice(0, 5)), cell('body', ids.slice(5))]
  }
  const figures = app.house.figures as FigureSource[]
  figures.push(
    {
      name: 'letters',
      label: labels('Letters sent', 'Cartas enviadas', 'Cartes enviades'),
      order: 1,
      method: labels('A letter counts on its day.', 'Una carta…', 'Una carta…'),
      read,
    },
    { name: 'signers', label: labels('Signers', 'Firmantes', 'Signants'), order: 2, ofPeople: true, read },
  )
  const query = '?from=2025-01-01&to=2025-12-31'
  const page = await (await ada.get(`/workspace/figures${query}`)).text()
  for (const words of ['Letters sent', 'Of state', 'A letter counts on its day.'])
    expect(page).toContain(words)
  expect(asked).toContain('2025-01-01 2025-12-31')
  const csv = await (await ada.get(`/workspace/figures/csv${query}`)).text()
  expect(csv).toContain('"Letters sent","Of body","2"')
  expect(csv).toContain('"Signers","Of body","fewer than 5, or kept back"')
  const rows = await (await ada.get(`/workspace/figures/rows${query}&figure=letters&of=body`)).text()
  expect(rows).toContain('Letters sent: Of body')
  expect([rows.includes('Letter 6'), rows.includes('Letter 1')]).toEqual([true, false])
  expect((await ada.get(`/workspace/figures/rows${query}&figure=nothing`)).status).toBe(404)
})
