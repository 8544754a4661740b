import { deflateSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** PDF objects by number, from 1; the last is followed by the table and the trailer. For tests. */
function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  const push = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  objects.forEach((object, i) => {
    offsets.push(at)
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const table = at
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`))
  push(Buffer.from(`trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF`))
  return Buffer.concat(parts)
}

const streamOf = (content: Buffer, filter = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<</Length ${content.length}${filter}>>stream\n`),
    content,
    Buffer.from('\nendstream'),
  ])

const contentOf = (text: string) => Buffer.from(`BT /F1 24 Tf 72 720 Td (${text}) Tj ET`, 'latin1')

const onePage = (content: Buffer, count = 1): (string | Buffer)[] => [
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`,
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  content,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
]

/** A PDF whose pages, the same one `pages` times, say `text`. */
export const samplePdf = (text: string, pages = 1): Buffer => pdf(onePage(streamOf(contentOf(text)), pages))

/** A PDF that wants a password. */
export const lockedPdf = (): Buffer =>
  pdf(
    [
      ...onePage(streamOf(contentOf('x'))),
      `<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -1>>`,
    ],
    '/Encrypt 6 0 R/ID[<00><00>]',
  )

/** A PDF whose only page unfolds to `bytes` bytes. */
export const swollenPdf = (bytes: number): Buffer =>
  pdf(onePage(streamOf(deflateSync(Buffer.alloc(bytes, 32), { level: 1 }), '/Filter/FlateDecode')))

/** A PDF whose page has this box, resources and content; further objects are numbered from 6. */
export const oddPdf = (given: {
  readonly box?: string
  readonly resources?: string
  readonly content?: string | Buffer
  readonly filter?: string
  readonly more?: readonly (string | Buffer)[]
}): Buffer => {
  const { box = '[0 0 612 792]', resources = '', content = 'BT /F1 24 Tf 72 720 Td (odd) Tj ET' } = given
  const [catalog = '', pages = '', , , font = ''] = onePage(Buffer.alloc(0))
  return pdf([
    catalog,
    pages,
    `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    streamOf(Buffer.from(content), given.filter),
    font,
    ...(given.more ?? []),
  ])
}

/** An object of a PDF that is a stream with this dictionary. */
export const pdfStream = (dictionary: string, content: string | Buffer): Buffer =>
  streamOf(Buffer.from(content), dictionary)

/** A DOCX with these paragraphs. */
export function sampleDocx(paragraphs: readonly string[]): Promise<Buffer> {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return archive({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
}

/** A ZIP with these entries. */
export function archive(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}
