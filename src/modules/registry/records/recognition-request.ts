import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { notes, rights } from './shared-fields.ts'

/** Recognition of an independent initiative, asked of someone: who asked whom, when, on what ground, and the answer. */
export const recognitionRequest = defineRecordType({
  name: 'recognition_request',
  label: labels('Request for recognition', 'Pedido de reconocimiento', 'Petició de reconeixement'),
  plural: labels('Requests for recognition', 'Pedidos de reconocimiento', 'Peticions de reconeixement'),
  title: ['subject'],
  timeline: 'date',
  retention: aboutViolations,
  fields: [
    field('text', 'subject', labels('What is asked', 'Qué se pide', 'Què es demana'), {
      required: true,
      listed: true,
    }),
    field('reference', 'initiative', labels('Initiative', 'Iniciativa', 'Iniciativa'), {
      targets: ['organisation'],
      required: true,
      facet: true,
      listed: true,
      inverse: labels('Recognition asked', 'Reconocimientos pedidos', 'Reconeixements demanats'),
    }),
    field('reference', 'asked_of', labels('Asked of', 'Se pide a', 'Es demana a'), {
      targets: ['organisation'],
      multiple: true,
      required: true,
      facet: true,
      listed: true,
      inverse: labels(
        'Requests for recognition received',
        'Pedidos de reconocimiento recibidos',
        'Peticions de reconeixement rebudes',
      ),
    }),
    field('reference', 'asked_by', labels('Asked by', 'Lo pide', 'Ho demana'), {
      targets: ['organisation', 'person'],
      multiple: true,
      class: 'identity',
      inverse: labels(
        'Recognition asked on behalf of others',
        'Reconocimientos pedidos en nombre de otros',
        "Reconeixements demanats en nom d'altres",
      ),
    }),
    field('date', 'date', labels('Date', 'Fecha', 'Data'), { required: true, sortable: true, listed: true }),
    field('text', 'basis', labels('Legal ground', 'Fundamento jurídico', 'Fonament jurídic')),
    rights,
    field('term', 'answer', labels('Answer', 'Respuesta', 'Resposta'), {
      vocabulary: 'recognition_answers',
      required: true,
      facet: true,
      listed: true,
    }),
    field(
      'date',
      'answer_date',
      labels('Date of the answer', 'Fecha de la respuesta', 'Data de la resposta'),
    ),
    field('long_text', 'answer_note', labels('What was answered', 'Qué se respondió', 'Què es va respondre')),
    field('reference', 'document', labels('Documents', 'Documentos', 'Documents'), {
      targets: ['source'],
      multiple: true,
      inverse: labels('Requests it documents', 'Pedidos que documenta', 'Peticions que documenta'),
    }),
    notes,
  ],
})
