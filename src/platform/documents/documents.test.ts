import fc from 'fast-check'
import { fromBuffer } from 'yauzl'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import {
  type PaperDocument,
  type RichText,
  cleanText,
  countPages,
  renderDocx,
  renderJson,
  renderPdf,
  renderText,
} from './index.ts'
import { checkDocument } from './check-document.ts'
import { paper } from './paper.ts'
import { readPdf } from './read-pdf.ts'
import { docxOf } from './docx/docx.ts'
import { sampleLetter, sampleReport } from './sample-documents.ts'
import { typeset } from './typeset.ts'

const letter = (body: PaperDocument['body'], more: Partial<PaperDocument> = {}): PaperDocument => ({
  form: 'letter',
  title: 'Subject',
  language: 'en',
  date: '2026-05-12',
  body,
  ...more,
})
const paragraph = (text: RichText) => letter([{ kind: 'paragraph', text }])

/** Signs without what lays them out: where a line ends, and where a long word may be broken, is not the writer's. */
const signs = (text: string): string => text.replace(/[\s\u200b\u2066-\u2069]/gu, '')

/** Every text that a person wrote into the body. */
function written(document: PaperDocument): readonly string[] {
  const found: string[] = []
  const rich = (text: RichText) => {
    for (const span of typeof text === 'string' ? [text] : text)
      if (typeof span === 'string') found.push(...span.split('\n'))
      else if ('text' in span) found.push(span.text)
      else found.push(span.note.text ?? '', span.note.citation?.quote ?? '')
  }
  const items = (list: readonly { readonly text: RichText; readonly items?: typeof list }[]): void => {
    for (const one of list) {
      rich(one.text)
      items(one.items ?? [])
    }
  }
  for (const block of document.body) {
    if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'quote') rich(block.text)
    if (block.kind === 'list') items(block.items)
    if (block.kind === 'facts') for (const { label, value } of block.facts) [label, value].forEach(rich)
    if (block.kind === 'table')
      [...block.columns.map(({ label }) => label), ...block.rows.flat()].forEach(rich)
    if (block.kind === 'signature') for (const one of block.signatories) found.push(one.name, one.role ?? '')
    if (block.kind === 'annexes') for (const one of block.annexes) found.push(one.title, one.sha256)
  }
  return found.filter((text) => text !== '')
}

