import {
  type FieldDefinition,
  type FieldTypeName,
  type RecordTypeDefinition,
  type Tx,
  createRecord,
} from '#platform/records'

/** What a hostile hand writes where words are expected: closes what may be open, and runs in every way there is. */
export const hostileWords =
  `"'>--></textarea></title><script data-hostile>hacked=1</script><img data-hostile src=x onerror="hacked=2">` +
  `<a data-hostile href="javascript:hacked=3">x</a><svg data-hostile onload="hacked=4"></svg><base data-hostile href="https://evil.example/">`

/**
 * A record of every type of the organisation, with hostile words wherever a person may write words of their own; of
 * other fields only what is required. Gives the ids by type.
 */
export async function hostileRecords(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>()
  const left = new Map(tx.schema.types)
  for (let before = -1; left.size > 0 && left.size !== before; ) {
    before = left.size
    for (const [name, type] of left) {
      const values = valuesOf(tx, type, made)
      if (!values) continue
      made.set(name, (await createRecord(tx, { type: name, acting: true, values })).id)
      left.delete(name)
    }
  }
  if (left.size > 0) throw new Error(`these types require each other: ${[...left.keys()].join(', ')}`)
  return made
}

/** Null while something that is required points at a type of which there is no record yet. */
function valuesOf(
  tx: Tx,
  type: RecordTypeDefinition,
  made: ReadonlyMap<string, string>,
): Record<string, unknown> | null {
  const values: Record<string, unknown> = {}
  for (const field of type.fields) {
    const { requiredWhen } = field
    const needed = field.required || requiredWhen?.is.includes(String(values[requiredWhen.field]))
    // What is sealed needs keys; what is managed is written by an act of its own, and here only where nothing goes without.
    if (field.class === 'sealed' || (field.managed && !needed)) continue
    const value = inWords[field.type] ?? (needed ? requiredIn(tx, field, made) : undefined)
    if (value === null) return null
    if (value !== undefined) values[field.name] = field.multiple ? [value] : value
  }
  return values
}

const inWords: Partial<Record<FieldTypeName, unknown>> = {
  text: hostileWords,
  long_text: hostileWords,
  localized_text: { en: hostileWords, es: hostileWords },
  person_name: { full: hostileWords },
  place: { text: hostileWords },
}

function requiredIn(tx: Tx, field: FieldDefinition, made: ReadonlyMap<string, string>): unknown {
  if (field.type === 'reference') {
    const id = (field.targets ?? []).map((target) => made.get(target)).find((one) => one !== undefined)
    return id === undefined ? null : { to: id }
  }
  if (field.type === 'choice') return field.options?.[0]?.code
  if (field.type === 'term')
    return tx.schema.vocabularies
      .get(field.vocabulary ?? '')
      ?.byCode.keys()
      .next().value
  if (field.type === 'date') return '2026-05-01'
  if (field.type === 'moment') return '2026-05-01T10:00[Europe/Madrid]'
  if (field.type === 'number') return 1
  if (field.type === 'url') return 'https://example.org/'
  return undefined
}
