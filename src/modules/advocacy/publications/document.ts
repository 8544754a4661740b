import { formatDate } from '#platform/dates'
import type { Block, PaperDocument } from '#platform/documents'
import type { PublicTexts } from '#platform/house'
import type { Language } from '#platform/i18n'
import { textIn } from '#web/site'
import { blocksOf, readText } from './markup.ts'
import { textWords } from './messages.ts'
import type { PublicTextData } from './projection.ts'
import type { ShownTable } from './sections/index.ts'

/** What the paper says that the page does not. */
export interface Paper {
  readonly language: Language
  /** Languages that come first where that one was not written. */
  readonly others: readonly string[]
  readonly organisation: string
  /** The day it bears where the text has none. */
  readonly day: string
  /** The embargo in words, where it still holds. */
  readonly embargo?: string | undefined
  /** Not approved yet: said on every page. */
  readonly draft: boolean
}

/** A text as a document on paper, in one language: the same parts in the same order as on the site. */
export function paperOf(data: PublicTextData, paper: Paper): PaperDocument {
  const { language, others, organisation, day, embargo, draft } = paper
  const w = textWords(language)
  const say = (texts: PublicTexts | undefined) => textIn(texts, language, others).text
  const blocks = (texts: PublicTexts | undefined, below: 0 | 1 = 0) => blocksOf(readText(say(texts)), below)
  const head = (text: string): Block => ({ kind: 'heading', level: 1, text })
  const standfirst = say(data.standfirst)
  const stamps = [data.fictitious && w('stamp_fictitious'), draft && w('stamp_draft')].filter(Boolean)
  return {
    form: 'report',
    title: say(data.title),
    language,
    date: data.dated ?? day,
    ...(data.place && { place: data.place }),
    ...(stamps.length > 0 && { stamp: stamps.join(' · ') }),
    authors: data.authors && data.authors.length > 0 ? data.authors : [organisation],
    subtitle: [say(kindWords(data)), data.outlet && w('written_for', { outlet: data.outlet })]
      .filter(Boolean)
      .join(' · '),
    ...((data.sections?.length ?? 0) > 3 && { contents: true }),
    footer: embargo ? w('embargo_until', { when: embargo }) : organisation,
    body: [
      ...(embargo ? [strong(w('embargo_until', { when: embargo }))] : []),
      ...(data.corrections ?? []).map(
        ({ on, words }): Block => ({
          kind: 'paragraph',
          text: [{ text: `${w('corrected')}, ${formatDate(on, language)}.`, strong: true }, ` ${say(words)}`],
        }),
      ),
      ...(standfirst ? [{ kind: 'paragraph' as const, text: [{ text: standfirst, emphasis: true }] }] : []),
      ...blocks(data.body),
      ...(data.quotes ?? []).map(
        ({ words, by, on }): Block => ({
          kind: 'quote',
          text: say(words),
          from: [by, on && formatDate(on, language)].filter(Boolean).join(', '),
        }),
      ),
      ...(data.sections ?? []).flatMap((section): readonly Block[] => [
        head(say(section.heading)),
        ...blocks(section.words, 1),
        ...section.tables.flatMap((table) => tableOf(table, say, w('too_small'), language)),
      ]),
      ...(data.boilerplate ? [head(w('about_us')), ...blocks(data.boilerplate, 1)] : []),
      ...(data.contacts ? [head(w('contacts')), ...blocks(data.contacts, 1)] : []),
      ...(data.appearances && data.appearances.length > 0
        ? [
            head(w('appeared')),
            {
              kind: 'list' as const,
              items: data.appearances.map(({ on, outlet, url }) => ({
                text: [outlet, formatDate(on, language), url].filter(Boolean).join(', '),
              })),
            },
          ]
        : []),
    ],
  }
}

const strong = (text: string): Block => ({ kind: 'paragraph', text: [{ text, strong: true }] })

const kindWords = (data: PublicTextData): PublicTexts | undefined => data.kind[0]?.label

/** On paper a chart is the table behind it. */
function tableOf(
  table: ShownTable,
  say: (texts: PublicTexts) => string,
  small: string,
  language: Language,
): readonly Block[] {
  const cell = (value: number | string | null | undefined) =>
    value === null || value === undefined
      ? small
      : typeof value === 'number'
        ? value.toLocaleString(language)
        : value
  return [
    {
      kind: 'table',
      caption: say(table.caption),
      columns: [
        { label: say(table.of) },
        ...table.values.map((head) => ({ label: say(head), align: 'end' as const })),
      ],
      rows: [...table.rows, ...(table.total ? [table.total] : [])].map(({ label, cells }) => [
        say(label),
        ...table.values.map((_, i) => cell(cells[i])),
      ]),
    },
    { kind: 'paragraph', text: [{ text: table.method.map(say).join(' '), emphasis: true }] },
  ]
}
