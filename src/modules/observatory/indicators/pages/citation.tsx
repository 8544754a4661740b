import { formatDate } from '#platform/dates'
import type { Language } from '#platform/i18n'
import type { IndicatorWords } from '../messages.ts'

/** How a chart is cited: what it shows, whose numbers, which edition and until when, and the day on which it was made. */
export const citation = (
  w: IndicatorWords,
  language: Language,
  of: { readonly title: string; readonly sources: string },
): string => w('citation', { ...of, day: formatDate(new Date().toISOString().slice(0, 10), language) })

/** The citation of a chart, to be copied. */
export function Citation({ text, w }: { readonly text: string; readonly w: IndicatorWords }) {
  return (
    <p className="quiet">
      {w('cite')}
      {': '}
      {text}
    </p>
  )
}
