import { type Transaction, sql } from 'kysely'
import {
  type Actor,
  type ClassOfValue,
  type PersonRole,
  classesOfValue,
  isPersonRole,
} from '#platform/access'
import { type Asker, type Database, type Tables, newId } from '#platform/db'
import { type Language, isLanguage } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { type FieldProblem, Problem } from '#platform/problem'
import { foldLogin } from './sign-in.ts'
import { hashToken, newToken } from './tokens.ts'

/** The transaction of an administrator; the database checks that it is one. */
interface Tx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
}

/** What an administrator says of a person. */
export interface PersonGiven {
  readonly name: string
  readonly login: string
  readonly role: PersonRole
  readonly classes: readonly ClassOfValue[]
}

/** A person as administrators see them. */
export interface Person extends PersonGiven {
  readonly id: string
  readonly disabledAt: Date | null
  readonly passphrase: boolean
  readonly authenticator: boolean
  readonly passkeys: number
  readonly sessions: number
  readonly lastSeen: Date | null
  /** Until when the open invitation may be used. */
  readonly invitedUntil: Date | null
}

/** Days that an invitation may be used. */
export const invitationDays = 7

/** The people of the organisation, those who may no longer enter last. */
export async function listPeople(tx: Tx): Promise<readonly Person[]> {
  const { rows } = await sql<{
    id: string
    name: string
    login: string | null
    role: string
    readable_classes: string[]
    disabled_at: Date | null
    passphrase: boolean
    authenticator: boolean
    passkeys: number
    sessions: number
    last_seen: Date | null
    invited_until: Date | null
  }>`select a.id, a.name, a.login, a.role, a.readable_classes, a.disabled_at, m.passphrase, m.authenticator, m.passkeys,
           m.sessions, m.last_seen,
           (select max(i.expires_at) from invitation i
             where i.org_id = a.org_id and i.account_id = a.id and i.used_at is null and i.expires_at > now()) as invited_until
      from account a join sign_in_means() m on m.account_id = a.id
     where a.org_id = ${tx.actor.orgId}::uuid and a.kind = 'person'
     order by a.disabled_at is not null, a.name, a.id`.execute(tx.sql)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    login: row.login ?? '',
    role: isPersonRole(row.role) ? row.role : 'reader',
    classes: classesOfValue.filter((one) => row.readable_classes.includes(one)),
    disabledAt: row.disabled_at,
    passphrase: row.passphrase,
    authenticator: row.authenticator,
    passkeys: row.passkeys,
    sessions: row.sessions,
    lastSeen: row.last_seen,
    invitedUntil: row.invited_until,
  }))
}

/** That person; `not_found` for anyone else's. */
export async function readPerson(tx: Tx, id: string): Promise<Person> {
  const found = (await listPeople(tx)).find((person) => person.id === id)
  if (!found) throw new Problem('not_found')
  return found
}

/** Makes an account that nobody can use yet and the path of the link that lets its person in. */
export async function invitePerson(
  tx: Tx,
  given: PersonGiven,
  language: Language,
): Promise<{ readonly id: string; readonly path: string }> {
  const id = newId()
  const token = newToken()
  const { name, login } = checked(given)
  await said(() =>
    sql`select invite_person(${id}::uuid, ${name}, ${login}, ${given.role}, ${[...given.classes]}::text[], ${language},
        ${hashToken(token)}, make_interval(days => ${invitationDays}))`.execute(tx.sql),
  )
  await writeLedger(tx, 'person.invite', id, { role: given.role, classes: given.classes })
  return { id, path: `/invitation/${token}` }
}

/** Changes who a person is here and what they may do; their sessions end when the latter changes. */
export async function changePerson(
  tx: Tx,
  id: string,
  given: PersonGiven & { readonly disabled: boolean },
): Promise<void> {
  const before = await readPerson(tx, id)
  // Someone who founded the organisation may still sign in by link alone.
  const { name, login } = checked(given, before.login === '')
  await said(() =>
    sql`select change_person(${id}::uuid, ${name}, ${login || null}, ${given.role}, ${[...given.classes]}::text[],
        ${given.disabled})`.execute(tx.sql),
  )
  await writeLedger(tx, 'person.change', id, {
    before: { role: before.role, classes: before.classes, disabled: before.disabledAt !== null },
    after: { role: given.role, classes: given.classes, disabled: given.disabled },
  })
}

/** A new link for who lost what they had. What proved them before is void and their sessions end. */
export async function renewInvitation(tx: Tx, id: string): Promise<string> {
  const token = newToken()
  await said(() =>
    sql`select renew_invitation(${id}::uuid, ${hashToken(token)}, make_interval(days => ${invitationDays}))`.execute(
      tx.sql,
    ),
  )
  await writeLedger(tx, 'person.renew', id)
  return `/invitation/${token}`
}

