import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { seriesKey } from '../regimes/queries/class-series.ts'
import { type ChosenIndex, readIndex } from '../regimes/view.ts'

/** Who counts as an autocracy here: classes of an index, by whoever makes it. */
export interface Choice {
  readonly index: ChosenIndex
  readonly values: ReadonlySet<number>
}

/** Before the first year of the Council: votes, seats and reviews all come after. */
const from = 2005

/** The lower half of the classes, where higher is better; the upper half where lower is. */
export function usualValues({ classes, series }: Pick<ChosenIndex, 'classes' | 'series'>): readonly number[] {
  const values = classes.map(({ value }) => value)
  const half = Math.floor(values.length / 2)
  return series.better === 'lower' ? values.slice(values.length - half) : values.slice(0, half)
}

/** What an address chooses; the usual classes where it chooses none that the index has. Null: no index was imported. */
export async function readChoice(tx: Tx, params: URLSearchParams): Promise<Choice | null> {
  const index = await readIndex(tx, params.get('index') ?? '', from)
  if (!index) return null
  const known = new Set(index.classes.map(({ value }) => value))
  const asked = params
    .getAll('class')
    .map(Number)
    .filter((value) => known.has(value))
  return { index, values: new Set(asked.length > 0 ? asked : usualValues(index)) }
}

/** The choice as it stands in an address. */
export function choiceSearch({ index, values }: Choice, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ index: seriesKey(index.series) })
  for (const value of values) search.append('class', String(value))
  for (const [name, value] of Object.entries(more)) search.set(name, value)
  return search.toString()
}

/** The classes in words, with their author: `closed autocracy, electoral autocracy (V-Dem 15)`. */
export const choiceName = ({ index, values }: Choice, language: Language): string =>
  `${index.classes
    .filter(({ value }) => values.has(value))
    .map(({ label: words }) => label(words, language))
    .join(', ')} (${index.series.author})`
