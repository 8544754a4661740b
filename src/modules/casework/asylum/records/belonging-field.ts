import { type Labels, labels } from '#platform/i18n'
import { field } from '#platform/records'

/** The request to which a record of this room belongs. */
export const requestField = (inverse: Labels) =>
  field('reference', 'request', labels('Asylum request', 'Solicitud de refugio', 'Sol·licitud d’asil'), {
    targets: ['asylum_request'],
    required: true,
    inverse,
  })
