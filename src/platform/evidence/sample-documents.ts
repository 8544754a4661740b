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

/**
 * A PDF that tells of itself wherever one can: each telling holds `canary-` and where it stands. Its page says
 * `visible words` and shows `picture`, a JPEG. `notes`: with a comment of somebody; `layers`: with one that is hidden.
 */
export function tellingPdf(
  picture: Buffer,
  more: { readonly notes?: true; readonly layers?: true } = {},
): Buffer {
  const { notes, layers } = more
  return pdf(
    [
      `<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R/Names<</EmbeddedFiles<</Names[(canary-attached) 8 0 R]>>>>/OpenAction<</S/JavaScript/JS(canary-script)>>${layers ? '/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>' : ''}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>/PieceInfo<</Word<</Private(canary-piece)>>>>/Metadata 7 0 R/Annots[${notes ? '10 0 R' : '11 0 R'}]>>`,
      streamOf(Buffer.from('BT /F1 24 Tf 20 150 Td (visible words) Tj ET q 60 0 0 40 20 50 cm /I Do Q')),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      streamOf(
        picture,
        '/Type/XObject/Subtype/Image/Width 60/Height 40/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Metadata 7 0 R',
      ),
      streamOf(Buffer.from('<x:xmpmeta>canary-xmp</x:xmpmeta>'), '/Type/Metadata/Subtype/XML'),
      '<</Type/Filespec/F(canary-file)>>',
      '<</Type/OCG/Name(canary-layer)>>',
      '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(canary-author)/Contents(canary-note)>>',
      '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/T(canary-link)/A<</S/URI/URI(https://example.org)>>>>',
      '<</Author(canary-info)/Producer(canary-producer)/CreationDate(D:20200101)>>',
    ],
    '/Info 12 0 R/ID[<cafe><cafe>]',
  )
}

/** A DOCX that tells of itself wherever one can, each telling with `canary-`; its text is `visible words`, with a picture. */
export const tellingDocx = (
  picture: Buffer,
  more: {
    readonly body?: string
    readonly links?: string
    readonly parts?: Readonly<Record<string, string>>
  } = {},
): Promise<Buffer> => {
  const relationships = (lines: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const part = (name: string, kind: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`
  return archive({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="xml" ContentType="application/xml"/>${part('word/document.xml', 'officedocument.wordprocessingml.document.main')}${part('word/settings.xml', 'officedocument.wordprocessingml.settings')}${part('docProps/core.xml', 'package.core-properties')}</Types>`,
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="r3" Type="${office}/custom-properties" Target="docProps/custom.xml"/>`,
    ),
    'docProps/core.xml': '<cp:coreProperties><dc:creator>canary-creator</dc:creator></cp:coreProperties>',
    'docProps/custom.xml': '<Properties>canary-custom</Properties>',
    'word/people.xml': '<w15:people><w15:person w15:author="canary-person"/></w15:people>',
    'customXml/item1.xml': '<form>canary-form</form>',
    'word/settings.xml':
      '<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="w"><w:zoom w:percent="100"/><w:attachedTemplate r:id="canary-template"/><w:rsids><w:rsidRoot w:val="canary-root"/></w:rsids><w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat></w:settings>',
    'word/_rels/settings.xml.rels': relationships(
      `<Relationship Id="r1" Type="${office}/attachedTemplate" Target="file:///C:/Users/canary-user/Normal.dotm" TargetMode="External"/>`,
    ),
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="r1" Type="${office}/image" Target="media/image1.jpg"/><Relationship Id="r2" Type="${office}/settings" Target="settings.xml"/>${more.links ?? ''}`,
    ),
    'word/media/image1.jpg': picture,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><!-- canary-xml --><w:p w:rsidR="canary-rsid" w14:paraId="canary-para"><w:r w:rsidRPr='canary-run'><w:t>visible words</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx="571500" cy="381000"/><wp:docPr id="1" name="canary-name.jpg" descr="C:\\Users\\canary-user\\photo.jpg"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="canary-pic.jpg" descr="A bridge at dawn"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="571500" cy="381000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${more.body ?? ''}</w:body></w:document>`,
    ...more.parts,
  })
}

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
export function archive(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}
