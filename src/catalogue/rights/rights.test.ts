import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchRights, rightByCode, rightLabel, rights } from './index.ts'
import { rightPatterns } from './right-patterns.ts'

/** `women|peace`, with `?` for review and `[a,b]?` where no code is chosen. */
function read(text: string): string {
  return matchRights(text)
    .map(
      ({ code, status, candidates }) =>
        `${code ?? `[${candidates.join()}]`}${status === 'review' ? '?' : ''}`,
    )
    .join('|')
}

test('has 33 codes with labels, definitions, articles and patterns', () => {
  expect(rights).toHaveLength(33)
  expect(Object.keys(rightPatterns).toSorted()).toEqual(rights.map(({ code }) => code).toSorted())
  for (const { label, definition, udhr } of rights) {
    for (const text of [...Object.values(label), ...Object.values(definition)])
      expect(text.length).toBeGreaterThan(4)
    expect(udhr.every((article) => article >= 1 && article <= 30)).toBe(true)
  }
  expect(rightLabel('peace', 'ca')).toBe('Dret a la pau')
  expect(rightLabel('unknown', 'ca')).toBe('unknown')
})

test('reads every label, alone and inside a clause, as its own code', () => {
  const misread = rights.flatMap(({ code, label }) =>
    Object.values(label).flatMap((text) =>
      [text, text.toUpperCase(), `Defensa: ${text}`].filter((form) => read(form) !== code),
    ),
  )
  expect(misread).toEqual([])
})

test.each([
  ['Women and youth in the construction of peace.', 'women|children-youth|peace'],
  [
    'Rights of women (sexual violence in armed conflict). Right to peace. Freedom of expression.',
    'women|gender-violence|peace|expression',
  ],
  ['Drets de les persones migrants i refugiades. Drets de les dones.', 'migrants-refugees|women'],
  ['Drets de la infància i LGTBIQ+', 'children-youth|lgbtiq'],
  ['Llibertat d’expressió artística', 'artistic'],
  ['Dret a la salut i a l’educació', 'health|education'],
  ['Lluita contra la tortura', 'torture-detention'],
  ['Women’s right to land', 'women|land-territory'],
  ['Diritti dei minori', 'children-youth'],
  ['Derechos humanos y medio ambiente', 'environment'],
  ['Direito à água', 'water-food'],
  ['Defensa das mulleres', 'women'],
])('understands %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['Activisme feminista i teatre popular per la defensa dels drets humans', 'women?|artistic?'],
  ['Protesta no violenta contra l’ocupació', 'self-determination?'],
  ['Human rights work', 'labour?'],
  ['Human rights education', 'education?'],
  ['Human rights association', 'association-assembly?'],
  ['Educació per la pau', 'peace?|education?'],
  ['Against women’s rights', 'women?'],
  ['Periodista', 'press?'],
  ['Justice', '[truth-justice-reparation,fair-trial]?'],
  ['Drets humans', '[]?'],
  ['Cura de gats', '[]?'],
  ['Dret al medi ambeint', 'environment?'],
  ['Right to an adequate standard of living', '[housing,water-food,health]?'],
  ['Women without rights', 'women?'],
  ['Dones per la', 'women?'],
  ['Rights of indigenouswomen', 'indigenous?'],
  ['Right to and', '[]?'],
  ['Drets de les persones', '[]?'],
  ['clima de pau', 'peace?|environment?'],
  ['Anti-abortion', 'srhr?'],
])('leaves %s to a person', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('keeps the clause each code comes from', () => {
  expect(matchRights('Dret a la pau; llibertat de premsa').map(({ original }) => original)).toEqual([
    'Dret a la pau',
    'llibertat de premsa',
  ])
})

test('a code read twice stays once, the doubtful reading over the certain one', () => {
  expect(read('Drets de les dones. Dones de Zorgland')).toBe('women?')
})

test('any text gives known codes and never throws; an unknown word makes its clause doubtful', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { code, candidates } of matchRights(text)) {
        for (const one of [...candidates, ...(code === null ? [] : [code])])
          expect(rightByCode(one)).not.toBeNull()
      }
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[b-z]{4,9}$/), fc.constantFrom(...rights), (word, { label }) => {
      expect(matchRights(`qx${word} ${label.ca}`).every(({ status }) => status === 'review')).toBe(true)
    }),
  )
})
