import { createHash, type Hash } from 'node:crypto'

// What lies in a backup, in this order: backup.json, tables/…, files/… with their lists, keys/…, manifest.json.

/** The format of what lies inside; another one is refused. */
export const formatVersion = 1

/** The first file: what has to be known before the rest is read. */
export interface BackupHead {
  readonly format: number
  /** The release that wrote it. */
  readonly release: string
  /** When the snapshot was taken, ISO 8601. */
  readonly at: string
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[]
}

/** The last file: what all of it has to add up to. */
export interface BackupManifest extends Omit<BackupHead, 'tables'> {
  /** `sha256`: of the table's parts, one after the other. */
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[]
  readonly sequences: readonly { readonly name: string; readonly value: string }[]
  /** `sha256`: of the lists files-NNNN.sha256, one after the other. */
  readonly files: { readonly count: number; readonly bytes: number; readonly sha256: string }
  readonly keys: readonly { readonly name: string; readonly sha256: string }[]
}

export const headName = 'backup.json'
export const manifestName = 'manifest.json'

/** How many files a list of hashes holds at most. */
export const filesPerList = 5000

const number = (value: number, width: number): string => String(value).padStart(width, '0')

export const tablePartName = (index: number, table: string, part: number): string =>
  `tables/${number(index + 1, 3)}-${table}.${number(part, 5)}.copy`
export const fileName = (id: string): string => `files/${id.slice(0, 2)}/${id}`
export const fileListName = (list: number): string => `files-${number(list, 4)}.sha256`
export const keyName = (name: string): string => `keys/${name}`

/** What a name in the archive stands for; null for one that has no place there. */
export function readName(
  name: string,
):
  | { readonly kind: 'head' | 'manifest' | 'list' }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'file'; readonly id: string }
  | { readonly kind: 'key'; readonly key: string }
  | null {
  if (name === headName) return { kind: 'head' }
  if (name === manifestName) return { kind: 'manifest' }
  if (/^files-\d{4,}\.sha256$/.test(name)) return { kind: 'list' }
  const table = /^tables\/\d{3}-([a-z_][a-z0-9_]*)\.\d{5,}\.copy$/.exec(name)?.[1]
  if (table) return { kind: 'table', table }
  const id = /^files\/[0-9a-f]{2}\/([0-9a-f-]{36})$/.exec(name)?.[1]
  if (id && name === fileName(id)) return { kind: 'file', id }
  const key = /^keys\/([a-z0-9][a-z0-9.-]*)$/.exec(name)?.[1]
  return key ? { kind: 'key', key } : null
}

/** A line of a list of hashes, as `sha256sum -c` reads it. */
export const listLine = (sha256: string, name: string): string => `${sha256}  ${name}\n`

/** Hash and length of what passes through. */
export function meter(): {
  readonly see: (chunk: Uint8Array) => void
  readonly bytes: () => number
  readonly lines: () => number
  readonly digest: () => string
} {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  return {
    see: (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++
    },
    bytes: () => bytes,
    lines: () => lines,
    digest: () => hash.digest('hex'),
  }
}
