import { polity, type Polity } from '#catalogue/polities'
import type { Visit } from '#platform/http'
import type { Tx } from '#platform/records'
import type { Cast } from '../ballots.ts'
import { type Beside, besideGroup, type Comparison, comparePair, type PairVote } from '../compare.ts'
import type { AlikeWords } from '../messages.ts'
import { readGroup } from '../queries/read-group.ts'
import { topicsById } from '../queries/read-topics.ts'
import type { StateGroup } from '../state-group.ts'
import { viewWindow, type WindowView } from './window-parts.tsx'

/** Which roll calls are listed below. */
const lists = ['differed', 'opposed', 'all', 'a-apart', 'b-apart'] as const
export type List = (typeof lists)[number]

/** Two states in a window, as the address asks. */
export interface CompareView extends WindowView {
  readonly a: Polity | null
  readonly b: Polity | null
  readonly found: Comparison | null
  readonly beside: {
    readonly group: StateGroup
    readonly a: readonly Beside[]
    readonly b: readonly Beside[]
  } | null
  readonly list: List
  /** The roll calls of the list, the latest first. */
  readonly listed: readonly PairVote[]
}

/** Reads what the address of a visit asks to compare. */
export async function viewComparison(visit: Visit, tx: Tx): Promise<CompareView> {
  const view = await viewWindow(visit, tx)
  const params = visit.url.searchParams
  const [a, b] = ['a', 'b'].map((name) => polity((params.get(name) ?? '').toUpperCase())) as [
    Polity | null,
    Polity | null,
  ]
  const list = lists.find((one) => one === params.get('show')) ?? 'differed'
  if (!a || !b || !view.source) return { ...view, a, b, found: null, beside: null, list, listed: [] }
  const topics = await topicsById(tx, view.source)
  const calls = view.calls.map(({ id, day }) => ({ day, topics: topics.get(id) ?? [] }))
  const found = comparePair(calls, view.ballots, a.n - 1, b.n - 1)
  const key = params.get('with') ?? ''
  const group = key === '' ? null : await readGroup(tx, key, '', visit.language)
  const beside = group && {
    group,
    a: besideGroup(view.calls, view.ballots, a.n - 1, group),
    b: besideGroup(view.calls, view.ballots, b.n - 1, group),
  }
  const apart = (of: readonly Beside[] = []) =>
    new Set(of.filter((one) => one.own !== one.group).map(({ call }) => call))
  const chosen: Readonly<Record<List, (vote: PairVote) => boolean>> = {
    differed: (vote) => vote.a !== vote.b,
    opposed: (vote) => Math.abs(vote.a - vote.b) === 2,
    all: () => true,
    'a-apart': ({ call }) => apart(beside?.a).has(call),
    'b-apart': ({ call }) => apart(beside?.b).has(call),
  }
  return { ...view, a, b, found, beside, list, listed: found.votes.filter(chosen[list]).toReversed() }
}

/** What the address asks besides the window. */
export const ownQuery = ({ a, b, beside, list }: CompareView) => ({
  a: a?.code ?? '',
  b: b?.code ?? '',
  with: beside?.group.key ?? '',
  show: list === 'differed' ? '' : list,
})

/** A vote in a word. */
export const castWord = (w: AlikeWords, cast: Cast): string =>
  cast === 1 ? w('yes') : cast === 2 ? w('abstain') : cast === 3 ? w('no') : '–'
