import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What the Committee on Non-Governmental Organizations did with an application for consultative status, and who stood in its way. */
export const ngoCommitteeAction = defineRecordType({
  name: 'ngo_committee_action',
  label: labels(
    'NGO Committee, an application',
    'Comité de ONG, una solicitud',
    "Comitè d'ONG, una sol·licitud",
  ),
  plural: labels('NGO Committee, applications', 'Comité de ONG, solicitudes', "Comitè d'ONG, sol·licituds"),
  description: labels(
    'An application for consultative status before the Committee on Non-Governmental Organizations: deferred by whose question, or decided.',
    'Una solicitud de estatus consultivo ante el Comité de Organizaciones No Gubernamentales: aplazada por la pregunta de quién, o decidida.',
    "Una sol·licitud d'estatus consultiu davant del Comitè d'Organitzacions No Governamentals: ajornada per la pregunta de qui, o decidida.",
  ),
  title: ['ngo', 'session'],
  timeline: 'on',
  fields: [
    field('text', 'ngo', labels('Organisation', 'Organización', 'Organització'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('text', 'session', labels('Session', 'Período de sesiones', 'Període de sessions'), {
      required: true,
      listed: true,
      hint: labels('As “2025 regular”.', 'Como «2025 ordinario».', 'Com ara «2025 ordinari».'),
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true, sortable: true, listed: true }),
    field('choice', 'outcome', labels('What came of it', 'Qué resultó', 'Què en va resultar'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        {
          code: 'deferred',
          label: labels('Deferred by a question', 'Aplazada por una pregunta', 'Ajornada per una pregunta'),
        },
        { code: 'recommended', label: labels('Recommended', 'Recomendada', 'Recomanada') },
        { code: 'refused', label: labels('Refused', 'Rechazada', 'Rebutjada') },
        { code: 'closed', label: labels('Closed or withdrawn', 'Cerrada o retirada', 'Tancada o retirada') },
        {
          code: 'granted',
          label: labels(
            'Granted by ECOSOC over the Committee',
            'Concedida por el ECOSOC contra el Comité',
            "Concedida per l'ECOSOC contra el Comitè",
          ),
        },
      ],
    }),
    field(
      'term',
      'state',
      labels('By the question or vote of', 'Por la pregunta o el voto de', 'Per la pregunta o el vot de'),
      {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
        listed: true,
      },
    ),
    field(
      'number',
      'times',
      labels(
        'How many times deferred by then',
        'Cuántas veces aplazada hasta entonces',
        'Quantes vegades ajornada fins aleshores',
      ),
      {},
    ),
    field('long_text', 'question', labels('The question', 'La pregunta', 'La pregunta'), {}),
    field('text', 'source', labels('Source', 'Fuente', 'Font'), {
      required: true,
      hint: labels(
        'Document and paragraph, or the broadcast and its minute.',
        'Documento y párrafo, o la transmisión y su minuto.',
        "Document i paràgraf, o l'emissió i el minut.",
      ),
    }),
    field('url', 'link', labels('Where it can be read', 'Dónde se puede leer', 'On es pot llegir'), {}),
  ],
})
