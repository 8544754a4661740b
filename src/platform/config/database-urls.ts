import type { DatabaseUrls, Environment } from './config.ts'
import { StartProblem } from './start-problem.ts'

const variables = { owner: 'DATABASE_URL', app: 'DATABASE_APP_URL', public: 'DATABASE_PUBLIC_URL' } as const

/**
 * The three logins of an outside database, or `null` when none of the variables is set. Some but not all,
 * two that are the same login, or one that is no PostgreSQL address, is a `StartProblem`; it never repeats
 * the value, which holds a password.
 */
export function databaseUrls(env: Environment): DatabaseUrls | null {
  const missing = Object.values(variables).filter((name) => !env[name])
  if (missing.length === Object.keys(variables).length) return null
  if (missing.length > 0) throw incomplete(missing.join(', '))
  const urls = { owner: address(env, 'owner'), app: address(env, 'app'), public: address(env, 'public') }
  const logins = Object.values(urls).map(login)
  if (new Set(logins).size < logins.length) throw sameLogin()
  return urls
}

function address(env: Environment, role: keyof typeof variables): string {
  const text = env[variables[role]] ?? ''
  if (/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) return text
  throw new StartProblem(
    'config',
    {
      en: `${variables[role]} is not the address of a PostgreSQL database.`,
      es: `${variables[role]} no es la dirección de una base de datos PostgreSQL.`,
      ca: `${variables[role]} no és l'adreça d'una base de dades PostgreSQL.`,
    },
    {
      en: 'Its form is postgres://user:password@host:5432/database (characters such as @ or / in the password as %40, %2F).',
      es: 'Su forma es postgres://usuario:clave@servidor:5432/base (signos como @ o / en la clave, como %40, %2F).',
      ca: 'La forma és postgres://usuari:clau@servidor:5432/base (signes com @ o / a la clau, com a %40, %2F).',
    },
  )
}

const login = (url: string): string =>
  URL.parse(url)?.username || URL.parse(url)?.searchParams.get('user') || ''

const incomplete = (missing: string) =>
  new StartProblem(
    'config',
    {
      en: `An outside database needs three logins, and these are not set: ${missing}.`,
      es: `Una base de datos externa necesita tres accesos, y faltan estos: ${missing}.`,
      ca: `Una base de dades externa necessita tres accessos, i falten aquests: ${missing}.`,
    },
    {
      en: 'Set DATABASE_URL (owner), DATABASE_APP_URL and DATABASE_PUBLIC_URL, or none of them to use the private database.',
      es: 'Defina DATABASE_URL (dueño), DATABASE_APP_URL y DATABASE_PUBLIC_URL, o ninguna, para usar la base de datos privada.',
      ca: 'Definiu DATABASE_URL (propietari), DATABASE_APP_URL i DATABASE_PUBLIC_URL, o cap, per usar la base de dades privada.',
    },
  )

const sameLogin = () =>
  new StartProblem(
    'config',
    {
      en: 'DATABASE_URL, DATABASE_APP_URL and DATABASE_PUBLIC_URL must be three different logins.',
      es: 'DATABASE_URL, DATABASE_APP_URL y DATABASE_PUBLIC_URL deben ser tres accesos distintos.',
      ca: 'DATABASE_URL, DATABASE_APP_URL i DATABASE_PUBLIC_URL han de ser tres accessos diferents.',
    },
    {
      en: 'Create one role for each; one login for all would let the public site read everything.',
      es: 'Cree un rol para cada una; un solo acceso dejaría que el sitio público leyera todo.',
      ca: 'Creeu un rol per a cadascuna; un sol accés deixaria que el web públic ho llegís tot.',
    },
  )
