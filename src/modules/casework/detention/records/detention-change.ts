import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { statusOptions } from '../statuses.ts'

/** What changed within a detention, and when: the status, the place, or both. */
export const detentionChange = defineRecordType({
  name: 'detention_change',
  label: labels('Change of a detention', 'Cambio en una detención', "Canvi d'una detenció"),
  plural: labels('Changes of detentions', 'Cambios en detenciones', 'Canvis de detencions'),
  title: ['on', 'status'],
  belongsTo: 'detention',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    field('reference', 'detention', labels('Detention', 'Detención', 'Detenció'), {
      targets: ['detention'],
      required: true,
      inverse: labels('Changes', 'Cambios', 'Canvis'),
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true, sortable: true, listed: true }),
    field('choice', 'status', labels('From then on', 'Desde entonces', 'Des de llavors'), {
      required: true,
      facet: true,
      listed: true,
      options: statusOptions(),
      hint: labels(
        'For a transfer, the status that goes on.',
        'En un traslado, la situación que continúa.',
        'En un trasllat, la situació que continua.',
      ),
    }),
    field('term', 'cause', labels('By what', 'Causa', 'Causa'), {
      vocabulary: 'detention_causes',
      listed: true,
    }),
    field('reference', 'place', labels('Where from then on', 'Lugar desde entonces', 'Lloc des de llavors'), {
      targets: ['place'],
      class: 'location',
      inverse: labels('Brought here', 'Traslados a este lugar', 'Trasllats a aquest lloc'),
    }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
  ],
})
