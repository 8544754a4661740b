import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** What the organisation calls itself. */
export async function organisationName(tx: Tx, language: Language): Promise<string> {
  const org = await tx.sql
    .selectFrom('org')
    .select(['name', 'slug'])
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return org?.name[language] ?? org?.name.en ?? org?.name.es ?? org?.name.ca ?? org?.slug ?? ''
}
