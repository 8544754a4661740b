import { type Clock, type Mechanism, clocksFor } from '#catalogue/mechanisms'
import { type Override, type WorkCalendar, readAnchor } from '#platform/deadlines'

/** An answer that counts as one: an acknowledgement, or a text that nobody has read yet, stops no clock. */
export const answers = (quality: string): boolean => !['acknowledgement', 'in-translation'].includes(quality)

/** What is known of a submission that was sent, by which its clocks are counted. Days are `YYYY-MM-DD`, or EDTF. */
export interface SentState {
  /** When it left us: a moment `2026-11-21T18:30[America/Argentina/Buenos_Aires]`, or a day. */
  readonly sentAt: string
  /** When the body passed it to the State, where that is known. */
  readonly transmittedOn: string | null
  /** Other things that happened, by the catalogue's event; of one event the last counts. */
  readonly events: readonly { readonly anchor: string; readonly at: string }[]
  readonly replies: readonly {
    readonly from: string
    readonly quality: string
    readonly receivedOn: string
    /** When our comment on it went. */
    readonly commentSentOn: string | null
  }[]
  /** Days of outcomes: what was waited for from the body has come. */
  readonly outcomes: readonly string[]
  /** Days set by hand, by rule. */
  readonly overrides: Readonly<Record<string, Override>>
  /** Closed, rejected or withdrawn: nothing is waited for any more. */
  readonly over: boolean
}

/** A clock of a submission. */
export interface SubmissionClock extends Clock {
  /** Counted from the day on which we sent it, because that on which the State got it is not known. Never hard. */
  readonly provisional: boolean
  /** On which day what was waited for came, empty where the submission is over; null while it is waited for. */
  readonly over: string | null
}

const transmitted = 'communication.transmittedDate'

/** The events of the catalogue that are known from a submission; `provisional`: by the day of our sending alone. */
export function eventsOf(state: SentState): {
  readonly events: Readonly<Record<string, string>>
  readonly provisional: readonly string[]
} {
  const last = state.replies
    .map(({ receivedOn }) => receivedOn)
    .toSorted()
    .at(-1)
  const known: Record<string, string> = {
    [transmitted]: state.transmittedOn ?? state.sentAt,
    'application.date': state.sentAt,
    'request.date': state.sentAt,
    'submission.receivedDate': state.sentAt,
    ...(last && { 'reply.receivedDate': last }),
  }
  for (const { anchor, at } of state.events) known[anchor] = at
  const entered = new Set(state.events.map(({ anchor }) => anchor))
  const provisional = [...(state.transmittedOn === null ? [transmitted] : []), 'submission.receivedDate']
  return {
    // A year that cannot be counted is no reason for a page to fail.
    events: Object.fromEntries(Object.entries(known).filter(([, at]) => readAnchor(at).ok)),
    provisional: provisional.filter((anchor) => !entered.has(anchor)),
  }
}

/** Roles that only inform: their day passes, and nobody is late. */
export const informs = (role: Clock['role']): boolean =>
  ['publication', 'event', 'risk', 'recurring', 'reply-extension'].includes(role)

/**
 * The clocks that run from a submission, in the order of the mechanism's rules. Before the day of transmission is known,
 * what runs from it is counted from our sending and said to be provisional; nothing provisional is hard.
 */
export function clocksOf(
  mechanism: Pick<Mechanism, 'timeLimits'>,
  state: SentState,
  options: { readonly calendar?: WorkCalendar } = {},
): readonly SubmissionClock[] {
  const { events, provisional } = eventsOf(state)
  return clocksFor(mechanism, events, { ...options, overrides: state.overrides }).map((clock) => {
    const guessed = provisional.includes(clock.event.anchor)
    return {
      ...clock,
      hard: clock.hard && (!guessed || clock.override !== null),
      provisional: guessed,
      over: state.over ? '' : overOn(clock, state),
    }
  })
}

function overOn(clock: Clock, { replies, outcomes }: SentState): string | null {
  const first = (days: readonly string[]) => days.toSorted()[0] ?? null
  const { role } = clock
  if (role === 'reply-expected' || role === 'reply-extension')
    return first(
      replies
        .filter(({ from, quality }) => from === 'state' && answers(quality))
        .map(({ receivedOn }) => receivedOn),
    )
  if (role === 'reply-ours')
    return clock.event.anchor === 'reply.receivedDate'
      ? (replies.toSorted((a, b) => b.receivedOn.localeCompare(a.receivedOn))[0]?.commentSentOn ?? null)
      : null
  return role === 'decision-expected' ? first(outcomes) : null
}

/** Where a State stands with its answer. */
export interface Reply {
  /** `none_due`: the mechanism expects none, or no figure is known. */
  readonly stands: 'none_due' | 'waited' | 'overdue' | 'in_time' | 'late' | 'answered'
  /** The day from which it is late; the last of a range, so that nobody is said to be late who may not be. */
  readonly due: string | null
  /** The best of what it answered; null for none. */
  readonly quality: string | null
  readonly provisional: boolean
}

const worth = ['retaliatory', 'denial', 'partial', 'substantive', 'action']

/** Whether the State has answered, and in time. That there is no answer needs no document: it follows from the clock. */
export function replyOf(clocks: readonly SubmissionClock[], state: SentState, today: string): Reply {
  const clock = clocks.find(({ role }) => role === 'reply-expected')
  const given = state.replies.filter(({ from, quality }) => from === 'state' && answers(quality))
  const firstOn = given.map(({ receivedOn }) => receivedOn).toSorted()[0]
  const due = clock?.latest ?? null
  const quality =
    given.map((one) => one.quality).toSorted((a, b) => worth.indexOf(b) - worth.indexOf(a))[0] ?? null
  const stands = firstOn
    ? due === null
      ? 'answered'
      : firstOn <= due
        ? 'in_time'
        : 'late'
    : due === null
      ? 'none_due'
      : state.over || today <= due
        ? state.over && today > due
          ? 'overdue'
          : 'waited'
        : 'overdue'
  return { stands, due, quality, provisional: clock?.provisional ?? false }
}
