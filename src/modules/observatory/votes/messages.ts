import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import type { BallotLetter } from './ballot.ts'
import type { Decided, RollCallKind } from './roll-call.ts'

/** The words of votes in `language`. */
export const voteWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `voteWords` gives. */
export type VoteWords = ReturnType<typeof voteWords>

const bodies = ['ga', 'sc', 'hrc', 'chr', 'oas-ga', 'oas-pc'] as const

/** A body by name; its code in capitals where we have no word for it. */
export function bodyName(w: VoteWords, body: string): string {
  const known = bodies.find((one) => one === body)
  return known ? w(`body_${known}`) : body.toUpperCase()
}

export const kindName = (w: VoteWords, kind: RollCallKind): string => w(`kind_${kind}`)
export const decidedName = (w: VoteWords, decided: Decided): string => w(`decided_${decided}`)
export const letterName = (w: VoteWords, letter: BallotLetter): string =>
  letter === '.' ? w('letter_none') : w(`letter_${letter}`)

const topics = ['me', 'nu', 'di', 'hr', 'co', 'ec'] as const

/** A topic in words where the source only gives a sign; as the source writes it otherwise. */
export function topicName(w: VoteWords, topic: string): string {
  if (topic === 'amparo:country-situation') return w('topic_country')
  const known = topics.find((one) => one === topic)
  return known ? w(`topic_${known}`) : topic
}
