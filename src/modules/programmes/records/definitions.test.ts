import { describe, expect, test } from 'vitest'
import type { FieldDefinition } from '#platform/records'
import { programmesVocabularies } from '../vocabularies/index.ts'
import { programmesTypes } from './index.ts'

const languages = ['en', 'es', 'ca'] as const
/** Kept by the catalogue and the registry. That they exist is seen when the demonstration's records are checked. */
const elsewhere = { vocabularies: ['countries', 'languages'], types: ['person', 'organisation'] }
const vocabularies = new Set([
  ...elsewhere.vocabularies,
  ...programmesVocabularies.map((vocabulary) => vocabulary.name),
])
const ownNames = programmesTypes.map((type) => type.name)
const typeNames = new Set([...elsewhere.types, ...ownNames])

test('there are five types, each with its own name', () => {
  expect(ownNames).toEqual(['edition', 'municipality', 'invitation', 'stay', 'activity'])
})

test('the terms of its vocabularies have three labels, and parents that come first', () => {
  for (const { terms } of programmesVocabularies) {
    const seen = new Set<string>()
    for (const term of terms) {
      for (const language of languages) expect(term.label[language]?.trim(), term.code).toBeTruthy()
      expect(seen.has(term.code), term.code).toBe(false)
      if (term.parent) expect(seen.has(term.parent), term.code).toBe(true)
      seen.add(term.code)
    }
  }
})

const everyField = (fields: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  fields.flatMap((field) => [field, ...everyField(field.attributes ?? [])])

describe.each(programmesTypes.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const fields = everyField(type.fields)
  const byName = new Map(type.fields.map((field) => [field.name, field]))

  test('has names in snake case, each once', () => {
    expect(byName.size).toBe(type.fields.length)
    for (const field of fields) expect(field.name).toMatch(/^[a-z][a-z0-9_]*$/)
    for (const { attributes = [] } of type.fields)
      expect(new Set(attributes.map((attribute) => attribute.name)).size).toBe(attributes.length)
  })

  test('has every word in three languages', () => {
    const words = [
      type.label,
      type.plural,
      type.description,
      ...(type.sections ?? []).map((section) => section.label),
      ...fields.flatMap((field) => [
        field.label,
        field.hint,
        field.inverse,
        ...(field.options ?? []).map((option) => option.label),
      ]),
    ]
    for (const label of words)
      for (const language of languages)
        if (label) expect(label[language].trim(), JSON.stringify(label)).not.toBe('')
    for (const field of fields)
      for (const language of languages)
        if (field.name.includes('_')) expect(field.label[language]).not.toBe(field.name)
  })

  test('takes its title, timeline and map from open fields of a fitting type', () => {
    expect(type.title.length).toBeGreaterThan(0)
    for (const name of type.title) {
      expect(byName.get(name), name).toBeDefined()
      expect(byName.get(name)?.class ?? 'open').toBe('open')
      expect(['text', 'person_name', 'date', 'term', 'choice']).toContain(byName.get(name)?.type)
    }
    if (type.timeline) expect(byName.get(type.timeline)?.type).toBe('date')
    if (type.map) expect(['place', 'term']).toContain(byName.get(type.map)?.type)
    for (const name of [type.timeline, type.map])
      if (name) expect(byName.get(name)?.class ?? 'open').toBe('open')
  })

  test('points at vocabularies, types, sections and options that exist', () => {
    const sections = new Set((type.sections ?? []).map((section) => section.name))
    for (const field of fields) {
      if (field.type === 'term') expect(vocabularies, field.name).toContain(field.vocabulary)
      if (field.type === 'choice') expect(field.options?.length, field.name).toBeGreaterThan(1)
      if (field.type === 'choice')
        expect(new Set(field.options?.map((o) => o.code)).size).toBe(field.options?.length)
      if (field.type === 'reference') expect(field.targets?.length, field.name).toBeGreaterThan(0)
      for (const target of field.targets ?? []) expect(typeNames, field.name).toContain(target)
    }
    for (const field of type.fields) if (field.section) expect(sections, field.name).toContain(field.section)
    if (sections.size > 0) for (const field of type.fields) expect(field.section, field.name).toBeDefined()
  })

  test('counts, lists and sorts open values only, and sorts single ones only', () => {
    for (const field of type.fields) {
      if (field.facet || field.listed || field.sortable)
        expect(field.class ?? 'open', field.name).toBe('open')
      if (field.facet) expect(['choice', 'term', 'reference'], field.name).toContain(field.type)
      if (field.sortable) expect(field.multiple ?? false, field.name).toBe(false)
    }
  })

  test('says the inverse of each relation, and gives its attributes plain types', () => {
    for (const field of type.fields.filter((one) => one.type === 'reference')) {
      expect(field.inverse, field.name).toBeDefined()
      for (const attribute of field.attributes ?? [])
        expect(attribute.type, attribute.name).not.toBe('reference')
    }
  })
})

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
