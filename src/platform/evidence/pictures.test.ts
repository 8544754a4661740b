import { Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { OpenFile } from '#platform/files'
import { sniffMediaType } from '#platform/files'
import { previewPicture, strippedCopy } from './index.ts'

const file = async (content: Buffer, mediaType?: string): Promise<OpenFile> => ({
  name: 'a',
  mediaType: mediaType ?? (await sniffMediaType(content)),
  sha256: '',
  size: content.length,
  stream: Readable.from([content]),
})

const photo = (width = 3000, height = 2000) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })

const withPlace = (format: 'jpeg' | 'png' | 'webp' | 'tiff') =>
  photo(600, 400)
    .toFormat(format)
    .withExif({
      IFD0: { Make: 'canary-camera' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '34/1 36/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>canary-person</rdf></x:xmpmeta>')
    .toBuffer()

describe('a picture', () => {
  test('is shown smaller, as WebP, and upright', async () => {
    const preview = await previewPicture(await file(await photo().jpeg().toBuffer()))
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 1067 })
    const turned = await previewPicture(await file(await withPlace('jpeg')))
    expect(await sharp(turned).metadata()).toMatchObject({ width: 400, height: 600 })
  })

  test.each(['jpeg', 'png', 'webp', 'tiff'] as const)(
    'of type %s is shown and sent out without camera, place and person',
    async (format) => {
      const original = await withPlace(format)
      // sharp writes no EXIF into TIFF.
      expect(original.includes(format === 'tiff' ? 'canary-person' : 'canary-camera')).toBe(true)
      const copy = await strippedCopy(await file(original))
      expect(copy?.mediaType).toBe(`image/${format}`)
      for (const bytes of [copy?.bytes, await previewPicture(await file(original))]) {
        const drawn = Buffer.from(bytes ?? '')
        const { exif, xmp, iptc, orientation, format: found } = await sharp(drawn).metadata()
        expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined })
        expect([undefined, 1]).toContain(orientation)
        expect([format, 'webp']).toContain(found)
        for (const canary of ['canary-camera', 'canary-person']) expect(drawn.includes(canary)).toBe(false)
      }
    },
  )

  test('has no stripped copy when it is none', async () => {
    expect(await strippedCopy(await file(Buffer.from('%PDF-1.4')))).toBe(null)
    expect(await strippedCopy(await file(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBe(
      null,
    )
  })

  test('is refused when it is SVG, broken, or not what its type says (claims 19, 30)', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const whole = await photo(300, 300).png().toBuffer()
    for (const bad of [
      await file(svg),
      await file(svg, 'image/png'),
      await file(whole.subarray(0, 200)),
      await file(whole, 'image/jpeg'),
    ])
      await expect(previewPicture(bad)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is refused when it unfolds to more than 100 megapixels (claim 30)', async () => {
    const bomb = await photo(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(3_000_000)
    await expect(previewPicture(await file(bomb))).rejects.toMatchObject({ kind: 'too_large' })
  }, 30_000)
})
