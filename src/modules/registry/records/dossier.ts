import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutDossiers } from './retention.ts'
import { countries, notes, remark, rights } from './shared-fields.ts'

/** A subject followed over time through its events, such as the attack on an institution. */
export const dossier = defineRecordType({
  name: 'dossier',
  label: labels('Dossier', 'Dossier', 'Dossier'),
  plural: labels('Dossiers', 'Dossiers', 'Dossiers'),
  title: ['title'],
  timeline: 'period',
  map: 'country',
  retention: aboutDossiers,
  fields: [
    field('text', 'title', labels('Title', 'Título', 'Títol'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('text', 'subject', labels('Subject', 'Asunto', 'Assumpte'), { listed: true }),
    field(
      'reference',
      'targets',
      labels(
        'Institutions or people concerned',
        'Instituciones o personas afectadas',
        'Institucions o persones afectades',
      ),
      {
        targets: ['organisation', 'person'],
        multiple: true,
        facet: true,
        inverse: labels('Dossiers', 'Dossiers', 'Dossiers'),
      },
    ),
    field('reference', 'events', labels('Events', 'Acontecimientos', 'Esdeveniments'), {
      targets: ['event'],
      multiple: true,
      inverse: labels('Dossiers', 'Dossiers', 'Dossiers'),
      attributes: [remark],
    }),
    field('reference', 'sources', labels('Sources', 'Fuentes', 'Fonts'), {
      targets: ['source'],
      multiple: true,
      inverse: labels('Dossiers', 'Dossiers', 'Dossiers'),
    }),
    countries,
    rights,
    field('date', 'period', labels('Period', 'Período', 'Període'), { sortable: true, listed: true }),
    field('localized_text', 'summary', labels('Summary', 'Resumen', 'Resum')),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      facet: true,
      listed: true,
      options: [
        { code: 'open', label: labels('Being followed', 'En seguimiento', 'En seguiment') },
        { code: 'closed', label: labels('Closed', 'Cerrado', 'Tancat') },
      ],
    }),
    notes,
  ],
})
