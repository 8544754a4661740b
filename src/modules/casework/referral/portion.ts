import { type Attachment, listAttachments } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type RecordView,
  type Reference,
  type Tx,
  type ValueClass,
  type Values,
  classOf,
  fieldType,
  typeOf,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { words } from './messages.ts'

/** A record as it leaves: named by what it is called in this portion alone, with the values that may go. */
export interface PortionRecord {
  /** `case`, `person-1`: what relations lead to. */
  readonly local: string
  readonly recordId: string
  readonly type: string
  readonly values: Values
}

/** A file as it leaves. */
export interface PortionFile {
  readonly attachmentId: string
  readonly local: string
  /** Where it lies among the files: numbered, because names tell. */
  readonly path: string
  readonly class: ValueClass
  readonly mediaType: string
  /** Of the file as it is kept. */
  readonly sha256: string
}

/** What of a case leaves: nothing is taken from anywhere else afterwards. */
export interface Portion {
  readonly records: readonly PortionRecord[]
  readonly files: readonly PortionFile[]
  /** What records that do not go along are called, where they may be named at all. */
  readonly elsewhere?: ReadonlyMap<string, string>
  /** Values that are sealed and not open: `person-1.safe_contact`. They are said to be there, and no more. */
  readonly closed?: ReadonlySet<string>
}

/** Texts that people wrote, in which anything may stand. They leave one by one, each looked at. */
const writtenTypes: readonly FieldDefinition['type'][] = [
  'text',
  'long_text',
  'localized_text',
  'url',
  'place',
]

export const isWritten = (field: FieldDefinition): boolean => writtenTypes.includes(field.type)

/** Notes for the team. */
const notesFields: readonly string[] = ['internal_notes', 'notes']

/** What was said at an interview is sealed, and no note of ours. */
export const isNote = (field: FieldDefinition): boolean =>
  notesFields.includes(field.name) && classOf(field) !== 'sealed'

/** Whether a field names somebody of the organisation. */
export const isOurs = (tx: Tx, field: FieldDefinition): boolean =>
  field.vocabulary !== undefined && tx.schema.vocabularies.get(field.vocabulary)?.vocabulary.derived === true

/** Names for records within a portion, the case first, the others counted by type. */
export function localNames(records: readonly RecordView[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    records.map(({ id, type }) => {
      if (type === 'case') return [id, 'case']
      const n = (counts.get(type) ?? 0) + 1
      counts.set(type, n)
      return [id, `${type}-${n}`]
    }),
  )
}

/**
 * The values of a record that `goes` lets through. A relation goes where it leads to a record of the portion, by the
 * name that one has there, with those of its own facts that `goes` lets through; nothing sealed ever does, unless it was
 * opened and stands in `values` in clear.
 */
export function shape(
  tx: Tx,
  record: RecordView,
  locals: ReadonlyMap<string, string>,
  goes: (field: FieldDefinition, of: FieldDefinition | null) => boolean,
): PortionRecord {
  const values: Record<string, unknown> = {}
  for (const field of typeOf(tx, record.type).fields) {
    const value = record.values[field.name]
    if (value === undefined || isSealed(value) || !goes(field, null)) continue
    if (field.type !== 'reference') {
      values[field.name] = value
      continue
    }
    const references = (valuesOf(value) as readonly Reference[]).flatMap(({ to, attributes }) => {
      const local = locals.get(to)
      if (local === undefined) return []
      const kept = Object.fromEntries(
        (field.attributes ?? []).flatMap((own) =>
          attributes?.[own.name] !== undefined && goes(own, field) ? [[own.name, attributes[own.name]]] : [],
        ),
      )
      return [{ to: local, ...(Object.keys(kept).length > 0 && { attributes: kept }) }]
    })
    if (references.length > 0) values[field.name] = field.multiple ? references : references[0]
  }
  return { local: locals.get(record.id) ?? '', recordId: record.id, type: record.type, values }
}

/** A line of what leaves, in words. */
export interface PortionFact {
  readonly field: string
  readonly label: string
  readonly value: string
  readonly class: ValueClass
  readonly written: boolean
}

/** What a record of a portion is called: a person by name where it goes along, anything else by what it is. */
export function calledIn(tx: Tx, { local, type, values }: PortionRecord, language: Language): string {
  const definition = typeOf(tx, type)
  const name = definition.fields.find(
    (field) => field.type === 'person_name' && values[field.name] !== undefined,
  )
  if (name) return fieldType('person_name').show(values[name.name], name, tx.schema, language)
  const number = /-(\d+)$/.exec(local)?.[1]
  return `${label(definition.label, language)}${number ? ` ${number}` : ''}`
}

/** The values of a record of a portion in words, in the order of its type. */
export function factsOf(
  tx: Tx,
  portion: Pick<Portion, 'records' | 'elsewhere' | 'closed'>,
  record: PortionRecord,
  language: Language,
): readonly PortionFact[] {
  const named = (local: string): string => {
    const other = portion.records.find((one) => one.local === local)
    return other ? calledIn(tx, other, language) : (portion.elsewhere?.get(local) ?? '')
  }
  const show = (field: FieldDefinition, value: unknown): string => {
    if (field.type !== 'reference') return fieldType(field.type).show(value, field, tx.schema, language)
    const { to, attributes } = value as Reference
    const more = (field.attributes ?? []).flatMap((own) =>
      valuesOf(attributes?.[own.name]).map((one) => fieldType(own.type).show(one, own, tx.schema, language)),
    )
    return `${named(to)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
  }
  return typeOf(tx, record.type).fields.flatMap((field) => {
    const value = record.values[field.name]
    if (value === undefined)
      return portion.closed?.has(`${record.local}.${field.name}`)
        ? [
            {
              field: field.name,
              label: label(field.label, language),
              value: words(language)('is_sealed'),
              class: 'sealed' as const,
              written: false,
            },
          ]
        : []
    const text = valuesOf(value)
      .map((one) => show(field, one))
      .filter(Boolean)
      .join(field.type === 'long_text' ? '\n' : '; ')
    if (!text) return []
    const { name } = field
    return [
      {
        field: name,
        label: label(field.label, language),
        value: text,
        class: classOf(field),
        written: isWritten(field),
      },
    ]
  })
}

/** The files of records that are there to be chosen from, in the order of the records. */
export async function filesOf(
  tx: Tx,
  files: FileStore,
  records: readonly Pick<RecordView, 'id'>[],
): Promise<readonly (Attachment & { readonly file: NonNullable<Attachment['file']> })[]> {
  const all = await Promise.all(records.map(({ id }) => listAttachments(tx, files, id)))
  // A sealed file stays, even while it is open in this session.
  return all
    .flat()
    .flatMap((one) => (one.file && one.current && one.class !== 'sealed' ? [{ ...one, file: one.file }] : []))
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/html': 'html',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
}

/** Files in their order, numbered: the name that somebody gave one may tell what it should not. */
export const numbered = (
  chosen: readonly (Attachment & { readonly file: NonNullable<Attachment['file']> })[],
  locals: ReadonlyMap<string, string>,
): readonly PortionFile[] =>
  chosen.map((one, i) => ({
    attachmentId: one.id,
    local: locals.get(one.recordId) ?? 'case',
    path: `files/${String(i + 1).padStart(2, '0')}.${endings[one.file.mediaType] ?? 'bin'}`,
    class: one.class,
    mediaType: one.file.mediaType,
    sha256: one.file.sha256,
  }))
