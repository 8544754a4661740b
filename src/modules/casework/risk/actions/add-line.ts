import { Problem } from '#platform/problem'
import { type Tx, createRecord, readOwner, readRecord } from '#platform/records'
import { requireSees } from '../../steps/actions/sees-case.ts'

/**
 * Adds a line to the protection plan of a case. Who sees to it has to be somebody who sees the case; the factor is one of
 * the same case; the team is the case's. Throws `invalid` naming the fields at fault.
 */
export async function addLine(
  tx: Tx,
  given: {
    readonly caseId: string
    readonly factorId: string
    readonly values: Readonly<Record<string, unknown>>
  },
): Promise<{ readonly id: string }> {
  const owning = await readRecord(tx, given.caseId)
  if (owning.type !== 'case' || owning.deletedAt) throw new Problem('not_found')
  if (given.factorId) {
    const factor = await readRecord(tx, given.factorId)
    if (
      factor.type !== 'risk_factor' ||
      factor.deletedAt ||
      (await readOwner(tx, factor.id))?.id !== owning.id
    )
      throw new Problem('not_found')
  }
  const team = owning.values['team']
  const { id } = await createRecord(tx, {
    type: 'protection_line',
    acting: true,
    ...(owning.fictitious && { fictitious: true }),
    values: {
      ...given.values,
      case: { to: owning.id },
      factor: given.factorId ? { to: given.factorId } : '',
      state: 'open',
      ...(typeof team === 'string' && { team }),
    },
  })
  await requireSees(tx, owning.id, String(given.values['owner']))
  return { id }
}
