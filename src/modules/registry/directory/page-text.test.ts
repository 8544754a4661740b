import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePage, longestPage, parseDirectory, tidyPage } from './index.ts'

const page = 'Núria Ferrer\r\n\r\nMèxic\r\nDrets de les dones.\r\n'
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)

describe('a file as text', () => {
  test.each([
    ['UTF-8', bytes(page, 'utf8')],
    ['UTF-8 with a mark', bytes(`\ufeff${page}`, 'utf8')],
    ['UTF-16 little-endian', bytes(`\ufeff${page}`, 'utf16le')],
    ['UTF-16 big-endian', bytes(`\ufeff${page}`, 'utf16le').swap16()],
    ['Latin-1', bytes(page, 'latin1')],
  ])('%s', (_, content) => {
    expect(decodePage(content)).toEqual({ text: 'Núria Ferrer\n\nMèxic\nDrets de les dones.' })
  })
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only blank lines', bytes(' \n\r\n\t\n', 'utf8'), 'empty'],
    ['zeros', Buffer.alloc(100), 'binary'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj', 'latin1'), 'binary'],
    ['a ZIP, as documents are', bytes('PK\u0003\u0004rest', 'latin1'), 'binary'],
    ['a picture', Buffer.from('ffd8ffe000104a46494600010101004800480000ffdb0043', 'hex'), 'binary'],
  ])('%s is refused as %3$s', (_, content, refused) => {
    expect(decodePage(content)).toEqual({ refused })
  })
})

test('tidying twice is tidying once, so that lines keep their numbers from screen to screen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const once = tidyPage(text)
      expect(tidyPage(once)).toBe(once)
      // What a browser makes of line ends in a form comes back as it was.
      expect(tidyPage(once.replace(/\n/g, '\r\n'))).toBe(once)
    }),
  )
})

test('a page with much markup is kept as its words, and read the same', () => {
  const card = '<div class="card"><h3>Núria Ferrer</h3>\n<p>Mèxic</p>\n<p>Drets de les dones.</p></div>\n'
  const markup = `<html><head><style>${'a{} '.repeat(60_000)}</style></head><body>${card}</body></html>`
  const kept = tidyPage(markup)
  expect(markup.length).toBeGreaterThan(longestPage)
  expect(kept.length).toBeLessThan(200)
  const [a, b] = [parseDirectory(markup).rows, parseDirectory(kept).rows]
  expect(b).toHaveLength(1)
  expect(b.map(({ line: _, text: __, ...row }) => row)).toEqual(a.map(({ line: _, text: __, ...row }) => row))
})
