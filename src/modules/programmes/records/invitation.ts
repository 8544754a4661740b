import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** One person asked to one edition, and what became of it. */
export const invitation = defineRecordType({
  name: 'invitation',
  label: labels('Invitation', 'Invitación', 'Invitació'),
  plural: labels('Invitations', 'Invitaciones', 'Invitacions'),
  title: ['summary'],
  timeline: 'date',
  retention: [
    {
      name: 'after_invitation',
      after: { event: 'activity' },
      period: { count: 5, unit: 'years' },
      end: 'trash',
      why: labels(
        'Who was invited and did not come is nobody’s business for long.',
        'A quién se invitó y no vino no hace falta saberlo por mucho tiempo.',
        'A qui es va convidar i no va venir no cal saber-ho gaire temps.',
      ),
    },
  ],
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'edition', labels('Edition', 'Edición', 'Edició'), {
      targets: ['edition'],
      required: true,
      facet: true,
      listed: true,
      inverse: labels('Invitations', 'Invitaciones', 'Invitacions'),
    }),
    field('reference', 'person', labels('Person', 'Persona', 'Persona'), {
      targets: ['person'],
      required: true,
      listed: true,
      inverse: labels('Invitations', 'Invitaciones', 'Invitacions'),
    }),
    field('date', 'date', labels('Sent on', 'Enviada el', 'Enviada el'), { sortable: true, listed: true }),
    field('term', 'state', labels('State', 'Estado', 'Estat'), {
      vocabulary: 'invitation_states',
      required: true,
      facet: true,
      listed: true,
    }),
    field('date', 'state_date', labels('State at', 'Estado al', 'Estat a'), { sortable: true }),
    // Who proposed a person may be as much at risk as the person.
    field('text', 'proposed_by', labels('Proposed by', 'Propuesta por', 'Proposada per'), {
      class: 'identity',
    }),
    field(
      'long_text',
      'travel_papers',
      labels('Visa and travel papers', 'Visa y documentos de viaje', 'Visat i documents de viatge'),
      {
        class: 'legal',
      },
    ),
    field('long_text', 'note', labels('Note', 'Nota', 'Nota')),
  ],
})
