import { isChecked } from '#catalogue/mechanisms'
import file from './data/standings.json' with { type: 'json' }
import type { Body, BodyId, Standing } from './standing.ts'

/** The version of the data, and the day as of which it stands. */
export const states = { version: file.version, asOf: file.asOf } as const

/** Every body with the standings that are known, in the order of the file. Their shape is proved by the tests. */
export const bodies: readonly Body[] = file.bodies as readonly unknown[] as readonly Body[]

const byId = new Map(bodies.map((one) => [one.id, one]))
const byState = new Map(
  bodies.map((one) => [one.id, new Map(one.standings.map((standing) => [standing.state, standing]))]),
)

/** The body with this id, or null. */
export const bodyOf = (id: string): Body | null => byId.get(id as BodyId) ?? null

/**
 * Where a State (ISO alpha-2) stands towards a body by the catalogue: null when nothing is known. Of a body whose list
 * is whole, a State that is not in it is `out`, as sure as the list itself.
 */
export function standingOf(state: string, id: BodyId): Standing | null {
  const known = byState.get(id)?.get(state)
  if (known) return known
  const body = byId.get(id)
  if (!body?.complete || !/^[A-Z]{2}$/.test(state)) return null
  const { source, confidence, provenance } = body
  return { state, standing: 'out', source, confidence, provenance }
}

/**
 * Whether one may be turned away by it: a document or the organisation's own check stands behind it, it is declared, or
 * it is common knowledge (confidence high). Anything less only warns.
 */
export const isReliable = (standing: Standing): boolean =>
  isChecked(standing) || standing.declared === true || standing.confidence === 'high'
