import { polity, polityByName, type Polity, polityCandidates } from '#catalogue/polities'
import type { Visit } from '#platform/http'
import type { BallotLetter } from '../ballot.ts'
import { rollCallKinds, type RollCallKind, waysOfDeciding, type Decided } from '../roll-call.ts'
import type { RollCallQuery } from '../queries/list-roll-calls.ts'
import type { VoteSource } from '../queries/vote-sources.ts'

/** What the address of the list asks, as it was typed. */
export interface ListAsk {
  readonly source: string
  readonly session: string
  readonly year: string
  readonly topic: string
  readonly agenda: string
  /** A kind, `all`, or nothing: texts without amendments. */
  readonly kind: string
  /** A way of deciding, `all`, or nothing: recorded votes. */
  readonly how: string
  readonly state: string
  readonly vote: string
  readonly q: string
}

const names = ['source', 'session', 'year', 'topic', 'agenda', 'kind', 'how', 'state', 'vote', 'q'] as const

export function readAsk(visit: Visit): ListAsk {
  const asked = (name: string) => visit.url.searchParams.get(name)?.trim().slice(0, 200) ?? ''
  return Object.fromEntries(names.map((name) => [name, asked(name)])) as Record<
    (typeof names)[number],
    string
  >
}

/** An address with what was asked; empty values are left out. */
export function addressWith(
  path: string,
  ask: Partial<ListAsk>,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(
    [...Object.entries(ask), ...Object.entries(more)].filter(([, value]) => value !== ''),
  ).toString()
  return search === '' ? path : `${path}?${search}`
}

/** `hrc:hrc`: dataset and body, as addresses name a source. */
export const sourceKey = ({ dataset, body }: Pick<VoteSource, 'dataset' | 'body'>): string =>
  `${dataset}:${body}`

/** The source that is asked for; else the one with most names. */
export const chosenSource = (sources: readonly VoteSource[], asked: string): VoteSource | null =>
  sources.find((one) => sourceKey(one) === asked) ??
  sources.toSorted((a, b) => b.recorded - a.recorded)[0] ??
  null

/** The state that is asked for, by code or name; or those that may be meant. */
export function askedState(text: string): {
  readonly state: Polity | null
  readonly near: readonly Polity[]
} {
  if (text === '') return { state: null, near: [] }
  const state = polity(text.toUpperCase()) ?? polityByName(text)
  return { state, near: state ? [] : polityCandidates(text) }
}

export const letters = ['Y', 'N', 'A', 'X'] as const satisfies readonly BallotLetter[]

const texts: readonly RollCallKind[] = rollCallKinds.filter(
  (one) => one !== 'amendment' && one !== 'paragraph',
)

/** The query that was asked of a source. */
export function queryOf(source: VoteSource, ask: ListAsk, state: Polity | null): RollCallQuery {
  const kind = rollCallKinds.find((one) => one === ask.kind)
  const how: Decided | undefined = waysOfDeciding.find((one) => one === ask.how)
  const onlyNames: readonly Decided[] = source.recorded > 0 ? ['recorded'] : []
  return {
    files: source.files.map(({ id }) => id),
    body: source.body,
    ...(ask.session !== '' && { session: ask.session }),
    ...(/^(?:1[89]|2[01])\d\d$/u.test(ask.year) && { year: ask.year }),
    ...(ask.topic !== '' && { topic: ask.topic }),
    ...(ask.agenda !== '' && { agenda: ask.agenda }),
    ...(kind ? { kinds: [kind] } : ask.kind === 'all' ? {} : { kinds: texts }),
    ...(how ? { decided: [how] } : ask.how === 'all' || onlyNames.length === 0 ? {} : { decided: onlyNames }),
    ...(state && {
      state: { n: state.n, letter: letters.find((one) => one === ask.vote) ?? null },
    }),
    ...(ask.q !== '' && { text: ask.q }),
  }
}
