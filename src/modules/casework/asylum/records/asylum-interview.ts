import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { requestField } from './belonging-field.ts'

/** An interview or a hearing: when, who interprets, who goes along. What was said is sealed. */
export const asylumInterview = defineRecordType({
  name: 'asylum_interview',
  label: labels('Interview', 'Entrevista', 'Entrevista'),
  plural: labels(
    'Interviews of asylum requests',
    'Entrevistas de solicitudes de refugio',
    'Entrevistes de sol·licituds d’asil',
  ),
  title: ['step', 'on'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    requestField(labels('Interviews', 'Entrevistas', 'Entrevistes')),
    field('term', 'step', labels('For which step', 'Para qué paso', 'Per a quin pas'), {
      vocabulary: 'asylum_steps',
      required: true,
      listed: true,
    }),
    field('date', 'on', labels('Day', 'Día', 'Dia'), { required: true, sortable: true, listed: true }),
    field('moment', 'at', labels('At what hour', 'A qué hora', 'A quina hora')),
    field('choice', 'held', labels('Was it held', '¿Se realizó?', 'Es va fer?'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        { code: 'planned', label: labels('Planned', 'Prevista', 'Prevista') },
        { code: 'held', label: labels('Held', 'Realizada', 'Feta') },
        {
          code: 'put_off',
          label: labels(
            'Put off by the authority',
            'Postergada por la autoridad',
            'Ajornada per l’autoritat',
          ),
        },
        {
          code: 'missed',
          label: labels('The person did not come', 'La persona no concurrió', 'La persona no hi va anar'),
        },
      ],
    }),
    field('reference', 'interpreter', labels('Interpreter', 'Intérprete', 'Intèrpret'), {
      targets: ['person', 'organisation'],
      inverse: labels('Interpreted at', 'Intérprete en', 'Intèrpret a'),
    }),
    field('term', 'language', labels('Language', 'Idioma', 'Idioma'), { vocabulary: 'languages' }),
    field('reference', 'accompanied_by', labels('Accompanied by', 'Acompañan', 'Hi acompanyen'), {
      targets: ['person', 'organisation'],
      multiple: true,
      inverse: labels('Accompanied to interviews', 'Acompañó a entrevistas', 'Va acompanyar a entrevistes'),
    }),
    field('text', 'place', labels('Where', 'Dónde', 'On'), { class: 'location' }),
    field('long_text', 'notes', labels('What was said', 'Qué se dijo', 'Què es va dir'), { class: 'sealed' }),
  ],
})
