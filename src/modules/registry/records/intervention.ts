import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { notes } from './shared-fields.ts'

/** What someone did for the victim, ours or others', with what was answered and what it changed. */
export const intervention = defineRecordType({
  name: 'intervention',
  label: labels('Intervention', 'Intervención', 'Intervenció'),
  plural: labels('Interventions', 'Intervenciones', 'Intervencions'),
  title: ['summary'],
  timeline: 'date',
  retention: aboutViolations,
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
      vocabulary: 'intervention_kinds',
      required: true,
      multiple: true,
      facet: true,
      listed: true,
    }),
    field('reference', 'intervening', labels('Who intervenes', 'Quién interviene', 'Qui intervé'), {
      targets: ['organisation', 'person'],
      multiple: true,
      facet: true,
      inverse: labels('Interventions made', 'Intervenciones realizadas', 'Intervencions fetes'),
    }),
    field('reference', 'events', labels('Events', 'Acontecimientos', 'Esdeveniments'), {
      targets: ['event'],
      multiple: true,
      inverse: labels('Interventions', 'Intervenciones', 'Intervencions'),
    }),
    field('reference', 'victims', labels('For whom', 'Por quién', 'Per qui'), {
      targets: ['person', 'organisation'],
      multiple: true,
      listed: true,
      inverse: labels('Interventions received', 'Intervenciones recibidas', 'Intervencions rebudes'),
    }),
    field('date', 'date', labels('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
    field('reference', 'asked_of', labels('Asked of', 'Dirigida a', 'Adreçada a'), {
      targets: ['organisation', 'person'],
      multiple: true,
      facet: true,
      inverse: labels('Requests received', 'Pedidos recibidos', 'Peticions rebudes'),
    }),
    field('long_text', 'ask', labels('What is asked', 'Qué se pide', 'Què es demana')),
    field('term', 'state', labels('State', 'Estado', 'Estat'), {
      vocabulary: 'intervention_statuses',
      facet: true,
      listed: true,
    }),
    field('choice', 'priority', labels('Priority', 'Prioridad', 'Prioritat'), {
      facet: true,
      options: [
        {
          code: 'life_at_stake',
          label: labels('A life is at stake', 'Está en juego una vida', 'Hi ha una vida en joc'),
        },
        { code: 'urgent', label: labels('Urgent', 'Urgente', 'Urgent') },
        { code: 'ordinary', label: labels('Ordinary', 'Ordinaria', 'Ordinària') },
      ],
    }),
    field('term', 'response', labels('Response', 'Respuesta', 'Resposta'), {
      vocabulary: 'responses',
      multiple: true,
      facet: true,
    }),
    field(
      'date',
      'response_date',
      labels('Date of the response', 'Fecha de la respuesta', 'Data de la resposta'),
    ),
    field('term', 'impact', labels('Effect', 'Efecto', 'Efecte'), { vocabulary: 'impacts', facet: true }),
    notes,
  ],
})
