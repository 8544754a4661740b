import { describe, expect, test } from 'vitest'
import type { FieldDefinition } from '#platform/records'
import { modules } from '../src/modules.ts'
import { shipped } from '../src/open-house.ts'

// What every module's shipped types and vocabularies keep to; what only one type promises stands beside that type.

const languages = ['en', 'es', 'ca'] as const
const vocabularies = new Set(shipped.vocabularies.keys())
const typeNames = new Set(shipped.types.keys())

test('no two modules declare the same type or vocabulary', () => {
  const types = modules.flatMap((module) => module.types ?? []).map((type) => type.name)
  const lists = modules.flatMap((module) => module.vocabularies ?? []).map((vocabulary) => vocabulary.name)
  expect(types.length).toBeGreaterThan(10)
  expect(new Set(types).size).toBe(types.length)
  expect(new Set(lists).size).toBe(lists.length)
})

test('the terms of a vocabulary have three labels, and parents that come first', () => {
  for (const { name, terms } of modules.flatMap((module) => module.vocabularies ?? [])) {
    const seen = new Set<string>()
    for (const term of terms) {
      for (const language of languages)
        expect(term.label[language]?.trim(), `${name}: ${term.code}`).toBeTruthy()
      expect(seen.has(term.code), `${name}: ${term.code}`).toBe(false)
      if (term.parent) expect(seen.has(term.parent), `${name}: ${term.code}`).toBe(true)
      seen.add(term.code)
    }
  }
})

const everyField = (fields: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  fields.flatMap((field) => [field, ...everyField(field.attributes ?? [])])

describe.each([...shipped.types.values()].map((type) => [type.name, type] as const))('%s', (_name, type) => {
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
    // What belongs to another record may be called by that one alone (a health alert, a reading of a risk).
    if (!type.belongsTo) expect(type.title.length).toBeGreaterThan(0)
    for (const name of type.title) {
      expect(byName.get(name), name).toBeDefined()
      expect(byName.get(name)?.class ?? 'open').toBe('open')
      expect([
        'text',
        'localized_text',
        'person_name',
        'date',
        'moment',
        'number',
        'term',
        'choice',
      ]).toContain(byName.get(name)?.type)
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
      // A sealed relation is read from one side only: it leaves no link.
      if (field.class !== 'sealed') expect(field.inverse, field.name).toBeDefined()
      for (const attribute of field.attributes ?? [])
        expect(attribute.type, attribute.name).not.toBe('reference')
    }
  })
})
