import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { consultationLabels, optionsOf } from '../words-of-received.ts'

/** What another office of the State was asked for a reply, and what it said. */
export const consultation = defineRecordType({
  name: 'consultation',
  label: labels('Consultation', 'Consulta', 'Consulta'),
  plural: labels('Consultations', 'Consultas', 'Consultes'),
  title: ['agency_words', 'asked_on'],
  belongsTo: 'communication',
  timeline: 'asked_on',
  fields: [
    field(
      'reference',
      'communication',
      labels('Received communication', 'Comunicación recibida', 'Comunicació rebuda'),
      {
        targets: ['communication_received'],
        required: true,
        inverse: labels('Consultations', 'Consultas', 'Consultes'),
      },
    ),
    field('reference', 'agency', labels('Office asked', 'Organismo consultado', 'Organisme consultat'), {
      targets: ['organisation'],
      facet: true,
      inverse: labels('Consulted', 'Consultado', 'Consultat'),
    }),
    field(
      'text',
      'agency_words',
      labels('Office, in words', 'Organismo, en palabras', 'Organisme, en paraules'),
      {
        required: true,
        listed: true,
      },
    ),
    field('date', 'asked_on', labels('Asked on', 'Consultado el', 'Consultat el'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('long_text', 'question', labels('What was asked', 'Qué se preguntó', 'Què es va preguntar'), {
      class: 'identity',
    }),
    field('date', 'due', labels('Answer due', 'Respuesta para el', 'Resposta per al'), {
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      facet: true,
      listed: true,
      options: optionsOf(consultationLabels),
    }),
    field('date', 'answered_on', labels('Answered on', 'Respondió el', 'Va respondre el'), {
      exact: true,
      sortable: true,
    }),
    field('long_text', 'answer', labels('What was answered', 'Qué respondió', 'Què va respondre'), {
      class: 'identity',
    }),
  ],
})
