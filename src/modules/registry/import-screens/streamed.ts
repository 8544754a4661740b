import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Visit } from '#platform/http'
import type { Tx } from '#platform/records'

/** What `read` gives, sent as it is read; its transaction stays open until the last byte, or until nobody reads on. */
export function streamed(visit: Visit, read: (tx: Tx) => Promise<Readable>): PassThrough {
  const out = new PassThrough()
  visit
    .within(async (tx) => pipeline(await read(tx), out))
    .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
