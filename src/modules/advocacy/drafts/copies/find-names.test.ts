import { fold } from '#platform/records'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNames, nameWords } from './find-names.ts'
import { hashOf, resolveNames } from './resolve-names.ts'

const lena = { id: 'lena', spellings: ['Lena Toralin'], code: 'the person B.' }
const olesk = { id: 'olesk', spellings: ['Dragan Ólesk-Petrović', 'Драган Олеск'], code: 'the person C.' }
const found = (text: string, ...named: string[]) =>
  findNames(text, [lena, olesk], named.map(nameWords)).map(({ words, whose }) => [words, whose.join()])

describe('a withheld name is found', () => {
  test.each([
    ['as it is', 'Then Lena Toralin came.', 'Lena Toralin'],
    ['in capitals', 'TORALIN', 'TORALIN'],
    ['the family name first', 'Toralin, Lena: sister', 'Toralin, Lena'],
    ['by an initial', 'asked L. Toralin twice', 'L. Toralin'],
    ['by an initial after', 'asked Toralin, L. twice', 'Toralin, L'],
    ['without accents', 'Mr Olesk knows', 'Olesk'],
    ['one half of a compound', 'Mr Petrovic knows', 'Petrovic'],
    ['in another script', 'сказал Олеск вчера', 'Олеск'],
    ['in mixed letters', 'Tоralin with a Cyrillic o', 'Tоralin'],
    ['run together', 'write to lenatoralin84@mail.example', 'lenatoralin84'],
    ['spaced out', 'T o r a l i n was there', 'T o r a l i n'],
    ['broken at the end of a line', 'that Tora-\nlin was there', 'Tora-\nlin'],
    ['with a hidden sign within', 'Tora\u00adlin', 'Tora\u00adlin'],
    ['with one letter wrong', 'Thoralin', 'Thoralin'],
    ['with two letters changed over', 'Toarlin', 'Toarlin'],
    ['in the genitive', 'Toralin’s house', 'Toralin’s'],
    ['with an ending', 'o Toralinovi', 'Toralinovi'],
    ['the given name alone', 'that Lena said', 'Lena'],
    ['in Arabic letters', 'قالت تورالين', 'تورالين'],
  ])('%s', (_how, text, words) => {
    expect(found(text).map(([one]) => one)).toEqual([words])
  })

  test('and what is none is not', () => {
    for (const text of [
      'The person said that the moral line held.',
      'An old car in the lane',
      '',
      '…',
      '2026-11-16',
    ])
      expect(found(text)).toEqual([])
  })

  test('a whole name of somebody who may be named is theirs, the family name alone may be either’s', () => {
    expect(found('Neva Toralin sang.', 'Neva Toralin')).toEqual([])
    expect(found('Toralin sang.', 'Neva Toralin')).toEqual([['Toralin', 'lena']])
    expect(found('Neva Toralin and Lena', 'Neva Toralin')).toEqual([['Lena', 'lena']])
    // A namesake: then the whole name is found too.
    expect(found('Lena Toralin sang.', 'Lena Toralin')).toEqual([['Lena Toralin', 'lena']])
  })
})

describe('what a person decided', () => {
  const text = 'Lena Toralin called. Toralin was afraid.'
  const by = { recordId: 'r', by: 'a', place: 'x.notes', whose: 'lena' }
  const on = (words: string, decision: 'code' | 'other', of = text) => ({
    ...by,
    words,
    decision,
    textHash: hashOf(of),
  })
  const resolve = (decisions: Parameters<typeof resolveNames>[4], of = text) =>
    resolveNames(of, 'x.notes', [lena, olesk], [], decisions)

  test('puts the code, and leaves the rest open', () => {
    const { text: done, open } = resolve([on('Lena Toralin', 'code')])
    expect(done).toBe('the person B. called. Toralin was afraid.')
    expect(open.map(({ words, whose }) => [words, whose])).toEqual([
      ['Toralin', [{ id: 'lena', code: 'the person B.' }]],
    ])
    expect(resolve([on('Lena Toralin', 'code'), on('Toralin', 'code')])).toEqual({
      text: 'the person B. called. the person B. was afraid.',
      open: [],
    })
  })

  test('that it is somebody else holds for the wording on which it was said, a code for every wording', () => {
    const decisions = [on('Lena Toralin', 'code'), on('Toralin', 'other')]
    expect(resolve(decisions).open).toEqual([])
    const changed = `${text} Toralin again.`
    expect(resolve(decisions, changed).open.map(({ words }) => words)).toEqual(['Toralin', 'Toralin'])
    expect(resolveNames(text, 'y.notes', [lena], [], decisions).open).toHaveLength(2)
  })
})

test('whatever the name and however it is written, nothing of it is left once the codes are put', () => {
  const part = fc
    .array(fc.constantFrom(...'abcdefghilmnoprstuvzáéíóúñçšž'.split('')), { minLength: 5, maxLength: 9 })
    .map((letters) => letters.join(''))
    .filter((word) => fold(word).replaceAll(' ', '').length >= 5)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
  const written = (given: string, family: string) => [
    `${given} ${family}`,
    `${family}, ${given}`,
    `${family} ${given}`,
    `${given[0]}. ${family}`,
    family,
    given,
    family.toUpperCase(),
    fold(family),
    `${given}${family}`,
    family.split('').join(' '),
    `${family.slice(0, 3)}-\n${family.slice(3)}`,
    `${family}’s`,
  ]
  fc.assert(
    fc.property(part, part, fc.nat(11), fc.nat(11), (given, family, a, b) => {
      const name = { id: 'x', spellings: [`${given} ${family}`], code: '[1]' }
      const ways = written(given, family)
      const text = `« ${ways[a]} » 1976 « ${ways[b]} » 1977.`
      const decisions = findNames(text, [name]).map(({ words }) => ({
        recordId: 'r',
        place: 'p',
        textHash: hashOf(text),
        words,
        whose: 'x',
        decision: 'code' as const,
        by: 'a',
      }))
      const { text: done, open } = resolveNames(text, 'p', [name], [], decisions)
      expect(open).toEqual([])
      const left = fold(done).replaceAll(' ', '')
      for (const word of [given, family])
        expect(left, `${text} → ${done}`).not.toContain(fold(word).replaceAll(' ', ''))
    }),
    { numRuns: 100 },
  )
})
