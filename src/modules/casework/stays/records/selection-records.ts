import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { neutral, optionsOf, partFields, sealedWords } from './part-fields.ts'

/** Somebody other than the nominator asked about the guest and the risk. */
export const referenceCheck = defineRecordType({
  name: 'refuge_reference',
  label: labels('Reference check', 'Consulta de referencias', 'Consulta de referències'),
  plural: labels('Reference checks', 'Consultas de referencias', 'Consultes de referències'),
  title: ['result', 'on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  fields: [
    ...partFields(labels('Reference checks', 'Consultas de referencias', 'Consultes de referències')),
    field('reference', 'asked', labels('Who was asked', 'A quién se consultó', 'A qui es va consultar'), {
      targets: ['organisation', 'person'],
      required: true,
      inverse: labels('Asked as reference', 'Dio referencias', 'Va donar referències'),
      hint: labels(
        'Somebody other than who nominates.',
        'Alguien distinto de quien propone.',
        'Algú diferent de qui proposa.',
      ),
    }),
    field('date', 'on', labels('On', 'El', 'El'), { required: true, exact: true, listed: true }),
    field('term', 'by', labels('By', 'La hizo', 'La va fer'), { vocabulary: 'colleagues', required: true }),
    field('choice', 'result', labels('What it gave', 'Qué resultó', 'Què en va resultar'), {
      required: true,
      listed: true,
      options: optionsOf({
        confirms: labels('Confirms', 'Confirma', 'Confirma'),
        partly: labels('Confirms in part', 'Confirma en parte', 'Confirma en part'),
        contradicts: labels('Contradicts', 'Contradice', 'Contradiu'),
        no_answer: labels('No answer', 'Sin respuesta', 'Sense resposta'),
      }),
    }),
    sealedWords('words', labels('What they said', 'Lo que dijo', 'El que va dir')),
  ],
})

/**
 * One member of the selection for one stay: the declaration first, then the opinion in words. There are no points: no
 * person is measured against another. Who declared a conflict gives none and decides nothing; the database refuses it.
 */
export const selectionVoice = defineRecordType({
  name: 'refuge_voice',
  label: labels('Voice in the selection', 'Voz en la selección', 'Veu en la selecció'),
  plural: labels('Voices in the selection', 'Voces en la selección', 'Veus en la selecció'),
  title: ['declared_on', 'conflict'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  fields: [
    ...partFields(labels('Voices in the selection', 'Voces en la selección', 'Veus en la selecció')),
    field('term', 'member', labels('Member', 'Integrante', 'Membre'), {
      vocabulary: 'colleagues',
      managed: true,
      required: true,
      listed: true,
    }),
    field(
      'choice',
      'conflict',
      labels('Conflict of interest', 'Conflicto de intereses', "Conflicte d'interessos"),
      {
        managed: true,
        required: true,
        listed: true,
        options: optionsOf({
          none: labels('None', 'Ninguno', 'Cap'),
          declared: labels('Declared', 'Declarado', 'Declarat'),
        }),
      },
    ),
    sealedWords('conflict_words', labels('Which', 'Cuál', 'Quin')),
    field('date', 'declared_on', labels('Declared on', 'Declarado el', 'Declarat el'), {
      managed: true,
      required: true,
      exact: true,
    }),
    field('choice', 'opinion', labels('Opinion', 'Opinión', 'Opinió'), {
      managed: true,
      listed: true,
      options: optionsOf({
        receive: labels('Receive', 'Recibir', 'Acollir'),
        not_now: labels('Not this time', 'No esta vez', 'No aquesta vegada'),
        abstains: labels('Abstains', 'Se abstiene', "S'absté"),
      }),
    }),
    field('long_text', 'reasons', labels('Reasons', 'Motivos', 'Motius'), { managed: true, hint: neutral }),
  ],
})
