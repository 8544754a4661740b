import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { lineStateLabels, optionsOf } from '../words-of-risk.ts'
import { aboutRisk } from './retention.ts'

/**
 * One line of a protection plan: what is done, about which factor, by whom, until when. Named as a task names its parts,
 * so that it stands among the tasks of its owner and is closed, postponed and given away with them.
 */
export const protectionLine = defineRecordType({
  name: 'protection_line',
  label: labels('Protection measure', 'Medida de protección', 'Mesura de protecció'),
  plural: labels('Protection measures', 'Medidas de protección', 'Mesures de protecció'),
  title: ['what'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'safe',
  retention: aboutRisk,
  fields: [
    field('text', 'what', labels('What is done', 'Qué se hace', 'Què es fa'), {
      required: true,
      sortable: true,
      listed: true,
      hint: labels(
        'Without names: it stands in lists.',
        'Sin nombres: figura en listas.',
        'Sense noms: surt en llistes.',
      ),
    }),
    field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
      targets: ['case'],
      required: true,
      inverse: labels('Protection plan', 'Plan de protección', 'Pla de protecció'),
    }),
    field(
      'reference',
      'factor',
      labels('Factor it acts on', 'Factor sobre el que actúa', 'Factor sobre el qual actua'),
      {
        targets: ['risk_factor'],
        required: true,
        inverse: labels('Protection measures', 'Medidas de protección', 'Mesures de protecció'),
      },
    ),
    field('term', 'owner', labels('Who sees to it', 'Quién se ocupa', 'Qui se n’ocupa'), {
      vocabulary: 'colleagues',
      required: true,
      facet: true,
      listed: true,
    }),
    field(
      'text',
      'done_by',
      labels(
        'Who does it, where it is not us',
        'Quién la hace, si no la hacemos nosotros',
        'Qui la fa, si no la fem nosaltres',
      ),
      {
        class: 'identity',
        hint: labels(
          'The person themselves, a neighbour, a partner organisation.',
          'La propia persona, alguien del barrio, una organización aliada.',
          'La mateixa persona, algú del barri, una organització aliada.',
        ),
      },
    ),
    field('date', 'safe', labels('By', 'Para el', 'Per al'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('long_text', 'details', labels('How', 'Cómo', 'Com'), { class: 'identity' }),
    field('long_text', 'location_details', labels('Where', 'Dónde', 'On'), { class: 'location' }),
    field(
      'long_text',
      'health_details',
      labels('What concerns health', 'Lo que toca a la salud', 'El que afecta la salut'),
      {
        class: 'health',
      },
    ),
    field('term', 'team', labels('Team', 'Equipo', 'Equip'), { vocabulary: 'teams' }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      managed: true,
      facet: true,
      listed: true,
      options: optionsOf(lineStateLabels),
    }),
    field('date', 'ended_on', labels('Ended on', 'Cerrada el', 'Tancada el'), { exact: true, managed: true }),
    field('long_text', 'ended_words', labels('How it ended', 'Cómo terminó', 'Com va acabar'), {
      managed: true,
      class: 'identity',
    }),
  ],
})
