import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { assessmentAddress } from '../addresses.ts'

/**
 * What is known of the risk of atrocity crimes in a state on a day, by the fourteen factors of the United Nations'
 * Framework. It has no number: the factors stand beside each other, and people draw conclusions. It is seen by whoever
 * made it and those let in; nothing of it can become public.
 */
export const countryAssessment = defineRecordType({
  name: 'country_assessment',
  label: labels('Assessment of a state', 'Evaluación de un Estado', "Avaluació d'un Estat"),
  plural: labels('Assessments of states', 'Evaluaciones de Estados', "Avaluacions d'Estats"),
  description: labels(
    'The risk of atrocity crimes in a state on a day, by the fourteen factors of the UN Framework of Analysis (2014), with reasons and evidence. Internal.',
    'El riesgo de crímenes atroces en un Estado en un día, según los catorce factores del Marco de Análisis de la ONU (2014), con razones y pruebas. Interno.',
    "El risc de crims atroços en un Estat en un dia, segons els catorze factors del Marc d'Anàlisi de l'ONU (2014), amb raons i proves. Intern.",
  ),
  title: ['state', 'as_of'],
  page: assessmentAddress(':id'),
  beginsAs: 'restricted',
  timeline: 'as_of',
  map: 'state',
  sections: [
    { name: 'made', label: labels('How it was made', 'Cómo se hizo', 'Com es va fer') },
    { name: 'whole', label: labels('What it comes to', 'A qué se llega', 'A què s’arriba') },
  ],
  fields: [
    ...inSection('made', [
      field('term', 'state', labels('State', 'Estado', 'Estat'), {
        vocabulary: 'countries',
        required: true,
        facet: true,
        listed: true,
      }),
      field('date', 'as_of', labels('As of', 'A la fecha', 'A data de'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
        hint: labels(
          'The day on which this was known: 2026-11-21. What comes later belongs in a new one.',
          'El día en que se sabía esto: 2026-11-21. Lo posterior va en una nueva.',
          'El dia en què se sabia això: 2026-11-21. El que ve després va en una de nova.',
        ),
      }),
      field('term', 'by', labels('Who made it', 'Quién la hizo', 'Qui la va fer'), {
        vocabulary: 'colleagues',
        listed: true,
      }),
      field('text', 'with', labels('With whom', 'Con quiénes', 'Amb qui'), {
        hint: labels(
          'Organisations, experts, communities; without names of people at risk.',
          'Organizaciones, especialistas, comunidades; sin nombres de personas en riesgo.',
          'Organitzacions, especialistes, comunitats; sense noms de persones en risc.',
        ),
      }),
      field(
        'text',
        'groups',
        labels('Who could be targeted', 'Contra quiénes podría dirigirse', 'Contra qui podria anar'),
        {
          hint: labels(
            'Groups or populations, as they call themselves.',
            'Grupos o poblaciones, como se llaman a sí mismos.',
            'Grups o poblacions, com es diuen a si mateixos.',
          ),
        },
      ),
      field(
        'date',
        'review_on',
        labels('To be looked at again by', 'A revisar antes del', 'A revisar abans del'),
        {
          required: true,
          exact: true,
          sortable: true,
          listed: true,
          hint: labels(
            'Needed: an old assessment misleads whoever finds it.',
            'Obligatoria: una evaluación vieja confunde a quien la encuentra.',
            'Obligatòria: una avaluació vella confon qui la troba.',
          ),
        },
      ),
      field('choice', 'stage', labels('Stage', 'Etapa', 'Etapa'), {
        managed: true,
        facet: true,
        listed: true,
        options: [
          { code: 'draft', label: labels('Being made', 'En preparación', 'En preparació') },
          { code: 'complete', label: labels('Complete', 'Completa', 'Completa') },
        ],
      }),
    ]),
    ...inSection('whole', [
      field('long_text', 'summary', labels('In words', 'En palabras', 'En paraules'), {
        hint: labels(
          'What could happen, to whom, by whom, and what would show that it begins. No number.',
          'Qué podría pasar, a quiénes, por obra de quién, y qué mostraría que empieza. Sin números.',
          'Què podria passar, a qui, per obra de qui, i què mostraria que comença. Sense nombres.',
        ),
      }),
      field(
        'long_text',
        'changed',
        labels(
          'What changed since the last one',
          'Qué cambió desde la anterior',
          "Què ha canviat des de l'anterior",
        ),
      ),
      field('long_text', 'not_known', labels('What we do not know', 'Lo que no sabemos', 'El que no sabem')),
      field(
        'long_text',
        'done',
        labels('What could be done, by whom', 'Qué se podría hacer, y quién', 'Què es podria fer, i qui'),
      ),
    ]),
  ],
})
