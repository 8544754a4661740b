import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** For whom a document is made: the mechanism itself, what comes to the State, what is public, what a partner gets. */
export const audiences = ['mechanism', 'state', 'public', 'partner'] as const
export type Audience = (typeof audiences)[number]

export const audienceLabels = {
  mechanism: labels('The mechanism', 'El mecanismo', 'El mecanisme'),
  state: labels('The State', 'El Estado', "L'Estat"),
  public: labels('The public', 'El público', 'El públic'),
  partner: labels('A partner', 'Una organización aliada', 'Una organització aliada'),
} as const

/** A file of the case that goes along with a submission, in which copies, and who looked at what it tells of itself. */
export const submissionAnnex = defineRecordType({
  name: 'submission_annex',
  label: labels('Annex', 'Anexo', 'Annex'),
  plural: labels('Annexes', 'Anexos', 'Annexos'),
  title: ['position'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'submission', labels('Submission', 'Presentación', 'Presentació'), {
      targets: ['submission'],
      required: true,
      inverse: labels('Annexes', 'Anexos', 'Annexos'),
    }),
    field('number', 'position', labels('Number', 'Número', 'Número'), { sortable: true, listed: true }),
    field('text', 'attachment', labels('File', 'Archivo', 'Fitxer'), { managed: true }),
    field('text', 'name', labels('What it is', 'Qué es', 'Què és'), {
      required: true,
      class: 'identity',
      hint: labels(
        'As the list of annexes says it, without the name of whoever gave it.',
        'Como figura en la lista de anexos, sin el nombre de quien lo dio.',
        'Tal com surt a la llista d’annexos, sense el nom de qui el va donar.',
      ),
    }),
    field('choice', 'copies', labels('Goes to', 'Va a', 'Va a'), {
      multiple: true,
      required: true,
      options: audiences.map((code) => ({ code, label: audienceLabels[code] })),
    }),
    field('text', 'looked_at', labels('Looked at (SHA-256)', 'Revisado (SHA-256)', 'Revisat (SHA-256)'), {
      managed: true,
    }),
    field('term', 'looked_at_by', labels('Looked at by', 'Lo revisó', 'El va revisar'), {
      vocabulary: 'colleagues',
      managed: true,
    }),
  ],
})
