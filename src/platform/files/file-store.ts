import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, pipeline } from 'node:stream'
import { Decrypter } from 'age-encryption'
import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Database, Tables } from '#platform/db'
import { Problem } from '#platform/problem'
import { duplicateKey, sealFacts, unsealFacts, unwrapIdentity, wrapIdentity } from './data-key.ts'
import { filesFolder, loadInstanceKey } from './instance-key.ts'
import { sealedSize, withoutFilling } from './sealed-size.ts'
import { type Swept, sweepOrphans } from './sweep-orphans.ts'
import { pathOf, takeIn } from './take-in.ts'

/** The transaction and the actor that files are kept for; a `Tx` of the record engine is one. */
export interface FilesTx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
}

/** What came of reading a file's text: how much there is, or why there is none. */
export type TextReading =
  | {
      readonly state: 'read'
      /** Characters kept. */
      readonly characters: number
      readonly pages?: number
      /** There was more than is kept. */
      readonly partial?: boolean
    }
  | { readonly state: 'unreadable'; readonly reason: string; readonly pages?: number }

/** What is known of a file; all of it is kept encrypted. */
export interface FileFacts {
  readonly name: string
  /** As the content shows, whatever the sender said. */
  readonly mediaType: string
  /** Of the content as it arrived, in hex. */
  readonly sha256: string
  /** Bytes of the content. */
  readonly size: number
  /** Absent: not tried yet; of a sealed file never tried. */
  readonly text?: TextReading
  /** What was said of a sealed file: it stands here and nowhere else. */
  readonly caption?: string
}

/** A file's facts and its content, decrypted as it is read. */
export interface OpenFile extends FileFacts {
  readonly stream: Readable
}

/** Gives the data key of a sealed file, by its id, where it is at hand; undefined: it stays closed. */
export type SealedKeys = (fileId: string) => Buffer | undefined

/** Files of an organisation, each encrypted with its own key. See the README for what this defends against. */
export interface FileStore {
  /**
   * Keeps a content as it arrives: on disk before the row, the row in the caller's transaction, so that a rolled
   * back transaction leaves at most an orphan on disk for `sweep`. `duplicates`: files of this organisation with
   * the same content, which the caller must check against what the person may see. `sealed`: kept under this data key
   * of 32 bytes, which the caller gives to whoever may open the file, and not under the instance key; filled up to a
   * power of two, and never told as the duplicate of another.
   */
  readonly add: (
    tx: FilesTx,
    given: {
      readonly name: string
      readonly content: Readable
      readonly sealed?: { readonly dataKey: Buffer; readonly caption?: string }
    },
  ) => Promise<FileFacts & { readonly id: string; readonly duplicates: readonly string[] }>
  /** What is known of the files that are there, not erased, and not sealed or with their key at hand, by id. */
  readonly facts: (
    tx: FilesTx,
    ids: readonly string[],
    keys?: SealedKeys,
  ) => Promise<ReadonlyMap<string, FileFacts>>
  /**
   * Opens a file; `not_found` without the key of a sealed one. The stream needs the transaction no longer; it fails when
   * the stored bytes were changed.
   */
  readonly open: (tx: FilesTx, id: string, keys?: SealedKeys) => Promise<OpenFile>
  /** Writes down what came of reading the file's text. */
  readonly noteText: (tx: FilesTx, id: string, text: TextReading) => Promise<void>
  /** Erases a file: without its key neither content nor name can be read again. Its bytes go with the next sweep. */
  readonly erase: (tx: FilesTx, id: string) => Promise<void>
  /** Removes what no row names. Needs the owner's login, because it looks at every organisation. */
  readonly sweep: (owner: Database, olderThanMs?: number) => Promise<Swept>
}

interface StoredRow {
  readonly id: string
  readonly data_key: Buffer | null
  readonly metadata: Buffer
  readonly sealed: boolean
}

