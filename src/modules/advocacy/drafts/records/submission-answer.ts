import { fields } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/**
 * What a mechanism asks and no record of the case says: the title of a hearing, why a risk is urgent. Never a copy of
 * what the case says: that is mended there. At most one for each field of a submission.
 */
export const submissionAnswer = defineRecordType({
  name: 'submission_answer',
  label: labels('Answer in a submission', 'Respuesta en una presentación', 'Resposta en una presentació'),
  plural: labels('Answers in submissions', 'Respuestas en presentaciones', 'Respostes en presentacions'),
  title: ['asked'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Answers', 'Respuestas', 'Respostes'),
    }),
    field('choice', 'asked', labels('What is asked', 'Qué se pregunta', 'Què es pregunta'), {
      required: true,
      facet: true,
      listed: true,
      options: fields.map(({ id, label }) => ({ code: id, label: labels(label.en, label.es, label.ca) })),
    }),
    field('long_text', 'words', labels('Answer', 'Respuesta', 'Resposta'), {
      required: true,
      class: 'identity',
    }),
  ],
})
