import { type Labels, languages } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'
import type { FieldDefinition, FieldTypeName, RecordTypeDefinition } from '../definition.ts'
import { fieldType } from '../fields/index.ts'
import { type Schema, classOf } from '../schema.ts'
import { ruleWords } from './rule-words.ts'

/** `snake_case`: CSV headers, API keys and form names are made of it. */
const nameShape = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/

/** Names that mean something else wherever a record is written flat (CSV, API, forms), or to the language itself. */
const reserved = new Set([
  'id',
  'type',
  'version',
  'visibility',
  'fictitious',
  'values',
  'fields',
  'linked',
  'reason',
  'new',
  'all',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'deleted_by',
  'merged_into',
  'import_id',
  'org',
  'org_id',
  'record_id',
  'attributes',
  'constructor',
  'prototype',
])

/** Problems of a technical name; `taken` are those that exist already. */
export function nameProblems(name: string, at: string, taken: Iterable<string>): FieldProblem[] {
  if (name === '') return [{ field: at, message: ruleWords.missing }]
  if (name.startsWith('_') || reserved.has(name)) return [{ field: at, message: ruleWords.reserved }]
  if (!nameShape.test(name)) return [{ field: at, message: ruleWords.name }]
  return [...taken].includes(name) ? [{ field: at, message: ruleWords.taken }] : []
}

/** The languages in which a label must be written: those of the organisation that the interface speaks. */
export const neededLanguages = (schema: Schema) => {
  const spoken = languages.filter((language) => schema.languages.includes(language))
  return spoken.length > 0 ? spoken : languages
}

/** Problems of a label that must be there in every language of the organisation. */
export const labelProblems = (label: Labels, at: string, schema: Schema): FieldProblem[] =>
  neededLanguages(schema).flatMap((language) =>
    label[language] === '' ? [{ field: `${at}.${language}`, message: ruleWords.label }] : [],
  )

const facetTypes = new Set<FieldTypeName>(['choice', 'term', 'reference', 'place'])

/** Problems of a field in the type it stands in: `fields` are all of the type, `sections` its headings. */
export function fieldProblems(
  field: FieldDefinition,
  within: {
    readonly schema: Schema
    readonly taken: Iterable<string>
    readonly sections: RecordTypeDefinition['sections']
    readonly at?: string
    readonly attribute?: boolean
    /** A type that is being made: relations may point at it. */
    readonly self?: string
  },
): FieldProblem[] {
  const { schema, attribute = false } = within
  const at = within.at ?? ''
  const problems = [
    ...nameProblems(field.name, `${at}name`, within.taken),
    ...labelProblems(field.label, `${at}label`, schema),
    ...valueProblems(field, within),
  ]
  const wrong = (key: keyof FieldDefinition, message: Labels) => {
    problems.push({ field: `${at}${key}`, message })
  }
  const sealed = classOf(field) === 'sealed'
  if (field.multiple && field.type === 'localized_text') wrong('multiple', ruleWords.multiple)
  if (field.facet && !facetTypes.has(field.type)) wrong('facet', ruleWords.facet)
  if (field.sortable && (field.multiple || field.type === 'reference' || !fieldType(field.type).keys))
    wrong('sortable', ruleWords.sortable)
  if (field.listed && (classOf(field) !== 'open' || field.type === 'reference'))
    wrong('listed', ruleWords.listed)
  if (sealed && field.facet) wrong('facet', ruleWords.sealed)
  if (sealed && field.sortable) wrong('sortable', ruleWords.sealed)
  if (field.section !== undefined && !within.sections?.some((section) => section.name === field.section))
    wrong('section', ruleWords.section)
  if (attribute)
    for (const key of ['facet', 'sortable', 'listed', 'section', 'class'] as const)
      if (field[key] !== undefined) wrong(key, ruleWords.not_here)
  return problems
}

