import { type Tx, fieldOf, fieldType, typeOf } from '#platform/records'
import type { Language } from '#platform/i18n'
import type { Reply } from '../sending/clocks.ts'
import { type SubmissionFile, readSubmissions } from '../sending/queries/read-submissions.ts'

/** What is counted of each State at each mechanism. */
export const measures = ['sent', 'in_time', 'late', 'answered', 'overdue', 'waited', 'none_due'] as const
export type Measure = (typeof measures)[number]

/** Qualities of a reply that are told apart; the best of a submission's counts. */
export const qualities = ['retaliatory', 'denial', 'partial', 'substantive', 'action'] as const
export type Quality = (typeof qualities)[number]

/** One line: a State at a mechanism. */
export interface ReplyLine {
  /** The case's country; empty where none is entered. */
  readonly state: string
  readonly mechanism: string
  readonly counts: Readonly<Record<Measure, number>>
  readonly qualities: Readonly<Record<Quality, number>>
}

/** A submission as it is counted: a case of two countries counts for both. */
interface Counted {
  readonly state: string
  readonly mechanism: string
  readonly stands: Reply['stands']
  readonly quality: string | null
}

/** What the reader asks of the submissions that were sent. */
export interface ReplyQuery {
  readonly state?: string
  readonly mechanism?: string
  readonly stands?: string
  readonly quality?: string
  /** Exercises of fictitious cases instead of what was sent. */
  readonly exercises: boolean
}

const statesOf = (file: SubmissionFile): readonly string[] =>
  file.case && file.case.countries.length > 0 ? file.case.countries : ['']

/** Whether a submission meets what was asked. */
export const meets = (file: SubmissionFile, query: ReplyQuery): boolean =>
  file.sending !== null &&
  file.reply !== null &&
  (file.sending.way === 'exercise') === query.exercises &&
  (query.state === undefined || statesOf(file).includes(query.state)) &&
  (query.mechanism === undefined || file.mechanism.id === query.mechanism) &&
  (query.stands === undefined || file.reply.stands === query.stands) &&
  (query.quality === undefined || file.reply.quality === query.quality)

const atOnce = 500

/** Every submission that was sent and that the reader may see, a few hundred at a time: none is held for long. */
export async function* sentSubmissions(tx: Tx, now: Date): AsyncGenerator<SubmissionFile> {
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const files: readonly SubmissionFile[] = await readSubmissions(
      tx,
      { sent: true, after, limit: atOnce },
      now,
    )
    yield* files
    after = files.length < atOnce ? null : (files.at(-1)?.id ?? null)
  }
}

/** Counts replies by State and mechanism, of what the reader may see and nothing else. */
export async function countReplies(
  tx: Tx,
  query: ReplyQuery,
  now: Date,
): Promise<{ readonly lines: readonly ReplyLine[]; readonly exercises: number; readonly real: number }> {
  const lines = new Map<
    string,
    { counts: Record<Measure, number>; qualities: Record<Quality, number> } & Pick<
      ReplyLine,
      'state' | 'mechanism'
    >
  >()
  let exercises = 0
  let real = 0
  for await (const file of sentSubmissions(tx, now)) {
    if (file.sending?.way === 'exercise') exercises += 1
    else real += 1
    if (!meets(file, query)) continue
    for (const one of countedOf(file)) {
      if (query.state !== undefined && one.state !== query.state) continue
      const key = `${one.state} ${one.mechanism}`
      const line = lines.get(key) ?? {
        state: one.state,
        mechanism: one.mechanism,
        counts: { sent: 0, in_time: 0, late: 0, answered: 0, overdue: 0, waited: 0, none_due: 0 },
        qualities: { retaliatory: 0, denial: 0, partial: 0, substantive: 0, action: 0 },
      }
      line.counts.sent += 1
      line.counts[one.stands] += 1
      const quality = qualities.find((known) => known === one.quality)
      if (quality) line.qualities[quality] += 1
      lines.set(key, line)
    }
  }
  return {
    lines: [...lines.values()].toSorted(
      (a, b) => a.state.localeCompare(b.state) || a.mechanism.localeCompare(b.mechanism),
    ),
    exercises,
    real,
  }
}

const countedOf = (file: SubmissionFile): readonly Counted[] =>
  statesOf(file).map((state) => ({
    state,
    mechanism: file.mechanism.id,
    stands: file.reply?.stands ?? 'none_due',
    quality: file.reply?.quality ?? null,
  }))

/** Of those that had to answer by now, how many did: null where none had to. */
export function replyRate({ counts }: Pick<ReplyLine, 'counts'>): number | null {
  const replied = counts.in_time + counts.late
  const due = replied + counts.overdue
  return due === 0 ? null : replied / due
}

/** The name of a country as the organisation calls it. */
export function stateName(tx: Tx, code: string, language: Language): string {
  const field = fieldOf(typeOf(tx, 'case'), 'country')
  return field && code !== '' ? fieldType(field.type).show(code, field, tx.schema, language) : ''
}
