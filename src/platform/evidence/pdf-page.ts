import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '#platform/config'
import type { OpenFile } from '#platform/files'

/** How far drawing a page goes. */
export interface PageLimits {
  /** Bytes of the file. */
  readonly bytes: number
  readonly milliseconds: number
  /** Of the process that draws: its objects, and all that it has in memory. */
  readonly heapMegabytes: number
  readonly residentMegabytes: number
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

/** For the process that draws: it may read what it is made of, and nothing else of this machine; it may write nothing and start nothing. */
export const drawingFlags = (limits: PageLimits): readonly string[] => {
  const root = projectRoot()
  const read = [`${root}/node_modules/*`, `${root}/package.json`, `${root}/dist/*`, `${dirname(program)}/*`]
  return [
    '--permission',
    // The canvas is native.
    '--allow-addons',
    ...read.map((path) => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${limits.heapMegabytes}`,
  ]
}

/**
 * Draws the first page of a PDF in a process of its own, which is ended when it takes more time or memory than `limits`:
 * pdf.js draws by native code, whose memory no limit of a thread counts and whose faults would end the server. Never
 * throws for what the file holds.
 */
export async function pdfPage(
  file: Pick<OpenFile, 'size' | 'stream'>,
  side: number,
  limits: PageLimits = pageLimits,
): Promise<PagePicture> {
  if (file.size > limits.bytes) {
    file.stream.destroy()
    return { refused: 'too_large' }
  }
  const child = spawn(process.execPath, [...drawingFlags(limits), program, String(side)], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let refused: PageRefusal | null = null
  const end = (why: PageRefusal) => {
    refused ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => end('too_long'), limits.milliseconds)
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > limits.residentMegabytes * 1e6) end('too_large')
    })
  }, 25)
  try {
    const gone = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const given = pipeline(file.stream, child.stdin).catch((error: unknown) => {
      // It ended before it had read all of it: its exit says why. What the store says is told.
      if (!isClosedPipe(error)) throw error
    })
    const pieces: Buffer[] = []
    let size = 0
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (size > limits.pictureBytes) end('too_large')
    })
    const [code] = await Promise.all([gone, given])
    if (refused) return { refused }
    const picture = new Uint8Array(Buffer.concat(pieces))
    if (code === 0 && isWebp(picture)) return { picture }
    // Killed by itself: Node ends where its objects take more than they may.
    return { refused: code === 3 ? 'encrypted' : code === 2 ? 'broken' : 'too_large' }
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
    file.stream.destroy()
  }
}

/** What a process has in memory, where the system tells (Linux); else 0. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const line = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(line)?.[1] ?? 0) * 1024
}

const isClosedPipe = (error: unknown): boolean =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )

const isWebp = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('RIFF') && head.endsWith('WEBP')
}