/** Problems of what a field's values are taken from: options, vocabulary, targets, attributes. */
function valueProblems(field: FieldDefinition, within: Parameters<typeof fieldProblems>[1]): FieldProblem[] {
  const { schema, attribute, self } = within
  const at = within.at ?? ''
  const problems: FieldProblem[] = []
  const wrong = (key: string, message: Labels) => {
    problems.push({ field: `${at}${key}`, message })
  }
  const belongs = {
    options: 'choice',
    vocabulary: 'term',
    targets: 'reference',
    inverse: 'reference',
    attributes: 'reference',
  } as const
  for (const [key, type] of Object.entries(belongs) as [keyof typeof belongs, FieldTypeName][])
    if (field[key] !== undefined && field.type !== type) wrong(key, ruleWords.not_here)
  if (field.type === 'choice') {
    if (!field.options || field.options.length === 0) wrong('options', ruleWords.options)
    const codes = new Set<string>()
    for (const [i, option] of (field.options ?? []).entries()) {
      if (option.code === '') wrong(`options.${i}.code`, ruleWords.missing)
      else if (!codeShape.test(option.code)) wrong(`options.${i}.code`, ruleWords.code)
      if (codes.has(option.code)) wrong(`options.${i}.code`, ruleWords.twice)
      codes.add(option.code)
      problems.push(...labelProblems(option.label, `${at}options.${i}.label`, schema))
    }
  }
  if (field.type === 'term' && !schema.vocabularies.has(field.vocabulary ?? ''))
    wrong('vocabulary', ruleWords.vocabulary)
  if (field.type === 'reference') {
    if (attribute) wrong('type', ruleWords.not_here)
    const targets = field.targets ?? []
    if (targets.length === 0 || targets.some((name) => name !== self && !schema.types.has(name)))
      wrong('targets', ruleWords.targets)
    const names: string[] = []
    for (const [i, one] of (field.attributes ?? []).entries()) {
      problems.push(
        ...fieldProblems(one, {
          schema,
          taken: names,
          sections: undefined,
          at: `${at}attributes.${i}.`,
          attribute: true,
        }),
      )
      names.push(one.name)
    }
  }
  return problems
}

/** Codes of options and terms: what stands in addresses, cells and identifiers of thesauri. */
export const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}._:/#%()~+&=?@-]*$/u

/** Problems of a whole type of the organisation's own; `taken` are the names of other types. */
export function typeProblems(
  type: RecordTypeDefinition,
  schema: Schema,
  taken: Iterable<string>,
): FieldProblem[] {
  const problems = [
    ...nameProblems(type.name, 'name', taken),
    ...labelProblems(type.label, 'label', schema),
    ...labelProblems(type.plural, 'plural', schema),
  ]
  const sections: string[] = []
  for (const [i, section] of (type.sections ?? []).entries()) {
    problems.push(
      ...nameProblems(section.name, `sections.${i}.name`, sections),
      ...labelProblems(section.label, `sections.${i}.label`, schema),
    )
    sections.push(section.name)
  }
  if (type.fields.length === 0) problems.push({ field: 'fields', message: ruleWords.fields })
  const names: string[] = []
  for (const [i, field] of type.fields.entries()) {
    const at = `fields.${i}.`
    problems.push(
      ...fieldProblems(field, { schema, taken: names, sections: type.sections, at, self: type.name }),
    )
    names.push(field.name)
  }
  return [...problems, ...useProblems(type)]
}

/** Problems of what a type makes of its fields: title, timeline, map. */
function useProblems(type: RecordTypeDefinition): FieldProblem[] {
  const named = (name: string) => type.fields.find((field) => field.name === name)
  const problems: FieldProblem[] = []
  const titled = type.title.every((name) => {
    const field = named(name)
    return field && classOf(field) === 'open' && field.type !== 'reference'
  })
  if (type.title.length === 0 || !titled) problems.push({ field: 'title', message: ruleWords.title })
  if (type.timeline !== undefined && named(type.timeline)?.type !== 'date')
    problems.push({ field: 'timeline', message: ruleWords.timeline })
  const mapped = type.map === undefined ? undefined : named(type.map)
  if (
    type.map !== undefined &&
    mapped?.type !== 'place' &&
    !(mapped?.type === 'term' && mapped.vocabulary === 'countries')
  )
    problems.push({ field: 'map', message: ruleWords.map })
  return problems
}
