import { type FieldProblem, Problem } from '#platform/problem'
import { isSealed, isSealedMark } from '#platform/vault'
import type { FieldDefinition, RecordTypeDefinition } from './definition.ts'
import { isEmpty, parseValue } from './fields/index.ts'
import { type Schema, classOf } from './schema.ts'

/** Values of a record by field name: single values or lists, as `parseValue` gives them. */
export type Values = Readonly<Record<string, unknown>>

const missing = {
  en: 'This is needed.',
  es: 'Este dato es necesario.',
  ca: 'Aquesta dada és necessària.',
}

// A type is asked for its fields once for each row of an import.
const byName = new WeakMap<RecordTypeDefinition, ReadonlyMap<string, FieldDefinition>>()

function fieldsByName(type: RecordTypeDefinition): ReadonlyMap<string, FieldDefinition> {
  let known = byName.get(type)
  if (!known) byName.set(type, (known = new Map(type.fields.map((field) => [field.name, field]))))
  return known
}

/**
 * Checks the values given, all fields at once, and gives their canonical form with every problem found.
 * Fields that are not given are left out; a field given empty is `undefined`, which clears it.
 * `complete` asks for required fields as well.
 */
export function checkValues(
  type: RecordTypeDefinition,
  given: Readonly<Record<string, unknown>>,
  schema: Schema,
  complete: boolean,
): { readonly values: Values; readonly problems: readonly FieldProblem[] } {
  const values: Record<string, unknown> = {}
  const problems: FieldProblem[] = []
  const known = fieldsByName(type)
  for (const name of Object.keys(given))
    if (!known.has(name))
      problems.push({
        field: name,
        message: {
          en: `“${type.label.en}” has no field “${name}”.`,
          es: `«${type.label.es}» no tiene un campo «${name}».`,
          ca: `«${type.label.ca}» no té cap camp «${name}».`,
        },
      })
  for (const field of type.fields) {
    const raw = given[field.name]
    // What is sealed left as a mark, and comes back as one: it stays as it is.
    const untouched = classOf(field) === 'sealed' && isSealedMark(raw)
    if (untouched || (raw === undefined && !(field.name in given))) {
      if (complete && isNeeded(field, given)) problems.push({ field: field.name, message: missing })
      continue
    }
    if (isEmpty(raw)) {
      if (isNeeded(field, given)) problems.push({ field: field.name, message: missing })
      values[field.name] = undefined
      continue
    }
    if (isSealed(raw)) {
      values[field.name] = raw
      continue
    }
    const parsed = parseValue(raw, field, schema)
    if ('problem' in parsed) problems.push({ field: field.name, message: parsed.problem })
    else if (parsed.value === undefined && field.required)
      problems.push({ field: field.name, message: missing })
    else values[field.name] = parsed.value
  }
  return { values, problems }
}

const isNeeded = ({ required, requiredWhen }: FieldDefinition, given: Values): boolean =>
  required === true || (requiredWhen?.is.includes(String(given[requiredWhen.field])) ?? false)

/** As `checkValues`, throwing the Problem that names every field at fault. */
export function requireValid(
  type: RecordTypeDefinition,
  given: Readonly<Record<string, unknown>>,
  schema: Schema,
  complete: boolean,
): Values {
  const { values, problems } = checkValues(type, given, schema, complete)
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  return values
}

const byItsOwnStep = {
  en: 'This is changed by its own step on the record’s page, which asks for a reason.',
  es: 'Esto se cambia con su propio paso en la página del registro, que pide un motivo.',
  ca: 'Això es canvia amb el seu propi pas a la pàgina del registre, que demana un motiu.',
}

/** Refuses values of fields that only an action of their module sets. */
export function refuseManaged(type: RecordTypeDefinition, changed: Values): void {
  const fields = type.fields
    .filter((field) => field.managed && field.name in changed)
    .map((field) => ({ field: field.name, message: byItsOwnStep }))
  if (fields.length > 0) throw new Problem('invalid', { fields })
}
