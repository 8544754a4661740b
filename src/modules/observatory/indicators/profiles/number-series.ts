import { labels } from '#platform/i18n'
import type { SeriesDefinition } from '../reading/reading.ts'

/** The usual column of the year. */
export const yearColumn = { at: 'column', column: 'year' } as const
/** A measure whose values are numbers: its bounds, where it has some, and which way is better. */
export const numberSeries = (
  code: string,
  author: string,
  [lowest, highest, better]: readonly [number | undefined, number | undefined, 'higher' | 'lower'],
  names: readonly [string, string, string],
): SeriesDefinition => ({
  code,
  label: labels(...names),
  author,
  scale: 'number',
  ...(lowest !== undefined && { lowest }),
  ...(highest !== undefined && { highest }),
  better,
})
