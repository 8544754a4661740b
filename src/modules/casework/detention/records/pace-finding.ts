import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { criteria, criterionLabels, findingLabels, findings } from '../criteria.ts'

/** What somebody found on one of the five criteria of a political prisoner (PACE, Resolution 1900 of 2012). */
export const paceFinding = defineRecordType({
  name: 'pace_finding',
  label: labels('Finding on a criterion', 'Conclusión sobre un criterio', 'Conclusió sobre un criteri'),
  plural: labels('Findings on criteria', 'Conclusiones sobre criterios', 'Conclusions sobre criteris'),
  description: labels(
    'The five criteria of Resolution 1900 (2012) of the Parliamentary Assembly of the Council of Europe, each assessed by a person, with reasons.',
    'Los cinco criterios de la Resolución 1900 (2012) de la Asamblea Parlamentaria del Consejo de Europa, cada uno evaluado por una persona, con motivos.',
    'Els cinc criteris de la Resolució 1900 (2012) de l’Assemblea Parlamentària del Consell d’Europa, cadascun avaluat per una persona, amb motius.',
  ),
  title: ['criterion', 'finding'],
  belongsTo: 'detention',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    field('reference', 'detention', labels('Detention', 'Detención', 'Detenció'), {
      targets: ['detention'],
      required: true,
      inverse: labels(
        'Criteria of a political prisoner',
        'Criterios de preso político',
        'Criteris de pres polític',
      ),
    }),
    field('choice', 'criterion', labels('Criterion', 'Criterio', 'Criteri'), {
      required: true,
      facet: true,
      listed: true,
      options: criteria.map((code) => ({ code, label: criterionLabels[code] })),
    }),
    field('choice', 'finding', labels('Finding', 'Conclusión', 'Conclusió'), {
      required: true,
      facet: true,
      listed: true,
      options: findings.map((code) => ({ code, label: findingLabels[code] })),
    }),
    field('text', 'assessed_by', labels('Assessed by', 'Evaluado por', 'Avaluat per'), {
      required: true,
      listed: true,
    }),
    field('date', 'on', labels('Date', 'Fecha', 'Data'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('long_text', 'reasons', labels('Reasons', 'Motivos', 'Motius'), { required: true }),
    field('reference', 'sources', labels('Sources', 'Fuentes', 'Fonts'), {
      targets: ['source'],
      multiple: true,
      inverse: labels(
        'Findings that rest on it',
        'Conclusiones que se apoyan en ella',
        "Conclusions que s'hi basen",
      ),
    }),
  ],
})
