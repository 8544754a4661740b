import { createHash } from 'node:crypto'

/** An entry as its hash sees it: every column as text, as PostgreSQL writes it. */
export interface ChainedText {
  readonly org: string
  readonly place: string
  readonly seq: string
  /** Microseconds since 1970, UTC. */
  readonly at: string
  readonly account: string | null
  readonly act: string
  readonly subject: string | null
  /** `detail::text`. */
  readonly detail: string
  /** The hash of the entry before, in lower-case hexadecimal; 64 zeros for the first. */
  readonly previous: string
}

/** The hash before the first entry. */
export const noHash = '0'.repeat(64)

/** A text with its length in bytes before it, so that no two lists of parts give the same bytes. */
export const part = (text: string | null): string =>
  text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`

/** SHA-256 of an entry, in lower-case hexadecimal. The database computes the same (`ledger_hash`). README: the encoding. */
export const entryHash = (entry: ChainedText): string =>
  createHash('sha256')
    .update(
      [
        'amparo ledger 1',
        entry.org,
        entry.place,
        entry.seq,
        entry.at,
        entry.account,
        entry.act,
        entry.subject,
        entry.detail,
        entry.previous,
      ]
        .map(part)
        .join(''),
    )
    .digest('hex')
