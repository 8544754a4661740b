import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { notes } from './shared-fields.ts'

/**
 * What an initiative is before the law during a period. A record of its own, because it has its own source,
 * document and history: the line of them is the history of the initiative's freedom of association.
 */
export const legalStatus = defineRecordType({
  name: 'legal_status',
  label: labels('Legal status', 'Situación legal', 'Situació legal'),
  plural: labels('Legal statuses', 'Situaciones legales', 'Situacions legals'),
  title: ['summary'],
  timeline: 'period',
  retention: aboutViolations,
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'initiative', labels('Initiative', 'Iniciativa', 'Iniciativa'), {
      targets: ['organisation'],
      required: true,
      facet: true,
      listed: true,
      inverse: labels('Legal status by date', 'Situación legal por fecha', 'Situació legal per data'),
    }),
    field('term', 'status', labels('Status', 'Situación', 'Situació'), {
      vocabulary: 'legal_statuses',
      required: true,
      facet: true,
      listed: true,
    }),
    field('date', 'period', labels('From – until', 'Desde – hasta', 'Des de – fins a'), {
      required: true,
      sortable: true,
      listed: true,
      hint: labels(
        'Leave the end open while it lasts.',
        'Deje abierto el final mientras dure.',
        'Deixeu obert el final mentre duri.',
      ),
    }),
    field('reference', 'authority', labels('Authority', 'Autoridad', 'Autoritat'), {
      targets: ['organisation'],
      inverse: labels(
        'Legal statuses decided',
        'Situaciones legales resueltas',
        'Situacions legals resoltes',
      ),
    }),
    field('text', 'legal_basis', labels('Law applied', 'Norma aplicada', 'Norma aplicada')),
    field('reference', 'document', labels('Document', 'Documento', 'Document'), {
      targets: ['source'],
      multiple: true,
      inverse: labels(
        'Legal statuses it proves',
        'Situaciones legales que acredita',
        'Situacions legals que acredita',
      ),
    }),
    notes,
  ],
})
