import { expect, test } from 'vitest'
import { shipped } from '../../../open-house.ts'
import { findingField, findingValue } from './finding-words.ts'

test.each([
  ['["Atlantis"]', 'Atlantis'],
  ['["Atlantis","Lemuria"]', 'Atlantis | Lemuria'],
  ['{"full":"Ana"}', 'Ana'],
  ['["cut off in the mid', '["cut off in the mid'],
  ['[{"to":"x"}]', '[{"to":"x"}]'],
  ['Ana', 'Ana'],
  ['', ''],
])('%s is shown as %s', (value, shown) => {
  expect(findingValue(value)).toBe(shown)
})

test.each([
  ['person', 'country', 'Country'],
  ['person', 'act.date', 'Act: Date'],
  ['person', 'no_such_field', 'no_such_field'],
  ['no_such_type', 'x', 'x'],
  ['person', '', ''],
])('of a %s, %s is called %s', (type, field, words) => {
  expect(findingField(shipped, type, field, 'en')).toBe(words)
})
