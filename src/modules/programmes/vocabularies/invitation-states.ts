import { labels } from '#platform/i18n'
import { defineVocabulary } from '#platform/records'

/** From being thought of to having come; each ending is different for the person and for the cities. */
export const invitationStates = defineVocabulary({
  name: 'invitation_states',
  label: labels('States of an invitation', 'Estados de una invitación', "Estats d'una invitació"),
  terms: [
    { code: 'proposed', label: labels('Proposed', 'Propuesta', 'Proposada') },
    {
      code: 'invited',
      label: labels('Invited, no answer yet', 'Invitada, sin respuesta', 'Convidada, sense resposta'),
    },
    { code: 'accepted', label: labels('Accepted', 'Aceptó', 'Ha acceptat') },
    {
      code: 'visa_pending',
      parent: 'accepted',
      label: labels('Awaiting a visa', 'Espera la visa', 'Espera el visat'),
    },
    {
      code: 'visa_granted',
      parent: 'accepted',
      label: labels('Visa granted', 'Visa otorgada', 'Visat concedit'),
    },
    { code: 'came', label: labels('Came', 'Vino', 'Ha vingut') },
    { code: 'did_not_come', label: labels('Did not come', 'No vino', 'No ha vingut') },
    { code: 'declined', parent: 'did_not_come', label: labels('Declined', 'Declinó', 'Ha declinat') },
    {
      code: 'visa_refused',
      parent: 'did_not_come',
      label: labels('Visa refused', 'Visa negada', 'Visat denegat'),
    },
    {
      code: 'barred_from_leaving',
      parent: 'did_not_come',
      label: labels(
        'Barred from leaving the country',
        'Impedida de salir del país',
        'Impedida de sortir del país',
      ),
      note: labels(
        'It is also an act against the person: enter it in the registry.',
        'Es además un acto contra la persona: cárguelo en el registro.',
        'És també un acte contra la persona: entreu-lo al registre.',
      ),
    },
    { code: 'detained', parent: 'did_not_come', label: labels('Detained', 'Detenida', 'Detinguda') },
    {
      code: 'unsafe_to_travel',
      parent: 'did_not_come',
      label: labels('Unsafe to travel', 'Viaje no seguro', 'Viatge no segur'),
    },
    {
      code: 'postponed',
      label: labels('Left for another edition', 'Pasa a otra edición', 'Passa a una altra edició'),
    },
  ],
})
