import { anchors } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** Events that are known from the submission and its replies themselves; the others are entered. */
export const ownAnchors = [
  'communication.transmittedDate',
  'submission.receivedDate',
  'application.date',
  'request.date',
  'reply.receivedDate',
] as const

/** Something that happened on a submission, from which a term is counted: a decision, a session, a hearing. */
export const submissionEvent = defineRecordType({
  name: 'submission_event',
  label: labels('Date of a submission', 'Fecha de una presentación', 'Data d’una presentació'),
  plural: labels('Dates of submissions', 'Fechas de presentaciones', 'Dates de presentacions'),
  title: ['what', 'on'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Dates', 'Fechas', 'Dates'),
    }),
    field('choice', 'what', labels('What happened', 'Qué pasó', 'Què va passar'), {
      required: true,
      facet: true,
      listed: true,
      options: Object.entries(anchors).map(([code, label]) => ({ code, label })),
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), {
      required: true,
      sortable: true,
      listed: true,
      hint: labels(
        'As well as it is known: a month or a year gives a range.',
        'Tan bien como se sepa: un mes o un año dan un intervalo.',
        'Tan bé com se sàpiga: un mes o un any donen un interval.',
      ),
    }),
    field('moment', 'at', labels('At what hour', 'A qué hora', 'A quina hora'), {
      hint: labels(
        'Where a term is counted in hours.',
        'Si un plazo se cuenta en horas.',
        'Si un termini es compta en hores.',
      ),
    }),
    field('text', 'rests_on', labels('How we know', 'Cómo lo sabemos', 'Com ho sabem')),
  ],
})
