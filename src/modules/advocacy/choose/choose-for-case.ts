import { mechanismsFor, standingsFor } from '#catalogue/checks'
import type { Tx } from '#platform/records'
import { type Choice, chooseMechanisms } from './choose.ts'
import type { CaseFacts } from './facts.ts'
import { factsOfCase } from './queries/facts-of-case.ts'

/** Where a case can be taken, by the catalogue with the organisation's own checks. `at`: today, `YYYY-MM-DD`. */
export async function chooseForCase(
  tx: Tx,
  caseId: string,
  at: string,
): Promise<{ readonly facts: CaseFacts; readonly choices: readonly Choice[] }> {
  const facts = await factsOfCase(tx, caseId, at)
  const mechanisms = (await mechanismsFor(tx)).map(({ mechanism }) => mechanism)
  const { standing } = await standingsFor(tx)
  return { facts, choices: chooseMechanisms(facts, { at, mechanisms, standing }) }
}
