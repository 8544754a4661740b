import {
  type RecordView,
  type Reference,
  type Tx,
  maySeal,
  readRecords,
  revealValues,
  valuesOf,
} from '#platform/records'
import { isSealed, standingOf } from '#platform/vault'

/** How the plan for reaching somebody safely stands for the reader. */
export type PlanStanding =
  | { readonly kind: 'none' | 'not_yours' | 'no_key' | 'closed' | 'open' }
  | { readonly kind: 'waiting'; readonly for: readonly string[] }

/** Somebody of a case with what the reader may know of how to reach them. */
export interface ReachablePerson {
  readonly record: RecordView
  readonly role: string
  readonly note: string
  readonly plan: PlanStanding
  /** The plan in its order, opened; empty until then. */
  readonly planValues: readonly { readonly field: string; readonly value: string }[]
  /** Telephones and addresses: there only where the plan is open, or there is none. */
  readonly numbers: readonly string[]
}

/** The fields of the plan, the ones that save a life first. */
export const planFields = [
  'never_write',
  'safe_channel',
  'safe_hours',
  'phone_shared_with',
  'duress_phrase',
  'contact_if_silent',
] as const

/** The role of whom publicity, consent and safe contact are about. A person without a role is one at risk. */
export const atRisk = 'at_risk'

/** The people of a case in their order. A number is never among what is read before its plan. */
export async function readReachable(tx: Tx, record: RecordView): Promise<readonly ReachablePerson[]> {
  const references = valuesOf(record.values['people']) as readonly Reference[]
  const people = await readRecords(
    tx,
    references.map(({ to }) => to),
  )
  const seals = await maySeal(tx)
  return Promise.all(
    references.flatMap(({ to, attributes }) => {
      const person = people.find(({ id }) => id === to)
      return person && !person.deletedAt ? [reach(tx, person, attributes ?? {}, seals)] : []
    }),
  )
}

async function reach(
  tx: Tx,
  record: RecordView,
  attributes: Readonly<Record<string, unknown>>,
  seals: boolean,
): Promise<ReachablePerson> {
  const standing = await standingOf(tx, record.id, record.values)
  const written = planFields.filter((name) => record.values[name] !== undefined)
  const shown = await revealValues(tx, record.id, record.values)
  const opened = written.flatMap((field) => {
    const value = shown[field]
    return typeof value === 'string' && !isSealed(value) ? [{ field, value }] : []
  })
  const plan: PlanStanding = !seals
    ? { kind: 'not_yours' }
    : written.length === 0
      ? { kind: 'none' }
      : standing.kind === 'waiting'
        ? { kind: 'waiting', for: standing.for }
        : standing.kind === 'none' || opened.length === written.length
          ? { kind: 'open' }
          : { kind: standing.kind }
  return {
    record,
    role: typeof attributes['role'] === 'string' ? attributes['role'] : atRisk,
    note: typeof attributes['note'] === 'string' ? attributes['note'] : '',
    plan,
    planValues: opened,
    numbers:
      plan.kind === 'open' || plan.kind === 'none'
        ? valuesOf(record.values['phone_and_mail']).filter((one) => typeof one === 'string')
        : [],
  }
}
