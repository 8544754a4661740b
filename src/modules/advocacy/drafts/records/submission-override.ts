import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** A rule of a mechanism that is set aside in one submission, or another day than the computed one: with its reason. */
export const submissionOverride = defineRecordType({
  name: 'submission_override',
  label: labels('Rule set aside', 'Regla dejada de lado', 'Regla deixada de banda'),
  plural: labels('Rules set aside', 'Reglas dejadas de lado', 'Regles deixades de banda'),
  title: ['rule'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Rules set aside', 'Reglas dejadas de lado', 'Regles deixades de banda'),
    }),
    field('text', 'rule', labels('Rule', 'Regla', 'Regla'), { required: true, managed: true, listed: true }),
    field('date', 'day', labels('Day instead', 'Día en su lugar', 'Dia en lloc seu'), {
      managed: true,
      exact: true,
      listed: true,
    }),
    field('long_text', 'reason', labels('Why', 'Por qué', 'Per què'), { required: true, managed: true }),
    field('term', 'by', labels('Decided by', 'Lo decidió', 'Ho va decidir'), {
      vocabulary: 'colleagues',
      managed: true,
      listed: true,
    }),
  ],
})
