import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment, StartProblem } from '#platform/config'
import type { Binaries } from './binaries.ts'

/**
 * PostgreSQL refuses to run as root. `self`: we are not root. `namespace`: a user namespace in which root's files
 * belong to an ordinary user; nothing changes owner and no user is made. `other-user`: real change of user.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace'; readonly uid: number }
  | { readonly kind: 'other-user'; readonly uid: number; readonly gid: number }

/** The command and arguments that run `program` in that way. Each step executes the next: the process id stays. */
export function commandAs(
  runAs: RunAs,
  program: string,
  args: readonly string[],
): readonly [string, string[]] {
  switch (runAs.kind) {
    case 'self':
      return [program, [...args]]
    case 'namespace':
      return ['unshare', ['--user', `--map-user=${runAs.uid}`, program, ...args]]
    case 'other-user': {
      const ids = [`--reuid=${runAs.uid}`, `--regid=${runAs.gid}`, '--clear-groups']
      return ['setpriv', [...ids, program, ...args]]
    }
  }
}

/** The user id that owns the files PostgreSQL makes, as this process sees them. */
export const fileOwner = (runAs: RunAs): number =>
  runAs.kind === 'other-user' ? runAs.uid : (process.geteuid?.() ?? 0)

/**
 * How PostgreSQL can run here, tried in earnest: the programs must start and `folder` must be writable to them.
 * `without` leaves a way out, for a cluster that has already moved away from home.
 */
export function chooseRunAs(
  binaries: Binaries,
  folder: string,
  without: readonly RunAs['kind'][] = [],
): RunAs {
  if (process.geteuid?.() !== 0) return { kind: 'self' }
  const users = readUsers()
  // initdb asks for the name of its user id, so the id must be in /etc/passwd.
  const plain = users.find((u) => u.uid === 1000) ?? users.find((u) => u.name === 'nobody') ?? users[0]
  if (plain && !without.includes('namespace')) {
    const runAs = { kind: 'namespace', uid: plain.uid } as const
    if (works(runAs, binaries, folder)) return runAs
  }
  const other =
    users.find((u) => u.name === 'amparo') ??
    users.find((u) => u.name === 'postgres') ??
    users.find((u) => u.name === 'nobody')
  if (other && spawnSync('setpriv', ['--version']).status === 0) {
    return { kind: 'other-user', uid: other.uid, gid: other.gid }
  }
  throw new StartProblem(
    'run-as',
    {
      en: 'PostgreSQL does not run as root, and this machine allows neither user namespaces nor setpriv.',
      es: 'PostgreSQL no se ejecuta como root, y esta máquina no permite espacios de nombres de usuario ni setpriv.',
      ca: "El PostgreSQL no s'executa com a root, i aquesta màquina no permet espais de noms d'usuari ni setpriv.",
    },
    {
      en: 'Start the program as an ordinary user, or install util-linux (unshare, setpriv), or set DATABASE_URL and its two companions.',
      es: 'Inicie el programa con un usuario común, o instale util-linux (unshare, setpriv), o defina DATABASE_URL y sus dos compañeras.',
      ca: 'Inicieu el programa amb un usuari corrent, o instal·leu util-linux (unshare, setpriv), o definiu DATABASE_URL i les seves dues companyes.',
    },
  )
}

function works(runAs: RunAs, binaries: Binaries, folder: string): boolean {
  const script = '"$1" --version >/dev/null && test -w "$2" && test -x "$2"'
  const args = ['-c', script, 'sh', join(binaries.native, 'bin', 'postgres'), folder]
  const [command, rest] = commandAs(runAs, '/bin/sh', args)
  return (
    spawnSync(command, rest, { env: childEnvironment(binaries.environment), stdio: 'ignore' }).status === 0
  )
}

function readUsers(): readonly { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== '' && user.uid > 0)
}
