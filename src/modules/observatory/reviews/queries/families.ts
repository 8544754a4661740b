import { type Labels, labels } from '#platform/i18n'

/** One compiler of recommendations of the review, whatever the layout of its files. Compilers are never added up. */
export interface Family {
  readonly id: string
  readonly datasets: readonly string[]
  readonly label: Labels
}

/** The compilers, the one that is preferred first: only UPR Info tells actions and a row for each sender. */
export const families: readonly Family[] = [
  {
    id: 'upr-info',
    datasets: ['upr-info', 'upr-info-api'],
    label: labels('UPR Info', 'UPR Info', 'UPR Info'),
  },
  {
    id: 'ohchr',
    datasets: ['ohchr-matrix'],
    label: labels('OHCHR list', 'Lista del ACNUDH', "Llista de l'ACNUDH"),
  },
  { id: 'uhri', datasets: ['uhri'], label: labels('UHRI', 'UHRI', 'UHRI') },
  {
    id: 'live',
    datasets: ['upr-live'],
    label: labels('our notes, provisional', 'notas nuestras, provisionales', 'notes nostres, provisionals'),
  },
]

/** The compiler of a dataset; null for what holds no reviews. */
export const familyOf = (dataset: string): Family | null =>
  families.find(({ datasets }) => datasets.includes(dataset)) ?? null

/** The place of a dataset's compiler in the order of preference. */
export const rankOf = (dataset: string): number =>
  families.findIndex(({ datasets }) => datasets.includes(dataset))
