import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderText } from '#platform/documents'
import { blocksOf, countWords, readText } from './markup.ts'

describe('a text', () => {
  test('is paragraphs, headings, lists and quotations', () => {
    expect(
      readText(
        'First line\nsecond line\n\n## What we ask\n- one\n- two\n  and more\n\n1. first\n2) second\n\n> “Never.”\n> she said\n\n### Below',
      ),
    ).toEqual([
      { kind: 'paragraph', text: 'First line\nsecond line' },
      { kind: 'heading', level: 1, text: 'What we ask' },
      { kind: 'list', ordered: false, items: ['one', 'two and more'] },
      { kind: 'list', ordered: true, items: ['first', 'second'] },
      { kind: 'quote', text: '“Never.”\nshe said' },
      { kind: 'heading', level: 2, text: 'Below' },
    ])
    // Nothing else is a mark.
    expect(readText('<b>*no*</b> [x](y) #tag #### no -no')).toEqual([
      { kind: 'paragraph', text: '<b>*no*</b> [x](y) #tag #### no -no' },
    ])
    expect(countWords('## A title\n\n- one – two\n- «tres»')).toBe(5)
    expect(readText(' \n\n>  \n')).toEqual([])
  })

  test('loses no word and invents none, whatever is written', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '## ', '### ', '- ', '* ', '1. ', '> ', '#', '  '),
        fc.stringMatching(/^[\p{L}<>&*#. -]{0,20}$/u),
      )
      .map(([mark, words]) => mark + words)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        const letters = (from: string) => from.replace(/[^\p{L}]/gu, '')
        const parts = readText(text)
        expect(
          letters(parts.map((part) => (part.kind === 'list' ? part.items.join('') : part.text)).join('')),
        ).toBe(letters(text))
        for (const part of parts)
          for (const words of part.kind === 'list' ? part.items : [part.text])
            expect(words.trim()).not.toBe('')
      }),
      { numRuns: 100 },
    )
  })

  test('is a well-made document, with no heading that skips a level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('## a', '### b', 'words', '- item', '> said', ''), { maxLength: 10 }),
        fc.constantFrom(0 as const, 1 as const),
        (lines, below) => {
          const body = blocksOf(readText(lines.join('\n\n')), below)
          const under = below === 1 ? [{ kind: 'heading' as const, level: 1 as const, text: 'above' }] : []
          expect(() =>
            renderText({
              form: 'report',
              title: 't',
              language: 'en',
              date: '2026-11-21',
              body: [...under, ...body],
            }),
          ).not.toThrow()
        },
      ),
      { numRuns: 100 },
    )
  })
})
