import type { DatabaseUrls } from '#platform/config'
import { StartProblem } from '#platform/config'
import { withClient } from './roles.ts'

/** The oldest PostgreSQL that has what we use (grants on public schema, security_invoker views). */
export const oldestServer = 15

interface Login {
  readonly role: 'owner' | 'app' | 'public'
  readonly name: string
  readonly version: number
  readonly superuser: boolean
  readonly bypass: boolean
  readonly createRole: boolean
  /** A table that the login owns, itself or as a member of its owner. */
  readonly owns: string | null
}

/**
 * Refuses to go on (a `StartProblem` that says what to run) when a login cannot connect, the server is too old, or
 * app or public could get round row-level security: superuser, BYPASSRLS, CREATEROLE, or owner of a table.
 */
export async function checkLogins(urls: DatabaseUrls): Promise<void> {
  const found: Login[] = []
  for (const role of ['owner', 'app', 'public'] as const) found.push(await look(role, urls[role]))
  for (const login of found) {
    if (login.version < oldestServer) throw tooOld(login.version)
    if (login.role === 'owner') continue
    if (login.superuser) throw tooStrong(login, 'SUPERUSER', `ALTER ROLE ${quote(login.name)} NOSUPERUSER;`)
    if (login.bypass) throw tooStrong(login, 'BYPASSRLS', `ALTER ROLE ${quote(login.name)} NOBYPASSRLS;`)
    // Before PostgreSQL 16 it may make itself a member of the owner.
    if (login.createRole) {
      throw tooStrong(login, 'CREATEROLE', `ALTER ROLE ${quote(login.name)} NOCREATEROLE;`)
    }
    if (login.owns !== null) throw ownsTable(login, login.owns)
  }
  const names = found.map((login) => login.name)
  if (new Set(names).size < names.length) throw sameLogin(names)
}

async function look(role: Login['role'], url: string): Promise<Login> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<Omit<Login, 'role'>>(`
        select current_user as name, current_setting('server_version_num')::int / 10000 as version,
               rolsuper as superuser, rolbypassrls as bypass, rolcreaterole as "createRole",
               (select c.oid::regclass::text from pg_class c
                 where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.oid >= 16384
                   and pg_has_role(current_user, c.relowner, 'member') limit 1) as owns
          from pg_roles where rolname = current_user`)
      const [row] = rows
      if (!row) throw new Error('the login has no role')
      return { role, ...row }
    })
  } catch (cause) {
    throw unreachable(role, cause)
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const variable = { owner: 'DATABASE_URL', app: 'DATABASE_APP_URL', public: 'DATABASE_PUBLIC_URL' } as const

const unreachable = (role: Login['role'], cause: unknown) =>
  new StartProblem(
    'unreachable',
    {
      en: `The database does not let the ${role} login in (${variable[role]}): ${String(cause)}.`,
      es: `La base de datos no deja entrar al acceso ${role} (${variable[role]}): ${String(cause)}.`,
      ca: `La base de dades no deixa entrar l'accés ${role} (${variable[role]}): ${String(cause)}.`,
    },
    {
      en: 'Check that the server runs and that the address, the name and the password are right.',
      es: 'Compruebe que el servidor esté en marcha y que la dirección, el nombre y la clave sean correctos.',
      ca: "Comproveu que el servidor estigui en marxa i que l'adreça, el nom i la clau siguin correctes.",
    },
    cause,
  )

const tooOld = (version: number) =>
  new StartProblem(
    'server-version',
    {
      en: `The database is PostgreSQL ${version}; ${oldestServer} or newer is needed.`,
      es: `La base de datos es PostgreSQL ${version}; se necesita la versión ${oldestServer} o posterior.`,
      ca: `La base de dades és PostgreSQL ${version}; cal la versió ${oldestServer} o posterior.`,
    },
    {
      en: 'Upgrade the server, or leave out the three DATABASE variables to use the private database.',
      es: 'Actualice el servidor, o quite las tres variables DATABASE para usar la base de datos privada.',
      ca: 'Actualitzeu el servidor, o traieu les tres variables DATABASE per usar la base de dades privada.',
    },
  )

const tooStrong = (login: Login, right: string, mend: string) =>
  new StartProblem(
    'logins',
    {
      en: `The ${login.role} login "${login.name}" has ${right}: the rules on who may read what would not bind it.`,
      es: `El acceso ${login.role} "${login.name}" tiene ${right}: las reglas sobre quién puede leer qué no lo obligarían.`,
      ca: `L'accés ${login.role} "${login.name}" té ${right}: les regles sobre qui pot llegir què no l'obligarien.`,
    },
    {
      en: `As administrator run: ${mend}`,
      es: `Como administrador ejecute: ${mend}`,
      ca: `Com a administrador executeu: ${mend}`,
    },
  )

function ownsTable(login: Login, table: string): StartProblem {
  const mend = `ALTER TABLE ${table} OWNER TO <owner>; REVOKE <owner> FROM ${quote(login.name)};`
  return new StartProblem(
    'logins',
    {
      en: `The ${login.role} login "${login.name}" owns the table ${table}, or is a member of its owner: an owner is above its rules.`,
      es: `El acceso ${login.role} "${login.name}" es dueño de la tabla ${table}, o miembro de su dueño: un dueño está por encima de las reglas.`,
      ca: `L'accés ${login.role} "${login.name}" és propietari de la taula ${table}, o membre del seu propietari: un propietari és per sobre de les regles.`,
    },
    {
      en: `As administrator run, with the name of the owner login: ${mend}`,
      es: `Como administrador ejecute, con el nombre del acceso dueño: ${mend}`,
      ca: `Com a administrador executeu, amb el nom de l'accés propietari: ${mend}`,
    },
  )
}

const sameLogin = (names: readonly string[]) =>
  new StartProblem(
    'logins',
    {
      en: `The three addresses are not three logins (${names.join(', ')}).`,
      es: `Las tres direcciones no son tres accesos (${names.join(', ')}).`,
      ca: `Les tres adreces no són tres accessos (${names.join(', ')}).`,
    },
    {
      en: 'Create one role for each of owner, app and public.',
      es: 'Cree un rol para cada uno: owner, app y public.',
      ca: 'Creeu un rol per a cadascun: owner, app i public.',
    },
  )
