import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type PageLimits, drawingFlags, pageLimits, pdfPage } from './pdf-page.ts'
import { lockedPdf, oddPdf, pdfStream, samplePdf, swollenPdf } from './sample-documents.ts'

const draw = (bytes: Buffer, limits: Partial<PageLimits> = {}, side = 400) =>
  pdfPage({ size: bytes.length, stream: Readable.from([bytes]) }, side, { ...pageLimits, ...limits })

/** The most that processes begun meanwhile had in memory at once, in megabytes (Linux tells; elsewhere 0). */
async function peakOf(action: () => Promise<unknown>): Promise<number> {
  let peak = 0
  const look = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        if (/^PPid:\s+(\d+)/m.exec(status)?.[1] === String(process.pid))
          peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000)
      } catch {
        // It has ended.
      }
  }, 20)
  try {
    await action()
  } finally {
    clearInterval(look)
  }
  return peak
}

/** How dark a picture is: 255 is white. */
const brightness = async (picture: Uint8Array) =>
  (await sharp(picture).greyscale().stats()).channels[0]?.mean ?? 0

describe('the first page of a PDF', () => {
  test('is drawn as WebP of the size that was asked, its words and its lines', async () => {
    const found = await draw(samplePdf('The first page', 3), {}, 800)
    if (!('picture' in found)) throw new Error(found.refused)
    expect(await sharp(found.picture).metadata()).toMatchObject({ format: 'webp', width: 618, height: 800 })
    expect(await brightness(found.picture)).toBeLessThan(254.9)
    const black = await draw(oddPdf({ content: '0 0 0 rg 0 0 612 396 re f' }))
    if (!('picture' in black)) throw new Error(black.refused)
    expect(Math.round((await brightness(black.picture)) / 10)).toBe(13)
  })

  test('is refused with its reason where it wants a password or is no PDF', async () => {
    expect(await draw(lockedPdf())).toEqual({ refused: 'encrypted' })
    expect(await draw(Buffer.from('%PDF-1.4\nno more'))).toEqual({ refused: 'broken' })
    expect(await draw(Buffer.alloc(2000), { bytes: 1000 })).toEqual({ refused: 'too_large' })
  })

  test('of whatever size is drawn small (claim 24)', async () => {
    for (const box of [
      '[0 0 1000000000 1000000000]',
      '[-5e8 -3e8 5e8 1]',
      '[0 0 1e-9 1]',
      '[0 0 0 0]',
      '[1 2]',
    ]) {
      const found = await draw(oddPdf({ box }))
      if (!('picture' in found)) continue
      const { width, height } = await sharp(found.picture).metadata()
      expect(Math.max(width, height), box).toBeLessThanOrEqual(400)
    }
  }, 60_000)
})

const image = (width: number, height: number) =>
  pdfStream(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`,
    deflateSync(Buffer.alloc(1000)),
  )

const form = (content: string, resources: string, more = '') =>
  pdfStream(
    `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<<${resources}>>>>${more}`,
    content,
  )

/** Files made to exhaust the machine. */
const hostile: Readonly<Record<string, () => Buffer>> = {
  'a picture of ten thousand million pixels': () =>
    oddPdf({
      resources: '/XObject<</I 6 0 R>>',
      content: 'q 600 0 0 700 0 0 cm /I Do Q',
      more: [image(100_000, 100_000)],
    }),
  'many large pictures': () =>
    oddPdf({
      resources: `/XObject<<${Array.from({ length: 40 }, (_, i) => `/I${i} ${6 + i} 0 R`).join('')}>>`,
      content: Array.from({ length: 40 }, (_, i) => `q 600 0 0 700 0 0 cm /I${i} Do Q`).join('\n'),
      more: Array.from({ length: 40 }, () => image(6000, 6000)),
    }),
  'a page that unfolds to a gigabyte': () => swollenPdf(1_000_000_000),
  'arrays in arrays': () => oddPdf({ content: `${'['.repeat(500_000)} TJ` }),
  'states kept without end': () => oddPdf({ content: 'q '.repeat(2_000_000) }),
  'drawings that draw the next twice, thirty deep': () =>
    oddPdf({
      resources: '/XObject<</X 6 0 R>>',
      content: '/X Do',
      more: Array.from({ length: 30 }, (_, i) => form('/X Do /X Do', `/X ${Math.min(35, 7 + i)} 0 R`)),
    }),
  'groups within groups, each on a canvas of its own': () =>
    oddPdf({
      resources: '/XObject<</X 6 0 R>>/ExtGState<</G<</ca 0.5>>>>',
      content: '/G gs /X Do',
      more: Array.from({ length: 200 }, (_, i) =>
        form('/G gs /X Do', `/X ${Math.min(205, 7 + i)} 0 R`, '/Group<</S/Transparency/I true>>'),
      ),
    }),
}

describe('a PDF made to exhaust the machine', () => {
  const limits = { milliseconds: 4_000, residentMegabytes: 500, heapMegabytes: 300 }
  test.each(Object.keys(hostile))(
    '%s: it ends, and memory stays bounded (claim 25)',
    async (name) => {
      const bytes = hostile[name]?.() ?? Buffer.alloc(0)
      const before = process.memoryUsage.rss()
      let outcome: unknown
      const began = Date.now()
      const peak = await peakOf(async () => {
        outcome = await draw(bytes, limits, 1600)
      })
      expect(outcome).toSatisfy((one: object) => 'picture' in one || 'refused' in one)
      expect(Date.now() - began).toBeLessThan(20_000)
      // What it takes between two looks at it comes on top.
      expect(peak).toBeLessThan(900)
      expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(300)
    },
    60_000,
  )

  test('is ended when it takes more memory than it may', async () => {
    const swollen = swollenPdf(1_000_000_000)
    expect(await draw(swollen, { residentMegabytes: 200 })).toEqual({ refused: 'too_large' })
    expect(await draw(samplePdf('x'), { milliseconds: 50 })).toEqual({ refused: 'too_long' })
    expect(await draw(samplePdf('x'), { pictureBytes: 100 })).toEqual({ refused: 'too_large' })
  }, 60_000)

  test('whatever stands in it, the answer is a picture or a reason', async () => {
    const whole = samplePdf('Changed somewhere')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = Buffer.from(whole.subarray(0, Math.max(20, whole.length - (cut % 200))))
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const found = await draw(bytes)
          if ('refused' in found)
            expect(['broken', 'encrypted', 'too_large', 'too_long']).toContain(found.refused)
          else expect((await sharp(found.picture).metadata()).format).toBe('webp')
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)

  test('is drawn by a process that can read nothing of this machine, write nothing and start nothing', () => {
    const attempt = (code: string) =>
      spawnSync(process.execPath, [...drawingFlags(pageLimits), '-e', code], { env: {}, encoding: 'utf8' })
    for (const code of [
      `require('fs').readFileSync('/etc/passwd')`,
      `require('fs').readFileSync(${JSON.stringify(resolve('package-lock.json'))})`,
      `require('fs').writeFileSync('/tmp/written', '')`,
      `require('child_process').execFileSync('/bin/true')`,
    ])
      expect(attempt(code).stderr, code).toContain('ERR_ACCESS_DENIED')
    expect(attempt(`require('@napi-rs/canvas')`).status).toBe(0)
  })
})
