import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { projectRoot } from '#platform/config'
import type { OpenFile } from '#platform/files'

/** How far a program that reads one file goes. */
export interface ApartLimits {
  /** Bytes of the file. */
  readonly bytes: number
  readonly milliseconds: number
  /** Of the process: its objects, and all that it has in memory. */
  readonly heapMegabytes: number
  readonly residentMegabytes: number
  /** Bytes of what it gives. */
  readonly givenBytes: number
}

/** What a program gave with its exit code, or why it was ended. */
export type Given =
  | { readonly code: number | null; readonly bytes: Buffer }
  | { readonly ended: 'too_large' | 'too_long' }

/** For such a process: it may read what it is made of, and nothing else of this machine; it may write nothing and start nothing. */
export const apartFlags = (program: string, heapMegabytes: number): readonly string[] => {
  const root = projectRoot()
  const read = [`${root}/node_modules/*`, `${root}/package.json`, `${root}/dist/*`, `${dirname(program)}/*`]
  return [
    '--permission',
    // What draws and what sets is native.
    '--allow-addons',
    ...read.map((path) => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${heapMegabytes}`,
  ]
}

/**
 * Runs a program of ours on one file, which it reads from its standard input, in a process of its own, which is ended
 * when it takes more time or memory than `limits`: native code's memory no limit of a thread counts, and its faults
 * would end the server. Never throws for what the file holds.
 */
export async function runApart(
  program: string,
  args: readonly string[],
  file: Pick<OpenFile, 'size' | 'stream'>,
  limits: ApartLimits,
): Promise<Given> {
  if (file.size > limits.bytes) {
    file.stream.destroy()
    return { ended: 'too_large' }
  }
  const child = spawn(process.execPath, [...apartFlags(program, limits.heapMegabytes), program, ...args], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let ended: 'too_large' | 'too_long' | null = null
  const end = (why: 'too_large' | 'too_long') => {
    ended ??= why
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
      if (size > limits.givenBytes) end('too_large')
    })
    const [code] = await Promise.all([gone, given])
    return ended ? { ended } : { code, bytes: Buffer.concat(pieces) }
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
