import { randomBytes, randomUUID } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inDatabase } from './database.ts'
import { signIn } from './person.ts'
import { endPrograms, newHome, runCommand, startProgram } from './program.ts'

const temporary = mkdtempSync(join(tmpdir(), 'amparo-canary-'))
afterAll(async () => {
  await endPrograms()
  rmSync(temporary, { recursive: true, force: true })
})

/** As it is, and as base64, hex and UTF-16 would hold it. */
const disguises = (word: string): readonly Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('hex')),
  // Base64 depends on where the word begins: the letters that it fills alone, for each of three beginnings.
  ...[0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64')
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4))
  }),
]

/** The files under a folder in which a word stands, in any disguise. */
async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  const sought = words.flatMap((word) => disguises(word).map((bytes) => ({ word, bytes })))
  const longest = Math.max(...sought.map(({ bytes }) => bytes.length))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    for (const { word } of sought) if (path.includes(word)) found.push(`${word}: ${path}`)
    let rest = Buffer.alloc(0)
    for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
      const bytes = Buffer.concat([rest, chunk as Buffer])
      for (const one of sought) if (bytes.includes(one.bytes)) found.push(`${one.word}: ${path}`)
      rest = bytes.subarray(-longest)
    }
  }
  return found
}

test('what is sealed is found nowhere: not in a table, the data files, the log of writes, files, temporary folders or what is said (claim 1)', async () => {
  const home = newHome()
  const program = await startProgram(home, { env: { TMPDIR: temporary } })
  const person = await signIn(program)
  const passphrase = `never ${randomUUID()} again`
  const paper = /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(
    await (await person.post('/workspace/me/key', { new: passphrase, again: passphrase })).text(),
  )?.[0]
  expect(paper).toBeDefined()
  // Letters alone: nothing on the way may write them otherwise.
  const canary = () => `canary${randomBytes(12).toString('hex')}`
  const [first, second, stale, refused, imported, inFile, named, known] = Array.from(
    { length: 8 },
    canary,
  ) as [string, string, string, string, string, string, string, string]
  const [inSealed, sealedName, sealedCaption] = [canary(), canary(), canary()]
  const sealed = { _fields: 'name safe_channel never_write', visibility: 'internal' }
  const made = await person.post('/workspace/records/person/new', {
    ...sealed,
    'f.name.full': `Heron ${known}`,
    'f.safe_channel': first,
    'f.never_write': `Not this: ${first}`,
  })
  expect(made.status).toBe(303)
  const path = made.headers.get('location') ?? ''
  // Read, changed, written by two at once, refused with other faults, exported, and brought back in.
  const opened = await person.post(`${path}/sealed/open`, { passphrase, reason: 'a test' })
  expect(opened.status).toBe(303)
  expect(await (await person.get(path)).text()).toContain(first)
  const change = { ...sealed, 'f.name.full': `Heron ${known}`, version: '1' }
  expect((await person.post(`${path}/edit`, { ...change, 'f.safe_channel': second })).status).toBe(303)
  expect((await person.post(`${path}/edit`, { ...change, 'f.safe_channel': stale })).status).toBe(409)
  const wrong = {
    ...change,
    _fields: `${sealed._fields} birth_date`,
    version: '2',
    'f.birth_date': 'no day at all',
  }
  expect((await person.post(`${path}/edit`, { ...wrong, 'f.safe_channel': refused })).status).toBe(422)
  expect(await (await person.get(`${path}/history`)).text()).toContain(first)
  expect((await person.get('/workspace/export/person/file?format=csv')).status).toBe(200)
  const id = path.split('/').at(-1) ?? ''
  const list = join(temporary, 'list')
  mkdirSync(list)
  // A file of ours into which somebody wrote what should be sealed: refused, and kept blank.
  const file = join(list, 'people.csv')
  writeFileSync(file, `amparo:1:person,safe_channel\r\n${id},${imported}\r\n`)
  await runCommand(home, ['import', 'person', file, '--org', 'amparo'], { TMPDIR: temporary })
  rmSync(list, { recursive: true })
  const content = Buffer.concat([randomBytes(64), Buffer.from(inFile), randomBytes(64)])
  const attached = await person.post(`${path}/files`, {
    files: new File([content], `${named}.bin`),
  })
  expect([200, 303]).toContain(attached.status)
  expect(await (await person.get(path)).text()).toContain(named)
  // An ordinary text document, sealed: attached while its record is open, seen by name, downloaded; then closed again.
  const letter = `Dear Heron,\nmeet me where the ${inSealed} grows.\n`.repeat(50)
  const kept = await person.post(`${path}/files`, {
    class: 'sealed',
    caption: `Of ${sealedCaption}`,
    files: new File([letter], `${sealedName}.txt`),
  })
  expect([200, 303]).toContain(kept.status)
  const shown = await (await person.get(path)).text()
  expect(shown).toContain(sealedName)
  expect(shown).toContain(sealedCaption)
  const filePath = new RegExp(`href="(/workspace/file/[\\w-]+)"[^>]*>${sealedName}`).exec(shown)?.[1] ?? ''
  expect(await (await person.get(`${filePath}/download`)).text()).toBe(letter)
  expect(await (await person.get(`${filePath}/preview`)).text()).not.toContain(inSealed)
  expect((await person.get(`${filePath}/picture`)).status).toBe(404)
  expect(await (await person.get(`/workspace/search?q=${inSealed}`)).text()).not.toContain(id)
  expect((await person.get('/workspace/export/person/file?format=zip')).status).toBe(200)
  expect((await person.post(`${path}/sealed/close`, {})).status).toBe(303)
  const closed = await (await person.get(path)).text()
  expect(closed).toContain(filePath)
  expect(closed).not.toContain(sealedName)
  expect((await person.get(`${filePath}/download`)).status).toBe(403)

  const secrets = [
    ...[first, second, stale, refused, imported, inFile, named, passphrase, paper ?? ''],
    ...[inSealed, sealedName, sealedCaption],
  ]
  const dump = await inDatabase(home, async (client) => {
    await client.query('checkpoint').catch(() => undefined)
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const texts: string[] = []
    for (const { name } of rows)
      texts.push(
        ...(await client.query<{ text: string }>(`select t::text as text from "${name}" t`)).rows.map(
          (row) => row.text,
        ),
      )
    return texts.join('\n')
  })
  // The search can find: what is not sealed is there.
  expect(dump).toContain(known)
  for (const word of secrets)
    for (const bytes of disguises(word)) expect(dump.includes(bytes.toString('latin1')), word).toBe(false)
  for (const word of secrets) expect(program.said()).not.toContain(word)
  const status = JSON.parse((await runCommand(home, ['cluster', 'status', '--json'])).stdout) as {
    data?: string
  }
  const folders = [...new Set([home, temporary, ...(status.data ? [status.data] : [])])]
  const places = folders.filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
  // While it runs, and when PostgreSQL has written down all that it had in memory.
  for (const when of ['running', 'stopped']) {
    if (when === 'stopped') {
      program.interrupt()
      await program.ended
    }
    for (const folder of places) expect(await filesWith(folder, secrets), `${folder}, ${when}`).toEqual([])
  }
  const seen = (await Promise.all(places.map((folder) => filesWith(folder, [known])))).flat()
  expect(seen.some((one) => one.includes('pg_wal'))).toBe(true)
  expect(seen.some((one) => one.includes('/base/'))).toBe(true)
})
