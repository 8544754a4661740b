import type { Language } from '#platform/i18n'
import { shareText, type Tally } from '../count-votes.ts'

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** Yes from the left, No from the right, abstentions between them; the numbers stand beside it. */
export function ShareBar({ tally }: { readonly tally: Tally }) {
  const { yes, no, cast } = tally
  if (cast === 0) return null
  return (
    <svg className="strip" aria-hidden="true">
      <line className="track" x1="0" x2="100%" y1="50%" y2="50%" />
      <rect className="bar" y="20%" height="60%" width={percent(yes / cast)} />
      <rect className="bar warn" x={percent(1 - no / cast)} y="20%" height="60%" width={percent(no / cast)} />
    </svg>
  )
}

/** Yes and No of votes cast in words, with how many. */
export const shares = ({ yes, no, cast }: Tally, language: Language): string =>
  cast === 0 ? '–' : `${shareText(yes, cast, language)} / ${shareText(no, cast, language)}`
