import type { TabularLimits } from './limits.ts'
import { refuseTable } from './problem.ts'
import { readDateStyles, readSharedStrings, readSheet, type SheetRow } from './xlsx-sheet.ts'
import { attribute, readXml, type XmlToken } from './xml-tokens.ts'
import { openZip, type ZipDirectory } from './zip-directory.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The rows of one sheet of a workbook, some at a time: the named one, else the first. Runs in the worker. */
export async function* readWorkbook(
  path: string,
  sheet: string | undefined,
  limits: TabularLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const zip = await openZip(path, {
    entries: 10_000,
    entryBytes: limits.workbookBytes,
    totalBytes: limits.workbookBytes,
    ratio: limits.zipRatio,
  })
  try {
    const book = (await mainPart(zip)) ?? 'xl/workbook.xml'
    if (!zip.names.includes(book)) throw refuseTable('workbook-unreadable', { detail: 'xl/workbook.xml' })
    const { sheets, from1904 } = await readBook(zip, book, limits)
    const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet)
    if (!chosen) {
      throw refuseTable('sheet-missing', {
        name: sheet ?? '',
        sheets: sheets.map(({ name }) => name).join(', '),
      })
    }
    const relations = await readRelations(zip, book)
    const part = (suffix: string): string | undefined =>
      relations.find(({ type }) => type.endsWith(suffix))?.target
    const strings = part('/sharedStrings')
    const styles = part('/styles')
    const target = relations.find(({ id }) => id === chosen.id)?.target
    if (target === undefined) throw refuseTable('workbook-unreadable', { detail: chosen.name })
    const context = {
      strings:
        strings && zip.names.includes(strings) ? await readSharedStrings(text(zip, strings), limits) : [],
      dateStyles: styles && zip.names.includes(styles) ? await readDateStyles(text(zip, styles)) : [],
      from1904,
    }
    yield* readSheet(text(zip, target), context, limits)
  } finally {
    zip.close()
  }
}

async function* text(zip: ZipDirectory, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of await zip.read(name)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function opened(pieces: AsyncIterable<string>): Promise<Extract<XmlToken, { kind: 'open' }>[]> {
  const tags: Extract<XmlToken, { kind: 'open' }>[] = []
  for await (const tokens of readXml(pieces, 1)) {
    for (const token of tokens) if (token.kind === 'open') tags.push(token)
  }
  return tags
}

/** Where the workbook is: `xl/workbook.xml` in nearly all files. */
async function mainPart(zip: ZipDirectory): Promise<string | undefined> {
  if (!zip.names.includes('_rels/.rels')) return undefined
  const tags = await opened(text(zip, '_rels/.rels'))
  const main = tags.find(({ attributes }) => attribute(attributes, 'Type')?.endsWith('/officeDocument'))
  return main && attribute(main.attributes, 'Target')?.replace(/^\//, '')
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly id: string }[]
  readonly from1904: boolean
}

async function readBook(zip: ZipDirectory, book: string, limits: TabularLimits): Promise<Book> {
  const tags = await opened(text(zip, book))
  const settings = tags.find(({ name }) => name === 'workbookPr')?.attributes ?? ''
  const root = tags[0]?.attributes ?? ''
  const prefix = /xmlns:(\w+)\s*=\s*["']([^"']*)["']/g
  const bound = [...root.matchAll(prefix)].find(
    ([, , uri = '']) => uri === RELATIONS || uri.endsWith('/relationships'),
  )
  const idName = `${bound?.[1] ?? 'r'}:id`
  const sheets = tags
    .filter(({ name }) => name === 'sheet')
    .map(({ attributes }) => ({
      name: attribute(attributes, 'name') ?? '',
      id: attribute(attributes, idName) ?? '',
    }))
  if (sheets.length > limits.workbookSheets) throw refuseTable('workbook-too-large', {})
  return { sheets, from1904: /^(1|true)$/.test(attribute(settings, 'date1904') ?? '') }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

async function readRelations(zip: ZipDirectory, book: string): Promise<Relation[]> {
  const folder = book.slice(0, book.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${book.slice(folder.length)}.rels`
  if (!zip.names.includes(name)) throw refuseTable('workbook-unreadable', { detail: name })
  return (await opened(text(zip, name)))
    .filter((tag) => tag.name === 'Relationship')
    .map(({ attributes }) => {
      const target = attribute(attributes, 'Target') ?? ''
      return {
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
      }
    })
}
