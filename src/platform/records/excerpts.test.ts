import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpts.ts'

const marked = (text: string, query: string) =>
  excerptOf(text, query)
    ?.filter((part) => part.match)
    .map((part) => part.text)

test('marks the words searched for in their own spelling, whatever the accents, form or script', () => {
  expect(marked('La Núria fou detinguda a Girona', 'nuria')).toEqual(['Núria'])
  expect(marked('Defensora de derechos; muchas defensoras', 'defensoras')).toEqual([
    'Defensora',
    'defensoras',
  ])
  expect(marked('Дело Оксаны Шевчук', 'oksana')).toEqual(['Оксаны'])
  expect(marked('el col·lectiu', 'collectiu')).toEqual(['col·lectiu'])
  expect(excerptOf('nothing of it', 'somewhere')).toBeNull()
})

test('is a piece of the text itself', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80 }), fc.nat(79), (text, n) => {
      const words = text.split(' ')
      const parts = excerptOf(text, words[n % words.length] ?? '')
      const joined = parts?.map((part) => part.text).join('') ?? ''
      expect(text).toContain(joined.replace(/^… /, '').replace(/ …$/, ''))
      expect(parts?.some((part) => part.match)).toBe(true)
    }),
  )
})
