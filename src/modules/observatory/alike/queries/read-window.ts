import type { Tx } from '#platform/records'
import { type BallotRollCall, readBallots } from '../../votes/queries/read-ballots.ts'
import { type VoteSource, voteSources } from '../../votes/queries/vote-sources.ts'
import { type RollCallKind, rollCallKinds } from '../../votes/roll-call.ts'
import { daysOf, sessionsOf, type VoteWindow } from '../vote-window.ts'

/** The roll calls of a window, by day, and how each polity voted (see `ballots.ts`). */
export interface WindowVotes {
  /** As asked, with what was left open filled in. */
  readonly window: VoteWindow
  /** Null: nothing was imported that the window asks for. */
  readonly source: VoteSource | null
  /** Those that name who voted how. */
  readonly sources: readonly VoteSource[]
  readonly calls: readonly BallotRollCall[]
  readonly ballots: readonly string[]
}

/** A source as it stands in an address. */
export const sourceKey = ({ dataset, body }: Pick<VoteSource, 'dataset' | 'body'>): string =>
  `${dataset}:${body}`

/** Sources that name who voted how: the General Assembly first, then those with most roll calls. */
export async function readSources(tx: Tx): Promise<readonly VoteSource[]> {
  const sources = (await voteSources(tx)).filter(({ recorded }) => recorded > 0)
  const bodies = [...new Set(sources.map(({ body }) => body))]
  const most = (body: string) =>
    Math.max(...sources.filter((one) => one.body === body).map((one) => one.recorded))
  const first = bodies.toSorted(
    (a, b) => Number(b === 'ga') - Number(a === 'ga') || most(b) - most(a) || (a < b ? -1 : 1),
  )
  return first.flatMap((body) => sources.filter((one) => one.body === body))
}

/** Votes on parts of a text, kept apart unless asked for: a yes to a hostile amendment is a no to the text. */
const parts: readonly RollCallKind[] = ['amendment', 'paragraph']
export const wholeTexts: readonly RollCallKind[] = rollCallKinds.filter((kind) => !parts.includes(kind))

/**
 * Reads the roll calls of a window with their ballots, from the files in use. Where it names no source, the first; where it
 * names neither days nor sessions, the last five years of that source. Two statements.
 */
export async function readWindow(tx: Tx, asked: VoteWindow): Promise<WindowVotes> {
  const sources = await readSources(tx)
  const source = sources.find((one) => asked.source === '' || sourceKey(one) === asked.source) ?? null
  if (!source) return { window: asked, source, sources, calls: [], ballots: [] }
  const window = settle(asked, source)
  const { rollCalls, ballots } = await readVotes(tx, source, window)
  return { window, source, sources, calls: rollCalls, ballots }
}

/** The window with what it left open. */
function settle(asked: VoteWindow, source: VoteSource): VoteWindow {
  const open = asked.from === '' && asked.to === '' && asked.sessions === ''
  return {
    ...asked,
    source: sourceKey(source),
    ...(open && { from: String(Number(source.to.slice(0, 4)) - 4) }),
  }
}

/** The roll calls of a source in a window. */
export function readVotes(tx: Tx, source: VoteSource, window: VoteWindow) {
  const { from, to } = daysOf(window)
  return readBallots(tx, {
    files: source.files.map(({ id }) => id),
    body: source.body,
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(window.sessions !== '' && { sessions: sessionsOf(window.sessions) }),
    ...(window.topic !== '' && { topics: [window.topic] }),
    ...(window.agenda !== '' && { agenda: [window.agenda] }),
    ...(!window.parts && { kinds: wholeTexts }),
  })
}
