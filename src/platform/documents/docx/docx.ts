import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TableOfContents,
  TextRun,
} from 'docx'
import type { PaperDocument } from '../model.ts'
import { type PaperWords, longDate, wordsFor } from '../words.ts'
import { type BlockGround, blockOf } from './blocks.ts'
import { fixedZip } from './fixed-zip.ts'
import { type Notes, runsOf } from './runs.ts'
import { numberings, page, stylesFor, textWidth } from './styles.ts'

/** A checked document as the bytes of a DOCX: every paragraph by a named style, headings and lists real ones. */
export async function docxOf(document: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsFor(document.language)
  const notes: Notes = { words, texts: [] }
  const ground: BlockGround = {
    language: document.language,
    numbered: document.numbered ?? false,
    notes,
    lists: 0,
  }
  const body = document.body.flatMap((block, at) => blockOf(block, ground, document.body[at + 1]))
  const made = new Document({
    title: document.title,
    ...(document.stamp && { description: document.stamp }),
    creator: (document.authors ?? [document.sender?.name ?? '']).join(', '),
    lastModifiedBy: '',
    styles: stylesFor(document.form, document.language),
    numbering: { config: [...numberings] },
    footnotes: Object.fromEntries(
      notes.texts.map((text, at) => [
        at + 1,
        { children: [new Paragraph({ style: 'FootnoteText', ...runsOf(text) })] },
      ]),
    ),
    ...(document.contents && { features: { updateFields: true } }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
          },
        },
        headers: {
          first: new Header({ children: stampOf(document) }),
          default: new Header({
            children: [
              ...stampOf(document),
              new Paragraph({ style: 'Details', ...runsOf(document.header ?? document.title) }),
            ],
          }),
        },
        footers: { first: footerOf(document, words), default: footerOf(document, words) },
        children: [
          ...(document.form === 'letter' ? letterHead(document, words) : reportHead(document, words)),
          ...body,
        ],
      },
    ],
  })
  return fixedZip(await Packer.toBuffer(made), document.date)
}

const stampOf = ({ stamp }: PaperDocument): readonly Paragraph[] =>
  stamp ? [new Paragraph({ style: 'Stamp', ...runsOf(stamp) })] : []

function footerOf(document: PaperDocument, words: PaperWords): Footer {
  const [before = '', between = '', after = ''] = words.page.split(/\{[nm]\}/)
  return new Footer({
    children: [
      new Paragraph({
        style: 'Details',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          ...(document.footer ? runsOf(document.footer).children : []),
          new TextRun({
            children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}

const ruled = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 6, color: '000000' } },
} as const

const dayLine = ({ place, date, language }: PaperDocument): string =>
  place ? `${place}, ${longDate(date, language)}` : longDate(date, language)

function letterHead(document: PaperDocument, words: PaperWords): readonly Paragraph[] {
  const { sender, recipient = [] } = document
  const lines = (given: readonly string[], style: object) =>
    given.map(
      (text, at) => new Paragraph({ ...style, ...(at === given.length - 1 && ruled), ...runsOf(text) }),
    )
  return [
    ...(sender
      ? [
          new Paragraph({ style: 'Sender', ...(!sender.lines?.length && ruled), ...runsOf(sender.name) }),
          ...lines(sender.lines ?? [], { style: 'Details' }),
        ]
      : []),
    new Paragraph({
      alignment: AlignmentType.END,
      spacing: { before: 280, after: 280 },
      ...runsOf(dayLine(document)),
    }),
    ...recipient.map(
      (text, at) =>
        new Paragraph({
          spacing: { after: at === recipient.length - 1 ? 320 : 0, line: 252, lineRule: LineRuleType.AUTO },
          ...runsOf(text),
        }),
    ),
    ...(document.reference
      ? [new Paragraph({ style: 'Details', ...runsOf(`${words.reference}: ${document.reference}`) })]
      : []),
    new Paragraph({ style: 'Title', ...runsOf(document.title) }),
  ]
}

function reportHead(document: PaperDocument, words: PaperWords): readonly (Paragraph | TableOfContents)[] {
  const under = [
    (document.authors ?? []).join(', '),
    dayLine(document),
    document.reference ? `${words.reference}: ${document.reference}` : '',
  ].filter((text) => text !== '')
  return [
    ...(document.sender ? [new Paragraph({ style: 'Details', ...runsOf(document.sender.name) })] : []),
    new Paragraph({ style: 'Title', ...runsOf(document.title) }),
    ...(document.subtitle ? [new Paragraph({ style: 'Subtitle', ...runsOf(document.subtitle) })] : []),
    ...under.map(
      (text, at) =>
        new Paragraph({ style: 'Details', ...(at === under.length - 1 && ruled), ...runsOf(text) }),
    ),
    ...(document.contents
      ? [
          new Paragraph({ style: 'Caption', ...runsOf(words.contents) }),
          new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
        ]
      : []),
  ]
}
