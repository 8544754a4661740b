import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sniffMediaType } from '#platform/files'
import { tidyText } from './decode-text.ts'
import { type TextLimits, readText, textLimits } from './index.ts'
import { markupText } from './markup-text.ts'
import { archive, lockedPdf, sampleDocx, samplePdf, swollenPdf } from './sample-documents.ts'
import { pieces } from './words.ts'

async function read(content: Buffer, limits: Partial<TextLimits> = {}) {
  const mediaType = await sniffMediaType(content)
  return readText(
    { mediaType, size: content.length, stream: Readable.from([content]) },
    { ...textLimits, ...limits },
  )
}

describe('the text of a file', () => {
  test('is read from PDF, with its pages', async () => {
    expect(await read(samplePdf('Declaraci\\363n de la madre', 3))).toEqual({
      text: 'Declaración de la madre\nDeclaración de la madre\nDeclaración de la madre',
      pages: 3,
    })
  })

  test('is read from DOCX, ODT and HTML, without what is no text', async () => {
    expect(await read(await sampleDocx(['Primer párrafo', 'Tom &amp; Júlia']))).toEqual({
      text: 'Primer párrafo\nTom & Júlia',
    })
    const odt = await archive({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<?xml version="1.0"?><o><text:p>Acta</text:p><text:p>final</text:p></o>',
    })
    expect(await read(odt)).toEqual({ text: 'Acta\nfinal' })
    const page =
      '<!doctype html><style>p{}</style><script>var x = "<p>no</p>"</script><p title="a>b">Se&ntilde;ora<br>Mart&#237;'
    expect(await read(Buffer.from(page))).toEqual({ text: 'Señora\nMartí' })
  })

  test('is read from plain text and CSV in the usual encodings', async () => {
    expect(await read(Buffer.from('Peña'))).toEqual({ text: 'Peña' })
    expect(await read(Buffer.from('Pe\xf1a', 'latin1'))).toEqual({ text: 'Peña' })
    expect(await read(Buffer.from('nombre,país\nPeña,México\n'))).toEqual({
      text: 'nombre,país\nPeña,México',
    })
  })

  test('is not there, and it is said why', async () => {
    expect(await read(lockedPdf())).toMatchObject({ reason: 'encrypted' })
    expect(await read(Buffer.from('%PDF-1.4\nnothing of the kind'))).toMatchObject({ reason: 'broken' })
    expect(await read(samplePdf(''))).toEqual({ reason: 'no_text', pages: 1 })
    expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toMatchObject({
      reason: 'kind',
    })
    const cut = (await sampleDocx(['a'])).subarray(0, 400)
    expect(
      await readText({
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        size: cut.length,
        stream: Readable.from([cut]),
      }),
    ).toEqual({ reason: 'broken' })
  })

  test('is not looked for beyond the limits (claim 30)', async () => {
    expect(await read(samplePdf('x', 10_000))).toEqual({ reason: 'too_many_pages', pages: 10_000 })
    expect(await read(samplePdf('x'), { milliseconds: 1 })).toEqual({ reason: 'too_long' })
    expect(await read(samplePdf('x'), { bytes: 100 })).toEqual({ reason: 'too_large' })
    const bomb = await sampleDocx(['a'.repeat(3_000_000)])
    expect(bomb.length).toBeLessThan(20_000)
    expect(await read(bomb, { unfolded: 1_000_000 })).toEqual({ reason: 'too_large' })
    const crowd = await archive(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`word/${i}.xml`, ''])),
    )
    expect(
      await readText(
        {
          mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          size: crowd.length,
          stream: Readable.from([crowd]),
        },
        { ...textLimits, entries: 30 },
      ),
    ).toEqual({ reason: 'too_large' })
    expect(await read(Buffer.from('palabra '.repeat(1000)), { characters: 100 })).toMatchObject({
      partial: true,
    })
    expect(await read(Buffer.from('palabra '.repeat(1000)), { bytes: 100 })).toMatchObject({ partial: true })
  }, 30_000)

  test('of a PDF made to fill the memory is given up while it grows (claim 30)', async () => {
    const outcome = await read(swollenPdf(400_000_000), { bufferMegabytes: 100, heapMegabytes: 128 })
    expect(outcome).toEqual({ reason: 'too_large' })
  }, 30_000)
})

describe('markup', () => {
  test('is read once through, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<',
            '>',
            '"',
            "'",
            '<!--',
            '-->',
            '<script>',
            '<![CDATA[',
            'a',
            '&amp;',
            '</p>',
            ' ',
          ),
          {
            maxLength: 60,
          },
        ),
        (parts) => {
          expect(typeof markupText(parts.join(''))).toBe('string')
        },
      ),
    )
    const began = performance.now()
    for (const part of ['<', '<a "', '<!--', '<script>', '&', '&#', '<![CDATA[', "<p '>"])
      markupText(part.repeat(300_000))
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('gives back words that were written without markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        expect(markupText(`<b>${escaped}</b>`)).toBe(text)
      }),
    )
  })
})

describe('tidy text', () => {
  test('has nothing that the database refuses, and is tidy already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\u0000', '\ud800'), (a, b) => {
        const text = tidyText(`${a}${b}${a}`)
        expect(text.includes('\u0000')).toBe(false)
        expect(text.isWellFormed()).toBe(true)
        expect(tidyText(text)).toBe(text)
      }),
    )
  })

  test('is cut into pieces that lose nothing', () => {
    for (const text of ['', 'a', 'word '.repeat(30_000), 'x'.repeat(100_001), '😀'.repeat(50_001)]) {
      expect(pieces(text).join('')).toBe(text)
      for (const piece of pieces(text)) {
        expect(piece.length).toBeLessThanOrEqual(40_000)
        expect(piece.isWellFormed()).toBe(true)
      }
    }
  })
})
