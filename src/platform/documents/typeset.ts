import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import type { RenderAnswer } from './thread.ts'

const template = fileURLToPath(new URL('./template/', import.meta.url))
const fonts = fileURLToPath(new URL('./fonts/', import.meta.url))

/**
 * Sets the data of a document by our template: PDF 1.7 after the rules of PDF/UA-1 (tagged, title and language set),
 * with its fonts inside. The compiler refuses a character without a glyph by itself. `pages`: only how many there are.
 */
export function typeset(data: string, as: 'pdf' | 'pages'): RenderAnswer {
  const { NodeCompiler } = createRequire(import.meta.url)(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof Typst
  const compiler = NodeCompiler.create({ workspace: template, fontArgs: [{ fontPaths: [fonts] }] })
  try {
    const asked = { mainFilePath: `${template}document.typ`, inputs: { document: data } }
    if (as === 'pages') {
      const { result } = compiler.compile(asked)
      return result ? { pages: result.numOfPages } : { failed: 'it does not compile' }
    }
    const bytes = compiler.pdf(asked, { pdfStandard: 'ua-1' })
    return { bytes: new Uint8Array(bytes) }
  } catch (error) {
    const said = String(error)
    const missing = charactersWithoutGlyph(said)
    return missing.length > 0 ? { missing } : { failed: said.slice(0, 2_000) }
  } finally {
    // What was compiled is kept by the library for the whole process, not for the thread: nothing of it may stay.
    compiler.evictCache(0)
  }
}

/** From the compiler's complaints: the text `"張"` could not be displayed with font … */
function charactersWithoutGlyph(said: string): readonly string[] {
  const found = new Set<string>()
  for (const [, quoted = ''] of said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu))
    for (const one of quoted.replace(/\\+u\{([0-9a-f]+)\}/g, (_whole, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ))
      found.add(one)
  return [...found]
}
