import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { countOf, halfWritten, inDatabase } from './database.ts'
import { type Person, signIn } from './person.ts'
import { type Program, endPrograms, eventually, newHome, scratchFiles, startProgram } from './program.ts'

let program: Program
let person: Person
beforeAll(async () => {
  program = await startProgram(newHome())
  person = await signIn(program)
})
afterAll(() => endPrograms())

/** A request written by hand, so that it may lie. */
async function sendRaw(
  { path = '/workspace/import/person', ...headers }: Readonly<Record<string, string | number>>,
  ...pieces: readonly (string | Buffer)[]
): Promise<{ readonly answer: () => string; readonly end: () => void; readonly cut: () => void }> {
  const url = new URL(program.url)
  const socket = connect(Number(url.port), url.hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const all = { host: url.host, origin: program.url, cookie: person.cookie, ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n`)
  for (const piece of pieces) socket.write(piece)
  return { answer: () => answer, end: () => socket.end(), cut: () => socket.resetAndDestroy() }
}

const boundary = 'b'.repeat(30)
const multipart = `multipart/form-data; boundary=${boundary}`
const opening = () =>
  `--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${person.token}\r\n` +
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="people.csv"\r\ncontent-type: text/csv\r\n\r\n`
const rows = 'name\nHalf Uploaded\n'.padEnd(200_000, 'Somebody Else\n')

/** Nothing was written, nothing lies about, the next person is answered. */
afterEach(async () => {
  await eventually('the scratch folder is empty', () => scratchFiles(program.home).length === 0)
  const [broken, ...counts] = await inDatabase(program.home, async (client) => [
    await halfWritten(client),
    await countOf(client, 'record'),
    await countOf(client, 'file'),
    await countOf(client, 'import'),
  ])
  expect(broken).toEqual([])
  expect(counts).toEqual([0, 0, 0])
  expect((await person.get('/workspace/records/person')).status).toBe(200)
  expect(program.said()).not.toContain('fault')
})

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('an upload that is not whole', () => {
  test.each([
    ['is cut in the middle', (sent: Awaited<ReturnType<typeof sendRaw>>) => sent.cut()],
    ['ends before the length it declared', (sent: Awaited<ReturnType<typeof sendRaw>>) => sent.end()],
  ])('%s leaves nothing', async (_, stop) => {
    const sent = await sendRaw({ 'content-type': multipart, 'content-length': 900_000 }, opening(), rows)
    await eventually('its beginning has arrived', () => scratchFiles(program.home).length > 0)
    stop(sent)
  })

  test('with a boundary that never comes is refused with a remedy', async () => {
    const body = `${opening()}${rows}\r\n--${boundary}--\r\n`
    const sent = await sendRaw(
      { 'content-type': 'multipart/form-data; boundary=another', 'content-length': body.length },
      body,
    )
    await eventually('an answer', () => status(sent.answer()) > 0)
    expect(status(sent.answer())).toBe(400)
    expect(sent.answer()).toContain('The request could not be read')
    sent.cut()
  })

  test('without its last boundary is refused, however much of the file came', async () => {
    const body = `${opening()}${rows}`
    const sent = await sendRaw({ 'content-type': multipart, 'content-length': body.length }, body)
    await eventually('an answer', () => status(sent.answer()) > 0)
    expect(status(sent.answer())).toBe(400)
    sent.cut()
  })

  test.each([
    ['no boundary', 'multipart/form-data'],
    ['another kind of body', 'text/csv'],
  ])('with %s is refused', async (_, type) => {
    const sent = await sendRaw({ 'content-type': type, 'content-length': rows.length }, rows)
    await eventually('an answer', () => status(sent.answer()) > 0)
    expect(status(sent.answer())).toBe(400)
    sent.cut()
  })
})

describe('an upload that is too large', () => {
  test('is refused by its declared length before it is sent', async () => {
    const sent = await sendRaw({ 'content-type': multipart, 'content-length': 600 * 1024 * 1024 }, opening())
    await eventually('an answer', () => /<\/html>/.test(sent.answer()))
    expect(status(sent.answer())).toBe(413)
    expect(sent.answer()).toContain('larger than can be taken in')
    sent.cut()
  })

  test('is refused when it grows past the limit without having declared a length', async () => {
    // The same reader with the limit of ordinary forms (1 MB), so that a test need not send 512 MB.
    const piece = 'a'.repeat(0x10000)
    const sent = await sendRaw(
      {
        path: '/workspace/records/person/new',
        'content-type': 'application/x-www-form-urlencoded',
        'transfer-encoding': 'chunked',
      },
      '6\r\n_csrf=\r\n',
      ...Array.from({ length: 40 }, () => `10000\r\n${piece}\r\n`),
    )
    await eventually('an answer', () => /<\/html>/.test(sent.answer()))
    expect(status(sent.answer())).toBe(413)
    sent.cut()
  })
})

test('many slow clients do not keep others waiting', async () => {
  const slow = await Promise.all(
    Array.from({ length: 40 }, () =>
      sendRaw({ 'content-type': multipart, 'content-length': 500_000 }, opening(), 'name\n'),
    ),
  )
  await eventually('all have begun', () => scratchFiles(program.home).length >= 40)
  for (let at = 0; at < 5; at += 1) expect((await person.get('/workspace/records/person')).status).toBe(200)
  for (const one of slow) one.cut()
})
