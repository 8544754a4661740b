import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'
import { countries, notes, remark, rights } from './shared-fields.ts'

/** A subject followed over time through its events, such as the attack on an institution. */
export const dossier = defineRecordType({
  name: 'dossier',
  label: words('Dossier', 'Dossier', 'Dossier'),
  plural: words('Dossiers', 'Dossiers', 'Dossiers'),
  title: ['title'],
  timeline: 'period',
  map: 'country',
  fields: [
    field('text', 'title', words('Title', 'Título', 'Títol'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('text', 'subject', words('Subject', 'Asunto', 'Assumpte'), { listed: true }),
    field(
      'reference',
      'targets',
      words(
        'Institutions or people concerned',
        'Instituciones o personas afectadas',
        'Institucions o persones afectades',
      ),
      {
        targets: ['organisation', 'person'],
        multiple: true,
        facet: true,
        inverse: words('Dossiers', 'Dossiers', 'Dossiers'),
      },
    ),
    field('reference', 'events', words('Events', 'Acontecimientos', 'Esdeveniments'), {
      targets: ['event'],
      multiple: true,
      inverse: words('Dossiers', 'Dossiers', 'Dossiers'),
      attributes: [remark],
    }),
    field('reference', 'sources', words('Sources', 'Fuentes', 'Fonts'), {
      targets: ['source'],
      multiple: true,
      inverse: words('Dossiers', 'Dossiers', 'Dossiers'),
    }),
    countries,
    rights,
    field('date', 'period', words('Period', 'Período', 'Període'), { sortable: true, listed: true }),
    field('localized_text', 'summary', words('Summary', 'Resumen', 'Resum')),
    field('choice', 'state', words('State', 'Estado', 'Estat'), {
      facet: true,
      listed: true,
      options: [
        { code: 'open', label: words('Being followed', 'En seguimiento', 'En seguiment') },
        { code: 'closed', label: words('Closed', 'Cerrado', 'Tancat') },
      ],
    }),
    notes,
  ],
})
