import { Worker } from 'node:worker_threads'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type DocumentLimits, checkDocument, documentLimits } from './check-document.ts'
import type { PaperDocument } from './model.ts'

/** What a thread is asked for. The document has been checked. */
export interface RenderTask {
  readonly format: 'pdf' | 'docx' | 'pages'
  readonly document: PaperDocument
}

/** What it answers: the file, or how many pages it has, or the characters that no font of ours has, or what failed. */
export type RenderAnswer =
  | { readonly pages: number }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly missing: readonly string[] }
  | { readonly failed: string }

// One for the process on purpose: each holds the fonts and a compiler, and two keep two cores busy.
const turns = { running: 0, waiting: [] as (() => void)[] }
const most = 2

/**
 * Checks a document and makes a file of it in a thread of its own. Throws `too_large` when there is too much of it,
 * it takes too long or too much memory, `invalid` when it has characters that no font has.
 */
export async function renderApart(
  format: 'pdf' | 'docx',
  given: PaperDocument,
  limits: DocumentLimits = documentLimits,
): Promise<Buffer> {
  const answer = await inTurn({ format, document: checkDocument(given, limits) }, limits)
  if ('bytes' in answer) return Buffer.from(answer.bytes.buffer)
  if ('missing' in answer) throw new Problem('invalid', { explanation: missingWords(answer.missing) })
  throw new Error(`the document could not be made: ${'failed' in answer ? answer.failed : format}`)
}

/**
 * How many pages the PDF of a document has; characters that no font has take room all the same. Throws `too_large` as
 * `renderApart` does.
 */
export async function countPages(given: PaperDocument): Promise<number> {
  const answer = await inTurn(
    { format: 'pages', document: checkDocument(given, documentLimits) },
    documentLimits,
  )
  if ('pages' in answer) return answer.pages
  throw new Error(`the pages could not be counted: ${'failed' in answer ? answer.failed : ''}`)
}

async function inTurn(task: RenderTask, limits: DocumentLimits): Promise<RenderAnswer> {
  // Whoever leaves hands the turn over: the count stays.
  if (turns.running >= most) await new Promise<void>((resolve) => turns.waiting.push(resolve))
  else turns.running += 1
  try {
    return await inThread(task, limits)
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
}

function inThread(task: RenderTask, limits: DocumentLimits): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: task,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const tooMuch = () => end(() => reject(new Problem('too_large', { explanation: tooLong })))
    const timer = setTimeout(tooMuch, limits.milliseconds)
    worker.once('message', (answer: RenderAnswer) => end(() => resolve(answer)))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : end(() => reject(error)),
    )
    worker.once('exit', () => end(() => reject(new Error('the thread that made the document has ended'))))
  })
}

const tooLong: Labels = {
  en: 'The document takes too long to make. Take less into it, or divide it.',
  es: 'El documento tarda demasiado en hacerse. Incluya menos o divídalo.',
  ca: 'El document triga massa a fer-se. Incloeu-hi menys o dividiu-lo.',
}

function missingWords(characters: readonly string[]): Labels {
  const which = characters
    .slice(0, 10)
    .map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join(', ')
  const more = characters.length > 10 ? '…' : ''
  return {
    en: `These characters cannot be set in the PDF: ${which}${more}. Write them in another script beside the original, or take the document as DOCX.`,
    es: `Estos caracteres no pueden componerse en el PDF: ${which}${more}. Escríbalos en otro alfabeto junto al original, o tome el documento en DOCX.`,
    ca: `Aquests caràcters no es poden compondre en el PDF: ${which}${more}. Escriviu-los en un altre alfabet al costat de l'original, o preneu el document en DOCX.`,
  }
}
