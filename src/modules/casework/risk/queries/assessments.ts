import { sql } from 'kysely'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecordsInBulk,
} from '#platform/records'
import { type FactorKind, factorKinds, isFactorKind } from '../words-of-risk.ts'

/** How a factor stood in an assessment. */
export interface Reading {
  readonly record: RecordView
  readonly factorId: string
  readonly kind: FactorKind
  /** The factor in a few words. */
  readonly name: string
}

/** An assessment with its readings: by kind, then by name. Never by level. */
export interface Assessment {
  readonly record: RecordView
  readonly personId: string | null
  readonly personTitle: string | null
  /** It is the one that counts for its person now. */
  readonly current: boolean
  readonly readings: readonly Reading[]
}

export const referenceOf = (record: RecordView, name: string): string | null =>
  (record.values[name] as Partial<Reference> | undefined)?.to ?? null

const inTime = (a: RecordView, b: RecordView): number => {
  const [left, right] = [String(a.values['on']), String(b.values['on'])]
  return left < right ? 1 : left > right ? -1 : a.id < b.id ? 1 : -1
}

/** The assessments of a case, the latest first. */
export async function readAssessments(tx: Tx, caseId: string): Promise<readonly Assessment[]> {
  const ids = (await readBelongings(tx, caseId, ['risk_assessment'])).flatMap(({ id, deletedAt }) =>
    deletedAt ? [] : [id],
  )
  return whole(tx, await readRecordsInBulk(tx, ids))
}

/** Assessments with their readings and whether each is current, the latest first. */
export async function whole(tx: Tx, records: readonly RecordView[]): Promise<readonly Assessment[]> {
  if (records.length === 0) return []
  const ids = records.map(({ id }) => id)
  const current = new Set(
    (
      await sql<{ record_id: string }>`select record_id from work_item
        where org_id = ${tx.actor.orgId}::uuid and kind in ('review', 'danger') and record_id = any(${ids}::uuid[])`.execute(
        tx.sql,
      )
    ).rows.map(({ record_id }) => record_id),
  )
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${ids}::uuid[]) and l.belongs and l.until is null
       and r.type = 'risk_reading' and r.deleted_at is null and r.merged_into is null`.execute(tx.sql)
  const readings = await readRecordsInBulk(
    tx,
    rows.map(({ id }) => id),
  )
  const factors = new Map(
    (
      await readRecordsInBulk(tx, [...new Set(readings.flatMap((one) => referenceOf(one, 'factor') ?? []))])
    ).map((one) => [one.id, one]),
  )
  return records.toSorted(inTime).map((record) => {
    const personId = referenceOf(record, 'person')
    return {
      record,
      personId,
      personTitle: personId === null ? null : (record.linked.get(personId)?.title ?? null),
      current: current.has(record.id),
      readings: readings
        .flatMap((one): readonly Reading[] => {
          if (referenceOf(one, 'assessment') !== record.id) return []
          const factor = factors.get(referenceOf(one, 'factor') ?? '')
          const kind = factor?.values['kind']
          return factor && isFactorKind(kind)
            ? [{ record: one, factorId: factor.id, kind, name: factor.title }]
            : []
        })
        .sort(byKindAndName),
    }
  })
}

/** The order of factors everywhere: threats, vulnerabilities, capacities; within a kind by name. */
export const byKindAndName = (
  a: { readonly kind: FactorKind; readonly name: string },
  b: { readonly kind: FactorKind; readonly name: string },
): number => factorKinds.indexOf(a.kind) - factorKinds.indexOf(b.kind) || a.name.localeCompare(b.name)

/** The factors of a case that are not in the trash, in their order. */
export async function readFactors(
  tx: Tx,
  caseId: string,
): Promise<readonly { readonly id: string; readonly kind: FactorKind; readonly name: string }[]> {
  const ids = (await readBelongings(tx, caseId, ['risk_factor'])).flatMap(({ id, deletedAt }) =>
    deletedAt ? [] : [id],
  )
  return (await readRecordsInBulk(tx, ids))
    .flatMap(({ id, title, values }) =>
      isFactorKind(values['kind']) ? [{ id, kind: values['kind'], name: title }] : [],
    )
    .sort(byKindAndName)
}
