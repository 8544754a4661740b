import type { Actor } from '#platform/access'
import { type Database, isId, withAsker } from '#platform/db'
import { isLanguage } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { findOperator } from './organisations.ts'

/** Whom the machine's own command line acts as in an organisation. */
export interface CommandFor {
  /** The organisation's short name. */
  readonly org: string
  /** The name that a person signs in with, or their id: as them. Nobody: as the operator. */
  readonly as?: string | undefined
  /** What is being done, as it is typed: `import`, `export`. */
  readonly command: string
}

/**
 * The operator of an organisation, or the person that the operator says to act as: with the rights of that person and
 * no others, and only while they have access. That the operator did so is on the ledger before anything is done; what
 * is done then stands there in the person's name.
 * @param owner the owner's login: nobody who is served can look for accounts of any organisation
 * @param app the login that the work itself is done with
 */
export async function commandActor(
  owner: Database,
  app: Database,
  { org, as, command }: CommandFor,
): Promise<Actor> {
  const operator = await findOperator(owner, org)
  if (!operator) throw new Problem('not_found', { explanation: noOrganisation(org) })
  if (as === undefined) return operator
  const person = await owner
    .selectFrom('account')
    .select(['id', 'name', 'role', 'language', 'disabled_at'])
    .where('org_id', '=', operator.orgId)
    .where('kind', '=', 'person')
    .where(isId(as) ? 'id' : 'login', '=', as.toLowerCase())
    .executeTakeFirst()
  if (!person) throw new Problem('not_found', { explanation: noPerson(as) })
  if (person.disabled_at) throw new Problem('forbidden', { explanation: noAccess(as) })
  await withAsker(app, operator, (sql) =>
    writeLedger({ sql, actor: operator }, 'operator.act', person.id, { command }),
  )
  return {
    orgId: operator.orgId,
    orgSlug: operator.orgSlug,
    accountId: person.id,
    name: person.name,
    role: person.role as Actor['role'],
    language: isLanguage(person.language) ? person.language : 'en',
  }
}

const noOrganisation = (slug: string) => ({
  en: `No organisation has the short name “${slug}”.`,
  es: `Ninguna organización tiene el nombre corto «${slug}».`,
  ca: `Cap organització no té el nom curt «${slug}».`,
})

const noPerson = (name: string) => ({
  en: `Nobody signs in to this organisation as “${name}”.`,
  es: `Nadie inicia sesión en esta organización como «${name}».`,
  ca: `Ningú no inicia sessió en aquesta organització com a «${name}».`,
})

const noAccess = (name: string) => ({
  en: `“${name}” has no access any more, so nothing can be done in their name.`,
  es: `«${name}» ya no tiene acceso: nada puede hacerse en su nombre.`,
  ca: `«${name}» ja no té accés: no es pot fer res en nom seu.`,
})
