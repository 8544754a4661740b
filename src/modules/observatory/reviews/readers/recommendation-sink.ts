import type { Finding, Loading } from '../../sources/importer.ts'
import { noticed, noticing, type Noticed } from './noticed.ts'
import type { Recommendation } from './recommendation.ts'
import { lastDayOf, sessionFacts } from './review-sessions.ts'
import { batchSize, writeRecommendations } from './write-recommendations.ts'

/** Where a reader puts what it reads. */
export interface Sink {
  readonly noticed: Noticed
  /** Resolves when there is room for more. */
  add(one: Recommendation): Promise<void>
  /** Writes what is left. */
  end(): Promise<{
    readonly rows: number
    readonly sessions: readonly string[]
    readonly dataUntil: string
    readonly findings: readonly Finding[]
  }>
}

/** Writes recommendations by the batch, counts repeats, and keeps which sessions there were. */
export function recommendationSink({ tx, fileId, signal }: Pick<Loading, 'tx' | 'fileId' | 'signal'>): Sink {
  const seen = noticing()
  const sessions = new Set<string>()
  let waiting: Recommendation[] = []
  let rows = 0
  const write = async () => {
    signal.throwIfAborted()
    const batch = waiting
    waiting = []
    const repeats = await writeRecommendations(tx, fileId, batch)
    rows += batch.length - repeats.length
    for (const { row, polity, session, text } of repeats)
      seen.note(noticed.repeated, `row ${row}: ${[polity, session, text].filter(Boolean).join(', ')}`)
  }
  return {
    noticed: seen,
    async add(one) {
      if (one.session !== '' && !sessions.has(one.session)) {
        sessions.add(one.session)
        if (sessionFacts(one.session) === null) seen.note(noticed.unknownSession, one.session)
      }
      waiting.push(one)
      if (waiting.length >= batchSize) await write()
    },
    async end() {
      if (waiting.length > 0) await write()
      return {
        rows,
        sessions: [...sessions].toSorted((a, b) => Number(a) - Number(b)),
        dataUntil: lastDayOf(sessions),
        findings: seen.findings(),
      }
    },
  }
}

/** Sessions as the part of a dataset that they are, in no language: `18-20`, `17, 20`, `48`. */
export function sessionScope(sessions: readonly string[]): string {
  const numbers = sessions.map(Number)
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return String(first)
  const whole = last - first === numbers.length - 1
  return whole ? `${first}-${last}` : numbers.join(', ').slice(0, 200)
}
