import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'
import { notes } from './shared-fields.ts'

/** What someone did for the victim, ours or others', with what was answered and what it changed. */
export const intervention = defineRecordType({
  name: 'intervention',
  label: words('Intervention', 'Intervención', 'Intervenció'),
  plural: words('Interventions', 'Intervenciones', 'Intervencions'),
  title: ['summary'],
  timeline: 'date',
  fields: [
    field('text', 'summary', words('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
      vocabulary: 'intervention_kinds',
      required: true,
      multiple: true,
      facet: true,
      listed: true,
    }),
    field('reference', 'intervening', words('Who intervenes', 'Quién interviene', 'Qui intervé'), {
      targets: ['organisation', 'person'],
      multiple: true,
      facet: true,
      inverse: words('Interventions made', 'Intervenciones realizadas', 'Intervencions fetes'),
    }),
    field('reference', 'events', words('Events', 'Acontecimientos', 'Esdeveniments'), {
      targets: ['event'],
      multiple: true,
      inverse: words('Interventions', 'Intervenciones', 'Intervencions'),
    }),
    field('reference', 'victims', words('For whom', 'Por quién', 'Per qui'), {
      targets: ['person', 'organisation'],
      multiple: true,
      listed: true,
      inverse: words('Interventions received', 'Intervenciones recibidas', 'Intervencions rebudes'),
    }),
    field('date', 'date', words('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
    field('reference', 'asked_of', words('Asked of', 'Dirigida a', 'Adreçada a'), {
      targets: ['organisation', 'person'],
      multiple: true,
      facet: true,
      inverse: words('Requests received', 'Pedidos recibidos', 'Peticions rebudes'),
    }),
    field('long_text', 'ask', words('What is asked', 'Qué se pide', 'Què es demana')),
    field('term', 'state', words('State', 'Estado', 'Estat'), {
      vocabulary: 'intervention_statuses',
      facet: true,
      listed: true,
    }),
    field('choice', 'priority', words('Priority', 'Prioridad', 'Prioritat'), {
      facet: true,
      options: [
        {
          code: 'life_at_stake',
          label: words('A life is at stake', 'Está en juego una vida', 'Hi ha una vida en joc'),
        },
        { code: 'urgent', label: words('Urgent', 'Urgente', 'Urgent') },
        { code: 'ordinary', label: words('Ordinary', 'Ordinaria', 'Ordinària') },
      ],
    }),
    field('term', 'response', words('Response', 'Respuesta', 'Resposta'), {
      vocabulary: 'responses',
      multiple: true,
      facet: true,
    }),
    field(
      'date',
      'response_date',
      words('Date of the response', 'Fecha de la respuesta', 'Data de la resposta'),
    ),
    field('term', 'impact', words('Effect', 'Efecto', 'Efecte'), { vocabulary: 'impacts', facet: true }),
    notes,
  ],
})
