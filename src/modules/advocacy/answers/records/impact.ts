import { impactEvents } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf } from './options.ts'

/**
 * What changed for people, whoever brought it about: a release, a law, a reprisal. It may be laid beside submissions; that
 * one followed the other is not said by it.
 */
export const impact = defineRecordType({
  name: 'impact',
  label: labels('Impact', 'Impacto', 'Impacte'),
  plural: labels('Impacts', 'Impactos', 'Impactes'),
  description: labels(
    'A release, protection, a law changed, a reprisal: what changed for people. It may follow a submission without being its effect.',
    'Una liberación, una protección, una ley reformada, una represalia: lo que cambió para las personas. Puede seguir a una presentación sin ser su efecto.',
    'Un alliberament, una protecció, una llei reformada, una represàlia: el que va canviar per a les persones. Pot seguir una presentació sense ser-ne l’efecte.',
  ),
  title: ['kind', 'on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
      targets: ['case'],
      required: true,
      facet: true,
      inverse: labels('Impacts', 'Impactos', 'Impactes'),
    }),
    field('choice', 'kind', labels('What changed', 'Qué cambió', 'Què va canviar'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(impactEvents),
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true, sortable: true, listed: true }),
    field('reference', 'persons', labels('For whom', 'Para quién', 'Per a qui'), {
      targets: ['person'],
      multiple: true,
      inverse: labels('Impacts', 'Impactos', 'Impactes'),
    }),
    field(
      'reference',
      'submissions',
      labels('After submissions', 'Después de presentaciones', 'Després de presentacions'),
      {
        targets: ['submission'],
        multiple: true,
        inverse: labels('Impacts', 'Impactos', 'Impactes'),
      },
    ),
    field('choice', 'part', labels('Our part in it', 'Nuestra parte en ello', 'La nostra part'), {
      options: [
        { code: 'unknown', label: labels('Not known', 'No se sabe', 'No se sap') },
        { code: 'one_of_many', label: labels('One of many', 'Una entre muchas', 'Una entre moltes') },
        { code: 'said_by_others', label: labels('Others say so', 'Otros lo dicen', 'Altres ho diuen') },
        { code: 'none', label: labels('None', 'Ninguna', 'Cap') },
      ],
    }),
    field('long_text', 'words', labels('In words', 'En palabras', 'En paraules'), { class: 'identity' }),
    field('reference', 'source', labels('Source', 'Fuente', 'Font'), {
      targets: ['source'],
      required: true,
      inverse: labels('Impacts', 'Impactos', 'Impactes'),
    }),
  ],
})
