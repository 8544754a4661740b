import { Client } from 'pg'
import type { DatabaseUrls } from '#platform/config'

/** The three logins' names; migrations grant to these. */
export const roleNames = { owner: 'amparo_owner', app: 'amparo_app', public: 'amparo_public' } as const

/** A password for each login. */
export type RolePasswords = Readonly<Record<keyof typeof roleNames, string>>

/**
 * Makes the three logins on a server, or sets the passwords and takes away every special right of those that are
 * there. `superuserUrl` may be of any database of that server.
 */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const role of ['owner', 'app', 'public'] as const) {
      const name = roleNames[role]
      const found = await client.query('select 1 from pg_roles where rolname = $1', [name])
      await client.query(
        `${found.rowCount ? 'alter' : 'create'} role ${name} with login nosuperuser nobypassrls nocreatedb
         nocreaterole noreplication password ${client.escapeLiteral(passwords[role])}`,
      )
    }
  })
}

/**
 * Makes the database `name` when it is missing: owned by the owner login, open to the three logins and closed to
 * every other. The owner may create in it (so also trusted extensions such as pg_trgm); app and public may not.
 * `template` copies a database, with its content, that nobody is connected to.
 */
export async function ensureDatabase(
  superuserUrl: string,
  name: string,
  template = 'template0',
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const id = client.escapeIdentifier(name)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!found.rowCount) {
      await client.query(
        `create database ${id} owner ${roleNames.owner} template ${client.escapeIdentifier(template)}`,
      )
    }
    await client.query(`revoke all on database ${id} from public`)
    await client.query(`grant connect on database ${id} to ${roleNames.app}, ${roleNames.public}`)
  })
}

/** The addresses by which the three logins reach the database `name` on the server of `baseUrl`. */
export function loginUrls(baseUrl: string, name: string, passwords: RolePasswords): DatabaseUrls {
  const url = (role: keyof typeof roleNames) => withLogin(baseUrl, roleNames[role], passwords[role], name)
  return { owner: url('owner'), app: url('app'), public: url('public') }
}

/** `baseUrl` with another login and database. */
export function withLogin(baseUrl: string, user: string, password: string, database: string): string {
  const url = new URL(baseUrl)
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

/** The address of a server behind a socket. libpq and `pg` both read `host` from the query. */
export const socketUrl = (socket: string, password: string): string =>
  withLogin(`postgres://localhost/?host=${encodeURIComponent(socket)}`, 'postgres', password, 'postgres')

/** One connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {
    // A connection lost between two queries shows in the next query.
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
