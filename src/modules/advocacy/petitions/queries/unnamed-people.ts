import { publicityOf } from '#platform/consent'
import { type RecordView, type Reference, type Tx, fold, readRecords, valuesOf } from '#platform/records'

/** `silence`: a case of it is to be kept quiet, or nobody has decided; `unnamed`: the text names somebody unlisted. */
export type AgainstText = 'silence' | 'unnamed'

/**
 * What stands against a text besides the consent of those whom it says it names: a linked case about whose people silence
 * was asked for or nothing decided, and a name in the text of somebody of those cases who is not among the named. Of
 * cases and people that the reader may not see nothing is known here.
 */
export async function unnamedPeople(
  tx: Tx,
  petition: RecordView,
  texts: readonly string[],
): Promise<readonly AgainstText[]> {
  const references = (values: RecordView['values'], field: string) =>
    valuesOf(values[field]) as readonly Reference[]
  const named = new Set(references(petition.values, 'named').map(({ to }) => to))
  const cases = await readRecords(
    tx,
    references(petition.values, 'cases').map(({ to }) => to),
  )
  const atRisk = cases.flatMap(({ values }) =>
    references(values, 'people')
      .filter((one) => (one.attributes?.['role'] ?? 'at_risk') === 'at_risk')
      .map(({ to }) => to),
  )
  const found = new Set<AgainstText>()
  for (const personId of new Set(atRisk)) {
    const said = await publicityOf(tx, personId)
    if (said === 'quiet' || said === 'unknown') found.add('silence')
  }
  const words = ` ${fold(texts.join(' '))} `
  for (const person of await readRecords(
    tx,
    [...new Set(atRisk)].filter((id) => !named.has(id)),
  ))
    if (spellings(person).some((name) => words.includes(` ${name} `))) found.add('unnamed')
  return [...found]
}

/** The whole name and the other names that a record has, folded. */
function spellings({ values }: RecordView): readonly string[] {
  const whole = (values['name'] as { readonly full?: string } | undefined)?.full
  const others = valuesOf(values['other_names']).map((one) =>
    typeof one === 'string' ? one : ((one as { readonly full?: string }).full ?? ''),
  )
  return [whole ?? '', ...others].map(fold).filter((name) => name.length > 2)
}
