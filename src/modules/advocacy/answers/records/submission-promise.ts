import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** Something that a reply promised, until when, and whether it came. */
export const submissionPromise = defineRecordType({
  name: 'submission_promise',
  label: labels('Promise in a reply', 'Promesa en una respuesta', 'Promesa en una resposta'),
  plural: labels('Promises in replies', 'Promesas en respuestas', 'Promeses en respostes'),
  title: ['promised'],
  belongsTo: 'reply',
  beginsAs: 'restricted',
  timeline: 'due',
  fields: [
    field('reference', 'reply', labels('Reply', 'Respuesta', 'Resposta'), {
      targets: ['submission_reply'],
      required: true,
      inverse: labels('Promises', 'Promesas', 'Promeses'),
    }),
    field('text', 'promised', labels('What was promised', 'Qué se prometió', 'Què es va prometre'), {
      required: true,
      listed: true,
      hint: labels(
        'Without names: it stands in lists.',
        'Sin nombres: figura en listas.',
        'Sense noms: surt en llistes.',
      ),
    }),
    field('date', 'due', labels('By', 'Para el', 'Per al'), { exact: true, sortable: true, listed: true }),
    field('choice', 'state', labels('What became of it', 'Qué pasó con ella', 'Què se n’ha fet'), {
      facet: true,
      listed: true,
      options: [
        { code: 'open', label: labels('Waited for', 'Se espera', 'S’espera') },
        { code: 'kept', label: labels('Kept', 'Cumplida', 'Complerta') },
        { code: 'partly', label: labels('Kept in part', 'Cumplida en parte', 'Complerta en part') },
        { code: 'broken', label: labels('Broken', 'Incumplida', 'Incomplerta') },
      ],
    }),
    field('date', 'seen_on', labels('Seen on', 'Constatado el', 'Constatat el'), { exact: true }),
    field('long_text', 'words', labels('How we know', 'Cómo lo sabemos', 'Com ho sabem'), {
      class: 'identity',
    }),
  ],
})
