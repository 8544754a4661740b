import { polity, type Polity } from '#catalogue/polities'
import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type Repeat, findRepeats } from '../repeats.ts'
import { families } from '../queries/families.ts'
import { type ShownRecommendation, readRecommendations } from '../queries/read-recommendations.ts'
import { type ReviewCount, chosenReviews, readReviewCounts } from '../queries/read-reviews.ts'

/** What an address asks of the review of a state; nothing that it does not know. */
export interface ReviewFilter {
  readonly issue: string
  readonly sender: string
  readonly response: string
  readonly action: string
  readonly words: string
  readonly repeated: boolean
}

/** The state of the address. */
export function stateAsked(visit: Visit): Polity {
  const found = polity(visit.params['code'] ?? '')
  if (!found) throw new Problem('not_found')
  return found
}

/** The filter of the address. */
export function filterOf({ url }: Visit): ReviewFilter {
  const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200)
  return {
    issue: asked('issue'),
    sender: asked('sender'),
    response: asked('response'),
    action: asked('action'),
    words: asked('q').trim(),
    repeated: asked('repeated') === '1',
  }
}

/** The review of one session, what came before it, and what repeats. */
export interface ReviewView {
  readonly reviews: readonly (ReviewCount & { readonly importedAt: Date })[]
  /** The one that is shown; null where none is here. */
  readonly review: ReviewCount | null
  readonly all: readonly ShownRecommendation[]
  readonly shown: readonly ShownRecommendation[]
  readonly repeats: ReadonlyMap<string, readonly Repeat<ShownRecommendation>[]>
}

/** Reads the session that the address asks, else the last that is here, with its filter. Two queries. */
export async function readReview(tx: Tx, visit: Visit, code: string): Promise<ReviewView> {
  const family = families.find(({ id }) => id === visit.url.searchParams.get('source'))?.id
  const reviews = chosenReviews(await readReviewCounts(tx, { polity: code, family }))
  const session = visit.url.searchParams.get('session')
  const review =
    reviews.find((one) => one.session === session) ?? (session === null ? reviews.at(-1) : undefined) ?? null
  if (review === null) return { reviews, review, all: [], shown: [], repeats: new Map() }
  const rows = await readRecommendations(tx, code, reviews)
  const all = rows.filter((row) => row.session === review.session)
  const repeats = findRepeats(
    all,
    rows.filter((row) => Number(row.session) < Number(review.session)),
  )
  const filter = filterOf(visit)
  return {
    reviews,
    review,
    all,
    repeats,
    shown: all.filter((row) => meets(row, filter, repeats.has(row.key))),
  }
}

function meets(row: ShownRecommendation, filter: ReviewFilter, repeats: boolean): boolean {
  const { issue, sender, response, action, words, repeated } = filter
  return (
    (issue === '' || row.issues.includes(issue)) &&
    (sender === '' || row.senders.includes(sender)) &&
    (response === '' || (row.response ?? '') === response) &&
    (action === '' || String(row.action ?? '') === action) &&
    (words === '' || row.text.toLowerCase().includes(words.toLowerCase())) &&
    (!repeated || repeats)
  )
}

/** How often each value stands in rows, the most frequent first. */
export function countBy<Row>(
  rows: readonly Row[],
  of: (row: Row) => readonly string[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const value of new Set(of(row))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
