import { type Labels, labels } from '#platform/i18n'
import { type FieldDefinition, field } from '#platform/records'

/** Labels by code as the options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

/**
 * What every part of a stay begins with: the case, to which it belongs, and the stay. The database refuses a part whose
 * stay is of another case.
 */
export const partFields = (inverse: Labels): readonly FieldDefinition[] => [
  field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
    targets: ['case'],
    required: true,
    inverse,
  }),
  field('reference', 'stay', labels('Stay', 'Estadía', 'Estada'), {
    targets: ['refuge_stay'],
    required: true,
    inverse,
  }),
]

export const neutral = labels(
  'Without names, places or health: it stands in lists. The rest goes sealed, below.',
  'Sin nombres, lugares ni salud: figura en listas. Lo demás va sellado, abajo.',
  'Sense noms, llocs ni salut: surt en llistes. La resta va segellada, a sota.',
)

/** Free words that only the people of the case who may read what is sealed open. */
export const sealedWords = (name: string, label: Labels, hint?: Labels): FieldDefinition =>
  field('long_text', name, label, { class: 'sealed', ...(hint && { hint }) })
