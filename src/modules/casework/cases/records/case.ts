import { labels } from '#platform/i18n'
import { defineRecordType, inSection } from '#platform/records'
import { lacksVerification } from '../verification.ts'
import {
  associationFields,
  artistFields,
  disappearedFields,
  journalistFields,
  prisonerFields,
} from './kind-fields.ts'
import { caseFields, knowledgeFields, publicityFields, verificationFields } from './case-fields.ts'

/** Someone at risk, followed: who and what happened, what is decided and what is done. Named by a number and a code name. */
export const caseType = defineRecordType({
  name: 'case',
  label: labels('Case', 'Caso', 'Cas'),
  plural: labels('Cases', 'Casos', 'Casos'),
  description: labels(
    'Someone at risk, followed from the first news to the last call. Seen by its team alone.',
    'Alguien en riesgo, seguido desde la primera noticia hasta la última llamada. Lo ve solo su equipo.',
    'Algú en risc, seguit des de la primera notícia fins a l’última trucada. El veu només el seu equip.',
  ),
  title: ['reference', 'code_name'],
  numbered: { field: 'reference', prefix: 'AR' },
  beginsAs: 'restricted',
  page: '/workspace/case/:id',
  timeline: 'opened',
  map: 'country',
  holds: lacksVerification,
  retention: [
    {
      name: 'received',
      after: { event: 'field', field: 'received_until' },
      period: { count: 1, unit: 'days' },
      end: 'trash',
      why: labels(
        'It was handed over until that day and no longer.',
        'Se entregó hasta ese día y no más.',
        'Es va lliurar fins aquell dia i no més.',
      ),
      basis: labels(
        'The terms on which it was received.',
        'Las condiciones con que se recibió.',
        'Les condicions amb què es va rebre.',
      ),
    },
  ],
  sections: [
    { name: 'case', label: labels('The case', 'El caso', 'El cas') },
    { name: 'people', label: labels('Who and what', 'Quiénes y qué', 'Qui i què') },
    { name: 'artist', label: labels('The work', 'La obra', "L'obra") },
    { name: 'journalist', label: labels('Journalism', 'Periodismo', 'Periodisme') },
    { name: 'prisoner', label: labels('In prison', 'En prisión', 'A la presó') },
    { name: 'disappeared', label: labels('Last seen', 'Última vez', 'Última vegada') },
    { name: 'association', label: labels('The group', 'El grupo', 'El grup') },
    { name: 'publicity', label: labels('Publicity', 'Publicidad', 'Publicitat') },
    { name: 'verification', label: labels('Verification', 'Verificación', 'Verificació') },
  ],
  fields: [
    ...inSection('case', caseFields),
    ...inSection('people', knowledgeFields),
    ...inSection('artist', artistFields),
    ...inSection('journalist', journalistFields),
    ...inSection('prisoner', prisonerFields),
    ...inSection('disappeared', disappearedFields),
    ...inSection('association', associationFields),
    ...inSection('publicity', publicityFields),
    ...inSection('verification', verificationFields),
  ],
})
