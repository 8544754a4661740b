import { fileURLToPath } from 'node:url'
import type { OpenFile } from '#platform/files'
import { type ApartLimits, apartFlags, runApart } from './run-apart.ts'

/** How far drawing a page goes. */
export interface PageLimits extends Omit<ApartLimits, 'givenBytes'> {
  /** Bytes of the picture. */
  readonly pictureBytes: number
}

/** A page scanned in colour at 600 dpi passes; a file made to exhaust the machine does not. */
export const pageLimits: PageLimits = {
  bytes: 100_000_000,
  milliseconds: 20_000,
  heapMegabytes: 512,
  residentMegabytes: 900,
  pictureBytes: 20_000_000,
}

/** Why there is no picture of a page. */
export type PageRefusal = 'too_large' | 'too_long' | 'broken' | 'encrypted'

/** The picture of a PDF's first page, WebP, at most `side` pixels wide and high, or why there is none. */
export type PagePicture = { readonly picture: Uint8Array<ArrayBuffer> } | { readonly refused: PageRefusal }

const program = fileURLToPath(new URL('./evidence-page-worker.ts', import.meta.url))

/** What the process that draws may do. */
export const drawingFlags = (limits: Pick<PageLimits, 'heapMegabytes'>): readonly string[] =>
  apartFlags(program, limits.heapMegabytes)

/** Draws the first page of a PDF in a process of its own; see `runApart`. */
export async function pdfPage(
  file: Pick<OpenFile, 'size' | 'stream'>,
  side: number,
  limits: PageLimits = pageLimits,
): Promise<PagePicture> {
  const given = await runApart(program, [String(side)], file, { ...limits, givenBytes: limits.pictureBytes })
  if ('ended' in given) return { refused: given.ended }
  const picture = new Uint8Array(given.bytes)
  if (given.code === 0 && isWebp(picture)) return { picture }
  // Killed by itself: Node ends where its objects take more than they may.
  return { refused: given.code === 3 ? 'encrypted' : given.code === 2 ? 'broken' : 'too_large' }
}

const isWebp = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('RIFF') && head.endsWith('WEBP')
}
