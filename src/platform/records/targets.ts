import { type FieldProblem, Problem } from '#platform/problem'
import { isSealed } from '#platform/vault'
import type { RecordTypeDefinition } from './definition.ts'
import { type Reference, valuesOf } from './fields/index.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'

/**
 * Refuses a reference to a record that is not there, may not be seen by the actor (the same answer),
 * lies in the trash, or is of a type that the field does not take.
 */
export async function checkTargets(tx: Tx, type: RecordTypeDefinition, values: Values): Promise<void> {
  const wanted = type.fields
    .filter((field) => field.type === 'reference')
    .flatMap((field) =>
      (valuesOf(values[field.name]) as Reference[])
        .filter((one) => !isSealed(one))
        .map((one) => ({ field, to: one.to })),
    )
  if (wanted.length === 0) return
  const rows = await tx.sql
    .selectFrom('record')
    .select(['id', 'type'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', 'in', [...new Set(wanted.map((w) => w.to))])
    .where('deleted_at', 'is', null)
    .execute()
  const types = new Map(rows.map((row) => [row.id, row.type]))
  const problems: FieldProblem[] = wanted
    .filter(({ field, to }) => {
      const found = types.get(to)
      return found === undefined || (field.targets !== undefined && !field.targets.includes(found))
    })
    .map(({ field, to }) => ({
      field: field.name,
      message: {
        en: `There is no record ${to} that this can point to.`,
        es: `No hay un registro ${to} al que esto pueda apuntar.`,
        ca: `No hi ha cap registre ${to} a què això pugui apuntar.`,
      },
    }))
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
}
