import { expect, test } from 'vitest'
import { formOf, testApp } from './support/app.ts'

test('signs people in, each in their own organisation, and answers as the product does', async () => {
  const app = await testApp()
  const [ada, bea] = [await app.signIn(), await app.signIn()]
  expect((await app.fetch('/workspace')).status).toBe(401)
  const page = await ada.get('/workspace')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(ada.actor.orgSlug)
  expect(ada.actor.orgId).not.toBe(bea.actor.orgId)
  expect(app.faults.size).toBe(0)
})

test('a posted form carries the token, and is refused without it', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  expect((await ada.post('/sign-out', { _csrf: 'another' })).status).toBe(403)
  expect((await ada.post('/sign-out')).status).toBe(303)
  expect((await ada.get('/workspace')).status).toBe(401)
})

test('a form is read as a browser would send it', () => {
  const page = `<form action="/other"></form><form method="post" action="/a?b=1&amp;c=2">
    <input type="hidden" name="_csrf" value="t"/><input name="n" value="&quot;Ana&quot; &amp; co"/>
    <input type="checkbox" name="c" value="1" checked=""/><input type="checkbox" name="c" value="2"/>
    <input type="checkbox" name="c" value="3" checked=""/><input type="radio" name="r" value="x"/>
    <input type="file" name="f"/><textarea name="t">
one
two</textarea><select name="s"><option value="">-</option><option value="b" selected="">B</option></select></form>`
  expect(formOf(page, '/a?b=1&c=2')).toEqual({
    _csrf: 't',
    n: '"Ana" & co',
    c: ['1', '3'],
    t: 'one\ntwo',
    s: 'b',
  })
  expect(() => formOf(page, '/none')).toThrow('/none')
})
