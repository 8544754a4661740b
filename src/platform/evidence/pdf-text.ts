import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import type { TextLimits, TextOutcome } from './text-outcome.ts'

/**
 * The text of a PDF, page by page, by pdf.js. Runs only in the worker: it changes how that thread loads modules.
 * Past the time it gives what it has read (`partial`).
 */
export async function pdfText(bytes: Buffer, limits: TextLimits, until: number): Promise<TextOutcome> {
  const { getDocument } = await loadReader()
  const parts = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    cMapUrl: `${join(parts, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(parts, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages = document.numPages
    if (pages > limits.pages) return { reason: 'too_many_pages', pages }
    let text = ''
    for (let number = 1; number <= pages; number++) {
      if (text.length > limits.characters || Date.now() > until) return { text, pages, partial: true }
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : ' ')
      text += '\n'
      page.cleanup()
    }
    return { text, pages }
  } catch (error) {
    return { reason: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' }
  } finally {
    await task.destroy()
  }
}

/** pdf.js without its drawing half: text needs no native canvas, and a hostile file should find none. */
function loadReader() {
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData'])
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {} })
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier.startsWith('@napi-rs/canvas')) throw new Error('no drawing here')
      return next(specifier, context)
    },
  })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
