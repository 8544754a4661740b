import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

const yesNo = [
  { code: 'yes', label: labels('Yes', 'Sí', 'Sí') },
  { code: 'no', label: labels('No', 'No', 'No') },
]

/** Who we are, as the forms of the mechanisms ask it: written once, used in every submission. */
export const submitter = defineRecordType({
  name: 'submitter',
  label: labels('Submitter', 'Quien presenta', 'Qui presenta'),
  plural: labels('Submitters', 'Quienes presentan', 'Qui presenta'),
  description: labels(
    'What mechanisms ask of whoever submits: name, address, registration, who signs.',
    'Lo que los mecanismos piden a quien presenta: nombre, domicilio, inscripción, quién firma.',
    'El que els mecanismes demanen a qui presenta: nom, adreça, inscripció, qui signa.',
  ),
  title: ['name'],
  beginsAs: 'internal',
  fields: [
    field('text', 'name', labels('Name', 'Nombre', 'Nom'), { required: true, sortable: true, listed: true }),
    field('choice', 'kind', labels('Who submits', 'Quién presenta', 'Qui presenta'), {
      required: true,
      listed: true,
      options: [
        {
          code: 'organisation',
          label: labels(
            'Non-governmental organisation',
            'Organización no gubernamental',
            'Organització no governamental',
          ),
        },
        { code: 'individual', label: labels('Individual', 'Persona particular', 'Persona particular') },
        { code: 'authority', label: labels('Public authority', 'Autoridad pública', 'Autoritat pública') },
      ],
    }),
    field('text', 'email', labels('E-mail', 'Correo electrónico', 'Correu electrònic')),
    field('text', 'phone', labels('Telephone', 'Teléfono', 'Telèfon')),
    field('text', 'address', labels('Postal address', 'Domicilio postal', 'Adreça postal')),
    field('term', 'registration_state', labels('Registered in', 'País de inscripción', "País d'inscripció"), {
      vocabulary: 'countries',
    }),
    field('date', 'registration_date', labels('Registered on', 'Fecha de inscripción', "Data d'inscripció")),
    field(
      'text',
      'registration_number',
      labels('Registration number', 'Número de inscripción', "Número d'inscripció"),
    ),
    field('localized_text', 'profile', labels('Short profile', 'Presentación breve', 'Presentació breu')),
    field(
      'text',
      'consultative_status',
      labels('ECOSOC status', 'Estatuto ante el ECOSOC', "Estatut davant l'ECOSOC"),
    ),
    field(
      'choice',
      'follows_up',
      labels(
        'Can relay replies and follow up',
        'Puede transmitir respuestas y dar seguimiento',
        'Pot transmetre respostes i fer-ne el seguiment',
      ),
      { options: yesNo },
    ),
    field(
      'text',
      'legal_representative',
      labels('Legal representative', 'Representante legal', 'Representant legal'),
    ),
    field('text', 'signatory', labels('Who signs', 'Quién firma', 'Qui signa')),
    field('text', 'signatory_role', labels('Signs as', 'Firma como', 'Signa com a')),
  ],
})
