import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import { type RecordView, type Reference, type Tx, readRecord, valuesOf } from '#platform/records'
import { riskWords } from '../messages.ts'

/** The case of the address, where the asker sees it. */
export async function caseOfVisit(visit: Visit, tx: Tx): Promise<RecordView> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.type !== 'case' || record.deletedAt || record.mergedInto) throw new Problem('not_found')
  return record
}

/** The way back from a page of a case: the cases, the case, and where told its risk. */
export function crumbsOf(visit: Visit, record: RecordView, risk = true) {
  const w = riskWords(visit.language)
  return [
    { href: '/workspace/cases', label: w('cases') },
    { href: `/workspace/case/${record.id}`, label: record.title },
    ...(risk ? [{ href: `/workspace/case/${record.id}/risk`, label: w('risk') }] : []),
  ]
}

/** The people at risk in a case, as its relations name them, of those that the reader may see. */
export const atRiskOf = (record: RecordView): readonly { readonly id: string; readonly title: string }[] =>
  (valuesOf(record.values['people']) as readonly Reference[]).flatMap(({ to, attributes }) => {
    const linked = record.linked.get(to)
    return linked && (attributes?.['role'] ?? 'at_risk') === 'at_risk'
      ? [{ id: to, title: linked.title }]
      : []
  })
