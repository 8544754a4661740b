import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupMembers, polityName } from '#catalogue/polities'
import { numberAtEnd, readNumber } from './numbers.ts'
import { readProse, type ProseVote } from './read-prose.ts'

const codes = ({ names }: ProseVote) =>
  Object.fromEntries(
    Object.entries(names).map(([list, all]) => [
      list,
      all.map(({ code, text }) => code ?? `?${text}`).join(' '),
    ]),
  )

test('numbers in words', () => {
  expect(
    ['siete', 'veintiún', 'treinta y cuatro', 'twenty-one', 'vingt et un', 'trinta e dois', '34', 'cap'].map(
      readNumber,
    ),
  ).toEqual([7, 21, 34, 21, 21, 32, 34, 0])
  expect(['países', '', 'y', '1234'].map(readNumber)).toEqual([null, null, null, null])
  expect(numberAtEnd('con los votos de treinta y cuatro')).toBe(34)
})

test('Spanish, as press releases of the OAS have it', () => {
  const vote = readProse(
    'Con 21 votos a favor, siete abstenciones y seis delegaciones ausentes, el Consejo Permanente aprobó la resolución. A favor votaron: Bahamas, Bolivia, EE. UU., ST Lucia, Antigua y Barbuda, Trinidad y Tobago y Uruguay. Se abstuvieron: México, Honduras y San Vicente y las Granadinas. Ausentes: Dominica, Granada, San Cristóbal y Nieves y Venezuela.',
    '2024-06-28',
  )
  expect(vote.totals).toEqual({ yes: 21, no: null, abstain: 7, absent: 6 })
  expect(codes(vote)).toEqual({
    yes: 'BHS BOL USA LCA ATG TTO URY',
    no: '',
    abstain: 'MEX HND VCT',
    absent: 'DMA GRD KNA VEN',
  })
})

test('verbs that take the names directly, and a list of nobody', () => {
  const vote = readProse(
    'Votaron a favor Argentina, Brasil y Chile. Votó en contra Nicaragua. Abstenciones: ninguna.',
  )
  expect(codes(vote)).toEqual({ yes: 'ARG BRA CHL', no: 'NIC', abstain: '', absent: '' })
  expect(vote.found).toEqual(['yes', 'no', 'abstain'])
})

test('English, French and Portuguese', () => {
  expect(
    codes(
      readProse(
        'In favor (3): Canada, the United States and Saint Kitts and Nevis\n\nAgainst: Nicaragua\n\nAbstaining: Bolivia (Plurinational State of), El Salvador\n\nAbsent: Haiti',
      ),
    ),
  ).toEqual({ yes: 'CAN USA KNA', no: 'NIC', abstain: 'BOL SLV', absent: 'HTI' })
  expect(
    codes(
      readProse(
        'Pour : Canada, Haïti et les États-Unis. Contre : Nicaragua. Abstentions : Mexique. Absents : Dominique.',
      ),
    ),
  ).toEqual({ yes: 'CAN HTI USA', no: 'NIC', abstain: 'MEX', absent: 'DMA' })
  expect(
    codes(readProse('A favor: Brasil, Paraguai e Uruguai. Contra: Nicarágua. Abstenções: México.')),
  ).toEqual({ yes: 'BRA PRY URY', no: 'NIC', abstain: 'MEX', absent: '' })
})

test('a name that is not sure is asked about, never guessed', () => {
  const { names } = readProse('A favor: Guyanna, Atlántida, Corea')
  expect(names.yes.map(({ code }) => code)).toEqual([null, null, null])
  expect(names.yes[0]?.candidates).toContain('GUY')
  expect(names.yes[2]?.candidates).toEqual(expect.arrayContaining(['KOR', 'PRK']))
  expect(readProse('Se aprobó por consenso.').found).toEqual([])
})

test('totals as the Council states them', () => {
  expect(readProse('adopted by a recorded vote of 28 to 6, with 13 abstentions.').totals).toEqual({
    yes: 28,
    no: 6,
    abstain: 13,
    absent: null,
  })
  expect(readProse('was rejected by 9 votes to 24, with no abstentions').totals).toEqual({
    yes: 9,
    no: 24,
    abstain: 0,
    absent: null,
  })
})

test('any members of the OAS, in any order and language of ours, come back as they were given', () => {
  const day = '2020-06-28'
  const members = groupMembers('oas', day)
  const words = {
    en: { yes: 'In favour:', no: 'Against:', and: 'and' },
    es: { yes: 'A favor votaron:', no: 'En contra:', and: 'y' },
    ca: { yes: 'A favor:', no: 'En contra:', and: 'i' },
  } as const
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...members], { minLength: 2 }),
      fc.constantFrom('en' as const, 'es' as const, 'ca' as const),
      fc.nat(),
      (codes, language, cut) => {
        const { yes, no, and } = words[language]
        const list = (some: readonly string[]) => {
          const names = some.map((code) => polityName(code, language))
          return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
        }
        const at = 1 + (cut % (codes.length - 1))
        const [first, second] = [codes.slice(0, at), codes.slice(at)]
        const vote = readProse(`${yes} ${list(first)}. ${no} ${list(second)}.`, day)
        expect(vote.names.yes.map(({ code }) => code)).toEqual(first)
        expect(vote.names.no.map(({ code }) => code)).toEqual(second)
      },
    ),
    { numRuns: 60 },
  )
})

test('whatever is pasted, it is read or not, and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      readProse(`A favor: ${text}`)
      return true
    }),
    { numRuns: 40 },
  )
})
