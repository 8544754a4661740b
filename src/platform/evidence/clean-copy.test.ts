import { Readable } from 'node:stream'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { OpenFile } from '#platform/files'
import { readPdf } from '../../../tests/support/read-pdf.ts'
import { archiveText } from './archive-text.ts'
import { cleanDocx } from './clean-docx.ts'
import { cleanCopy } from './index.ts'
import { blankJpeg } from './picture-segments.ts'
import {
  archive,
  lockedPdf,
  oddPdf,
  pdfStream,
  sampleDocx,
  samplePdf,
  tellingDocx,
  tellingPdf,
} from './sample-documents.ts'
import { textLimits } from './text-outcome.ts'
import { unfoldArchive } from '../../../tests/support/unfold-archive.ts'

const pdfType = 'application/pdf'
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const clean = (content: Buffer, mediaType: string) => {
  const file: OpenFile = {
    name: 'a',
    mediaType,
    sha256: '',
    size: content.length,
    stream: Readable.from([content]),
  }
  return cleanCopy(file)
}

async function bytesOf(content: Buffer, mediaType: string): Promise<Buffer> {
  const copy = await clean(content, mediaType)
  if (!('bytes' in copy)) throw new Error(copy.fault)
  return Buffer.from(copy.bytes)
}

const photo = (progressive = false) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .jpeg({ progressive })
    .withExif({ IFD0: { Make: 'canary-camera' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">canary-person</x:xmpmeta>')
    .toBuffer()

/** All that a PDF holds, its streams unfolded. */
function wholePdf(bytes: Buffer): string {
  const texts = [bytes.toString('latin1')]
  for (const { index } of texts[0]?.matchAll(/stream\r?\n/g) ?? []) {
    const start = bytes.indexOf('\n', index) + 1
    try {
      texts.push(inflateSync(bytes.subarray(start)).toString('latin1'))
    } catch {
      // Not packed.
    }
  }
  return texts.join('\n')
}

describe('a PDF that leaves', () => {
  test('has its pages, their words and pictures, and tells nothing of its making; twice the same', async () => {
    const original = tellingPdf(await photo())
    expect(wholePdf(original).match(/canary-\w+/g)?.length).toBeGreaterThan(8)
    const copy = await bytesOf(original, pdfType)
    expect(wholePdf(copy).match(/canary-\w+/g)).toBe(null)
    const { text, pages, info } = await readPdf(copy)
    expect([text.trim(), pages.length]).toEqual(['visible words', 1])
    expect(info['Author']).toBeUndefined()
    expect(copy.equals(await bytesOf(original, pdfType))).toBe(true)
    expect((await readPdf(await bytesOf(samplePdf('Page', 3), pdfType))).pages.length).toBe(3)
  })

  test('is refused with its reason where something would get lost, go along unseen or cannot be read', async () => {
    const jpeg2000 = oddPdf({
      resources: '/XObject<</I 6 0 R>>',
      content: 'q 9 0 0 9 0 0 cm /I Do Q',
      more: [
        pdfStream(
          '/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/JPXDecode',
          'x',
        ),
      ],
    })
    for (const [given, fault] of [
      [tellingPdf(await photo(), { notes: true }), 'marked'],
      [tellingPdf(await photo(), { layers: true }), 'layered'],
      [lockedPdf(), 'encrypted'],
      [Buffer.from('%PDF-1.4\nno more'), 'broken'],
      [jpeg2000, 'picture'],
    ] as const)
      expect(await clean(given, pdfType), fault).toEqual({ fault })
  })
})

describe('a JPEG inside it', () => {
  test.each([false, true])(
    'is blanked in place and draws the same (progressive: %s)',
    async (progressive) => {
      const original = await photo(progressive)
      const blank = Buffer.concat([original, Buffer.from('canary-film')])
      expect(blankJpeg(blank)).toBe(true)
      expect(blank.toString('latin1')).not.toContain('canary')
      const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
      expect((await pixels(blank)).equals(await pixels(original))).toBe(true)
    },
  )
})

describe('a DOCX that leaves', () => {
  test('has its words and pictures, and tells nothing of its making; twice the same', async () => {
    const original = await tellingDocx(await photo())
    const copy = await bytesOf(original, docxType)
    const parts = await unfoldArchive(copy)
    for (const [name, content] of parts) expect(content.toString('latin1'), name).not.toContain('canary')
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/media/image1.jpg',
      'word/settings.xml',
    ])
    expect(parts.get('word/settings.xml')?.toString()).toMatch(
      /<w:zoom [^>]*><w:compat>.*<\/w:compat><\/w:settings>$/,
    )
    expect(parts.get('word/document.xml')?.toString()).toContain('A bridge at dawn')
    expect(await archiveText(copy, textLimits)).toEqual({ text: '\nvisible words\n' })
    expect(copy.equals(await bytesOf(original, docxType))).toBe(true)
  })

  test('is refused with its reason where it says what the paper does not show, or holds what we cannot clean', async () => {
    const picture = await photo()
    const external = (type: string, target: string) =>
      `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`
    const given: readonly (readonly [Parameters<typeof tellingDocx>[1], string])[] = [
      [
        { body: '<w:p><w:del w:author="canary"><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>' },
        'marked',
      ],
      [{ body: '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>' }, 'marked'],
      [
        { parts: { 'word/comments.xml': '<w:comments><w:comment w:author="canary"/></w:comments>' } },
        'marked',
      ],
      [
        {
          body: '<w:p><w:r><w:instrText>INCLUDEPICTURE "C:\\Users\\canary\\a.jpg"</w:instrText></w:r></w:p>',
        },
        'path',
      ],
      [{ links: external('hyperlink', 'file:///home/canary/a.docx') }, 'path'],
      [{ links: external('image', 'https://example.org/pixel.png') }, 'part'],
      [{ parts: { 'word/embeddings/oleObject1.bin': 'canary' } }, 'part'],
      [{ parts: { 'word/media/image2.png': 'no picture' } }, 'picture'],
    ]
    // Without the process, which takes longer to begin than the work itself.
    for (const [more, fault] of given)
      expect(await cleanDocx(await tellingDocx(picture, more)), JSON.stringify(more)).toBe(fault)
    expect(await cleanDocx(await archive({ 'word/other.txt': 'x' }))).toBe('part')
    expect(await clean(Buffer.from('PK'), docxType)).toEqual({ fault: 'broken' })
    expect(await cleanDocx(await sampleDocx(['plain']))).toBeInstanceOf(Buffer)
  })
})

test('sound, film and anything else have no such copy', async () => {
  expect(await clean(Buffer.from('ID3'), 'audio/mpeg')).toEqual({ fault: 'type' })
})
