import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { certificateLabels, optionsOf } from '../options.ts'
import { requestField } from './belonging-field.ts'

/** A paper that holds for a time. Each renewal is a record of its own, so that no gap between two is lost. */
export const asylumCertificate = defineRecordType({
  name: 'asylum_certificate',
  label: labels('Certificate', 'Certificado', 'Certificat'),
  plural: labels(
    'Certificates of asylum requests',
    'Certificados de solicitudes de refugio',
    'Certificats de sol·licituds d’asil',
  ),
  title: ['kind', 'issued_on'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'expires_on',
  fields: [
    requestField(labels('Certificates', 'Certificados', 'Certificats')),
    field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(certificateLabels),
    }),
    field('date', 'issued_on', labels('Issued on', 'Emitido el', 'Emès el'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'expires_on', labels('Valid up to and with', 'Válido hasta el día', 'Vàlid fins al dia'), {
      exact: true,
      sortable: true,
      listed: true,
      hint: labels(
        'As the paper says. Left empty, it is counted by the rule of the procedure, where there is one.',
        'Como dice el papel. Si queda vacío, se cuenta por la regla del procedimiento, si la hay.',
        'Com diu el paper. Si queda buit, es compta per la regla del procediment, si n’hi ha.',
      ),
    }),
    field('text', 'number', labels('Number', 'Número', 'Número'), { class: 'identity' }),
    field(
      'date',
      'renewal_asked',
      labels('Renewal asked for on', 'Renovación pedida el', 'Renovació demanada el'),
      {
        exact: true,
      },
    ),
    field('text', 'kept', labels('Where it is kept', 'Dónde se guarda', 'On es guarda'), {
      class: 'location',
    }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'legal' }),
  ],
})
