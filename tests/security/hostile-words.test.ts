import { expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import { testApp } from '../support/app.ts'
import { hostileRecords } from '../support/hostile-values.ts'

// tests/e2e/security-crawl.test.ts looks at the same in a browser, by following links; this is quick and takes every address.

test('hostile words in every field of every type come out of every page as words (claim 17)', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const made = await ada.within(hostileRecords)
  expect(made.size).toBeGreaterThan(15)
  const told: string[] = []
  let pages = 0
  const look = async (path: string) => {
    const answer = await ada.get(path)
    expect(answer.status, path).toBeLessThan(500)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      return
    }
    const html = await answer.text()
    if (html.includes('data-hostile')) pages += 1
    if (/<[a-z]+ data-hostile/i.test(html)) told.push(path)
  }
  const routes = modules.flatMap((module) => module.routes ?? []).filter(({ method }) => method === 'get')
  for (const { path } of routes.filter((route) => !route.path.includes(':'))) await look(path)
  for (const [type, id] of made)
    for (const { path } of routes.filter((route) => /:(type|id|\w+Id)\b/.test(route.path))) {
      // The page of each type; of what names no type, the address of every record would be a thousand.
      if (!path.includes('/record') && !path.includes(type) && type !== 'person' && type !== 'event') continue
      await look(
        path
          .replace(':type', type)
          .replace(/:(id|\w+Id)\b/g, id)
          .replaceAll(/:\w+(\{[^}]*\})?/g, 'x'),
      )
    }
  expect(told).toEqual([])
  expect(pages).toBeGreaterThan(30)
  expect([...app.faults.values()].map(String)).toEqual([])
}, 180_000)
