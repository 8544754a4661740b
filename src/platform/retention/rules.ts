import type { RecordTypeDefinition, RetentionRule, Tx } from '#platform/records'

/** Where a type says nothing: nothing goes by itself, and nothing is forgotten either. */
export const defaultRule: RetentionRule = {
  name: 'default',
  after: { event: 'activity' },
  period: { count: 5, unit: 'years' },
  end: 'review',
  why: {
    en: 'No rule says how long this is kept: every five years a person looks whether it is still needed.',
    es: 'Ninguna regla indica cuánto tiempo se conserva: cada cinco años una persona mira si aún hace falta.',
    ca: 'Cap regla diu quant de temps es conserva: cada cinc anys una persona mira si encara cal.',
  },
}

/** The rules of a type, in the order in which they are tried. The last one always holds: every record has a clock. */
export const rulesOf = (type: RecordTypeDefinition): readonly RetentionRule[] => [
  ...(type.retention ?? []),
  defaultRule,
]

/** The rule of a type by its name; the default where it is no longer there. */
export const ruleNamed = (type: RecordTypeDefinition | undefined, name: string): RetentionRule =>
  (type ? rulesOf(type) : []).find((rule) => rule.name === name) ?? defaultRule

/**
 * Whether a restore has put back rules that were changed after the backup: until an administrator has looked at them
 * every end is a review, whatever the rules say.
 */
export async function rulesAreInDoubt(tx: Tx): Promise<boolean> {
  const org = await tx.sql
    .selectFrom('org')
    .select('settings')
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return org?.settings['retention_doubt'] === true
}
