import type { Block } from '#platform/documents'
import type { Column } from '../gather/value.ts'
import { type Drafting, fieldLabel, inOneLine, say, textsIn, valuesIn } from './drafting.ts'
import { wordsOf } from './part-words.ts'
import type { PhraseName } from './phrases.ts'

/** A part of a document: the fields that it shows, and how. Nothing where the copy has none of them. */
export interface Section {
  readonly fields: readonly string[]
  readonly make: (drafting: Drafting) => readonly Block[]
  /** A cover, an annex: not counted where a mechanism limits the length. */
  readonly uncounted?: boolean
}

/** The same part, outside of what a limit of length counts. */
export const cover = (section: Section): Section => ({ ...section, uncounted: true })

const heading = (drafting: Drafting, name: PhraseName, level: 1 | 2 = 1): Block => ({
  kind: 'heading',
  level,
  text: say(drafting, name),
})

const paragraphs = (text: string): readonly Block[] =>
  text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ kind: 'paragraph', text: one }))

/** Fields with their labels, one under another. */
export const facts = (title: PhraseName, fields: readonly string[]): Section => ({
  fields,
  make(drafting) {
    const lines = fields.flatMap((field) => {
      const texts = textsIn(drafting, field)
      return texts.length === 0 ? [] : [{ label: fieldLabel(drafting, field), value: inOneLine(texts) }]
    })
    return lines.length === 0 ? [] : [heading(drafting, title), { kind: 'facts', facts: lines }]
  },
})

/** What is known of each person: a list of fields for everyone whom it is for. */
export const people = (fields: readonly string[], group: readonly string[] = []): Section => ({
  fields: [...fields, ...group],
  make(drafting) {
    const each = drafting.persons.map((id) =>
      fields.flatMap((field) => {
        const texts = textsIn(drafting, field, id)
        return texts.length === 0 ? [] : [{ label: fieldLabel(drafting, field), value: inOneLine(texts) }]
      }),
    )
    const ofAll = [...fields, ...group].flatMap((field) => {
      const texts = [
        ...new Set(
          valuesIn(drafting, field)
            .filter(({ about }) => about.length === 0 || group.includes(field))
            .map(({ parts }) => wordsOf(parts, drafting.language))
            .filter((text) => text !== ''),
        ),
      ]
      return texts.length === 0 ? [] : [{ label: fieldLabel(drafting, field), value: inOneLine(texts) }]
    })
    const blocks = [...each, ofAll]
      .filter((lines) => lines.length > 0)
      .map((lines): Block => ({ kind: 'facts', facts: lines }))
    const title = drafting.persons.length > 1 ? 'victims' : 'victim'
    return blocks.length === 0 ? [] : [heading(drafting, title), ...blocks]
  },
})

/** Texts in paragraphs, under one heading; those after the first with their own label where `labelled`. */
export const prose = (title: PhraseName, fields: readonly string[], level: 1 | 2 = 1): Section => ({
  fields,
  make(drafting) {
    const several = fields.filter((field) => textsIn(drafting, field).length > 0).length > 1
    const blocks = fields.flatMap((field, i): readonly Block[] => {
      const texts = textsIn(drafting, field)
      if (texts.length === 0) return []
      const label: readonly Block[] =
        several && i > 0
          ? [{ kind: 'heading', level: level === 1 ? 2 : 3, text: fieldLabel(drafting, field) }]
          : []
      return [...label, ...texts.flatMap(paragraphs)]
    })
    return blocks.length === 0 ? [] : [heading(drafting, title, level), ...blocks]
  },
})

const lines = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, '').trim())
    .filter(Boolean)

/** A list: each value, or each line of it, an item. */
export const list = (title: PhraseName, fields: readonly string[], ordered = false): Section => ({
  fields,
  make(drafting) {
    const items = fields.flatMap((field) => lines(textsIn(drafting, field)))
    return items.length === 0
      ? []
      : [heading(drafting, title), { kind: 'list', ordered, items: items.map((text) => ({ text })) }]
  },
})

/** Paragraphs under a heading each, under one more: the three parts of a risk. */
export const parts = (title: PhraseName, under: readonly (readonly [PhraseName, string])[]): Section => ({
  fields: under.map(([, field]) => field),
  make(drafting) {
    const blocks = under.flatMap(([name, field]): readonly Block[] => {
      const texts = textsIn(drafting, field)
      return texts.length === 0 ? [] : [heading(drafting, name, 2), ...texts.flatMap(paragraphs)]
    })
    return blocks.length === 0 ? [] : [heading(drafting, title), ...blocks]
  },
})

/** A table of the rows of a field; values that were answered in words stand under it. */
const tableOf = (
  title: PhraseName,
  field: string,
  columns: readonly (readonly [Column, PhraseName])[],
  level: 1 | 2 = 1,
): Section => ({
  fields: [field],
  make(drafting) {
    const rows = valuesIn(drafting, field).flatMap(({ row }) => (row ? [row] : []))
    const used = columns.filter(([column]) => rows.some((row) => (row[column] ?? []).length > 0))
    const texts = textsIn(drafting, field)
    if (rows.length === 0 && texts.length === 0) return []
    return [
      heading(drafting, title, level),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              columns: used.map(([, name]) => ({ label: say(drafting, name) })),
              rows: rows.map((row) => used.map(([column]) => wordsOf(row[column] ?? [], drafting.language))),
            },
          ]),
      ...texts.flatMap(paragraphs),
    ]
  },
})

/** What happened, in order of time. */
export const chronology: Section = tableOf(
  'chronology',
  'chronology',
  [
    ['date', 'date'],
    ['what', 'what'],
    ['where', 'where'],
  ],
  2,
)

/** Remedies with authority, date and result. */
export const remedies: Section = tableOf('remedies', 'remedies.list', [
  ['date', 'date'],
  ['what', 'step'],
  ['authority', 'authority'],
  ['number', 'number'],
  ['result', 'result'],
])

/** Other international procedures. */
export const international: Section = tableOf('international', 'international.other', [
  ['date', 'date'],
  ['what', 'procedure'],
  ['authority', 'authority'],
  ['number', 'number'],
  ['result', 'result'],
])

/** Files that go along, with their hashes. */
export const annexes: Section = {
  uncounted: true,
  fields: ['evidence.annexes'],
  make: ({ annexes: given }) => (given.length === 0 ? [] : [{ kind: 'annexes', annexes: given }]),
}

/** Who signs. */
export const signature: Section = {
  uncounted: true,
  fields: ['submitter.signature'],
  make(drafting) {
    const [signed] = valuesIn(drafting, 'submitter.signature')
    if (!signed) return []
    const [name, role] = signed.parts.map((part) => wordsOf([part], drafting.language))
    const [organisation] = textsIn(drafting, 'submitter.name')
    return [
      {
        kind: 'signature',
        signatories: [{ name: name ?? '', ...(role && { role }), ...(organisation && { organisation }) }],
      },
    ]
  },
}
