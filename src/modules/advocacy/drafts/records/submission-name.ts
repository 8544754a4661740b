import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What a person decided on a name that was found in a text and must not stand in a copy: every field set by the action. */
export const submissionName = defineRecordType({
  name: 'submission_name',
  label: labels('Name decided on', 'Nombre resuelto', 'Nom resolt'),
  plural: labels('Names decided on', 'Nombres resueltos', 'Noms resolts'),
  title: ['decision'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Names decided on', 'Nombres resueltos', 'Noms resolts'),
    }),
    field('choice', 'decision', labels('Decision', 'Decisión', 'Decisió'), {
      managed: true,
      required: true,
      options: [
        { code: 'code', label: labels('Put the code', 'Poner el código', 'Posar-hi el codi') },
        { code: 'other', label: labels('It is somebody else', 'Es otra persona', 'És una altra persona') },
      ],
    }),
    field('text', 'place', labels('In which text', 'En qué texto', 'En quin text'), {
      managed: true,
      required: true,
    }),
    field('text', 'text_hash', labels('Of which wording', 'De qué redacción', 'De quina redacció'), {
      managed: true,
      required: true,
    }),
    field('text', 'words', labels('Words found', 'Palabras halladas', 'Paraules trobades'), {
      managed: true,
      required: true,
      class: 'identity',
    }),
    field('text', 'whose', labels('Whose name', 'Nombre de quién', 'Nom de qui'), {
      managed: true,
      required: true,
      class: 'identity',
    }),
    field('term', 'by', labels('Decided by', 'Lo decidió', 'Ho va decidir'), {
      vocabulary: 'colleagues',
      managed: true,
      required: true,
    }),
  ],
})
