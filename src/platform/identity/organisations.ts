import { type Database, newId } from '#platform/db'
import { type Actor, classesOfValue } from '#platform/access'
import { isLanguage } from '#platform/i18n'

/** An organisation as it is made: its address part, its name, the languages of its content. */
export interface NewOrganisation {
  readonly slug: string
  readonly name: Readonly<Partial<Record<'en' | 'es' | 'ca', string>>>
  readonly languages?: readonly string[]
  readonly administrator: string
}

/**
 * Makes an organisation with its operator (who the machine's own command line acts as) and its first
 * administrator. Takes the owner's login: nobody who is served can make organisations.
 */
export async function createOrganisation(
  owner: Database,
  given: NewOrganisation,
): Promise<{ readonly orgId: string; readonly administratorId: string }> {
  const orgId = newId()
  const administratorId = newId()
  await owner.transaction().execute(async (trx) => {
    await trx
      .insertInto('org')
      .values({
        id: orgId,
        slug: given.slug,
        name: JSON.stringify(given.name),
        ...(given.languages && { languages: [...given.languages] }),
      })
      .execute()
    await trx
      .insertInto('account')
      .values([
        {
          org_id: orgId,
          id: newId(),
          kind: 'operator',
          name: 'operator',
          role: 'operator',
          readable_classes: classesOfValue.filter((one) => one !== 'sealed'),
        },
        // Whoever founds an organisation begins alone: the first person reads what there is until others come.
        {
          org_id: orgId,
          id: administratorId,
          kind: 'person',
          name: given.administrator,
          role: 'administrator',
          readable_classes: [...classesOfValue],
        },
      ])
      .execute()
  })
  return { orgId, administratorId }
}

/** The organisation of that slug, or undefined. */
export const findOrganisation = (owner: Database, slug: string) =>
  owner
    .selectFrom('org')
    .select(['id', 'slug', 'name', 'languages'])
    .where('slug', '=', slug)
    .executeTakeFirst()

/** The operator of an organisation: the machine's own command line. May not open what is sealed nor approve. */
export async function findOperator(owner: Database, slug: string): Promise<Actor | undefined> {
  const row = await owner
    .selectFrom('account as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['a.id', 'a.org_id', 'a.name', 'a.language', 'o.slug'])
    .where('o.slug', '=', slug)
    .where('a.kind', '=', 'operator')
    .executeTakeFirst()
  return (
    row && {
      orgId: row.org_id,
      orgSlug: row.slug,
      accountId: row.id,
      name: row.name,
      role: 'operator',
      language: isLanguage(row.language) ? row.language : 'en',
    }
  )
}
