import { sql } from 'kysely'
import { type RecordView, type Reference, type Tx, fold, readRecords, valuesOf } from '#platform/records'

/** `silence`: a case of it is to be kept quiet, or nobody has decided; `unnamed`: the text names somebody unlisted. */
export type AgainstText = 'silence' | 'unnamed'

/** The people whom a petition names by its own list, also those whom the actor does not see: each of them is asked. */
export async function readNamed(tx: Tx, petitionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from petition_people(${petitionId}::uuid) id`.execute(
    tx.sql,
  )
  return rows.map(({ id }) => id)
}

/**
 * What stands against a text besides the consent of those whom it says it names: a linked case about whose people silence
 * was asked for or nothing decided, and a name in the text of somebody of those cases who is not among the named. The
 * database looks at everyone's whole name; other spellings are known here of those whom the actor sees.
 */
export async function againstText(
  tx: Tx,
  petition: RecordView,
  texts: readonly string[],
): Promise<readonly AgainstText[]> {
  const words = ` ${fold(texts.join(' '))} `
  const { rows } = await sql<{ against: AgainstText[] }>`
    select against_petition(${petition.id}::uuid, ${words}) as against`.execute(tx.sql)
  const found = new Set(rows[0]?.against ?? [])
  if (await namesOtherwise(tx, petition, words)) found.add('unnamed')
  return [...found]
}

/** Whether a folded text has another name of somebody at risk in a linked case who is not listed. */
async function namesOtherwise(tx: Tx, petition: RecordView, words: string): Promise<boolean> {
  const references = (values: RecordView['values'], field: string) =>
    valuesOf(values[field]) as readonly Reference[]
  const named = new Set(await readNamed(tx, petition.id))
  const cases = await readRecords(
    tx,
    references(petition.values, 'cases').map(({ to }) => to),
  )
  const atRisk = cases.flatMap(({ values }) =>
    references(values, 'people')
      .filter((one) => (one.attributes?.['role'] ?? 'at_risk') === 'at_risk')
      .map(({ to }) => to),
  )
  const people = await readRecords(
    tx,
    [...new Set(atRisk)].filter((id) => !named.has(id)),
  )
  return people.some(({ values }) =>
    valuesOf(values['other_names'])
      .map((name) => fold(String(name)))
      .some((name) => name.length > 2 && words.includes(` ${name} `)),
  )
}
