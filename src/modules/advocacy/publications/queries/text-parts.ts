import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecords,
  valuesOf,
} from '#platform/records'

/** What belongs to a text, each kind in its order. */
export interface TextParts {
  readonly quotes: readonly RecordView[]
  readonly corrections: readonly RecordView[]
  readonly appearances: readonly RecordView[]
  readonly sections: readonly RecordView[]
}

const types = ['text_quote', 'text_correction', 'text_appearance', 'report_section'] as const

/** Reads what belongs to a text, what lies in the trash left out; as the reader may see it. */
export async function readParts(tx: Tx, textId: string): Promise<TextParts> {
  const there = (await readBelongings(tx, textId, types)).filter(({ deletedAt }) => deletedAt === null)
  const order = new Map(there.map(({ id }, i) => [id, i]))
  const all = (
    await readRecords(
      tx,
      there.map(({ id }) => id),
    )
  ).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const of = (type: (typeof types)[number], by?: (record: RecordView) => string | number) => {
    const found = all.filter((record) => record.type === type)
    if (!by) return found
    const key = new Map(found.map((record) => [record.id, by(record)]))
    return found.toSorted((a, b) => {
      const [x, y] = [key.get(a.id) ?? '', key.get(b.id) ?? '']
      return x < y ? -1 : x > y ? 1 : 0
    })
  }
  return {
    quotes: of('text_quote'),
    corrections: of('text_correction', ({ values }) => String(values['on'])),
    appearances: of('text_appearance', ({ values }) => String(values['on'])),
    sections: of('report_section', ({ values }) => Number(values['place'])),
  }
}

/** The ids that a reference of a record points at. */
export const targetsOf = (record: RecordView, field: string): readonly string[] =>
  (valuesOf(record.values[field]) as readonly Reference[]).map(({ to }) => to)
