import type { ListedTerm } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { type ChoiceOption, field } from '#platform/records'

/** Terms of a list of the catalogue as options; one without a word in a language stands there in English. */
export const optionsOf = (terms: readonly ListedTerm[]): readonly ChoiceOption[] =>
  terms.map(({ id, label }) => {
    const en = label.en ?? id
    return { code: id, label: labels(en, label.es ?? en, label.ca ?? en) }
  })

/** The submission to which a record of this room belongs; `inverse`: what the submission's page calls them. */
export const submissionField = (inverse: ReturnType<typeof labels>) =>
  field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
    targets: ['submission'],
    required: true,
    inverse,
  })
