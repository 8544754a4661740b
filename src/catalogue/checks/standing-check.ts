import { z } from 'zod'
import { countryByCode, fictionalStates } from '#catalogue/countries'
import { type BodyId, type Standing, bodyOf, standingKinds, standingOf } from '#catalogue/states'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type KeptCheck, lastOf, readChecks, writeCheck } from './book.ts'
import { lookedUp, needed, readLookedUp, readShape } from './looked-up.ts'
import type { LookedUp } from './note-check.ts'

/** What was found when a State's standing was looked up, as it is kept. */
const standingShape = z.strictObject({
  ...lookedUp,
  standing: z.enum(standingKinds),
  /** A year or a day. */
  since: z
    .string()
    .regex(/^\d{4}(-\d\d-\d\d)?$/)
    .optional(),
})

/** A standing as the organisation knows it. */
export type KnownStanding = Standing
/** Where a State stands, with the organisation's checks laid over the catalogue; null: nothing is known. */
export type StandingsOf = (state: string, body: BodyId) => KnownStanding | null

/** The standings as the organisation knows them, and what it decided of them. One statement. */
export async function standingsFor(
  tx: Pick<Tx, 'sql' | 'actor'>,
): Promise<{ readonly standing: StandingsOf; readonly history: readonly KeptCheck[] }> {
  const history = await readChecks(tx, ['state'])
  const checks = lastOf(history, 'state', standingShape)
  return {
    history,
    standing: (state, body) => {
      const check = checks.get(`${state}/${body}`)
      if (!check) return standingOf(state, body)
      const { on, by, page, standing, since } = check
      return {
        state,
        standing,
        ...(since !== undefined && { since }),
        source: [page],
        confidence: 'high',
        provenance: 'found',
        lookedUp: { on, by, page },
      }
    },
  }
}

function requireKnown(state: string, body: string): void {
  const isState = countryByCode(state) !== null || fictionalStates.some(({ code }) => code === state)
  if (!isState || !bodyOf(body)) throw new Problem('not_found')
}

/** Notes where a State stands, as it was looked up. Throws `invalid` naming the fields at fault. */
export async function noteStanding(
  tx: Tx,
  given: {
    readonly state: string
    readonly body: string
    readonly found: LookedUp & { readonly standing: string; readonly since?: string }
  },
): Promise<void> {
  requireKnown(given.state, given.body)
  const read = readLookedUp(given.found)
  const since = given.found.since?.trim()
  const data = readShape(standingShape, {
    ...read,
    standing: given.found.standing,
    ...(since && { since }),
  })
  await writeCheck(tx, { kind: 'state', key: `${given.state}/${given.body}`, data, reason: read.page })
}

/** Takes a check of a State's standing back: the catalogue counts again. */
export async function withdrawStanding(
  tx: Tx,
  given: { readonly state: string; readonly body: string; readonly reason: string },
): Promise<void> {
  requireKnown(given.state, given.body)
  await writeCheck(tx, {
    kind: 'state',
    key: `${given.state}/${given.body}`,
    data: null,
    reason: needed('reason', given.reason),
  })
}
