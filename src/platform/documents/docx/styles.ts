import { AlignmentType, type ILevelsOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'

/** Half points, as the format counts; lengths in twentieths of a point. */
const font = 'Times New Roman'
export const grey = '525252'
export const red = '8A1C1C'

/** A4 with our margins, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, side: 1_417, top: 1_587, bottom: 1_530 } as const
export const textWidth = page.width - 2 * page.side

const heading = (size: number, before: number, italics = false) => ({
  run: { font, size, sizeComplexScript: size, bold: !italics, italics, color: '000000' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})

/** The styles by which everything in the file is set, so that who works on it changes them in one place. */
export function stylesFor(form: 'letter' | 'report', language: string): IStylesOptions {
  const letter = form === 'letter'
  const paragraphStyle = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: {
          font,
          size: 22,
          sizeComplexScript: 24,
          language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: letter ? 24 : 44, sizeComplexScript: letter ? 26 : 44, bold: true },
        paragraph: { spacing: { before: letter ? 120 : 0, after: 200 } },
      },
      heading1: heading(letter ? 24 : 30, 320),
      heading2: heading(letter ? 22 : 25, 260),
      heading3: heading(22, 220, true),
      footnoteText: {
        run: { font, size: 18 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      paragraphStyle('Sender', 'Sender', { size: 28, bold: true }, { spacing: { after: 0 } }),
      paragraphStyle(
        'Details',
        'Details',
        { size: 18, color: grey },
        { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle('Subtitle', 'Subtitle', { size: 27, color: grey }, { spacing: { after: 160 } }),
      paragraphStyle(
        'Stamp',
        'Stamp',
        { size: 18, bold: true, color: red, characterSpacing: 12 },
        { alignment: AlignmentType.END },
      ),
      paragraphStyle('Quote', 'Quote', { size: 21 }, { indent: { left: 480, right: 400 }, keepLines: true }),
      paragraphStyle(
        'Caption',
        'Caption',
        { size: 19, bold: true },
        { keepNext: true, spacing: { before: 160, after: 80 } },
      ),
      paragraphStyle(
        'Cell',
        'Cell',
        { size: 19 },
        { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(
        'CellHead',
        'Cell head',
        { size: 19, bold: true },
        { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(
        'Signatory',
        'Signatory',
        {},
        { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
      ),
      paragraphStyle(
        'Annex',
        'Annex',
        {},
        { keepLines: true, spacing: { after: 160, line: 252, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle('Item', 'List item', {}, { spacing: { after: 60 } }),
    ],
  }
}

const indent = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 340 } } })
const levels = [0, 1, 2, 3, 4, 5] as const

/** Lists, by name: `dots`, `numbers` (counted anew in each list), `headings`. */
export const numberings: readonly { reference: string; levels: ILevelsOptions[] }[] = [
  {
    reference: 'dots',
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: level % 2 === 0 ? '•' : '–',
      alignment: AlignmentType.START,
      style: indent(level),
    })),
  },
  {
    reference: 'numbers',
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      alignment: AlignmentType.START,
      style: indent(level),
    })),
  },
  {
    reference: 'headings',
    levels: ([0, 1, 2] as const).map((level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: levels
        .slice(0, level + 1)
        .map((one) => `%${one + 1}`)
        .join('.'),
      alignment: AlignmentType.START,
    })),
  },
]
