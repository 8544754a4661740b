import { describe, expect, test } from 'vitest'
import { fold } from '#platform/records'
import { registryVocabularies } from './index.ts'

const languages = ['en', 'es', 'ca'] as const

test('names are unique', () => {
  const names = registryVocabularies.map((vocabulary) => vocabulary.name)
  expect(names.length).toBeGreaterThan(20)
  expect(new Set(names).size).toBe(names.length)
})

describe.each(registryVocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const))(
  '%s',
  (_name, { label, terms }) => {
    test('has a label and terms in three languages, none of them its code', () => {
      expect(terms.length).toBeGreaterThan(4)
      for (const language of languages) {
        expect(label[language]).toBeTruthy()
        for (const term of terms) {
          expect(term.label[language]?.trim(), `${term.code}, ${language}`).toBeTruthy()
          if (term.code.includes('_')) expect(term.label[language]).not.toBe(term.code)
          if (term.note) expect(term.note[language]?.trim(), `note of ${term.code}, ${language}`).toBeTruthy()
        }
      }
    })

    test('has stable codes, each once, under parents that exist and come first', () => {
      const seen = new Set<string>()
      for (const { code, parent } of terms) {
        expect(code).toMatch(/^[a-z][a-z0-9_]*$/)
        expect(seen.has(code), code).toBe(false)
        if (parent) expect(seen.has(parent), `${code} under ${parent}`).toBe(true)
        seen.add(code)
      }
    })

    // A file that is imported names terms by their label: two terms with one label could not be told apart.
    test.each(languages)('has no two terms with one label in %s', (language) => {
      const byLabel = new Map<string, string>()
      for (const term of terms) {
        const folded = fold(term.label[language] ?? '')
        expect(byLabel.get(folded) ?? term.code, `“${term.label[language]}”`).toBe(term.code)
        byLabel.set(folded, term.code)
      }
    })
  },
)

test('the types of act cover what older lists lack', () => {
  const codes = registryVocabularies.find((v) => v.name === 'act_types')?.terms.map((term) => term.code) ?? []
  for (const code of [
    'abusive_lawsuit',
    'criminalisation',
    'spyware',
    'network_shutdown',
    'parliament_closed',
    'exile_as_condition',
    'travel_ban',
  ])
    expect(codes).toContain(code)
})
