import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'

/** One person asked to one edition, and what became of it. */
export const invitation = defineRecordType({
  name: 'invitation',
  label: words('Invitation', 'Invitación', 'Invitació'),
  plural: words('Invitations', 'Invitaciones', 'Invitacions'),
  title: ['summary'],
  timeline: 'date',
  fields: [
    field('text', 'summary', words('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'edition', words('Edition', 'Edición', 'Edició'), {
      targets: ['edition'],
      required: true,
      facet: true,
      listed: true,
      inverse: words('Invitations', 'Invitaciones', 'Invitacions'),
    }),
    field('reference', 'person', words('Person', 'Persona', 'Persona'), {
      targets: ['person'],
      required: true,
      listed: true,
      inverse: words('Invitations', 'Invitaciones', 'Invitacions'),
    }),
    field('date', 'date', words('Sent on', 'Enviada el', 'Enviada el'), { sortable: true, listed: true }),
    field('term', 'state', words('State', 'Estado', 'Estat'), {
      vocabulary: 'invitation_states',
      required: true,
      facet: true,
      listed: true,
    }),
    field('date', 'state_date', words('State at', 'Estado al', 'Estat a'), { sortable: true }),
    // Who proposed a person may be as much at risk as the person.
    field('text', 'proposed_by', words('Proposed by', 'Propuesta por', 'Proposada per'), {
      class: 'identity',
    }),
    field(
      'long_text',
      'travel_papers',
      words('Visa and travel papers', 'Visa y documentos de viaje', 'Visat i documents de viatge'),
      {
        class: 'legal',
      },
    ),
    field('long_text', 'note', words('Note', 'Nota', 'Nota')),
  ],
})
