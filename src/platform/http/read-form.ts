import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable, type Transform, pipeline as piped } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'

/** A file that arrived whole; it lies in the scratch folder until the request ends. */
export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  /** Where it lies; as ciphertext where the route asked for `hiddenUploads`. */
  readonly path: string
  /** The content as it arrived, either way. */
  readonly content: () => Readable
  readonly size: number
}

/** What a form posted: every value of every name, in order. */
export interface FormBody {
  readonly entries: readonly (readonly [string, string])[]
  readonly files: readonly UploadedFile[]
  /** First value of a name, or ''. */
  readonly get: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

const body = (entries: readonly (readonly [string, string])[], files: readonly UploadedFile[]): FormBody => ({
  entries,
  files,
  get: (name) => entries.find(([key]) => key === name)?.[1] ?? '',
  all: (name) => entries.filter(([key]) => key === name).map(([, value]) => value),
})

/** The form of a request that has none. */
export const noForm: FormBody = body([], [])

const mostFields = 20_000
const mostFiles = 50

/**
 * Reads a posted form. Files go to `scratch` as they arrive, so that memory does not grow with them.
 * An upload that breaks off or passes the limit leaves nothing behind and is a Problem. `hidden`: they lie there
 * encrypted under a key that is in memory alone, so that neither a crash nor the blocks of a removed file show them.
 */
export async function readForm(
  request: Request,
  scratch: string,
  limit = 1_000_000,
  hidden = false,
): Promise<FormBody> {
  const type = request.headers.get('content-type') ?? ''
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Problem('too_large')
  if (!request.body) return noForm
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type))
    throw new Problem('malformed')
  const reader = request.body.getReader()
  const entries: (readonly [string, string])[] = []
  const files: UploadedFile[] = []
  const written: string[] = []
  const saving: Promise<void>[] = []
  const unsaved = new AbortController()
  let failure: Problem | null = null
  const fail = (problem: Problem) => {
    failure ??= problem
  }
  try {
    const parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fields: mostFields, files: mostFiles, fieldSize: limit, fileSize: limit, fieldNameSize: 300 },
    })
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated || info.nameTruncated) fail(new Problem('too_large'))
      entries.push([name, value])
    })
    parser.on('fieldsLimit', () => fail(new Problem('too_large')))
    parser.on('filesLimit', () => fail(new Problem('too_large')))
    parser.on('file', (field, content, info) => {
      const { filename } = info
      if (!filename) {
        content.resume()
        return
      }
      const path = join(scratch, newId())
      written.push(path)
      const place = hidden ? hiddenPlace(path) : openPlace(path)
      const saved = pipeline(
        content as unknown as Transform,
        place.hide,
        createWriteStream(path, { mode: 0o600 }),
      ).then(async () => {
        if ((content as unknown as { truncated?: boolean }).truncated) fail(new Problem('too_large'))
        const { size } = await stat(path)
        files.push({ field, name: filename, type: info.mimeType, path, content: place.content, size })
      })
      // Nobody looks at it before the whole form has been read, which it would never be.
      saved.catch((error: unknown) => unsaved.abort(error))
      saving.push(saved)
    })
    await pipeline(Readable.from(chunks(reader, limit)), parser, { signal: unsaved.signal })
    await Promise.all(saving)
    if (failure) throw failure
    return body(entries, files)
  } catch (error) {
    await Promise.allSettled(saving)
    await Promise.all(written.map((path) => rm(path, { force: true })))
    await drain(reader)
    if (error instanceof Problem) throw error
    const codes = [error, unsaved.signal.reason].map((one) => (one as { code?: unknown } | undefined)?.code)
    if (codes.includes('ENOSPC') || codes.includes('EDQUOT')) throw new Problem('full', { cause: error })
    throw new Problem('malformed', { cause: error })
  }
}

const openPlace = (path: string) => ({ hide: new PassThrough(), content: () => createReadStream(path) })

/** AES-256-GCM: what was changed on the disk meanwhile fails as it is read. */
function hiddenPlace(path: string) {
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const hide = createCipheriv('aes-256-gcm', key, nonce)
  const content = (): Readable =>
    piped(
      createReadStream(path),
      createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(hide.getAuthTag()),
      // A fault of either is told by the stream itself.
      () => undefined,
    )
  return { hide, content }
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>

/** The body until there are more than `limit` bytes. Does not let go of it when the reading breaks off: see `drain`. */
async function* chunks(reader: BodyReader, limit: number): AsyncGenerator<Uint8Array> {
  for (let seen = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return
    seen += value.length
    if (seen > limit) throw new Problem('too_large')
    yield value
  }
}

const mostDrained = 64 * 1024 * 1024
const drainingMs = 5_000

/**
 * Reads on what was refused, for a while: a browser that is still sending when the connection is closed shows its own
 * error and not our page. Whoever sends much more is cut off.
 */
async function drain(reader: BodyReader): Promise<void> {
  const patience = setTimeout(() => void reader.cancel().catch(() => undefined), drainingMs)
  try {
    for (let seen = 0; seen < mostDrained; ) {
      const { done, value } = await reader.read()
      if (done) return
      seen += value.length
    }
    await reader.cancel()
  } catch {
    // The client has gone.
  } finally {
    clearTimeout(patience)
  }
}
