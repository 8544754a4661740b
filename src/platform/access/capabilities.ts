/** What a person may do at all; which rows they then meet, the database decides. */
export const capabilities = ['read', 'write', 'export', 'publish', 'administer', 'audit', 'retain'] as const
export type Capability = (typeof capabilities)[number]

/** The classes of value that need an entitlement of their own. */
export const classesOfValue = ['identity', 'location', 'health', 'legal', 'sealed'] as const
export type ClassOfValue = (typeof classesOfValue)[number]

/** The roles that a person can have; `operator` is the machine's own command line. */
export const personRoles = [
  'administrator',
  'case_officer',
  'researcher',
  'editor',
  'reader',
  'auditor',
] as const
export type PersonRole = (typeof personRoles)[number]
export type Role = PersonRole | 'operator'

/**
 * Role → what it may. The database holds the same table (`role_capability`) and asks it in every policy; a test
 * compares the two. The auditor reads the ledger and no content.
 */
export const roleCapabilities: Readonly<Record<Role, readonly Capability[]>> = {
  administrator: ['read', 'write', 'export', 'publish', 'administer', 'audit', 'retain'],
  // Decides on keeping: holds, and what goes by its clock.
  case_officer: ['read', 'write', 'export', 'retain'],
  researcher: ['read', 'write', 'export'],
  editor: ['read', 'write', 'publish'],
  reader: ['read'],
  auditor: ['audit'],
  // May neither publish nor approve.
  operator: ['read', 'write', 'export', 'administer', 'retain'],
}

/**
 * The classes that a new person of a role is proposed: by need to know, not by rank. Whoever looks after the system
 * does not thereby read diagnoses. An administrator changes them person by person.
 */
export const usualClasses: Readonly<Record<PersonRole, readonly ClassOfValue[]>> = {
  administrator: ['identity', 'location'],
  case_officer: ['identity', 'location', 'health', 'legal', 'sealed'],
  researcher: ['location'],
  editor: [],
  reader: [],
  auditor: [],
}

/** Whether somebody of that role may do that. */
export const can = (actor: { readonly role: Role }, capability: Capability): boolean =>
  roleCapabilities[actor.role].includes(capability)

/** Whether a text names a role of persons. */
export const isPersonRole = (text: string): text is PersonRole =>
  (personRoles as readonly string[]).includes(text)