/** Whom an invitation is for. */
export interface Invitation {
  readonly account: Asker
  readonly org: string
  readonly orgName: Readonly<Partial<Record<Language, string>>>
  readonly name: string
  readonly login: string
  readonly language: Language
}

/** An invitation that can still be used, or null. Changes nothing. */
export async function readInvitation(db: Database, token: string): Promise<Invitation | null> {
  const { rows } = await sql<{
    org_id: string
    slug: string
    org_name: Readonly<Partial<Record<Language, string>>>
    account_id: string
    name: string
    login: string | null
    language: string
  }>`select * from read_invitation(${hashToken(token)})`.execute(db)
  const row = rows[0]
  return row
    ? {
        account: { orgId: row.org_id, accountId: row.account_id },
        org: row.slug,
        orgName: row.org_name,
        name: row.name,
        login: row.login ?? '',
        language: isLanguage(row.language) ? row.language : 'en',
      }
    : null
}

/** Uses an invitation up and keeps the passphrase's hash; null when it was used or over by then. */
export async function acceptInvitation(
  db: Database,
  token: string,
  passphraseHash: string,
): Promise<Asker | null> {
  const { rows } = await sql<{
    org_id: string
    account_id: string
  }>`select * from accept_invitation(${hashToken(token)}, ${passphraseHash})`.execute(db)
  const row = rows[0]
  return row ? { orgId: row.org_id, accountId: row.account_id } : null
}

/** Gives the person asking a name to sign in with, where they have none. Throws `invalid` about `login`. */
export async function chooseLogin(tx: Tx, given: string): Promise<void> {
  const login = checkedLogin(given)
  await said(() => sql`select choose_login(${login})`.execute(tx.sql))
}

function checkedLogin(given: string): string {
  const login = foldLogin(given)
  if (!loginForm.test(login))
    throw new Problem('invalid', { fields: [{ field: 'login', message: words.login }] })
  return login
}

const loginForm = /^[a-z0-9][a-z0-9._@+-]{1,79}$/

const words = {
  name: {
    en: 'Write the name by which colleagues know this person.',
    es: 'Escriba el nombre por el que sus colegas conocen a esta persona.',
    ca: 'Escriviu el nom pel qual els companys coneixen aquesta persona.',
  },
  login: {
    en: 'Letters without accents, digits and . _ @ + - only, two at least, beginning with a letter or digit.',
    es: 'Solo letras sin acentos, cifras y . _ @ + -, dos como mínimo, empezando por una letra o cifra.',
    ca: 'Només lletres sense accents, xifres i . _ @ + -, dues com a mínim, començant per una lletra o xifra.',
  },
  taken: {
    en: 'Somebody in the organisation already signs in by this name. Choose another.',
    es: 'Alguien de la organización ya inicia sesión con este nombre. Elija otro.',
    ca: "Algú de l'organització ja inicia la sessió amb aquest nom. Trieu-ne un altre.",
  },
  oneself: {
    en: 'Nobody changes what they themselves may do. Ask another administrator.',
    es: 'Nadie cambia lo que puede hacer uno mismo. Pídalo a otra persona que administre.',
    ca: 'Ningú no canvia el que pot fer un mateix. Demaneu-ho a una altra persona que administri.',
  },
  last: {
    en: 'An organisation keeps an administrator: name another one first.',
    es: 'Una organización conserva siempre quien la administre: nombre antes a otra persona.',
    ca: "Una organització conserva sempre qui l'administri: anomeneu abans una altra persona.",
  },
} as const

function checked(given: PersonGiven, mayLackLogin = false) {
  const name = given.name.trim().slice(0, 200)
  const login = foldLogin(given.login)
  const fields: FieldProblem[] = []
  if (name === '') fields.push({ field: 'name', message: words.name })
  if (!(mayLackLogin && login === '') && !loginForm.test(login))
    fields.push({ field: 'login', message: words.login })
  if (fields.length > 0) throw new Problem('invalid', { fields })
  return { name, login }
}

/** Runs a statement whose refusals by the database are things to say to a person. */
async function said(action: () => Promise<unknown>): Promise<void> {
  try {
    await action()
  } catch (error) {
    const text = error instanceof Error ? error.message : ''
    if (/account_login/.test(text))
      throw new Problem('invalid', { fields: [{ field: 'login', message: words.taken }], cause: error })
    if (/people: not oneself/.test(text)) throw new Problem('conflict', { explanation: words.oneself })
    if (/people: the last administrator/.test(text))
      throw new Problem('conflict', { explanation: words.last })
    if (/people: not there/.test(text)) throw new Problem('not_found')
    throw error
  }
}
