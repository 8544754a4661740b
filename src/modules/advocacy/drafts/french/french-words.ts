import { mechanismOf, submissionStatuses } from '#catalogue/mechanisms'
import { kindsOfAct } from './kinds-of-act.ts'
import * as people from './people-and-actors.ts'
import * as steps from './steps-and-answers.ts'

const read = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', words = ''] = line.split(' | ')
        return [code, words]
      }),
  )

/** The vocabularies whose terms have French words, each by code. */
export const frenchVocabularies: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['act_types', read(kindsOfAct)],
  ['victim_statuses', read(people.victimStatuses)],
  ['perpetrator_kinds', read(people.perpetratorKinds)],
  ['involvement_degrees', read(people.involvementDegrees)],
  ['genders', read(people.genders)],
  ['occupations', read(people.occupations)],
  ['disciplines', read(people.disciplines)],
  ['relationships', read(people.relationships)],
  ['detention_causes', read(steps.detentionCauses)],
  ['incident_kinds', read(steps.incidentKinds)],
  ['intervention_kinds', read(steps.interventionKinds)],
  ['intervention_statuses', read(steps.interventionStatuses)],
  ['responses', read(steps.responses)],
  ['asylum_papers', read(steps.asylumPapers)],
])

/** Options of choices with French words, by the field's name and the code: `warrant/no`. */
export const frenchOptions: ReadonlyMap<string, string> = read(steps.options)

/** Not every language has a French name in the runtime's tables: a code that comes back is none. */
const languageNames = new Intl.DisplayNames(['fr'], { type: 'language', fallback: 'none' })
const otherLanguages: ReadonlyMap<string, string> = read(`
nah | nahuatl
kek | q'eqchi'
yua | maya yucatèque
mam | mam
miq | miskito
pbb | nasa yuwe
gym | ngäbere
cab | garifuna
wlv | wichí
tob | qom
sign_language | langue des signes
`)

function languageInFrench(code: string): string | null {
  const own = otherLanguages.get(code)
  if (own !== undefined) return own
  return /^[a-z]{2,3}$/.test(code) ? (languageNames.of(code) ?? null) : null
}

/** A term of a vocabulary in French; null where it has no French: one that an organisation added, for example. */
export const termInFrench = (vocabulary: string, code: string): string | null =>
  vocabulary === 'languages'
    ? languageInFrench(code)
    : (frenchVocabularies.get(vocabulary)?.get(code) ?? null)

/** An option of a choice in French; null where it has none. Mechanisms and where a submission stands are the catalogue's. */
export function optionInFrench(field: string, code: string): string | null {
  if (field === 'mechanism') return mechanismOf(code)?.name.fr ?? null
  return (
    frenchOptions.get(`${field}/${code}`) ??
    (field === 'status' ? submissionStatuses.find(({ id }) => id === code)?.label.fr : null) ??
    null
  )
}
