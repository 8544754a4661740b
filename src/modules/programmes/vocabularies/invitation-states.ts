import { defineVocabulary } from '#platform/records'
import { words } from './words.ts'

/** From being thought of to having come; each ending is different for the person and for the cities. */
export const invitationStates = defineVocabulary({
  name: 'invitation_states',
  label: words('States of an invitation', 'Estados de una invitación', "Estats d'una invitació"),
  terms: [
    { code: 'proposed', label: words('Proposed', 'Propuesta', 'Proposada') },
    {
      code: 'invited',
      label: words('Invited, no answer yet', 'Invitada, sin respuesta', 'Convidada, sense resposta'),
    },
    { code: 'accepted', label: words('Accepted', 'Aceptó', 'Ha acceptat') },
    {
      code: 'visa_pending',
      parent: 'accepted',
      label: words('Awaiting a visa', 'Espera la visa', 'Espera el visat'),
    },
    {
      code: 'visa_granted',
      parent: 'accepted',
      label: words('Visa granted', 'Visa otorgada', 'Visat concedit'),
    },
    { code: 'came', label: words('Came', 'Vino', 'Ha vingut') },
    { code: 'did_not_come', label: words('Did not come', 'No vino', 'No ha vingut') },
    { code: 'declined', parent: 'did_not_come', label: words('Declined', 'Declinó', 'Ha declinat') },
    {
      code: 'visa_refused',
      parent: 'did_not_come',
      label: words('Visa refused', 'Visa negada', 'Visat denegat'),
    },
    {
      code: 'barred_from_leaving',
      parent: 'did_not_come',
      label: words(
        'Barred from leaving the country',
        'Impedida de salir del país',
        'Impedida de sortir del país',
      ),
      note: words(
        'It is also an act against the person: enter it in the registry.',
        'Es además un acto contra la persona: cárguelo en el registro.',
        'És també un acte contra la persona: entreu-lo al registre.',
      ),
    },
    { code: 'detained', parent: 'did_not_come', label: words('Detained', 'Detenida', 'Detinguda') },
    {
      code: 'unsafe_to_travel',
      parent: 'did_not_come',
      label: words('Unsafe to travel', 'Viaje no seguro', 'Viatge no segur'),
    },
    {
      code: 'postponed',
      label: words('Left for another edition', 'Pasa a otra edición', 'Passa a una altra edició'),
    },
  ],
})
