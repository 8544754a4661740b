import { fileURLToPath } from 'node:url'
import type { OpenFile } from '#platform/files'
import { Problem } from '#platform/problem'
import { type CleanFault, cleanFaults, firstFault } from './clean-faults.ts'
import { isPicture, strippedCopy } from './pictures.ts'
import { type ApartLimits, runApart } from './run-apart.ts'

const program = fileURLToPath(new URL('./evidence-clean-worker.ts', import.meta.url))

const limits: ApartLimits = {
  bytes: 100_000_000,
  milliseconds: 60_000,
  heapMegabytes: 1_024,
  residentMegabytes: 1_500,
  givenBytes: 300_000_000,
}

const documents: Readonly<Record<string, 'pdf' | 'docx'>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** Whether there may be a copy of a file of this type without what it tells of itself: of a document it has to be tried. */
export const mayBeCleaned = (mediaType: string): boolean => isPicture(mediaType) || mediaType in documents

/** A copy to send out, or why there is none; `type`: of that type there never is. */
export type CleanCopy =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly fault: CleanFault | 'type' }

/** Two at a time: each may take a gigabyte. */
let running: readonly Promise<unknown>[] = []

/**
 * A copy of a file to send out, without who made it, when, where and with what: pictures drawn anew (`strippedCopy`), PDF
 * with its pages set anew, DOCX with its parts written anew. Equal files give equal copies. What one can see, hear or
 * select stays. Never throws for what the file holds.
 */
export async function cleanCopy(file: OpenFile): Promise<CleanCopy> {
  const kind = documents[file.mediaType]
  if (!kind) {
    try {
      return (await strippedCopy(file)) ?? { fault: 'type' }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { fault: error.kind === 'too_large' ? 'long' : 'broken' }
    }
  }
  while (running.length >= 2) await Promise.race(running)
  const work = runApart(program, [kind], file, limits)
  const slot = work.then(
    () => undefined,
    () => undefined,
  )
  running = [...running, slot]
  try {
    const given = await work
    if ('ended' in given) return { fault: 'long' }
    if (given.code === 0) return { bytes: new Uint8Array(given.bytes), mediaType: file.mediaType }
    return { fault: cleanFaults[(given.code ?? firstFault) - firstFault] ?? 'broken' }
  } finally {
    running = running.filter((other) => other !== slot)
  }
}
