import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'

/** One tour of defenders through the towns: two a year, spring and autumn. */
export const edition = defineRecordType({
  name: 'edition',
  label: words('Edition', 'Edición', 'Edició'),
  plural: words('Editions', 'Ediciones', 'Edicions'),
  title: ['name'],
  timeline: 'dates',
  fields: [
    field('text', 'name', words('Name', 'Nombre', 'Nom'), { required: true, listed: true, sortable: true }),
    field('choice', 'season', words('Season', 'Estación', 'Estació'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        { code: 'spring', label: words('Spring', 'Primavera', 'Primavera') },
        { code: 'autumn', label: words('Autumn', 'Otoño', 'Tardor') },
      ],
    }),
    field('date', 'dates', words('Dates', 'Fechas', 'Dates'), {
      required: true,
      sortable: true,
      listed: true,
      hint: words('First day / last day.', 'Primer día / último día.', 'Primer dia / últim dia.'),
    }),
    field('choice', 'state', words('State', 'Estado', 'Estat'), {
      required: true,
      facet: true,
      listed: true,
      options: [
        { code: 'planned', label: words('Planned', 'Prevista', 'Prevista') },
        { code: 'under_way', label: words('Under way', 'En curso', 'En curs') },
        { code: 'done', label: words('Done', 'Realizada', 'Feta') },
        { code: 'cancelled', label: words('Cancelled', 'Cancelada', 'Cancel·lada') },
      ],
    }),
    field('reference', 'coordinator', words('Coordinator', 'Coordinación', 'Coordinació'), {
      targets: ['person', 'organisation'],
      multiple: true,
      inverse: words('Editions coordinated', 'Ediciones coordinadas', 'Edicions coordinades'),
    }),
    field('reference', 'municipalities', words('Municipalities', 'Municipios', 'Municipis'), {
      targets: ['municipality'],
      multiple: true,
      facet: true,
      inverse: words('Editions', 'Ediciones', 'Edicions'),
    }),
    field('text', 'emergency_line', words('Emergency line', 'Línea de emergencia', "Línia d'emergència"), {
      class: 'identity',
      hint: words(
        'Who answers day and night during the visit. It is printed on the sheet of each guest.',
        'Quién atiende de día y de noche durante la visita. Se imprime en la hoja de cada persona invitada.',
        'Qui respon de dia i de nit durant la visita. Surt imprès al full de cada persona convidada.',
      ),
    }),
    field('localized_text', 'theme', words('Theme', 'Tema', 'Tema')),
    field('long_text', 'notes', words('Notes', 'Notas', 'Notes')),
  ],
})
