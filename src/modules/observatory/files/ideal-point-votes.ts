import type { Votes } from '#kernels/ideal-points'
import type { Issue, RollCall } from './voeten-roll-calls.ts'
import type { VoteTable } from './voeten-votes.ts'
import { isInWindow, type Window } from './voeten-window.ts'

/** Votes made ready for the kernel, and whose they are. */
export interface IdealPointVotes {
  readonly votes: Votes
  /** By state of `votes`, its code. */
  readonly states: readonly number[]
  readonly rollCalls: number
  /** By item of `votes`, its roll calls: rows of the table. */
  readonly items: readonly (readonly number[])[]
}

/** From which session on a subject has enough roll calls, and who voted on it in one session only (as in the reference). */
const issueLimits: Readonly<Record<Issue, { readonly from: number; readonly without?: number }>> = {
  me: { from: 29 },
  nu: { from: 33, without: 626 },
  di: { from: 29 },
  hr: { from: 25, without: 713 },
  co: { from: 14 },
  ec: { from: 26 },
}

/**
 * Chooses votes as the reference does (Bailey, Strezhnev & Voeten 2017; their data processing of April 2020): no session
 * 19 (one vote), no Zanzibar (two votes), no South Africa in session 48 (one vote after nineteen years), no absences, after 1989
 * no votes on paragraphs and amendments, no roll call in which all did the same. Roll calls that repeat one another are one item; a
 * pair of identical texts is unanimous only if all voted alike on both.
 */
export function chooseVotes(
  table: VoteTable,
  calls: readonly RollCall[],
  firstOf: ReadonlyMap<number, number>,
  window: Window,
): IdealPointVotes {
  const limits = window.issue === undefined ? undefined : issueLimits[window.issue]
  const isChosen = (one: RollCall): boolean =>
    isInWindow(one, window) &&
    one.session !== 19 &&
    one.session >= (limits?.from ?? 0) &&
    !(one.year > 1989 && one.part)
  const isLeftOut = (ccode: number, session: number): boolean =>
    ccode === 511 || (ccode === 560 && session === 48) || ccode === limits?.without

  const rowsOf = new Map<number, number[]>()
  calls.forEach((one, row) => {
    if (!isChosen(one)) return
    const rcid = table.rollCalls[row] as number
    const first = firstOf.get(rcid) ?? rcid
    const rows = rowsOf.get(first)
    if (rows) rows.push(row)
    else rowsOf.set(first, [row])
  })

  const width = table.states.length
  const start = [0]
  const who: number[] = []
  const when: number[] = []
  const what: number[] = []
  let rollCalls = 0
  const items: (readonly number[])[] = []
  for (const first of [...rowsOf.keys()].sort((a, b) => a - b)) {
    const from = who.length
    const rows = rowsOf.get(first) ?? []
    let seen = 0
    for (const row of rows) {
      const { session } = calls[row] as RollCall
      for (let i = 0; i < width; i++) {
        const vote = table.votes[row * width + i] as number
        if (vote < 1 || vote > 3 || isLeftOut(table.states[i] as number, session)) continue
        seen |= 1 << vote
        who.push(i)
        when.push(session)
        what.push(vote - 1)
      }
    }
    if ((seen & (seen - 1)) === 0) {
      who.length = when.length = what.length = from
      continue
    }
    start.push(who.length)
    rollCalls += rows.length
    items.push(rows)
  }
  return { ...asPoints(table.states, start, who, when, what), rollCalls, items }
}

/** Numbers the states and the points that are left, in order. */
function asPoints(
  codes: readonly number[],
  start: readonly number[],
  who: readonly number[],
  when: readonly number[],
  what: readonly number[],
): { readonly votes: Votes; readonly states: readonly number[] } {
  const sessions = when.reduce((most, one) => Math.max(most, one), 0) + 1
  const places = new Int32Array(codes.length * sessions).fill(-1)
  who.forEach((i, k) => {
    places[i * sessions + (when[k] as number)] = 0
  })
  const state: number[] = []
  const period: number[] = []
  const states: number[] = []
  codes.forEach((code, i) => {
    const before = state.length
    for (let session = 0; session < sessions; session++) {
      const at = i * sessions + session
      if (places[at] === -1) continue
      places[at] = state.length
      state.push(states.length)
      period.push(session)
    }
    if (state.length > before) states.push(code)
  })
  return {
    states,
    votes: {
      state: Int32Array.from(state),
      period: Int32Array.from(period),
      itemStart: Int32Array.from(start),
      point: Int32Array.from(who, (i, k) => places[i * sessions + (when[k] as number)] as number),
      choice: Uint8Array.from(what),
    },
  }
}
