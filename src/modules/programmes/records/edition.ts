import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** One tour of defenders through the towns: two a year, spring and autumn. */
export const edition = defineRecordType({
  name: 'edition',
  label: labels('Edition', 'Edición', 'Edició'),
  plural: labels('Editions', 'Ediciones', 'Edicions'),
  title: ['name'],
  timeline: 'dates',
  fields: [
    field('text', 'name', labels('Name', 'Nombre', 'Nom'), { required: true, listed: true, sortable: true }),
    field('choice', 'season', labels('Season', 'Estación', 'Estació'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        { code: 'spring', label: labels('Spring', 'Primavera', 'Primavera') },
        { code: 'autumn', label: labels('Autumn', 'Otoño', 'Tardor') },
      ],
    }),
    field('date', 'dates', labels('Dates', 'Fechas', 'Dates'), {
      required: true,
      sortable: true,
      listed: true,
      hint: labels('First day / last day.', 'Primer día / último día.', 'Primer dia / últim dia.'),
    }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        { code: 'planned', label: labels('Planned', 'Prevista', 'Prevista') },
        { code: 'under_way', label: labels('Under way', 'En curso', 'En curs') },
        { code: 'done', label: labels('Done', 'Realizada', 'Feta') },
        { code: 'cancelled', label: labels('Cancelled', 'Cancelada', 'Cancel·lada') },
      ],
    }),
    field('reference', 'coordinator', labels('Coordinator', 'Coordinación', 'Coordinació'), {
      targets: ['person', 'organisation'],
      multiple: true,
      inverse: labels('Editions coordinated', 'Ediciones coordinadas', 'Edicions coordinades'),
    }),
    field('reference', 'municipalities', labels('Municipalities', 'Municipios', 'Municipis'), {
      targets: ['municipality'],
      multiple: true,
      facet: true,
      inverse: labels('Editions', 'Ediciones', 'Edicions'),
    }),
    field('text', 'emergency_line', labels('Emergency line', 'Línea de emergencia', "Línia d'emergència"), {
      class: 'identity',
      hint: labels(
        'Who answers day and night during the visit. It is printed on the sheet of each guest.',
        'Quién atiende de día y de noche durante la visita. Se imprime en la hoja de cada persona invitada.',
        'Qui respon de dia i de nit durant la visita. Surt imprès al full de cada persona convidada.',
      ),
    }),
    field('localized_text', 'theme', labels('Theme', 'Tema', 'Tema')),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
  ],
})
