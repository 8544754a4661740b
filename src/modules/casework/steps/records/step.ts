import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { answerLabels, counterpartLabels, optionsOf, stepKindLabels } from '../words-of-steps.ts'

/** A step taken: a call, a meeting, a visit, a message; what was asked, promised, and answered. Daily bread. */
export const step = defineRecordType({
  name: 'step',
  label: labels('Step taken', 'Gestión', 'Gestió'),
  plural: labels('Steps taken', 'Gestiones', 'Gestions'),
  description: labels(
    'A call, a meeting, a visit to prison, a message: with whom, what was asked and what was promised.',
    'Una llamada, una reunión, una visita a prisión, un mensaje: con quién, qué se pidió y qué se prometió.',
    'Una trucada, una reunió, una visita a presó, un missatge: amb qui, què es va demanar i què es va prometre.',
  ),
  title: ['kind', 'on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'on',
  sections: [
    { name: 'what', label: labels('What was done', 'Qué se hizo', 'Què es va fer') },
    { name: 'said', label: labels('What was said', 'Qué se dijo', 'Què es va dir') },
    { name: 'answer', label: labels('The answer', 'La respuesta', 'La resposta') },
  ],
  fields: [
    ...inSection('what', [
      field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
        required: true,
        facet: true,
        listed: true,
        options: optionsOf(stepKindLabels),
      }),
      field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
        targets: ['case'],
        facet: true,
        inverse: labels('Steps taken', 'Gestiones', 'Gestions'),
      }),
      field('choice', 'counterpart', labels('With', 'Con', 'Amb'), {
        facet: true,
        listed: true,
        options: optionsOf(counterpartLabels),
      }),
      field('reference', 'with', labels('Who exactly', 'Quién exactamente', 'Qui exactament'), {
        targets: ['person', 'organisation'],
        multiple: true,
        inverse: labels('Steps taken', 'Gestiones', 'Gestions'),
      }),
      field('text', 'with_words', labels('Or in words', 'O en palabras', 'O en paraules'), {
        class: 'identity',
        hint: labels(
          'Where there is no record of them: “the duty consul”.',
          'Si no hay ficha: «la cónsul de guardia».',
          'Si no hi ha fitxa: «la cònsol de guàrdia».',
        ),
      }),
      field('date', 'on', labels('When', 'Cuándo', 'Quan'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('moment', 'at', labels('At what hour', 'A qué hora', 'A quina hora')),
      field('term', 'by', labels('By whom', 'Quién la hizo', 'Qui la va fer'), {
        vocabulary: 'colleagues',
        facet: true,
        listed: true,
      }),
      field('term', 'team', labels('Team', 'Equipo', 'Equip'), { vocabulary: 'teams', facet: true }),
    ]),
    ...inSection('said', [
      field('long_text', 'asked', labels('What was asked', 'Qué se pidió', 'Què es va demanar'), {
        class: 'identity',
      }),
      field('long_text', 'promised', labels('What was promised', 'Qué se prometió', 'Què es va prometre'), {
        class: 'identity',
      }),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'identity' }),
      field('reference', 'source', labels('Message kept', 'Mensaje conservado', 'Missatge conservat'), {
        targets: ['source'],
        inverse: labels('Steps taken', 'Gestiones', 'Gestions'),
      }),
    ]),
    ...inSection('answer', [
      field('choice', 'answer', labels('Answer', 'Respuesta', 'Resposta'), {
        facet: true,
        listed: true,
        options: optionsOf(answerLabels),
      }),
      field(
        'date',
        'answer_by',
        labels('Answer expected by', 'Se espera respuesta para', 'S’espera resposta per al'),
        { exact: true, sortable: true },
      ),
      field('date', 'answered_on', labels('Answered on', 'Respondida el', 'Resposta el'), {
        exact: true,
        sortable: true,
      }),
      field(
        'long_text',
        'answer_words',
        labels('What was answered', 'Qué se respondió', 'Què es va respondre'),
        {
          class: 'identity',
        },
      ),
    ]),
  ],
})
