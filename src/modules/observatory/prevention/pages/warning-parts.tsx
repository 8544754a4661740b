import { polity } from '#catalogue/polities'
import { type Language, formatNumber } from '#platform/i18n'
import { stateName } from '../../states/state-of.ts'
import type { PreventionWords } from '../messages.ts'
import type { WarningRun } from '../warning/read-warning.ts'

/** A number of the model: four figures that tell something, no grouping (it may be a year), and no zero below zero. */
export const numberText =
  (language: Language) =>
  (value: number): string =>
    formatNumber(value || 0, language, { maximumSignificantDigits: 4, useGrouping: false })

/** A risk as people write it: 10.4 %. */
export const percentText = (risk: number, language: Language): string =>
  formatNumber(risk, language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What a state is called; its code where it is none that is known. */
export const nameOf = (code: string, language: Language): string => {
  const known = polity(code)
  return known ? stateName(known, language) : code
}

/** The file that a run rests on, with its edition and the beginning of its hash. */
export function FileLink({
  file,
  w,
}: {
  readonly file: NonNullable<WarningRun['file']>
  readonly w: PreventionWords
}) {
  return (
    <>
      <a href={`/workspace/observatory/sources/${file.id}`}>{file.name}</a>
      {file.version ? ` ${file.version}` : ''}{' '}
      <span className="quiet">sha256 {file.sha256.slice(0, 12)}…</span>
      {file.superseded ? <span className="quiet"> {w('superseded')}</span> : null}
    </>
  )
}
