import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { recognitionLabels, recognitions } from '../criteria.ts'

/** That the organisation counts somebody as a prisoner of conscience or a political prisoner: its own word, with its author. */
export const prisonerDecision = defineRecordType({
  name: 'prisoner_decision',
  label: labels(
    'Decision on a prisoner',
    'Decisión sobre una persona presa',
    'Decisió sobre una persona presa',
  ),
  plural: labels(
    'Decisions on prisoners',
    'Decisiones sobre personas presas',
    'Decisions sobre persones preses',
  ),
  description: labels(
    'A later decision takes the place of the one before; all stay.',
    'Una decisión posterior reemplaza a la anterior; todas quedan.',
    'Una decisió posterior substitueix l’anterior; totes queden.',
  ),
  title: ['counts_as', 'on'],
  belongsTo: 'detention',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    field('reference', 'detention', labels('Detention', 'Detención', 'Detenció'), {
      targets: ['detention'],
      required: true,
      inverse: labels('Decisions', 'Decisiones', 'Decisions'),
    }),
    field('choice', 'counts_as', labels('Counted as', 'Se la cuenta como', 'Es compta com a'), {
      required: true,
      facet: true,
      listed: true,
      options: recognitions.map((code) => ({ code, label: recognitionLabels[code] })),
    }),
    field('text', 'decided_by', labels('Decided by', 'Decidido por', 'Decidit per'), {
      required: true,
      listed: true,
      hint: labels(
        'The person or body that answers for it.',
        'La persona u órgano que responde por ella.',
        'La persona o òrgan que en respon.',
      ),
    }),
    field('date', 'on', labels('Date', 'Fecha', 'Data'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('long_text', 'reasons', labels('Reasons', 'Motivos', 'Motius'), { required: true }),
  ],
})
