import { expect, test } from 'vitest'
import { polity } from '#catalogue/polities'
import { testApp } from '../../../../../tests/support/app.ts'
import { letterOf } from '../ballot.ts'
import { readBallots } from '../queries/read-ballots.ts'

const path = '/workspace/observatory/votes/paste'
const words =
  'Con cuatro votos a favor, uno en contra y dos delegaciones ausentes. A favor votaron: Argentina, Canadá, ST Lucia y Guyanna. En contra: Nicaragua. Ausentes: Haití y Dominica.'

test('a roll call in prose is read, looked at with its sums, and kept once a person says who is meant', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const fields = {
    words,
    body: 'oas-pc',
    day: '2024-06-28',
    title: 'Nicaragua <1>',
    symbol: 'CP/RES. 1',
    session: '',
  }
  const bad = await (await ada.post(path, { ...fields, day: '28/6/2024', title: '' })).text()
  expect(bad).toContain('Write the day as 2024-06-28.')
  expect(bad).toContain('Say what was voted on.')
  expect(bad).toContain('Canadá')
  const none = await (await ada.post(path, { ...fields, words: 'By consensus.' })).text()
  expect(none).toContain('No list of names was found.')
  const preview = await (await ada.post(path, fields)).text()
  expect(preview).toContain('Yes: the text says 4, 3 were read.')
  expect(preview).toContain('Guyanna (Yes)')
  expect(preview).toContain('Nicaragua &lt;1&gt;')
  const told = { ...fields, name: ['Guyanna'], code: ['GUY'] }
  expect(await (await ada.post(path, told)).text()).toContain('The names add up to the totals of the text.')
  expect((await ada.within((tx) => readBallots(tx, { body: 'oas-pc' }))).rollCalls).toEqual([])
  const kept = await ada.post(path, { ...told, keep: '1' })
  expect(kept.status).toBe(303)
  const page = await (await ada.get(kept.headers.get('location') ?? '')).text()
  expect(page).toContain('4 yes, 1 no, 0 abstained, 2 did not vote')
  const { ballots } = await ada.within((tx) => readBallots(tx, { body: 'oas-pc' }))
  expect(
    ballots.map((one) =>
      ['ARG', 'LCA', 'GUY', 'NIC', 'HTI', 'USA'].map((code) => letterOf(one, polity(code)?.n ?? 0)).join(''),
    ),
  ).toEqual(['YYYNX.'])
  // Mended and kept again, it takes the place of the first.
  const again = await ada.post(path, {
    ...told,
    keep: '1',
    words: words.replace('Haití y Dominica', 'Haití'),
  })
  expect(again.status).toBe(303)
  expect((await ada.within((tx) => readBallots(tx, { body: 'oas-pc' }))).rollCalls).toHaveLength(1)
  const twice = await ada.post(path, { ...told, keep: '1', words: words.replace('Haití', 'Argentina') })
  expect(await twice.text()).toContain('ARG votes a second time')
  expect(app.faults.size).toBe(0)
})
