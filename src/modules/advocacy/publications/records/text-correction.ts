import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** A notice that something in a released text was wrong, shown above it with its day. */
export const textCorrection = defineRecordType({
  name: 'text_correction',
  label: labels('Correction', 'Fe de erratas', 'Fe d’errates'),
  plural: labels('Corrections', 'Fe de erratas', 'Fe d’errates'),
  title: ['on'],
  belongsTo: 'text',
  timeline: 'on',
  fields: [
    field('reference', 'text', labels('Publication', 'Publicación', 'Publicació'), {
      targets: ['public_text'],
      required: true,
      inverse: labels('Corrections', 'Fe de erratas', 'Fe d’errates'),
    }),
    field('date', 'on', labels('Corrected on', 'Corregido el', 'Corregit el'), {
      required: true,
      exact: true,
      sortable: true,
    }),
    field(
      'localized_text',
      'words',
      labels(
        'What was wrong, and what is right',
        'Qué estaba mal y qué es lo correcto',
        'Què era erroni i què és el correcte',
      ),
      {
        required: true,
      },
    ),
  ],
})
