import type { Language } from '#platform/i18n'
import { type Role, can } from './capabilities.ts'

/** Who acts, in which organisation. The database is told the two ids and decides by itself what they may read. */
export interface Actor {
  readonly orgId: string
  readonly orgSlug: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly language: Language
}

/** Whether the actor may change what the organisation itself is: types, vocabularies, people. */
export const mayAdminister = (actor: Actor): boolean => can(actor, 'administer')
