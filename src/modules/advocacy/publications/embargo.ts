import { instantOf } from '#platform/dates'
import type { RecordView } from '#platform/records'

/** The instant before which nobody sees a text, by the clocks of the place that it names; null where it has none. */
export function embargoOf({ values }: Pick<RecordView, 'values'>): Date | null {
  const embargo = values['embargo']
  return typeof embargo === 'string' ? instantOf(embargo) : null
}
