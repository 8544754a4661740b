import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config'
import { countOf, halfWritten, withClient } from './database.ts'
import { signIn } from './person.ts'
import { endPrograms, eventually, newHome, runCommand, startProgram } from './program.ts'

/** Where Debian and its kin put the servers: any from 15 on will do. */
function findServer(): { readonly bin: string; readonly user: string | null } | string {
  const all = '/usr/lib/postgresql'
  const version = (existsSync(all) ? readdirSync(all) : [])
    .map(Number)
    .filter((number) => number >= 15 && existsSync(join(all, String(number), 'bin/initdb')))
    .sort((a, b) => a - b)[0]
  if (version === undefined) return `no PostgreSQL of the system's (15 or newer) under ${all}`
  const bin = join(all, String(version), 'bin')
  if (process.getuid?.() !== 0) return { bin, user: null }
  // PostgreSQL does not run as root.
  const user = ['postgres', 'nobody'].find((name) => spawnSync('id', [name]).status === 0)
  return user && spawnSync('setpriv', ['--version']).status === 0
    ? { bin, user }
    : 'running as root, and there is no user to run PostgreSQL as'
}

const found = findServer()
const server = typeof found === 'string' ? { bin: '', user: null } : found
const commandAs = (program: string, args: readonly string[]): [string, string[]] =>
  server.user === null
    ? [join(server.bin, program), [...args]]
    : [
        'setpriv',
        [
          '--reuid',
          server.user,
          '--regid',
          server.user,
          '--clear-groups',
          join(server.bin, program),
          ...args,
        ],
      ]

/** The statements of the manual, with these passwords. */
function statementsOfTheManual(): readonly string[] {
  const manual = readFileSync(join(projectRoot(), 'docs/operating.md'), 'utf8')
  const section = manual.split(/^## /m).find((part) => part.startsWith('A PostgreSQL of your own'))
  const block = /```sql\n([\s\S]*?)```/.exec(section ?? '')?.[1]
  if (!block) throw new Error('docs/operating.md has no SQL under "A PostgreSQL of your own"')
  return block
    .replace(/^--.*$/gm, '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
}

describe.skipIf(typeof found === 'string')(
  `a PostgreSQL of one's own${typeof found === 'string' ? ` (skipped: ${found})` : ''}`,
  () => {
    let folder: string
    let port: number
    let running: ReturnType<typeof spawn>
    const superuser = () => `postgres://postgres@127.0.0.1:${port}/postgres`
    const urls = () => ({
      DATABASE_URL: `postgres://amparo_owner:one%20long%20password@127.0.0.1:${port}/amparo`,
      DATABASE_APP_URL: `postgres://amparo_app:another%20long%20password@127.0.0.1:${port}/amparo`,
      DATABASE_PUBLIC_URL: `postgres://amparo_public:a%20third%20long%20password@127.0.0.1:${port}/amparo`,
    })
    const asSuperuser = (...statements: readonly string[]) =>
      withClient(superuser(), async (client) => {
        for (const statement of statements) await client.query(statement)
      })

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'amparo-outside-'))
      if (server.user !== null) spawnSync('chown', [server.user, folder])
      const data = join(folder, 'data')
      const [command, args] = commandAs('initdb', [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth-host=scram-sha-256',
        '--auth-local=trust',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ])
      const made = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
      if (made.status !== 0) throw new Error(made.stderr)
      // The administrator of the test comes in without a password, the three logins with theirs.
      writeFileSync(
        join(data, 'pg_hba.conf'),
        'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
      )
      port = await freePort()
      const [postgres, options] = commandAs('postgres', [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'fsync=off',
      ])
      running = spawn(postgres, options, { cwd: folder, stdio: 'ignore' })
      await eventually('PostgreSQL answers', () =>
        withClient(superuser(), () => Promise.resolve(true)).catch(() => false),
      )
      await asSuperuser(...statementsOfTheManual())
    })
    afterAll(async () => {
      await endPrograms()
      if (running?.exitCode === null) {
        const ended = new Promise((resolve) => running.once('exit', resolve))
        running.kill('SIGINT')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    })

    test('carries the demonstration, made with the statements of the manual', async () => {
      const home = newHome()
      const program = await startProgram(home, { env: urls(), args: ['--demo'] })
      const person = await signIn(program)
      const list = await (await person.get('/workspace/records/person')).text()
      expect(list).toContain('/workspace/record/')
      expect(existsSync(join(home, 'postgres'))).toBe(false)
      program.interrupt()
      expect((await program.ended).code).toBe(130)
      const [records, broken] = await withClient(
        superuser().replace(/postgres$/, 'amparo'),
        async (client) => [await countOf(client, 'record'), await halfWritten(client)],
      )
      expect(records).toBeGreaterThan(10)
      expect(broken).toEqual([])
    })

    test.each([
      ['superuser', 'alter role amparo_app superuser', 'alter role amparo_app nosuperuser', 'NOSUPERUSER'],
      ['BYPASSRLS', 'alter role amparo_app bypassrls', 'alter role amparo_app nobypassrls', 'NOBYPASSRLS'],
      [
        'able to make itself the owner',
        'alter role amparo_app createrole',
        'alter role amparo_app nocreaterole',
        'NOCREATEROLE',
      ],
      [
        'a member of the owner',
        'grant amparo_owner to amparo_app',
        'revoke amparo_owner from amparo_app',
        'REVOKE',
      ],
      [
        'superuser, for the public',
        'alter role amparo_public superuser',
        'alter role amparo_public nosuperuser',
        'NOSUPERUSER',
      ],
    ])(
      'refuses to start when a serving login is %s, and says what to run',
      async (_, wrong, right, remedy) => {
        await asSuperuser(wrong)
        try {
          for (const language of ['en', 'es']) {
            const refused = await runCommand(newHome(), ['serve'], { ...urls(), AMPARO_LANGUAGE: language })
            expect(refused.code).toBe(1)
            expect(refused.stdout).toBe('')
            expect(refused.stderr).toContain(remedy)
            expect(refused.stderr).toMatch(language === 'en' ? /login "amparo_/ : /acceso \w+ "amparo_/)
            expect(refused.stderr).not.toContain('password')
          }
        } finally {
          await asSuperuser(right)
        }
      },
    )

    test('says so when it is not there, and when a password is wrong', async () => {
      const wrong = { ...urls(), DATABASE_APP_URL: urls().DATABASE_APP_URL.replace('another', 'no') }
      const refused = await runCommand(newHome(), ['serve'], wrong)
      expect(refused.code).toBe(4)
      expect(refused.stderr).toContain('DATABASE_APP_URL')
      const nobody = await freePort()
      const absent = Object.fromEntries(
        Object.entries(urls()).map(([name, url]) => [name, url.replace(String(port), String(nobody))]),
      )
      const alone = await runCommand(newHome(), ['serve'], absent)
      expect(alone.code).toBe(4)
      expect(alone.stderr).toContain('DATABASE_URL')
      expect(alone.stderr).not.toMatch(/\n +at /)
    })
  },
)

async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await new Promise<number>((resolve) =>
    probe.listen(0, '127.0.0.1', () => resolve((probe.address() as { port: number }).port)),
  )
  await new Promise((resolve) => probe.close(resolve))
  return port
}
