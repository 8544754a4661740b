import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, paperStateLabels, translationLabels } from '../options.ts'
import { requestField } from './belonging-field.ts'

/** A line of the list of documents: what, whether it is there, in which language, where it is kept. */
export const asylumPaper = defineRecordType({
  name: 'asylum_paper',
  label: labels('Document of a request', 'Documento de una solicitud', 'Document d’una sol·licitud'),
  plural: labels(
    'Documents of asylum requests',
    'Documentación de solicitudes de refugio',
    'Documents de sol·licituds d’asil',
  ),
  title: ['what'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  fields: [
    requestField(labels('Documents', 'Documentación', 'Documents')),
    field('term', 'what', labels('What', 'Qué', 'Què'), {
      vocabulary: 'asylum_papers',
      required: true,
      facet: true,
      listed: true,
    }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(paperStateLabels),
    }),
    field('date', 'got_on', labels('Got on', 'Conseguido el', 'Aconseguit el'), { exact: true }),
    field('choice', 'translation', labels('Translation', 'Traducción', 'Traducció'), {
      facet: true,
      listed: true,
      options: optionsOf(translationLabels),
    }),
    field('text', 'which', labels('Which exactly', 'Cuál exactamente', 'Quin exactament'), {
      class: 'identity',
    }),
    field('text', 'kept', labels('Where it is kept', 'Dónde se guarda', 'On es guarda'), {
      class: 'location',
    }),
    field('reference', 'source', labels('Kept as source', 'Conservado como fuente', 'Conservat com a font'), {
      targets: ['source'],
      inverse: labels(
        'Documents of asylum requests',
        'Documentación de solicitudes de refugio',
        'Documents de sol·licituds d’asil',
      ),
    }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'legal' }),
  ],
})
