import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type Reference,
  type Tx,
  type Visibility,
  checkValues,
  createRecord,
  fieldOf,
  fold,
  listRecords,
} from '#platform/records'
import { type FieldProblem, Problem } from '#platform/problem'
import { isId } from '#platform/db'

/** Names typed into reference fields that more than one record, or none, may answer to. */
export interface Unresolved {
  readonly candidates: ReadonlyMap<
    string,
    { readonly typed: string; readonly found: readonly LinkedRecord[] }
  >
  readonly problems: readonly FieldProblem[]
}

const ask = {
  en: 'Choose which record is meant, or create it.',
  es: 'Elija a qué registro se refiere o créelo.',
  ca: 'Trieu a quin registre us referiu o creeu-lo.',
}

/**
 * Turns what a person typed into reference fields into ids: an id stays; `new:type:Name` makes that record; a name
 * that exactly one record bears, letter for letter after folding, is that record. Anything else is asked.
 */
export async function resolveReferences(
  tx: Tx,
  type: RecordTypeDefinition,
  given: Readonly<Record<string, unknown>>,
  prefix = 'f',
  /** Who sees a record that is made here; the usual of its type unless told. */
  visibility?: Visibility,
): Promise<
  {
    readonly values: Readonly<Record<string, unknown>>
    /** Records that were made of names. */
    readonly created: readonly string[]
  } & Unresolved
> {
  const created: string[] = []
  const values: Record<string, unknown> = { ...given }
  const candidates = new Map<string, { typed: string; found: readonly LinkedRecord[] }>()
  const problems: FieldProblem[] = []
  for (const field of type.fields) {
    if (field.type !== 'reference' || !(field.name in given)) continue
    const raw = given[field.name]
    const rows = (Array.isArray(raw) ? raw : [raw]) as (Partial<Reference> | '')[]
    const resolved: unknown[] = []
    for (const [i, row] of rows.entries()) {
      const to = typeof row === 'object' ? (row.to ?? '') : ''
      if (to === '') continue
      const found = await resolveOne(tx, field, to, created, visibility)
      if (typeof found === 'string') resolved.push({ ...(row as Reference), to: found })
      else {
        resolved.push(row)
        candidates.set(`${prefix}.${field.name}.${i}`, { typed: to, found })
        problems.push({ field: field.name, message: ask })
      }
    }
    values[field.name] = field.multiple ? resolved : (resolved[0] ?? '')
  }
  return { values, created, candidates, problems }
}

async function resolveOne(
  tx: Tx,
  field: FieldDefinition,
  to: string,
  created: string[],
  visibility: Visibility | undefined,
): Promise<string | readonly LinkedRecord[]> {
  if (isId(to)) return to
  const wanted = /^new:([a-z_]+):(.+)$/su.exec(to)
  const [, typeName = '', name = ''] = wanted ?? []
  if (wanted && (field.targets ?? []).includes(typeName)) {
    const id = await createNamed(tx, field, typeName, name, visibility)
    created.push(id)
    return id
  }
  const found: LinkedRecord[] = []
  for (const target of field.targets ?? []) {
    const { rows } = await listRecords(tx, { type: target, text: to, limit: 10 })
    found.push(...rows.map((row) => ({ id: row.id, type: target, title: row.title, deleted: false })))
  }
  const exact = found.filter((record) => fold(record.title) === fold(to))
  const [only] = exact
  return only && exact.length === 1 ? only.id : found.slice(0, 12)
}

/** A record of which only the name is known yet. A type that needs more is to be made on its own page first. */
async function createNamed(
  tx: Tx,
  field: FieldDefinition,
  typeName: string,
  name: string,
  visibility: Visibility | undefined,
): Promise<string> {
  const type = tx.schema.types.get(typeName)
  const titleField = type?.fields.find((one) => one.name === type.title[0])
  if (!type || !titleField) throw new Problem('not_found')
  const values = { [titleField.name]: name }
  const needed = checkValues(type, values, tx.schema, true).problems.flatMap(
    (problem) => fieldOf(type, problem.field)?.label ?? [],
  )
  const list = (lang: Language) => needed.map((one) => label(one, lang)).join(', ')
  if (needed.length > 0)
    throw new Problem('invalid', {
      fields: [
        {
          field: field.name,
          message: {
            en: `“${type.label.en}” needs more than a name (${list('en')}). Create it on its own page, then write its name here.`,
            es: `«${type.label.es}» necesita más que un nombre (${list('es')}). Créelo en su propia página y después escriba su nombre aquí.`,
            ca: `«${type.label.ca}» necessita més que un nom (${list('ca')}). Creeu-lo a la seva pàgina i després escriviu-ne el nom aquí.`,
          },
        },
      ],
    })
  const { id } = await createRecord(tx, { type: typeName, values, ...(visibility && { visibility }) })
  return id
}
