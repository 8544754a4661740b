import { expect, test } from 'vitest'
import { languages } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import { words } from './messages.ts'

/** Names that may be places to fill; words inside a plural are among them and do no harm. */
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)/g)].flatMap(([, name]) => name ?? [])

test('the three languages have the same phrases with the same places to fill, all well-formed', () => {
  expect(Object.keys(es)).toEqual(Object.keys(en))
  expect(Object.keys(ca)).toEqual(Object.keys(en))
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    const values = Object.fromEntries(placeholders(en[key]).map((name) => [name, 2]))
    for (const language of languages) {
      expect(words(language)(key, values).trim(), `${language} ${key}`).not.toBe('')
      expect(words(language)(key, values), `${language} ${key}`).not.toMatch(/[{}]/)
    }
  }
})
