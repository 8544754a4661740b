/** Why a file has no text to search. Kept with the file, so never renamed. */
export const unreadableReasons = [
  'kind',
  'image',
  'encrypted',
  'broken',
  'too_large',
  'too_many_pages',
  'too_long',
  'no_text',
  'failed',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** What a reader gives: the text, or why there is none. */
export type TextOutcome =
  | { readonly text: string; readonly pages?: number; readonly partial?: boolean }
  | { readonly reason: UnreadableReason; readonly pages?: number }

/** How far reading goes. */
export interface TextLimits {
  /** Bytes of a file that are looked at; a plain text is read up to here, other files beyond it are refused. */
  readonly bytes: number
  /** Characters kept of one file. */
  readonly characters: number
  readonly pages: number
  /** Entries of an archive, and bytes that the ones we read may unfold to. */
  readonly entries: number
  readonly unfolded: number
  readonly milliseconds: number
  /** Of the worker, for its objects and for its buffers. */
  readonly heapMegabytes: number
  readonly bufferMegabytes: number
}

/** Ordinary work: a judgment of 2,000 pages passes, a file made to exhaust the machine does not. */
export const textLimits: TextLimits = {
  bytes: 100_000_000,
  characters: 5_000_000,
  pages: 5_000,
  entries: 10_000,
  unfolded: 100_000_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
  bufferMegabytes: 600,
}
