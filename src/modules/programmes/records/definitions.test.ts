import { expect, test } from 'vitest'
import { programmesTypes } from './index.ts'

test('where a guest sleeps, what a guest needs and who goes along are never open values', () => {
  const stay = programmesTypes.find((type) => type.name === 'stay')
  const classOf = (name: string) => stay?.fields.find((field) => field.name === name)?.class
  expect(classOf('lodging')).toBe('location')
  expect(classOf('travel')).toBe('location')
  expect(classOf('needs')).toBe('health')
  expect(classOf('interpreter')).toBe('identity')
  expect(classOf('accompanied_by')).toBe('identity')
})

test('nothing is planned in a town before its publicity and photographs are decided', () => {
  const activity = programmesTypes.find((type) => type.name === 'activity')
  for (const name of ['publicity', 'photos'])
    expect(activity?.fields.find((field) => field.name === name)?.required, name).toBe(true)
})
