import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { aftermathFields, captivityFields, deathFields } from './act-details.ts'
import { field, inSection } from './fields.ts'
import { countries, externalIds, notes } from './shared-fields.ts'

/** One kind of act against one victim, be it a person, a group, an organisation or an institution. */
export const act = defineRecordType({
  name: 'act',
  label: words('Act', 'Acto', 'Acte'),
  plural: words('Acts', 'Actos', 'Actes'),
  description: words(
    'One kind of act against one victim. Three people arrested are three acts of the same event.',
    'Una clase de acto contra una víctima. Tres personas detenidas son tres actos del mismo acontecimiento.',
    'Una classe d’acte contra una víctima. Tres persones detingudes són tres actes del mateix esdeveniment.',
  ),
  title: ['summary'],
  timeline: 'date',
  map: 'country',
  sections: [
    { name: 'act', label: words('The act', 'El acto', "L'acte") },
    { name: 'captivity', label: words('Detention', 'Detención', 'Detenció') },
    { name: 'death', label: words('Death and search', 'Muerte y búsqueda', 'Mort i cerca') },
    { name: 'aftermath', label: words('Consequences', 'Consecuencias', 'Conseqüències') },
  ],
  fields: [
    ...inSection('act', [
      field('text', 'summary', words('In one line', 'En una línea', 'En una línia'), {
        required: true,
        listed: true,
      }),
      field('term', 'act_type', words('Type of act', 'Tipo de acto', "Tipus d'acte"), {
        vocabulary: 'act_types',
        required: true,
        facet: true,
        listed: true,
      }),
      field('reference', 'victim', words('Victim', 'Víctima', 'Víctima'), {
        targets: ['person', 'organisation'],
        required: true,
        listed: true,
        inverse: words('Acts suffered', 'Actos padecidos', 'Actes patits'),
      }),
      field('reference', 'event', words('Event', 'Acontecimiento', 'Esdeveniment'), {
        targets: ['event'],
        inverse: words('Acts', 'Actos', 'Actes'),
      }),
      field('date', 'date', words('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
      countries,
      field('reference', 'place', words('Place', 'Lugar', 'Lloc'), {
        targets: ['place'],
        facet: true,
        inverse: words('Acts here', 'Actos aquí', 'Actes aquí'),
      }),
      field('place', 'location', words('Where, in words', 'Dónde, en palabras', 'On, en paraules')),
      field('term', 'methods', words('Method', 'Método', 'Mètode'), {
        vocabulary: 'methods',
        multiple: true,
        facet: true,
      }),
      field('text', 'age_at_time', words('Age at the time', 'Edad al momento', 'Edat en aquell moment')),
      field('text', 'stated_reason', words('Reason given', 'Motivo invocado', 'Motiu invocat')),
      field(
        'text',
        'law_applied',
        words('National law applied', 'Norma nacional aplicada', 'Norma nacional aplicada'),
        {
          multiple: true,
        },
      ),
      field(
        'text',
        'instruments',
        words(
          'International norms breached',
          'Normas internacionales vulneradas',
          'Normes internacionals vulnerades',
        ),
        {
          multiple: true,
          hint: words('Treaty and article.', 'Tratado y artículo.', 'Tractat i article.'),
        },
      ),
      field(
        'term',
        'outcome',
        words('Outcome for the victim', 'Situación al final del acto', "Situació al final de l'acte"),
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
