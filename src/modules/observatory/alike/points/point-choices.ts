/** What ideal points are estimated from, and how. Kept with the run: enough to run it again. */
export interface PointChoices {
  /** `dataset:body`, as `voeten:ga`. */
  readonly source: string
  /** First and last session, or year where the source has sessions without numbers; 0: no end. */
  readonly from: number
  readonly to: number
  readonly topic: string
  /** Only votes that the United States calls important (where the source says so). */
  readonly important: boolean
  /** Votes on amendments and paragraphs too; without: as the reference, none after 1989. */
  readonly parts: boolean
  /** Codes of states that stand at either end of the line: they fix its direction. */
  readonly high: readonly string[]
  readonly low: readonly string[]
}

/** The ends that the reference takes: the United States, Canada, the United Kingdom, Israel; Russia, East Germany. */
export const usualEnds = { high: ['USA', 'CAN', 'GBR', 'ISR'], low: ['RUS', 'DDR'] } as const

/** The choices that a run keeps; what an older one lacks is as it was then. */
export function pointChoices(kept: Readonly<Record<string, unknown>>): PointChoices {
  const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : '')
  const number = (name: string) => (typeof kept[name] === 'number' ? kept[name] : 0)
  const codes = (name: string) =>
    Array.isArray(kept[name]) ? kept[name].filter((one): one is string => typeof one === 'string') : []
  return {
    source: text('source'),
    from: number('from'),
    to: number('to'),
    topic: text('topic'),
    important: kept['important'] === true,
    parts: kept['parts'] === true,
    high: codes('high'),
    low: codes('low'),
  }
}
