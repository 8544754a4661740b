import { loadConfig, terminalLanguage } from '#platform/config'
import type { CommandEntry } from './command.ts'
import { runCommandLine } from './run.ts'

/**
 * The whole program: runs the command of `argv`, then ends with its code. The first Ctrl-C or request to end aborts
 * the command's signal, so that it can finish in order; the second ends at once.
 */
export async function main(entries: readonly CommandEntry[], argv: readonly string[]): Promise<void> {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (abort.signal.aborted) process.exit(130)
      abort.abort(new Error(signal))
    })
  }
  // Whoever reads our output may stop reading (`amparo … | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await runCommandLine(entries, argv, {
    stdout: process.stdout,
    stderr: process.stderr,
    columns: process.stderr.isTTY ? process.stderr.columns : null,
    language: terminalLanguage(),
    config: () => loadConfig(undefined, argv),
    signal: abort.signal,
  })
}
