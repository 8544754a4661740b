import { polityName } from '#catalogue/polities'
import { type Language, label } from '#platform/i18n'
import { sourceAddress } from '../../sources/addresses.ts'
import type { SourceFile } from '../../sources/read-sources.ts'
import type { ReviewWords } from '../messages.ts'
import { familyOf } from '../queries/families.ts'
import type { KeptRecommendation } from '../queries/read-recommendations.ts'

/** Who recommended, by name; as the source writes it where it is no state. */
export function senderNames(
  one: Pick<KeptRecommendation, 'senders' | 'details'>,
  language: Language,
): string {
  if (one.senders.length > 0) return one.senders.map((code) => polityName(code, language)).join(', ')
  const from = one.details['from']
  return typeof from === 'string' ? from : ''
}

/** An answer in our words; `–` where there is none. */
export const responseName = (response: string | null, w: ReviewWords): string =>
  response === 'supported' || response === 'noted' || response === 'not_supported' || response === 'pending'
    ? w(`response_${response}`)
    : '–'

/** An action category, with its number. */
export const actionName = (action: number | null, w: ReviewWords): string =>
  action === 1 || action === 2 || action === 3 || action === 4 || action === 5 ? w(`action_${action}`) : '–'

/** A share as a whole percentage; `–` of nothing. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}\u00a0%`

/** Session, cycle and year in a line. */
export const sessionName = (
  one: { readonly session: string; readonly cycle: number | null; readonly year: number | null },
  w: ReviewWords,
): string =>
  [
    w('session_n', { session: one.session }),
    one.cycle === null ? '' : w('cycle_n', { cycle: one.cycle }),
    one.year === null ? '' : String(one.year),
  ]
    .filter(Boolean)
    .join(' · ')

/** Whose compilation a dataset is. */
export const compilerName = (dataset: string, language: Language): string => {
  const family = familyOf(dataset)
  return family ? label(family.label, language) : dataset
}

/** Under a table: which files it is from, and until when they speak. */
export function FromFiles({
  files,
  language,
  w,
}: {
  readonly files: readonly Pick<SourceFile, 'id' | 'name' | 'version' | 'dataUntil' | 'dataset'>[]
  readonly language: Language
  readonly w: ReviewWords
}) {
  if (files.length === 0) return null
  return (
    <p className="quiet">
      {w('from_files')}{' '}
      {files.map((file, at) => (
        <span key={file.id}>
          {at > 0 ? '; ' : ''}
          {file.dataset === 'upr-live' ? (
            compilerName(file.dataset, language)
          ) : (
            <a href={sourceAddress(file.id)}>{file.name}</a>
          )}
          {file.version && file.dataset !== 'upr-live' ? `, ${file.version}` : ''}
          {file.dataUntil ? ` (${w('data_until', { day: file.dataUntil })})` : ''}
        </span>
      ))}
      .
    </p>
  )
}
