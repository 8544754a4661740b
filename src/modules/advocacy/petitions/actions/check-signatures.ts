import { sql } from 'kysely'
import { can } from '#platform/access'
import { isId, newId } from '#platform/db'
import { enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { mayReadNames, readPetition } from '../queries/read-petition.ts'

/** The job that looks, invalidates and undoes. */
export const checkKind = 'petitions.check'

/** What signatures are looked for; all that is said has to hold. */
export interface CheckCondition {
  /** Instants. */
  readonly from?: string
  readonly until?: string
  readonly country?: string
  readonly language?: string
  readonly way?: string
  /** The part of the address after the @. */
  readonly domain?: string
  /** Words that the name has. */
  readonly nameHas?: string
  /** The same name at least so often. */
  readonly sameName?: number
}

export const checkStates = ['looking', 'found', 'running', 'done', 'undoing', 'undone', 'left'] as const
export type CheckState = (typeof checkStates)[number]

/** A search for signatures that are none, and what came of it. */
export interface SignatureCheck {
  readonly id: string
  readonly petitionId: string
  readonly condition: CheckCondition
  readonly state: CheckState
  readonly found: number | null
  readonly changed: number | null
  readonly madeAt: Date
  readonly madeBy: string
}

/**
 * Looks for signatures: what is found is frozen, and nothing is changed by it. Gives the id of the check. Throws
 * `invalid` without any condition, `forbidden` for a condition on names of who may not read them.
 */
export async function lookForSignatures(
  tx: Tx,
  petitionId: string,
  condition: CheckCondition,
): Promise<string> {
  if (!can(tx.actor, 'write')) throw new Problem('forbidden')
  await readPetition(tx, petitionId)
  if (Object.keys(condition).length === 0)
    throw new Problem('invalid', { fields: [{ field: 'condition', message: labelsOf('check_empty') }] })
  if ((condition.nameHas || condition.sameName) && !(await mayReadNames(tx)))
    throw new Problem('forbidden', { explanation: labelsOf('names_not_yours') })
  const id = newId()
  await sql`insert into signature_check (org_id, id, petition_id, condition, made_by)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, ${petitionId}::uuid, ${JSON.stringify(condition)}::jsonb,
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await enqueueJob(tx, { kind: checkKind, payload: { check: id } })
  return id
}

/** One check; `not_found` for one of another organisation or of a petition that the actor does not see. */
export async function readCheck(tx: Tx, id: string): Promise<SignatureCheck> {
  const [found] = isId(id) ? await readChecks(tx, sql`c.id = ${id}::uuid`) : []
  if (!found) throw new Problem('not_found')
  return found
}

/** The checks of a petition, latest first. */
export const listChecks = (tx: Tx, petitionId: string): Promise<readonly SignatureCheck[]> =>
  readChecks(tx, sql`c.petition_id = ${petitionId}::uuid`)

async function readChecks(tx: Tx, where: ReturnType<typeof sql>): Promise<readonly SignatureCheck[]> {
  const { rows } = await sql<SignatureCheck>`
    select c.id, c.petition_id as "petitionId", c.condition, c.state, c.found, c.changed, c.made_at as "madeAt",
           coalesce(a.name, '') as "madeBy"
      from signature_check c left join account a on a.org_id = c.org_id and a.id = c.made_by
     where c.org_id = ${tx.actor.orgId}::uuid and ${where} order by c.made_at desc limit 50`.execute(tx.sql)
  return rows
}

/** From which state to which each act leads. */
const steps = {
  run: { from: 'found', to: 'running' },
  undo: { from: 'done', to: 'undoing' },
  leave: { from: 'found', to: 'left' },
} as const

/**
 * Invalidates what was found, undoes that, or leaves it at having looked. Throws `conflict` when it is not at that point:
 * pressed twice, it is done once.
 */
export async function stepCheck(tx: Tx, id: string, act: keyof typeof steps): Promise<void> {
  if (!can(tx.actor, 'write')) throw new Problem('forbidden')
  const { petitionId } = await readCheck(tx, id)
  const { from, to } = steps[act]
  const who = sql`${tx.actor.accountId}::uuid`
  const { rows } = await sql`
    update signature_check set state = ${to}
      ${act === 'run' ? sql`, run_by = ${who}, run_at = now()` : act === 'undo' ? sql`, undone_by = ${who}, undone_at = now()` : sql``}
     where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid and state = ${from} returning id`.execute(
    tx.sql,
  )
  if (rows.length === 0) throw new Problem('conflict', { explanation: labelsOf('check_elsewhere') })
  if (act === 'leave') return
  await writeLedger(tx, act === 'run' ? 'signatures.invalidate' : 'signatures.restore', petitionId, {
    check: id,
  })
  await enqueueJob(tx, { kind: checkKind, payload: { check: id } })
}