describe('PDF', () => {
  test.each([
    ['letter', sampleLetter],
    ['report', sampleReport],
  ])('of a %s holds every word, is tagged, titled, and carries its fonts', async (_name, document) => {
    const pdf = await readPdf((await renderPdf(document)).bytes)
    const all = signs(pdf.text)
    // A mixed line comes out of the reader in another order; each direction's words are looked for by themselves.
    const missing = written(document)
      .flatMap((text) =>
        text.split(
          /(?<=\P{Script=Arabic})(?=\p{Script=Arabic})|(?<=\p{Script=Arabic})(?=\P{Script=Arabic})/u,
        ),
      )
      .flatMap((text) => text.split(/\s+/))
      .filter((text) => !all.includes(signs(text)))
    expect(missing).toEqual([])
    expect(pdf.info).toMatchObject({ Title: document.title, Language: document.language })
    expect(pdf.marked).toBe(true)
    expect(pdf.roles).toEqual(new Set([...pdf.roles, 'P', 'H1', 'L', 'LI']))
    expect(pdf.fonts.length).toBeGreaterThan(0)
    expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true)
    expect(pdf.date).toBe(document.date.replaceAll('-', ''))
  })

  test('repeats the head of a table on every page that it reaches, as heads of columns', async () => {
    const pdf = await readPdf((await renderPdf(sampleReport)).bytes)
    expect(await countPages(sampleReport)).toBe(pdf.pages.length)
    const pages = pdf.pages.filter((text) => text.includes('Citació policial'))
    expect(pages.length).toBeGreaterThan(1)
    for (const text of pages) expect(text).toContain('Persones')
    expect(pdf.roles).toContain('TH')
  })

  test('says the page on each, and the stamp too', async () => {
    const pdf = await readPdf((await renderPdf(sampleReport)).bytes)
    for (const [at, text] of pdf.pages.entries()) {
      expect(text).toContain(`Pàgina ${at + 1} de ${pdf.pages.length}`)
      expect(text).toContain('FICTICI')
    }
  })

  test('sets accents, the geminated l and a name in Arabic', async () => {
    const { text } = await readPdf(
      (await renderPdf(paragraph('Al·legació, ÀÈÉÍÏÒÓÚÜÇÑ ñ ü ç\nفاطمة الزهراء'))).bytes,
    )
    expect(text).toContain('Al·legació, ÀÈÉÍÏÒÓÚÜÇÑ ñ ü ç')
    // The reader gives the words of a line as they stand from left to right.
    expect(text).toContain('فاطمة')
    expect(text).toContain('الزهراء')
  })

  test('keeps a number after an Arabic name on its side of it', async () => {
    const { at } = await readPdf((await renderPdf(paragraph('Detained: فاطمة, 12 May'))).bytes)
    const number = at('12 May') ?? at(', 12 May')
    const name = at('فاطمة')
    expect(number).toBeGreaterThan(name ?? Number.POSITIVE_INFINITY)
  })

  test('takes nothing that was written as markup', async () => {
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          '#',
          '$',
          '\\',
          '*',
          '_',
          '`',
          '```',
          '[',
          ']',
          '<a>',
          '@b',
          '//',
          '/*',
          '*/',
          '= ',
          '- ',
          '+ ',
          '~',
          '---',
          "'",
          '"',
          '#panic("x")',
          '#import "/etc/passwd"',
          '#sys.inputs',
          '\u202e',
          '\u2066',
          '\u200f',
          '\u0000',
          '\ud800',
          '{n}',
          '{m}',
          '%1',
          '&amp;',
          ']]>',
          '<w:p>',
        ),
        fc.string({ unit: fc.constantFrom(...Array.from('abcñçÀéشا عl·l019 ,.;:()')) }),
      ),
      { minLength: 1, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 3 }), async (texts) => {
        // A letter before and behind: a line of nothing but spaces is no paragraph.
        const given = texts.map((parts) => `a${parts.join('')}z`)
        const document = letter(
          given.flatMap((text): PaperDocument['body'] => [
            { kind: 'paragraph', text: [{ text, strong: true }, { note: { text } }] },
            { kind: 'facts', facts: [{ label: text, value: text }] },
            { kind: 'table', columns: [{ label: text }], rows: [[text]] },
          ]),
          { title: given[0] ?? '', header: given[0] ?? '', footer: given[0] ?? '', stamp: 'S' },
        )
        // Without the thread, which takes longer to begin than the work itself.
        const answer = typeset(JSON.stringify(paper(checkDocument(document))), 'pdf')
        if (!('bytes' in answer)) throw new Error(JSON.stringify(answer))
        const pdf = await readPdf(Buffer.from(answer.bytes))
        const sorted = (text: string) =>
          Array.from(signs(text), (one) => ')]>}'['([<{'.indexOf(one)] ?? one)
            .sort()
            .join('')
        // The reader turns Arabic, and the brackets within, as it sees fit: signs are counted, brackets as closed.
        const expected = given.map((text) => signs(cleanText(text)).repeat(6)).join('')
        const own = given.map((_, at) => String(at + 1).repeat(2)).join('')
        const title = signs(cleanText(given[0] ?? ''))
        const pages = pdf.pages
          .map((_, at) => `Page${at + 1}of${pdf.pages.length}S${title}${at > 0 ? title : ''}`)
          .join('')
        expect(sorted(pdf.text)).toBe(sorted(`${expected}${own}${title}May12,2026${pages}`))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  test('breaks a word of a hundred thousand signs, and nothing runs off the paper', async () => {
    const word = 'abcdefghij'.repeat(10_000)
    const pdf = await readPdf(
      (
        await renderPdf(
          letter([
            { kind: 'paragraph', text: word },
            { kind: 'table', columns: [{ label: 'x' }, { label: 'y' }], rows: [[word.slice(0, 3_000), 'y']] },
          ]),
        )
      ).bytes,
    )
    expect(signs(pdf.text)).toContain('abcdefghijabcdefghij')
    expect(pdf.right).toBeLessThan(595 - 60)
  })

  test('names the characters that no font has', async () => {
    const refused = await renderPdf(paragraph('张伟')).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect((refused as Problem).kind).toBe('invalid')
    expect((refused as Problem).explanation?.es).toContain('张 (U+5F20), 伟 (U+4F1F)')
  })

  test('takes Cyrillic, Greek, Hebrew and the small pictures of messages', async () => {
    await expect(renderPdf(paragraph('Алексей Ἀθῆναι שלום 🕊️ ❤️ 👩🏽‍⚖️ → ✓'))).resolves.toMatchObject({
      extension: 'pdf',
    })
  })
})

