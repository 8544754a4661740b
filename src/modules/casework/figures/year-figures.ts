import type { FigureSource } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { type Measure, type Period, countCells, measures, ofPeople } from './count-year.ts'
import { words } from './messages.ts'
import { type Told, suppress } from './suppress.ts'

/** One figure as it was counted: cells by their words, with the records behind each. */
export interface Counted {
  /** One of ours, or the name of another module's. */
  readonly measure: string
  readonly title: string
  readonly ofPeople: boolean
  readonly cells: readonly {
    readonly key: string
    readonly label: string
    readonly count: number
    readonly ids: readonly string[]
  }[]
}

/** One figure as it is told: its cells by their words, and how many in all; null where that is kept back. */
export interface Figure {
  readonly measure: string
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
function keyWord(tx: Tx, measure: Measure, key: string, language: Language): string {
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

/** The figures by name: those of casework, then those that other modules add. */
export const figureNames = (sources: readonly FigureSource[]): readonly string[] => [
  ...measures,
  ...sources.map(({ name }) => name),
]

/** Counts one figure, of what the reader may see; null where there is none of that name. */
export async function countFigure(
  tx: Tx,
  name: string,
  period: Period,
  language: Language,
  sources: readonly FigureSource[],
): Promise<Counted | null> {
  const measure = measures.find((one) => one === name)
  if (measure) {
    const cells = await countCells(tx, measure, period)
    return {
      measure,
      title: words(language)(`m_${measure}`),
      ofPeople: ofPeople.includes(measure),
      cells: cells.map((cell) => ({ ...cell, label: keyWord(tx, measure, cell.key, language) })),
    }
  }
  const source = sources.find((one) => one.name === name)
  if (!source) return null
  const cells = await source.read(tx, period)
  return {
    measure: name,
    title: label(source.label, language),
    ofPeople: source.ofPeople ?? false,
    cells: cells.map((cell) => ({ ...cell, label: label(cell.label, language) })),
  }
}

/** A figure as it is told: of people, small cells are kept back. */
export function tell({ measure, title, ofPeople: people, cells }: Counted): Figure {
  const counts = cells.map(({ count }) => count)
  const told = people ? suppress(counts) : { cells: counts, total: counts.reduce((sum, one) => sum + one, 0) }
  return {
    measure,
    title,
    cells: cells.map(({ key, label: word }, i) => ({ key, label: word, told: told.cells[i] ?? null })),
    total: told.total,
  }
}

/** All figures of a period, of what the reader may see; `sources`: those that other modules add. */
export async function readFigures(
  tx: Tx,
  period: Period,
  language: Language,
  sources: readonly FigureSource[] = [],
): Promise<readonly Figure[]> {
  const all: Figure[] = []
  for (const name of figureNames(sources)) {
    const counted = await countFigure(tx, name, period, language, sources)
    if (counted) all.push(tell(counted))
  }
  return all
}