/** Opens the store under `home`, making its folder and the instance key where there are none. */
export function openFileStore({
  home,
  instanceKey,
}: {
  readonly home: string
  /** From `loadInstanceKey`, where it was locked. */
  readonly instanceKey?: Buffer
}): FileStore {
  const key = instanceKey ?? loadInstanceKey(home)
  const folder = filesFolder(home)
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  const read = async (tx: FilesTx, ids: readonly string[]): Promise<readonly StoredRow[]> =>
    ids.length === 0
      ? []
      : tx.sql
          .selectFrom('file')
          .select(['id', 'data_key', 'metadata', 'sealed'])
          .where('org_id', '=', tx.actor.orgId)
          .where('id', 'in', [...ids])
          .execute()
  const reveal = (tx: FilesTx, row: StoredRow, keys?: SealedKeys) => {
    const wrapping = row.sealed ? keys?.(row.id) : key
    if (!row.data_key || !wrapping) return null
    const identity = unwrapIdentity(wrapping, tx.actor.orgId, row.id, row.data_key)
    return { identity, facts: unsealFacts(identity, tx.actor.orgId, row.id, row.metadata) as FileFacts }
  }
  const revealOne = async (tx: FilesTx, id: string, keys?: SealedKeys) => {
    const [row] = await read(tx, [id])
    const found = row && reveal(tx, row, keys)
    if (!found) throw new Problem('not_found')
    return { ...found, sealed: row.sealed }
  }

  return {
    add: async (tx, { name, content, sealed }) => {
      const org = tx.actor.orgId
      const { id, identity, mediaType, sha256, size } = await takeIn(
        folder,
        content,
        sealed ? sealedSize : undefined,
      )
      const facts: FileFacts = {
        name: cleanName(name),
        mediaType,
        sha256,
        size,
        ...(sealed?.caption && { caption: sealed.caption }),
      }
      // Of a sealed content the mark would tell whoever holds the same one that it is here.
      const same = sealed ? randomBytes(32) : duplicateKey(key, org, sha256)
      const duplicates = await tx.sql
        .selectFrom('file')
        .select('id')
        .where('org_id', '=', org)
        .where('duplicate_key', '=', same)
        .orderBy('created_at')
        .limit(20)
        .execute()
      await tx.sql
        .insertInto('file')
        .values({
          org_id: org,
          id,
          data_key: wrapIdentity(sealed?.dataKey ?? key, org, id, identity),
          metadata: sealFacts(identity, org, id, facts),
          duplicate_key: same,
          size: sealed ? sealedSize(size) : size,
          sealed: sealed !== undefined,
          created_by: tx.actor.accountId,
        })
        .execute()
      return { ...facts, id, duplicates: duplicates.map((row) => row.id) }
    },
    facts: async (tx, ids, keys) =>
      new Map(
        (await read(tx, ids)).flatMap((row) => {
          const found = reveal(tx, row, keys)
          return found ? [[row.id, found.facts] as const] : []
        }),
      ),
    open: async (tx, id, keys) => {
      const { identity, facts, sealed } = await revealOne(tx, id, keys)
      const whole = await decrypted(pathOf(folder, id), identity)
      if (!sealed) return { ...facts, stream: whole }
      // A fault of either ends both, and is told by the stream itself.
      const stream = pipeline(whole, withoutFilling(facts.size), () => undefined)
      return { ...facts, stream }
    },
    noteText: async (tx, id, text) => {
      const { identity, facts } = await revealOne(tx, id)
      await tx.sql
        .updateTable('file')
        .set({ metadata: sealFacts(identity, tx.actor.orgId, id, { ...facts, text }) })
        .where('org_id', '=', tx.actor.orgId)
        .where('id', '=', id)
        .execute()
    },
    erase: async (tx, id) => {
      await tx.sql
        .updateTable('file')
        // The mark of the content goes too: it would still tell who held the same one.
        .set({ data_key: null, metadata: Buffer.alloc(0), duplicate_key: randomBytes(32) })
        .where('org_id', '=', tx.actor.orgId)
        .where('id', '=', id)
        .execute()
    },
    sweep: (owner, olderThanMs) => sweepOrphans(folder, owner, olderThanMs),
  }
}

async function decrypted(path: string, identity: string): Promise<Readable> {
  // Opened here, so that a file that is missing is told before the first byte.
  const handle = await open(path, 'r')
  const source = createReadStream('', { fd: handle, highWaterMark: 256 * 1024 })
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const plain = await decrypter.decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
    return Readable.fromWeb(plain as never, { highWaterMark: 4 })
  } catch (error) {
    source.destroy()
    throw error
  }
}

/** A name without folders, control characters or marks that turn its ending round; never empty. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = last.replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return plain.slice(-255) || 'file'
}
