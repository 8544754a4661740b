import type { ReactNode } from 'react'
import { type AtrocityFactor, atrocityFactors, atrocityScopeLabels } from '#catalogue/atrocity-factors'
import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { type RecordView, type Tx, fieldOf, typeOf, valuesOf } from '#platform/records'
import { Table } from '#web/components'
import { ShowValue } from '#web/records'
import { preventionWords } from '../messages.ts'
import { findingLabels, findingShapes, isFinding, isTrend, trendLabels } from '../words-of-findings.ts'

/** The name of a factor with its number. */
export const factorName = (factor: AtrocityFactor, language: Language): string =>
  `${factor.number}. ${label(factor.name, language)}`

/** What was found of a factor, by shape and word; that it was not assessed, where it was not. */
export function FindingWord({
  record,
  language,
}: {
  readonly record: RecordView | null | undefined
  readonly language: Language
}): ReactNode {
  const finding = record?.values['finding']
  if (!isFinding(finding)) return <span className="quiet">{preventionWords(language)('not_looked_at')}</span>
  const trend = record?.values['trend']
  return (
    <span>
      <span aria-hidden="true">{findingShapes[finding]} </span>
      {label(findingLabels[finding], language)}
      {isTrend(trend) ? <span className="quiet">, {label(trendLabels[trend], language)}</span> : null}
    </span>
  )
}

/** The same as text, for files and for comparing. */
export function findingText(record: RecordView | null | undefined, language: Language): string {
  const finding = record?.values['finding']
  return isFinding(finding) ? label(findingLabels[finding], language) : ''
}

export function trendText(record: RecordView | null | undefined, language: Language): string {
  const trend = record?.values['trend']
  return isTrend(trend) ? label(trendLabels[trend], language) : ''
}

/** Whether something is written in a field of a record. */
export const written = (record: RecordView | null | undefined, name: string): string => {
  const value = record?.values[name]
  return typeof value === 'string' ? value : ''
}

/** The fourteen factors: finding, reasons, evidence and of when it is; under a specific one, of which crimes it warns. */
export function FactorTable(props: {
  readonly tx: Tx
  readonly factors: ReadonlyMap<string, RecordView>
  readonly language: Language
}): ReactNode {
  const { tx, factors, language } = props
  const w = preventionWords(language)
  const evidence = fieldOf(typeOf(tx, 'assessment_factor'), 'evidence')
  return (
    <Table
      caption={w('factors')}
      captionHidden
      columns={[
        { key: 'factor', label: w('factor'), heading: true },
        { key: 'finding', label: w('finding') },
        { key: 'reasons', label: w('reasons') },
        { key: 'evidence', label: w('evidence') },
      ]}
      rows={atrocityFactors.map((one) => {
        const record = factors.get(one.id)
        const on = written(record, 'evidence_on')
        return {
          key: one.id,
          cells: {
            factor: (
              <>
                {record ? (
                  <a href={`/workspace/record/${record.id}`}>{factorName(one, language)}</a>
                ) : (
                  factorName(one, language)
                )}
                {one.scope === 'common' ? null : (
                  <span className="quiet"> {label(atrocityScopeLabels[one.scope], language)}</span>
                )}
              </>
            ),
            finding: <FindingWord {...{ record, language }} />,
            reasons: written(record, 'reasons') ? (
              <p className="written" dir="auto">
                {written(record, 'reasons')}
              </p>
            ) : null,
            evidence: (
              <div>
                {record && evidence && valuesOf(record.values['evidence']).length > 0 ? (
                  <ShowValue
                    field={evidence}
                    value={record.values['evidence']}
                    schema={tx.schema}
                    linked={record.linked}
                    {...{ language }}
                  />
                ) : null}
                {on ? <p className="quiet">{w('evidence_of', { when: formatDate(on, language) })}</p> : null}
              </div>
            ),
          },
        }
      })}
    />
  )
}
