import { rightLabel } from '#catalogue/rights'
import {
  type FieldDefinition,
  type LocalizedText,
  type PersonName,
  type Place,
  type RecordView,
  type Reference,
  type Schema,
  classOf,
  fieldOf,
  fieldType,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { optionInFrench, termInFrench } from '../french/index.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import type { CaseFile } from './case-file.ts'
import type { Found, Part, Provenance, SealedValue } from './value.ts'

/** With what the rooms of gathering work: the case, the words of its types and the language of the document. */
export interface Gathering {
  readonly schema: Schema
  readonly language: DocumentLanguage
  readonly file: CaseFile
  /** The people of the submission, in the order of the case. */
  readonly persons: readonly RecordView[]
}

/** Where a field of a record stands, for whoever wants to know or mend. */
export function provenanceOf(
  { schema }: Pick<Gathering, 'schema'>,
  record: RecordView,
  field: string,
): Provenance {
  const definition = fieldDefinition(schema, record.type, field)
  return { recordId: record.id, type: record.type, field, class: definition ? classOf(definition) : 'open' }
}

const fieldDefinition = (schema: Schema, type: string, field: string): FieldDefinition | undefined => {
  const definition = schema.types.get(type)
  return definition && fieldOf(definition, field)
}

/** The language of the interface that stands in for the document's where a word lacks French. */
export const interfaceLanguage = (language: DocumentLanguage): 'en' | 'es' | 'ca' =>
  language === 'fr' ? 'en' : language

/** The value of a field as pieces, one list for each value; nothing where it is empty or sealed. */
export function partsOf(at: Gathering, record: RecordView, name: string): readonly (readonly Part[])[] {
  const field = fieldDefinition(at.schema, record.type, name)
  const value = record.values[name]
  if (!field || value === undefined || isSealed(value)) return []
  return valuesOf(value)
    .map((one) => pieces(at, field, one, `${record.id}.${name}`))
    .filter((parts) => parts.length > 0)
}

/** The pieces of one value of a field. `place`: where what a person typed there is found again. */
export function pieces(
  at: Gathering,
  field: FieldDefinition,
  value: unknown,
  place: string,
): readonly Part[] {
  const prose = (text: string, language: string | null = null): readonly Part[] =>
    text.trim() === '' ? [] : [{ kind: 'prose', text: text.trim(), language, place }]
  switch (field.type) {
    case 'text':
    case 'long_text':
    case 'url':
      return typeof value === 'string' ? prose(value) : []
    case 'person_name':
      return prose((value as PersonName).full)
    case 'localized_text': {
      const texts = value as LocalizedText
      const language =
        texts[at.language] === undefined
          ? ['en', ...at.schema.languages].find((one) => texts[one] !== undefined)
          : at.language
      return language === undefined ? [] : prose(texts[language] ?? '', language)
    }
    case 'date':
      return typeof value === 'string' ? [{ kind: 'date', edtf: value }] : []
    case 'moment':
      return typeof value === 'string' ? [{ kind: 'date', edtf: value.slice(0, 10) }] : []
    case 'place': {
      const { text, country } = value as Place
      return [...prose(text ?? ''), ...(country ? [{ kind: 'country' as const, code: country }] : [])]
    }
    case 'term':
      if (field.vocabulary === 'countries') return [{ kind: 'country', code: String(value) }]
      if (field.vocabulary === 'rights')
        return [{ kind: 'label', text: rightLabel(String(value), at.language) }]
      return [labelled(at, field, value)]
    case 'number':
    case 'choice':
      return [labelled(at, field, value)]
    case 'reference':
      return referencePieces(at, field, value as Reference, place)
  }
}

function labelled(at: Gathering, field: FieldDefinition, value: unknown): Part {
  const show = (): string =>
    fieldType(field.type).show(value, field, at.schema, interfaceLanguage(at.language))
  if (at.language !== 'fr') return { kind: 'label', text: show() }
  if (typeof value === 'number') return { kind: 'label', text: value.toLocaleString('fr') }
  const code = String(value)
  const text = field.vocabulary ? termInFrench(field.vocabulary, code) : optionInFrench(field.name, code)
  return text === null ? { kind: 'label', text: show(), english: true } : { kind: 'label', text }
}

function referencePieces(
  at: Gathering,
  field: FieldDefinition,
  { to, attributes }: Reference,
  place: string,
): readonly Part[] {
  const record = at.file.byId.get(to)
  const own = (field.attributes ?? []).flatMap((attribute) =>
    attribute.name === 'note' || attribute.name === 'words'
      ? []
      : valuesOf(attributes?.[attribute.name]).flatMap((one) =>
          pieces(at, attribute, one, `${place}.${attribute.name}`),
        ),
  )
  if (!record || record.deletedAt) return []
  if (record.type === 'person' || record.type === 'organisation') return [{ kind: 'party', id: to }, ...own]
  if (record.type === 'place') return [...placePieces(record), ...own]
  return [{ kind: 'prose', text: record.title, language: null, place: `${record.id}.title` }, ...own]
}

/** A place that has a record: its name, and its country where that is known. */
export function placePieces(record: RecordView): readonly Part[] {
  const { text, country } = (record.values['location'] ?? {}) as Place
  const name = typeof record.values['name'] === 'string' ? record.values['name'] : record.title
  const prose = (words: string, field: string): Part => ({
    kind: 'prose',
    text: words,
    language: null,
    place: `${record.id}.${field}`,
  })
  return [
    prose(name, 'name'),
    ...(text && text !== name ? [prose(text, 'location')] : []),
    ...(country ? [{ kind: 'country' as const, code: country }] : []),
  ]
}

/** A label of ours as a piece, in the document's language. */
export const word = (
  at: Pick<Gathering, 'language'>,
  words: Readonly<Record<DocumentLanguage, string>>,
): Part => ({ kind: 'label', text: words[at.language] })

/** The values of a field of a record, each as one value of `canonical`. */
export const found = (
  at: Gathering,
  canonical: string,
  record: RecordView,
  name: string,
  about: readonly string[] = [],
): readonly Found[] =>
  partsOf(at, record, name).map((parts) => ({
    field: canonical,
    parts,
    from: provenanceOf(at, record, name),
    about,
  }))

/** A value that stands sealed in a record, where it would have been used. */
export const sealedIn = (
  at: Gathering,
  canonical: string,
  record: RecordView,
  name: string,
): readonly SealedValue[] =>
  isSealed(record.values[name]) ? [{ field: canonical, from: provenanceOf(at, record, name) }] : []

/** A text of a record, empty where there is none. */
export const textIn = (record: RecordView, name: string): string => {
  const value = record.values[name]
  return typeof value === 'string' && !isSealed(value) ? value : ''
}

/** The codes in a field of terms or choices. */
export const codesIn = (record: RecordView, name: string): readonly string[] =>
  valuesOf(record.values[name]).filter((one): one is string => typeof one === 'string')

/** Whether any of the codes stands at or below `above` in a vocabulary. */
export const isUnder = (
  schema: Schema,
  vocabulary: string,
  codes: readonly string[],
  above: string,
): boolean => codes.some((code) => schema.vocabularies.get(vocabulary)?.withAncestors(code).includes(above))
