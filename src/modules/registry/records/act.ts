import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { aftermathFields, captivityFields, deathFields } from './act-details.ts'
import { aboutViolations } from './retention.ts'
import { countries, externalIds, notes } from './shared-fields.ts'

/** One kind of act against one victim, be it a person, a group, an organisation or an institution. */
export const act = defineRecordType({
  name: 'act',
  label: labels('Act', 'Acto', 'Acte'),
  plural: labels('Acts', 'Actos', 'Actes'),
  description: labels(
    'One kind of act against one victim. Three people arrested are three acts of the same event.',
    'Una clase de acto contra una víctima. Tres personas detenidas son tres actos del mismo acontecimiento.',
    'Una classe d’acte contra una víctima. Tres persones detingudes són tres actes del mateix esdeveniment.',
  ),
  title: ['summary'],
  timeline: 'date',
  map: 'country',
  sections: [
    { name: 'act', label: labels('The act', 'El acto', "L'acte") },
    { name: 'captivity', label: labels('Detention', 'Detención', 'Detenció') },
    { name: 'death', label: labels('Death and search', 'Muerte y búsqueda', 'Mort i cerca') },
    { name: 'aftermath', label: labels('Consequences', 'Consecuencias', 'Conseqüències') },
  ],
  retention: aboutViolations,
  fields: [
    ...inSection('act', [
      field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
        required: true,
        listed: true,
      }),
      field('term', 'act_type', labels('Type of act', 'Tipo de acto', "Tipus d'acte"), {
        vocabulary: 'act_types',
        required: true,
        facet: true,
        listed: true,
      }),
      field('reference', 'victim', labels('Victim', 'Víctima', 'Víctima'), {
        targets: ['person', 'organisation'],
        required: true,
        listed: true,
        inverse: labels('Acts suffered', 'Actos padecidos', 'Actes patits'),
      }),
      field('reference', 'event', labels('Event', 'Acontecimiento', 'Esdeveniment'), {
        targets: ['event'],
        inverse: labels('Acts', 'Actos', 'Actes'),
      }),
      field('date', 'date', labels('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
      countries,
      field('reference', 'place', labels('Place', 'Lugar', 'Lloc'), {
        targets: ['place'],
        facet: true,
        inverse: labels('Acts here', 'Actos aquí', 'Actes aquí'),
      }),
      field('place', 'location', labels('Where, in words', 'Dónde, en palabras', 'On, en paraules')),
      field('term', 'methods', labels('Method', 'Método', 'Mètode'), {
        vocabulary: 'methods',
        multiple: true,
        facet: true,
      }),
      field('text', 'age_at_time', labels('Age at the time', 'Edad al momento', 'Edat en aquell moment')),
      field('text', 'stated_reason', labels('Reason given', 'Motivo invocado', 'Motiu invocat')),
      field(
        'text',
        'law_applied',
        labels('National law applied', 'Norma nacional aplicada', 'Norma nacional aplicada'),
        {
          multiple: true,
        },
      ),
      field(
        'text',
        'instruments',
        labels(
          'International norms breached',
          'Normas internacionales vulneradas',
          'Normes internacionals vulnerades',
        ),
        {
          multiple: true,
          hint: labels('Treaty and article.', 'Tratado y artículo.', 'Tractat i article.'),
        },
      ),
      field(
        'term',
        'outcome',
        labels('Outcome for the victim', 'Situación al final del acto', "Situació al final de l'acte"),
        {
          vocabulary: 'victim_statuses',
          facet: true,
          listed: true,
        },
      ),
      externalIds,
      notes,
    ]),
    ...captivityFields,
    ...deathFields,
    ...aftermathFields,
  ],
})