describe('equal documents give equal bytes', () => {
  test.each([
    ['pdf', renderPdf],
    ['docx', renderDocx],
    ['txt', renderText],
    ['json', renderJson],
  ])('%s', async (_name, render) => {
    const [one, other] = await Promise.all([render(sampleLetter), render(structuredClone(sampleLetter))])
    expect(one.bytes.equals(other.bytes)).toBe(true)
    const changed = await render({ ...sampleLetter, reference: 'other' })
    expect(changed.bytes.equals(one.bytes)).toBe(false)
  })
})

describe('DOCX', () => {
  test('holds every word, with real styles, lists, tables and the language', async () => {
    const parts = await unzip((await renderDocx(sampleLetter)).bytes)
    const body = parts.get('word/document.xml') ?? ''
    const all = signs(textOfXml(body + (parts.get('word/footnotes.xml') ?? '')))
    expect(written(sampleLetter).filter((text) => !all.includes(signs(text)))).toEqual([])
    for (const style of ['Title', 'Heading1', 'Quote', 'Cell', 'Signatory', 'Annex'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(body).toContain('<w:numPr>')
    expect(body).toMatch(/<w:rtl\/>.*فاطمة الزهراء/s)
    expect(parts.get('word/styles.xml')).toContain('w:val="es-AR"')
    expect(parts.get('docProps/core.xml')).toContain('2026-05-12T00:00:00Z')
    const report = await unzip((await renderDocx(sampleReport)).bytes)
    expect(report.get('word/document.xml')).toContain('<w:tblHeader/>')
  })

  test('escapes what was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const parts = await unzip(Buffer.from(await docxOf(checkDocument(paragraph(`a${text}z`)))))
        expect(signs(textOfXml(parts.get('word/document.xml') ?? ''))).toContain(
          signs(cleanText(`a${text}z`)),
        )
      }),
      { numRuns: 20 },
    )
  })
})

describe('plain text and JSON', () => {
  test('the text holds every word in order, the footnotes at its end', () => {
    const text = renderText(sampleLetter).bytes.toString()
    expect(text).toContain(
      '[1] Testimonio de una vecina, min. 04:12. «Entraron sin orden; eran seis» (fiabilidad: B2)',
    )
    const all = signs(text).toLowerCase()
    expect(written(sampleLetter).filter((one) => !all.includes(signs(one).toLowerCase()))).toEqual([])
  })

  test('JSON gives the document back', () => {
    const { format, ...document } = JSON.parse(renderJson(sampleLetter).bytes.toString()) as Record<
      string,
      unknown
    >
    expect(format).toBe('amparo document 1')
    expect(document).toEqual(sampleLetter)
  })
})

describe('what is refused', () => {
  test('too much', async () => {
    await expect(renderPdf(paragraph('a'.repeat(1_000_001)))).rejects.toMatchObject({ kind: 'too_large' })
  })

  test('what breaks the model', () => {
    const bad = (document: PaperDocument) => () => checkDocument(document)
    expect(bad(letter([], { title: ' ' }))).toThrow('no title')
    expect(bad(letter([], { date: '2026-02-30' }))).toThrow('date')
    expect(bad(letter([], { language: 'Spanish' }))).toThrow('language')
    expect(bad(letter([{ kind: 'heading', level: 2, text: 'x' }]))).toThrow('level 2')
    expect(bad(letter([{ kind: 'table', columns: [{ label: 'a' }], rows: [['1', '2']] }]))).toThrow('1 cells')
    expect(bad(letter([{ kind: 'annexes', annexes: [{ title: 'a', sha256: 'b' }] }]))).toThrow('SHA-256')
  })

  test('characters that would turn the words of others round, or hide', () => {
    expect(cleanText('a\u202eb\u2067c\u0000d\u{e0041}e\r\nf\u2028g\ud800')).toBe('abcde\nf\ng\ufffd')
  })
})

const textOfXml = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_whole, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
    )

const unzip = (bytes: Buffer): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const parts = new Map<string, string>()
      zip.on('end', () => resolve(parts))
      zip.on('entry', (entry: Parameters<typeof zip.openReadStream>[0]) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          buffer(stream).then((content) => {
            parts.set(entry.fileName, content.toString())
            zip.readEntry()
          }, reject)
        })
      })
      zip.readEntry()
    })
  })
