import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { testApp } from '../../../../tests/support/app.ts'
import { toCheckItems } from './pages/to-check-page.tsx'

const looked = { on: '2026-11-20', by: 'Ada', page: 'https://example.org/rules' }
const asked = { now: new Date(), until: '2036-01-01', limit: 10, language: 'en' as const }

test('the list is searched by words, system and urgency', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const text = async (query: string) => (await ada.get(`/workspace/mechanisms${query}`)).text()
  expect(await text('')).toContain('54 mechanisms')
  expect(await text('?system=inter-american')).toContain('9 mechanisms')
  expect(await text('?urgency=urgent')).toContain('10 mechanisms')
  expect(await text('?q=DESAPARICIONES')).not.toContain('IACHR individual petition')
  expect(await text('?q=peticion+individual')).toContain('ia-petition')
  expect(await text('?q=nothing-like-it')).toContain('None is like that')
})

test('a rule, a fact and a question are looked up on the page of their mechanism; what is refused keeps what was typed', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const at = '/workspace/mechanisms/ia-hearing'
  const before = (await ada.within((tx) => toCheckItems.read(tx, asked)))[0]?.detail
  expect((await ada.get(at)).status).toBe(200)
  const refused = await ada.post(`${at}/rule`, {
    ...looked,
    place: 'ia-hearing-rule50',
    page: '',
    amount: '60',
  })
  expect(refused.status).toBe(422)
  const again = await refused.text()
  expect(again).toContain('id="ia-hearing-rule50-page"')
  expect(again).toContain('value="60"')
  expect((await ada.post(`${at}/rule`, { ...looked, place: 'ia-hearing-rule50', amount: '60' })).status).toBe(
    303,
  )
  expect((await ada.post(`${at}/fact`, { ...looked, place: 'languages', codes: 'es, en' })).status).toBe(303)
  expect((await ada.post(`${at}/fact`, { ...looked, place: 'languages', codes: 'español' })).status).toBe(422)
  expect((await ada.post(`${at}/verify`, { ...looked, place: 'verify.0', words: 'Found it' })).status).toBe(
    303,
  )
  expect((await ada.post(`${at}/verify`, { ...looked, place: 'verify.99', words: 'x' })).status).toBe(404)
  expect((await ada.post(`${at}/fact`, { ...looked, place: 'purpose.9' })).status).toBe(404)
  const page = await (await ada.get(at)).text()
  expect(page).toContain('60 days before')
  expect(page).toContain('Found it')
  expect(page).toContain('looked up on 20 November 2026 by Ada')
  const after = (await ada.within((tx) => toCheckItems.read(tx, asked)))[0]?.detail
  expect(before).not.toBe(after)
  const withdrawn = await ada.post(`${at}/withdraw`, {
    place: 'ia-hearing-rule50',
    kind: 'check',
    reason: 'the wrong page',
  })
  expect(withdrawn.status).toBe(303)
  expect(await (await ada.get(at)).text()).toContain('50 days before')
})

test('where a State stands is looked up on its page', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  expect((await ada.get('/workspace/states')).status).toBe(200)
  const at = '/workspace/states/TV'
  expect(await (await ada.get(at)).text()).toContain('Not known here')
  const check = { ...looked, body: 'icpped', standing: 'in', since: '2024' }
  expect((await ada.post(`${at}/check`, { ...check, standing: 'perhaps' })).status).toBe(422)
  expect((await ada.post(`${at}/check`, check)).status).toBe(303)
  expect(await (await ada.get(at)).text()).toContain('Since 2024')
  expect((await ada.get('/workspace/states/ZZ')).status).toBe(404)
  expect((await ada.post('/workspace/states/ZZ/check', check)).status).toBe(404)
  expect((await ada.post(`${at}/withdraw`, { body: 'icpped', reason: 'no' })).status).toBe(303)
  expect(await (await ada.get(at)).text()).not.toContain('Since 2024')
})

test('only who administers writes, and has it on their day', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const accountId = newId()
  await app.owner
    .insertInto('account')
    .values({
      org_id: ada.actor.orgId,
      id: accountId,
      kind: 'person',
      name: 'Bea',
      role: 'case_officer',
      readable_classes: [],
    })
    .execute()
  const bea = await app.signIn({ ...ada.actor, accountId, name: 'Bea', role: 'case_officer' })
  const page = await (await bea.get('/workspace/mechanisms/ia-hearing')).text()
  expect(page).not.toContain('Write down what you found')
  const post = await bea.post('/workspace/mechanisms/ia-hearing/fact', { ...looked, place: 'purpose' })
  expect(post.status).toBe(403)
  expect(await bea.within((tx) => toCheckItems.read(tx, asked))).toEqual([])
  expect(await ada.within((tx) => toCheckItems.read(tx, asked))).toHaveLength(1)
})
