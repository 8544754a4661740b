import type { CaseFile } from '../../drafts/gather/case-file.ts'
import type { OtherProcedure } from '../facts.ts'
import { type Kinds, codesOf, textOf } from './kinds.ts'

/** Which mechanisms an intervention may have been; several where its kind alone does not tell. */
const mechanismsOfKinds: Readonly<Record<string, readonly string[]>> = {
  allegation_letter: ['un-sp-allegation-letter'],
  urgent_appeal: ['un-sp-urgent-appeal'],
  urgent_action: ['un-ced-urgent', 'un-wgad-urgent', 'un-wgeid-urgent'],
  individual_petition: ['ia-petition', 'un-tb-ccpr', 'eu-ecthr-application'],
  precautionary_measures: ['ia-precautionary', 'ia-court-provisional'],
  thematic_hearing: ['ia-hearing'],
}

const drafted: ReadonlySet<string> = new Set(['draft', 'awaiting-consent', 'ready', 'approved', 'frozen', ''])
const ended: ReadonlySet<string> = new Set(['decided', 'follow-up', 'closed', 'rejected'])
const notTaken: ReadonlySet<string> = new Set(['declined_intervention', 'stopped_by_wish'])
const planned: ReadonlySet<string> = new Set(['considered', 'planned_intervention', ''])

/** Where the same facts are or may be before somebody: our submissions, and what is noted of others' steps. */
export function othersOf(file: CaseFile, kinds: Kinds): readonly OtherProcedure[] {
  const own = (file.belonging.get('submission') ?? []).flatMap((one): readonly OtherProcedure[] => {
    const status = textOf(one, 'status')
    if (status === 'withdrawn') return []
    return [
      {
        mechanisms: [textOf(one, 'mechanism')],
        record: one.id,
        title: one.title,
        state: drafted.has(status) ? 'draft' : ended.has(status) ? 'ended' : 'pending',
        on: textOf(one, 'sent_at').slice(0, 10) || null,
      },
    ]
  })
  const noted = file.interventions.flatMap((one): readonly OtherProcedure[] => {
    const state = textOf(one, 'state')
    if (notTaken.has(state)) return []
    const mechanisms = codesOf(one, 'kind').flatMap((kind) =>
      kinds.line('intervention_kinds', kind).flatMap((code) => mechanismsOfKinds[code] ?? []),
    )
    return mechanisms.length === 0
      ? []
      : [
          {
            mechanisms,
            record: one.id,
            title: one.title,
            state: planned.has(state) ? 'draft' : 'pending',
            on: textOf(one, 'date') || null,
          },
        ]
  })
  return [...own, ...noted]
}
