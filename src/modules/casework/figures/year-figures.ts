import { type Language, label } from '#platform/i18n'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { type Cell, type Measure, type Period, countCells, measures, ofPeople } from './count-year.ts'
import { words } from './messages.ts'
import { type Told, suppress } from './suppress.ts'

/** One figure as it is told: its cells by their words, and how many in all; null where that is kept back. */
export interface Figure {
  readonly measure: Measure
  readonly title: string
  readonly cells: readonly { readonly key: string; readonly label: string; readonly told: Told }[]
  readonly total: Told
}

const fields: Readonly<Partial<Record<Measure, readonly [string, string]>>> = {
  opened: ['case', 'kind'],
  closed: ['case', 'kind'],
  followed: ['case', 'kind'],
  gender: ['person', 'gender'],
  steps: ['step', 'kind'],
  asked: ['step', 'counterpart'],
  replies: ['step', 'answer'],
}

/** The word for a key of a breakdown. */
export function keyWord(tx: Tx, measure: Measure, key: string, language: Language): string {
  const w = words(language)
  const [type, name] = fields[measure] ?? []
  if (key === 'unknown') return w('unknown')
  if (!type || !name) return measure === 'age' ? key : w(`m_${measure}`)
  const field = fieldOf(typeOf(tx, type), name)
  const option = field?.options?.find(({ code }) => code === key)
  if (option) return label(option.label, language)
  const term = tx.schema.vocabularies
    .get(field?.vocabulary ?? '')
    ?.vocabulary.terms.find(({ code }) => code === key)
  return term?.label[language] ?? term?.label.en ?? key
}

/** A figure of its cells; of people, small ones are kept back. */
export function tell(tx: Tx, measure: Measure, cells: readonly Cell[], language: Language): Figure {
  const counts = cells.map(({ count }) => count)
  const told = ofPeople.includes(measure)
    ? suppress(counts)
    : { cells: counts, total: counts.reduce((sum, one) => sum + one, 0) }
  return {
    measure,
    title: words(language)(`m_${measure}`),
    cells: cells.map(({ key }, i) => ({
      key,
      label: keyWord(tx, measure, key, language),
      told: told.cells[i] ?? null,
    })),
    total: told.total,
  }
}

/** All figures of a period, of what the reader may see. */
export async function readFigures(tx: Tx, period: Period, language: Language): Promise<readonly Figure[]> {
  const all: Figure[] = []
  for (const measure of measures) all.push(tell(tx, measure, await countCells(tx, measure, period), language))
  return all
}
