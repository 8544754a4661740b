import { join } from 'node:path'
import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas'
import { projectRoot } from '#platform/config'

const faces = {
  'source-serif': 'amparo source-serif',
  'source-serif-semibold': 'amparo source-serif-semibold',
} as const

/** Twice the size in points, for print. */
const scale = 2

/** A standalone SVG document of ours as PNG, in the fonts of the house, whatever the machine has. */
export async function svgToPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  for (const [face, family] of Object.entries(faces))
    if (!GlobalFonts.has(family))
      GlobalFonts.registerFromPath(join(projectRoot(), 'src/platform/documents/fonts', `${face}.ttf`), family)
  const ours = svg
    .replace(/font-family="[^"]*"/, `font-family="${faces['source-serif']}"`)
    .replaceAll('font-weight="600"', `font-family="${faces['source-serif-semibold']}"`)
  const picture = await loadImage(Buffer.from(ours))
  const canvas = createCanvas(picture.width * scale, picture.height * scale)
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return Uint8Array.from(canvas.toBuffer('image/png'))
}
