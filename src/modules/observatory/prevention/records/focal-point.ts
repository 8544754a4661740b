import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** Whom to turn to about the prevention of atrocities in a state, and since when. */
export const focalPoint = defineRecordType({
  name: 'focal_point',
  label: labels('Focal point', 'Punto focal', 'Punt focal'),
  plural: labels('Focal points', 'Puntos focales', 'Punts focals'),
  description: labels(
    'Who is the focal point for the prevention of atrocities in which state.',
    'Quién es el punto focal para la prevención de atrocidades en cada Estado.',
    "Qui és el punt focal per a la prevenció d'atrocitats a cada Estat.",
  ),
  title: ['name'],
  map: 'state',
  fields: [
    field('text', 'name', labels('Name or office', 'Nombre o cargo', 'Nom o càrrec'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('term', 'state', labels('Of which states', 'De qué Estados', 'De quins Estats'), {
      vocabulary: 'countries',
      multiple: true,
      required: true,
      facet: true,
      listed: true,
    }),
    field('term', 'role', labels('Role', 'Función', 'Funció'), {
      vocabulary: 'focal_point_roles',
      required: true,
      facet: true,
      listed: true,
    }),
    field('term', 'colleague', labels('Person of ours', 'Persona nuestra', 'Persona nostra'), {
      vocabulary: 'colleagues',
    }),
    field(
      'reference',
      'organisation',
      labels('Organisation or office', 'Organización u oficina', 'Organització o oficina'),
      {
        targets: ['organisation'],
        inverse: labels('Focal points', 'Puntos focales', 'Punts focals'),
      },
    ),
    field('text', 'contact', labels('How to reach them', 'Cómo comunicarse', "Com s'hi contacta"), {
      class: 'identity',
      multiple: true,
    }),
    field('date', 'period', labels('Since when', 'Desde cuándo', 'Des de quan'), {
      hint: labels(
        'A date or a range; an open end while it lasts: 2025-03/..',
        'Una fecha o un intervalo; con final abierto mientras dure: 2025-03/..',
        'Una data o un interval; amb final obert mentre duri: 2025-03/..',
      ),
    }),
    field('url', 'address', labels('Source', 'Fuente', 'Font')),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
  ],
})
