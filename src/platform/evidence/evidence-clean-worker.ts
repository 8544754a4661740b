import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buffer } from 'node:stream/consumers'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import { cleanDocx } from './clean-docx.ts'
import { type CleanFault, cleanFaults, firstFault } from './clean-faults.ts'
import { blankPictures } from './picture-segments.ts'

// A process of its own: a PDF or a DOCX comes in, the same without what it tells of itself comes out, and it ends. Exit
// codes: 0 a file was written; else why not, by its place in the list of faults.

const mostPages = 2_000

/** What would not come along, and is no mere metadata: whoever sees the page on paper sees it. */
async function lookedAt(bytes: Uint8Array): Promise<number | CleanFault> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const parts = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: `${join(parts, 'cmaps')}/`,
    cMapPacked: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages) return 'long'
    const layers = await document.getOptionalContentConfig()
    if ([...layers].length > 0) return 'layered'
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const notes = (await page.getAnnotations()) as readonly { readonly subtype?: string }[]
      if (notes.some(({ subtype }) => subtype !== 'Link')) return 'marked'
      page.cleanup()
    }
    return document.numPages
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken'
  } finally {
    await task.destroy()
  }
}

/** The pages set anew, each as it is: only what is drawn on them is taken over, never what the file says besides. */
function setAnew(bytes: Uint8Array, pages: number): Buffer {
  const { NodeCompiler } = createRequire(import.meta.url)(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof Typst
  const workspace = dirname(fileURLToPath(import.meta.url))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [] })
  const main = join(workspace, 'main.typ')
  compiler.mapShadow(join(workspace, 'given.pdf'), Buffer.from(bytes))
  compiler.addSource(
    main,
    `#set document(date: none)
#set page(width: auto, height: auto, margin: 0pt)
#set par(spacing: 0pt)
#for n in range(1, ${pages + 1}) { page(image("given.pdf", page: n)) }
`,
  )
  return compiler.pdf({ mainFilePath: main })
}

async function cleanPdf(bytes: Uint8Array): Promise<Buffer | CleanFault> {
  const looked = await lookedAt(bytes)
  if (typeof looked === 'string') return looked
  try {
    return blankPictures(setAnew(bytes, looked)) ?? 'picture'
  } catch (error) {
    process.stderr.write(String(error))
    return 'broken'
  }
}

const bytes = await buffer(process.stdin)
const clean = await (process.argv[2] === 'docx' ? cleanDocx(bytes) : cleanPdf(new Uint8Array(bytes)))
if (typeof clean === 'string') process.exit(cleanFaults.indexOf(clean) + firstFault)
process.stdout.write(clean, () => process.exit(0))
