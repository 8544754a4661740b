import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createRequire } from 'node:module'
import { type Canvas, type SKRSContext2D, createCanvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist'

// A process of its own: one file comes in, one picture goes out, and it ends. What draws is native code, and a fault of
// it must end nothing else. Exit codes: 0 a picture was written; 2 it is no PDF that can be drawn; 3 it wants a password.

const side = Number(process.argv[2])
const mostEnlarged = 3
/** Of one picture in the file; an A4 page scanned at 600 dpi has 35 million. */
const mostImagePixels = 40_000_000
/** Of all canvases that drawing keeps at once. */
const mostCanvasPixels = 60_000_000

interface Drawn {
  canvas: Canvas | null
  context: SKRSContext2D | null
}

/** Canvases for pdf.js, within a budget: what is native is not counted by anything else. */
class Canvases {
  static #pixels = 0

  create(width: number, height: number): Drawn {
    const pixels = width * height
    if (!(pixels > 0) || Canvases.#pixels + pixels > mostCanvasPixels) throw new Error('too large to draw')
    Canvases.#pixels += pixels
    const canvas = createCanvas(width, height)
    return { canvas, context: canvas.getContext('2d') }
  }

  reset(drawn: Drawn, width: number, height: number): void {
    this.destroy(drawn)
    Object.assign(drawn, this.create(width, height))
  }

  destroy(drawn: Drawn): void {
    if (!drawn.canvas) return
    Canvases.#pixels -= drawn.canvas.width * drawn.canvas.height
    drawn.canvas.width = 0
    drawn.canvas.height = 0
    drawn.canvas = null
    drawn.context = null
  }
}

async function draw(document: PDFDocumentProxy): Promise<Buffer> {
  const page = await document.getPage(1)
  const whole = page.getViewport({ scale: 1 })
  const scale = Math.min(mostEnlarged, side / Math.max(whole.width, whole.height))
  const viewport = page.getViewport({ scale })
  const [width, height] = [viewport.width, viewport.height].map((one) => Math.max(1, Math.round(one)))
  const { canvas, context } = new Canvases().create(width ?? 1, height ?? 1)
  if (!canvas || !context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    // The page as it is printed, without what a form or a comment lays over it.
    annotationMode: 0,
  }).promise
  return canvas.encode('webp', 80)
}

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const parts = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const bytes = await buffer(process.stdin)
const task = getDocument({
  data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  cMapUrl: `${join(parts, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(parts, 'standard_fonts')}/`,
  wasmUrl: `${join(parts, 'wasm')}/`,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: mostImagePixels,
  canvasMaxAreaInBytes: mostImagePixels * 4,
  CanvasFactory: Canvases,
  verbosity: 0,
})
try {
  const picture = await draw(await task.promise)
  process.stdout.write(picture, () => process.exit(0))
} catch (error) {
  process.stderr.write(String(error))
  process.exit((error as Error).name === 'PasswordException' ? 3 : 2)
}
