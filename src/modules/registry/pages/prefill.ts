import { isId } from '#platform/db'
import {
  type LinkedRecord,
  type RecordTypeDefinition,
  type Tx,
  classOf,
  readRecords,
} from '#platform/records'

const most = 50

/**
 * What an address asks a new form to begin with: `?v.<field>=<value>`, several times for a field of several values;
 * of a reference the id, and `?v.<field>.<attribute>=` for what is said of the relation. Only open fields of the type:
 * addresses stay in the history of a browser. Nothing is written, and nothing is checked before the form is sent.
 */
export async function prefilled(
  tx: Tx,
  type: RecordTypeDefinition,
  search: URLSearchParams,
): Promise<{
  readonly values: Readonly<Record<string, unknown>>
  readonly linked: ReadonlyMap<string, LinkedRecord>
}> {
  const values: Record<string, unknown> = {}
  const linked = new Map<string, LinkedRecord>()
  for (const field of type.fields) {
    const given = search
      .getAll(`v.${field.name}`)
      .map((text) => text.trim().slice(0, 2_000))
      .filter((text) => text !== '')
      .slice(0, field.multiple ? most : 1)
    if (given.length === 0 || classOf(field) !== 'open') continue
    if (field.type !== 'reference') {
      values[field.name] = field.multiple ? given : given[0]
      continue
    }
    const attributes = Object.fromEntries(
      (field.attributes ?? []).flatMap(({ name }) => {
        const text = search.get(`v.${field.name}.${name}`)?.trim().slice(0, 2_000)
        return text ? [[name, text] as const] : []
      }),
    )
    const references = []
    for (const record of await readRecords(tx, given.filter(isId)))
      if (!record.deletedAt && (field.targets ?? []).includes(record.type)) {
        linked.set(record.id, { id: record.id, type: record.type, title: record.title, deleted: false })
        references.push({ to: record.id, ...(Object.keys(attributes).length > 0 && { attributes }) })
      }
    if (references.length > 0) values[field.name] = field.multiple ? references : references[0]
  }
  return { values, linked }
}
