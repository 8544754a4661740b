import { type RecordView, type Reference, type Tx, readRecords, typeOf, valuesOf } from '#platform/records'
import { readWholeBelongings } from '../../cases/whole-belongings.ts'

/**
 * What may be handed over of what belongs to a case: what happened to somebody and what an authority did. What was
 * agreed, what we are waiting for, mean to do, spend or write, whom we asked, and what types hold that are not named
 * here, stay.
 */
const types: ReadonlySet<string> = new Set([
  'step',
  'incident',
  'risk_assessment',
  'risk_factor',
  'risk_reading',
  'detention',
  'detention_change',
  'pace_finding',
  'health_alert',
  'refuge_stay',
  'refuge_lodging',
  'refuge_leg',
  'refuge_paper',
  'refuge_activity',
  'refuge_follow_up',
  'asylum_request',
  'asylum_interview',
  'asylum_paper',
  'asylum_certificate',
  'asylum_decision',
  'asylum_event',
  'asylum_appeal',
  'asylum_day',
])

/** A record that may go along with a case, under what it is a part of. */
export interface Beside {
  readonly record: RecordView
  /** What of these it is a part of: it goes only where all of that goes. */
  readonly partOf: readonly string[]
  /**
   * Whom it is about: the one person whom it, or what it is a part of, names in a field for people. A field that may name
   * an organisation as well (an interpreter, who nominates) says who helped.
   */
  readonly subjects: readonly string[]
}

/** What belongs to a case at any depth, and its events; what others are a part of comes before them. */
export async function readBeside(tx: Tx, record: RecordView): Promise<readonly Beside[]> {
  const belongings = (await readWholeBelongings(tx, record.id)).filter(({ type }) => types.has(type))
  const owners = new Map(belongings.map(({ id, owner }) => [id, owner]))
  const events = (valuesOf(record.values['events']) as readonly Reference[]).map(({ to }) => to)
  const wanted = [...new Set([...owners.keys(), ...events])]
  const read = new Map((await readRecords(tx, wanted)).map((one) => [one.id, one]))
  const all = new Map(
    wanted.flatMap((id) => {
      const one = read.get(id)
      return one && !one.deletedAt && !one.mergedInto ? [[id, one] as const] : []
    }),
  )
  const parents = (one: RecordView): readonly string[] => {
    const owner = owners.get(one.id)
    return [
      ...new Set([
        ...(owner === undefined || owner === record.id ? [] : [owner]),
        ...needed(tx, one).filter((to) => to !== one.id && owners.has(to)),
      ]),
    ]
  }
  const found = new Map<string, Beside>()
  const visit = (one: RecordView, above: ReadonlySet<string>): Beside | null => {
    const before = found.get(one.id)
    if (before) return before
    const own = parents(one)
    // A part of what is not there goes nowhere, nor what is a part of itself.
    const over = own.map((id) => {
      const parent = above.has(id) ? undefined : all.get(id)
      return parent ? visit(parent, new Set([...above, one.id])) : null
    })
    if (over.includes(null)) return null
    const beside: Beside = {
      record: one,
      partOf: own,
      subjects: [...new Set([...aboutWhom(tx, one), ...over.flatMap((parent) => parent?.subjects ?? [])])],
    }
    found.set(one.id, beside)
    return beside
  }
  for (const one of all.values()) visit(one, new Set([one.id]))
  return [...found.values()]
}

const references = (
  tx: Tx,
  record: RecordView,
  of: (targets: readonly string[], required: boolean) => boolean,
) =>
  typeOf(tx, record.type).fields.flatMap((field) =>
    field.type === 'reference' && !field.multiple && of(field.targets ?? [], field.required ?? false)
      ? (valuesOf(record.values[field.name]) as readonly Reference[]).map(({ to }) => to)
      : [],
  )

/** What a record cannot be without. */
const needed = (tx: Tx, record: RecordView): readonly string[] =>
  references(tx, record, (_, required) => required)

const aboutWhom = (tx: Tx, record: RecordView): readonly string[] =>
  references(tx, record, (targets) => targets.length > 0 && targets.every((one) => one === 'person'))
