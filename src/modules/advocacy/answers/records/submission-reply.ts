import { replyQualities } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { optionsOf, submissionField } from './options.ts'

/** Of how much worth a reply is. That there is none is not entered: it is computed from the clocks. */
export const qualityOptions = optionsOf(replyQualities.filter(({ id }) => id !== 'none'))

const family = [
  field(
    'date',
    'passed_on',
    labels(
      'Passed to the person or family on',
      'Entregada a la persona o familia el',
      'Lliurada a la persona o família el',
    ),
    {
      exact: true,
      sortable: true,
      hint: labels(
        'By the safe way of the case alone.',
        'Solo por la vía segura del caso.',
        'Només per la via segura del cas.',
      ),
    },
  ),
  field('term', 'passed_by', labels('Passed on by', 'La entregó', 'La va lliurar'), {
    vocabulary: 'colleagues',
  }),
  field('long_text', 'family_says', labels('What they say to it', 'Qué dicen de ella', 'Què en diuen'), {
    class: 'identity',
  }),
  field(
    'choice',
    'family_agrees',
    labels('Their comment may go', 'Su comentario puede ir', 'El seu comentari pot anar'),
    {
      hint: labels(
        'Asked of them for this comment, apart from their consents.',
        'Se les pregunta por este comentario, aparte de sus consentimientos.',
        'Se’ls pregunta per aquest comentari, a banda dels seus consentiments.',
      ),
      options: [
        {
          code: 'nowhere',
          label: labels(
            'Nowhere: it is for us',
            'A ningún lado: es para nosotros',
            'Enlloc: és per a nosaltres',
          ),
        },
        { code: 'body', label: labels('To the body', 'Al órgano', 'A l’òrgan') },
        {
          code: 'body_unnamed',
          label: labels(
            'To the body, without their names',
            'Al órgano, sin sus nombres',
            'A l’òrgan, sense els seus noms',
          ),
        },
        { code: 'public', label: labels('To the public', 'Al público', 'Al públic') },
      ],
    },
  ),
]

/** What came back on a submission: from whom, when, of how much worth, and what was done with it. */
export const submissionReply = defineRecordType({
  name: 'submission_reply',
  label: labels('Reply to a submission', 'Respuesta a una presentación', 'Resposta a una presentació'),
  plural: labels('Replies to submissions', 'Respuestas a presentaciones', 'Respostes a presentacions'),
  description: labels(
    'The answer of a State or a body, with its worth, what it left unanswered, and what the family says to it.',
    'La respuesta de un Estado o de un órgano, con su valor, lo que dejó sin responder y lo que la familia dice de ella.',
    'La resposta d’un Estat o d’un òrgan, amb el seu valor, el que va deixar sense respondre i el que la família en diu.',
  ),
  title: ['quality', 'received_on'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  timeline: 'received_on',
  sections: [
    { name: 'reply', label: labels('The reply', 'La respuesta', 'La resposta') },
    { name: 'ours', label: labels('What we say to it', 'Qué decimos de ella', 'Què en diem') },
    {
      name: 'family',
      label: labels('The person and the family', 'La persona y la familia', 'La persona i la família'),
    },
  ],
  fields: [
    ...inSection('reply', [
      submissionField(labels('Replies', 'Respuestas', 'Respostes')),
      field('choice', 'from', labels('From', 'De', 'De'), {
        required: true,
        facet: true,
        listed: true,
        options: [
          { code: 'state', label: labels('The State', 'El Estado', 'L’Estat') },
          { code: 'body', label: labels('The body', 'El órgano', 'L’òrgan') },
          { code: 'other', label: labels('Someone else', 'Otra parte', 'Una altra part') },
        ],
      }),
      field('text', 'from_words', labels('Who exactly', 'Quién exactamente', 'Qui exactament'), {
        hint: labels(
          'A ministry, a mission, an office.',
          'Un ministerio, una misión, una oficina.',
          'Un ministeri, una missió, una oficina.',
        ),
      }),
      field('date', 'dated', labels('Dated', 'Fechada el', 'Datada el'), { sortable: true }),
      field('date', 'received_on', labels('Received on', 'Recibida el', 'Rebuda el'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('text', 'official_code', labels('Its number', 'Su número', 'El seu número'), {
        hint: labels(
          '“AL ARG 3/2026”, “P-123-26”.',
          '«AL ARG 3/2026», «P-123-26».',
          '«AL ARG 3/2026», «P-123-26».',
        ),
      }),
      field('term', 'language', labels('Language', 'Idioma', 'Llengua'), { vocabulary: 'languages' }),
      field('choice', 'quality', labels('Its worth', 'Su valor', 'El seu valor'), {
        required: true,
        facet: true,
        listed: true,
        options: qualityOptions,
      }),
      field('long_text', 'says', labels('What it says', 'Qué dice', 'Què diu'), { class: 'identity' }),
      field(
        'text',
        'unanswered',
        labels('Left unanswered', 'Quedó sin responder', 'Va quedar sense respondre'),
        {
          multiple: true,
          class: 'identity',
          hint: labels('One question each.', 'Una pregunta en cada uno.', 'Una pregunta a cada un.'),
        },
      ),
    ]),
    ...inSection('ours', [
      field(
        'long_text',
        'comment',
        labels('Our comment', 'Nuestras observaciones', 'Les nostres observacions'),
        {
          class: 'identity',
        },
      ),
      field(
        'date',
        'comment_sent_on',
        labels(
          'Our comment went on',
          'Nuestras observaciones se enviaron el',
          'Les nostres observacions es van enviar el',
        ),
        { exact: true },
      ),
    ]),
    ...inSection('family', family),
  ],
})
