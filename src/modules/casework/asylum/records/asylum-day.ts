import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { requestField } from './belonging-field.ts'

/**
 * A day set by hand in the place of what a rule gives, with its reason. Which rule and from which record are set by the
 * action alone, which asks for both day and reason; what was computed then is kept beside it.
 */
export const asylumDay = defineRecordType({
  name: 'asylum_day',
  label: labels('Day set by hand', 'Fecha fijada a mano', 'Data fixada a mà'),
  plural: labels(
    'Days set by hand in asylum requests',
    'Fechas fijadas a mano en solicitudes de refugio',
    'Dates fixades a mà en sol·licituds d’asil',
  ),
  title: ['day'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'day',
  fields: [
    requestField(labels('Days set by hand', 'Fechas fijadas a mano', 'Dates fixades a mà')),
    field('text', 'rule', labels('Rule', 'Regla', 'Regla'), { managed: true }),
    field('text', 'of', labels('Counted from', 'Contada desde', 'Comptada des de'), { managed: true }),
    field('date', 'day', labels('Day', 'Día', 'Dia'), {
      exact: true,
      sortable: true,
      listed: true,
      managed: true,
    }),
    field('long_text', 'reason', labels('Why', 'Por qué', 'Per què'), { managed: true }),
    field(
      'text',
      'computed',
      labels('Computed when it was set', 'Lo calculado al fijarla', 'El que es va calcular en fixar-la'),
      {
        managed: true,
      },
    ),
  ],
})
