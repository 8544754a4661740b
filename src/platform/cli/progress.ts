import type { Writable } from 'node:stream'

/** How far a piece of work has come. */
export interface Progress {
  /** `count` more are done. */
  readonly advance: (count?: number) => void
  /** It is over; the last state stays on the screen. */
  readonly finish: () => void
}

/** Where progress is shown. `columns` is `null` when it is not a terminal. */
export interface ProgressTarget {
  readonly stream: Writable
  readonly columns: number | null
  /** Milliseconds, from a clock that does not go back. */
  readonly now: () => number
}

const barWidth = 30

/**
 * Shows progress towards `total` (unknown: a count): on a terminal one line redrawn at most ten times a second, in a
 * pipe one plain line at each tenth of the whole, or every five seconds.
 */
export function showProgress(target: ProgressTarget, label: string, total?: number): Progress {
  return target.columns === null ? plain(target, label, total) : bar(target, label, total)
}

const state = (label: string, done: number, total: number | undefined): string =>
  total === undefined ? `${label}: ${done}` : `${label}: ${done}/${total} (${percent(done, total)} %)`

const percent = (done: number, total: number): number =>
  total === 0 ? 100 : Math.floor((100 * done) / total)

function plain(target: ProgressTarget, label: string, total: number | undefined): Progress {
  let done = 0
  let written = -1
  let tenth = 0
  let last = target.now()
  const write = () => {
    if (written === done) return
    written = done
    last = target.now()
    target.stream.write(`${state(label, done, total)}\n`)
  }
  return {
    advance: (count = 1) => {
      done += count
      const reached = total === undefined ? 0 : Math.floor((10 * done) / Math.max(1, total))
      if (reached > tenth || target.now() - last >= 5000) write()
      tenth = Math.max(tenth, reached)
    },
    finish: write,
  }
}

function bar(target: ProgressTarget, label: string, total: number | undefined): Progress {
  let done = 0
  let last = Number.NEGATIVE_INFINITY
  const draw = () => {
    last = target.now()
    const filled =
      total === undefined ? 0 : Math.min(barWidth, Math.round((barWidth * done) / Math.max(1, total)))
    const picture = total === undefined ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
    const line = `${state(label, done, total)}${picture}`.slice(0, Math.max(10, (target.columns ?? 80) - 1))
    target.stream.write(`\r\u001b[K${line}`)
  }
  return {
    advance: (count = 1) => {
      done += count
      if (target.now() - last >= 100) draw()
    },
    finish: () => {
      draw()
      target.stream.write('\n')
    },
  }
}
