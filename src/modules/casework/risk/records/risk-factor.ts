import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { factorKindLabels, optionsOf } from '../words-of-risk.ts'
import { aboutRisk } from './retention.ts'

/**
 * Something in a person's life that threatens them, makes them easier to hurt, or protects them. It lasts from one
 * assessment to the next, so that what changed can be told; how it stands on a day is a reading.
 */
export const riskFactor = defineRecordType({
  name: 'risk_factor',
  label: labels('Risk factor', 'Factor de riesgo', 'Factor de risc'),
  plural: labels('Risk factors', 'Factores de riesgo', 'Factors de risc'),
  title: ['name'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  retention: aboutRisk,
  fields: [
    field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(factorKindLabels),
    }),
    field('text', 'name', labels('In a few words', 'En pocas palabras', 'En poques paraules'), {
      required: true,
      listed: true,
      hint: labels(
        'Without names, places or anything of health: it stands in lists.',
        'Sin nombres, lugares ni nada de salud: figura en listas.',
        'Sense noms, llocs ni res de salut: surt en llistes.',
      ),
    }),
    field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
      targets: ['case'],
      required: true,
      inverse: labels('Risk factors', 'Factores de riesgo', 'Factors de risc'),
    }),
    field('reference', 'person', labels('Of whom', 'De quién', 'De qui'), {
      targets: ['person'],
      inverse: labels('Risk factors', 'Factores de riesgo', 'Factors de risc'),
    }),
  ],
})
