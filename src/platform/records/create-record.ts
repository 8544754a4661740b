import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Visibility } from './definition.ts'
import { insertRecords } from './insert-records.ts'
import { checkTargets } from './targets.ts'
import { type Tx, typeOf } from './tx.ts'
import { type Values, refuseManaged, requireValid } from './validate.ts'

/**
 * Writes a new record and gives its id. Throws `invalid` naming every field at fault.
 * @param given values by field name, in any form that the field types read
 */
export async function createRecord(
  tx: Tx,
  given: {
    readonly type: string
    readonly values: Readonly<Record<string, unknown>>
    readonly visibility?: Visibility
    readonly fictitious?: boolean
    readonly reason?: string
    readonly id?: string
    /** An action of the type's module: it may set what it manages. */
    readonly acting?: boolean
  },
): Promise<{ readonly id: string; readonly version: number }> {
  const type = typeOf(tx, given.type)
  const values = requireValid(type, given.values, tx.schema, true)
  if (!given.acting) refuseManaged(type, onlyGiven(values))
  const broken = type.holds?.(values) ?? []
  if (broken.length > 0) throw new Problem('invalid', { fields: broken })
  await checkTargets(tx, type, values)
  const id = given.id ?? newId()
  await insertRecords(tx, [
    {
      id,
      type,
      values,
      visibility: given.visibility ?? type.beginsAs ?? 'internal',
      ...(given.fictitious !== undefined && { fictitious: given.fictitious }),
      ...(given.reason !== undefined && { reason: given.reason }),
    },
  ])
  return { id, version: 1 }
}

const onlyGiven = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
