import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What the State did because of it: a search, a protection, a release, an inquiry. Said with its source. */
export const measureTaken = defineRecordType({
  name: 'measure_taken',
  label: labels('Measure taken', 'Medida adoptada', 'Mesura adoptada'),
  plural: labels('Measures taken', 'Medidas adoptadas', 'Mesures adoptades'),
  title: ['what'],
  belongsTo: 'communication',
  timeline: 'on',
  fields: [
    field(
      'reference',
      'communication',
      labels('Received communication', 'Comunicación recibida', 'Comunicació rebuda'),
      {
        targets: ['communication_received'],
        required: true,
        inverse: labels('Measures taken', 'Medidas adoptadas', 'Mesures adoptades'),
      },
    ),
    field('text', 'what', labels('What was done', 'Qué se hizo', 'Què es va fer'), {
      required: true,
      listed: true,
      hint: labels(
        'Without names: it stands in lists.',
        'Sin nombres: figura en listas.',
        'Sense noms: surt en llistes.',
      ),
    }),
    field('reference', 'agency', labels('By which office', 'Qué organismo', 'Quin organisme'), {
      targets: ['organisation'],
      inverse: labels('Measures taken', 'Medidas adoptadas', 'Mesures adoptades'),
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true, sortable: true, listed: true }),
    field('long_text', 'result', labels('With what result', 'Con qué resultado', 'Amb quin resultat'), {
      class: 'identity',
    }),
    field('reference', 'source', labels('Known from', 'Se sabe por', 'Se sap per'), {
      targets: ['source'],
      multiple: true,
      inverse: labels('Measures taken', 'Medidas adoptadas', 'Mesures adoptades'),
    }),
  ],
})
