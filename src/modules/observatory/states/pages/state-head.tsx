import type { ReactNode } from 'react'
import { councilTermsOf } from '#catalogue/councils'
import { type Polity, polity } from '#catalogue/polities'
import { reviewsOf } from '#catalogue/upr'
import { type Language, label } from '#platform/i18n'
import { FactList } from '#web/components'
import { stateAddress } from '../addresses.ts'
import { dayText, today } from '../day-text.ts'
import type { StateWords } from '../messages.ts'
import { type Membership, membershipsOf, nextReview } from '../read-profile.ts'
import { isFictional, stateName } from '../state-of.ts'

interface Head {
  readonly state: Polity
  readonly language: Language
  readonly w: StateWords
}

/** From and to in words; nothing where neither is known. */
export function spanText(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | null | undefined },
  { language, w }: Pick<Head, 'language' | 'w'>,
): string {
  if (from !== undefined && to)
    return w('from_to', { from: dayText(from, language), to: dayText(to, language) })
  if (from !== undefined) return w('since', { from: dayText(from, language) })
  return to ? w('until', { to: dayText(to, language) }) : ''
}

/** What a state is: codes, memberships with dates, seats, its next review. */
export function StateHead({ state, language, w }: Head) {
  if (isFictional(state)) return null
  const review = nextReview(state, today())
  const last = reviewsOf(state.code).findLast(({ end }) => end < today())
  const facts: { readonly label: string; readonly value: ReactNode }[] = [
    { label: w('code'), value: state.code },
    ...(state.from !== undefined || state.to !== undefined
      ? [{ label: w('existed'), value: spanText(state, { language, w }) }]
      : []),
    ...(state.successors
      ? [
          {
            label: w('successors'),
            value: state.successors.map((code, i) => {
              const next = polity(code)
              return next ? (
                <span key={code}>
                  {i > 0 ? ', ' : ''}
                  <a href={stateAddress(code)}>{stateName(next, language)}</a>
                </span>
              ) : null
            }),
          },
        ]
      : []),
    ...(state.un.length > 0
      ? [
          {
            label: w('member_un'),
            value: state.un.map(([from, to]) => spanText({ from, to }, { language, w })).join('; '),
          },
        ]
      : []),
    { label: w('groups'), value: <Groups of={membershipsOf(state)} {...{ language, w }} /> },
    ...(state.un.length > 0 ? [{ label: w('council'), value: seatsText({ state, language, w }) }] : []),
    {
      label: w('review'),
      value: review
        ? `${w('review_at', { session: review.session, day: dayText(review.start, language) })}. ${w('review_sure', { confidence: w(`confidence_${review.confidence}`) })}`
        : [
            w('review_none'),
            last ? w('last_review', { session: last.session, day: dayText(last.start, language) }) : '',
          ]
            .filter(Boolean)
            .join(' '),
    },
  ]
  return <FactList facts={facts} />
}

function Groups({ of, language, w }: { readonly of: readonly Membership[] } & Pick<Head, 'language' | 'w'>) {
  return (
    <ul className="list">
      {of.map(({ group, from, to }) => (
        <li key={`${group.id} ${from ?? ''}`}>
          {label(group.name, language)}
          {from === undefined && to === undefined ? '' : ` (${spanText({ from, to }, { language, w })})`}
        </li>
      ))}
    </ul>
  )
}

/** Its terms on the Human Rights Council since 2006, as they were served. */
function seatsText({ state, language, w }: Head): string {
  const terms = councilTermsOf(state.code)
  if (terms.length === 0) return w('council_none')
  return terms
    .map(
      ({ from, to, ended }) =>
        `${spanText({ from, to }, { language, w })}${ended ? ` (${w(`ended_${ended}`)})` : ''}`,
    )
    .join('; ')
}
