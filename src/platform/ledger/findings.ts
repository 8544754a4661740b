import { entryHash } from './entry-hash.ts'
import type { LyingEntry } from './read-chain.ts'

/** An entry by what a person can find it with. `time`: ISO 8601, UTC. */
export interface Named {
  readonly place: number
  readonly act: string
  readonly time: string
}

/** One thing that is wrong with a chain. */
export type Finding =
  /** The entry is not what its hash was made of, or the chain goes on from another one. */
  | ({ readonly kind: 'changed' } & Named)
  /** The entry stands where another stood; it belongs at `belongs`. */
  | ({ readonly kind: 'reordered'; readonly belongs: number } & Named)
  /** The entry stands in no chain. */
  | { readonly kind: 'unchained'; readonly seq: string; readonly act: string; readonly time: string }
  /** No entry has these places; its neighbours, where there are any. */
  | {
      readonly kind: 'missing'
      readonly from: number
      readonly to: number
      readonly after: Named | null
      readonly before: Named | null
    }
  /** What is written down as the end of the chain is not its end. */
  | { readonly kind: 'head'; readonly place: number; readonly entries: number }
  /** The chain up to this place is another than when it was signed: in the database, or in the file that was kept. */
  | { readonly kind: 'checkpoint_differs' | 'kept_differs'; readonly place: number; readonly time: string }
  /** The checkpoint itself is not what was signed. */
  | { readonly kind: 'checkpoint_changed' | 'kept_changed'; readonly place: number; readonly time: string }
  /** It was signed with another key than this instance's. */
  | { readonly kind: 'checkpoint_key'; readonly place: number; readonly time: string }

export type Missing = Extract<Finding, { kind: 'missing' }>

// A gap of more places is not looked into one by one.
const widestGap = 100

/**
 * Says of each entry that does not fit what was done to it. One that was only moved fits with its own hash, or with
 * that of the place it came from, once it is put back there; its old place is then not missing.
 * @param suspects those that do not fit; `place` is '' where one has none
 * @param end the place that is written down as the last
 */
export function judge(
  missing: readonly Missing[],
  suspects: readonly LyingEntry[],
  end: number,
): readonly Finding[] {
  const gaps = missing.flatMap(({ from, to }) =>
    to - from < widestGap ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [],
  )
  const stood = suspects.flatMap(({ place }) => (place === '' ? [] : [Number(place)]))
  const places = [...new Set([...gaps, ...stood])]
  const previous = [...new Set(suspects.map((one) => one.previous))]
  const hashes = new Set(suspects.map(({ hash }) => hash))
  // Each suspect at each place after each hash: where that is much, something else has happened than a move.
  const few = places.length * previous.length * suspects.length < 100_000
  const origin = (entry: LyingEntry): number | undefined =>
    few && entry.place !== ''
      ? places.find(
          (place) =>
            String(place) !== entry.place &&
            previous.some((one) => hashes.has(entryHash({ ...entry, place: String(place), previous: one }))),
        )
      : undefined

  const findings = new Map<string, Finding>()
  const from = new Set<number>()
  const to = new Set<number>()
  for (const entry of suspects) {
    const { act, time, seq } = entry
    const place = Number(entry.place)
    const belongs = origin(entry)
    if (belongs !== undefined) {
      from.add(belongs)
      to.add(place)
      findings.set(seq, { kind: 'reordered', place, belongs, act, time })
    } else if (entry.place === '') findings.set(seq, { kind: 'unchained', seq, act, time })
    else findings.set(seq, { kind: 'changed', place, act, time })
  }
  const stillMissing = missing.flatMap((gap) => {
    // Up to where an entry was moved to, beyond the end, nothing ever stood.
    const last = to.has(gap.to + 1) ? Math.min(gap.to, end) : gap.to
    return without(gap.from, last, from).map((range) => ({ ...gap, ...range }))
  })
  return [...stillMissing, ...findings.values()]
}

/** The places from `from` to `to` that `places` does not hold, as ranges. */
function without(
  from: number,
  to: number,
  places: ReadonlySet<number>,
): readonly { readonly from: number; readonly to: number }[] {
  const inside = [...places].filter((place) => place >= from && place <= to).sort((a, b) => a - b)
  const starts = [from, ...inside.map((place) => place + 1)]
  const ends = [...inside.map((place) => place - 1), to]
  return starts.flatMap((start, i) => {
    const end = ends[i] ?? to
    return start <= end ? [{ from: start, to: end }] : []
  })
}
