import { expect, test } from 'vitest'
import { mechanismOf } from '#catalogue/mechanisms'
import { boxesOf, limitOf, sheetText, textLimits } from './sheet.ts'

const hearing = mechanismOf('ia-hearing')

const boxes = boxesOf({
  title: 'Hearing',
  body: [
    { kind: 'paragraph', text: 'Before any heading.' },
    { kind: 'heading', level: 1, text: 'Request' },
    {
      kind: 'facts',
      facts: [
        { label: 'Objective', value: 'One two three' },
        { label: 'Empty', value: ' ' },
      ],
    },
    { kind: 'heading', level: 1, text: 'Facts' },
    { kind: 'heading', level: 2, text: 'In March' },
    { kind: 'paragraph', text: [{ text: 'Ñandú', strong: true }, { note: { text: 'a note' } }, ' left.'] },
    { kind: 'list', items: [{ text: 'a', items: [{ text: 'b' }] }], ordered: true },
    {
      kind: 'table',
      columns: [{ label: 'Day' }, { label: 'What' }],
      rows: [
        ['1 May', 'Arrest'],
        ['', 'Trial'],
      ],
    },
  ],
})

test('a box for each fact, one for what else stands under a heading; what is empty has none', () => {
  expect(boxes.map(({ group, title }) => `${group}/${title}`)).toEqual([
    'Hearing/Hearing',
    'Request/Objective',
    'Facts/Facts',
  ])
  expect(boxes[2]?.text).toBe(
    'In March\n\nÑandú left.\n\n1. a\n  1. b\n\nDay: 1 May; What: Arrest\nWhat: Trial',
  )
})

test('characters are counted as a web form counts them, and words between blanks', () => {
  const [box] = boxesOf({ title: 'x', body: [{ kind: 'paragraph', text: '🕊 ñ  a\nb' }] })
  expect(box).toMatchObject({ characters: 9, words: 4 })
})

test('a limit is held against the box of its field, by its label in the language of the document', () => {
  if (!hearing) throw new Error('no hearing')
  expect(textLimits(hearing).map(({ max }) => max)).toEqual([25, 75])
  const labelled = (title: string) => ({ group: 'x', title, text: 'a', characters: 1, words: 1 })
  const maxOf = (title: string, language: string) => limitOf(labelled(title), hearing, language)?.max
  expect(maxOf('Purpose of the hearing', 'en')).toBe(25)
  expect(maxOf('Summary of information to be presented', 'en')).toBe(75)
  expect(maxOf('Objetivo de la audiencia', 'es')).toBe(25)
  expect(maxOf("Objet de l'audience", 'fr')).toBe(25)
  expect(maxOf('Objetivo de la audiencia', 'en')).toBe(undefined)
  expect(limitOf(labelled('No such box'), hearing, 'en')).toBe(null)
})

test('the text has every box with its counter', () => {
  const text = sheetText(boxes, ({ words }) => `${words} words`)
  for (const { title, text: inside } of boxes) {
    expect(text).toContain(title)
    expect(text).toContain(inside)
  }
})
