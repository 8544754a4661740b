import { labels } from '#platform/i18n'
import { defineRecordType, field, ofClass } from '#platform/records'

/** Something about the health of somebody in prison that cannot wait. All of it is of class health. */
export const healthAlert = defineRecordType({
  name: 'health_alert',
  label: labels('Health alert', 'Alerta de salud', 'Alerta de salut'),
  plural: labels('Health alerts', 'Alertas de salud', 'Alertes de salut'),
  title: [],
  belongsTo: 'detention',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'detention', labels('Detention', 'Detención', 'Detenció'), {
      targets: ['detention'],
      required: true,
      inverse: labels('Health alerts', 'Alertas de salud', 'Alertes de salut'),
    }),
    ...ofClass('health', [
      field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true }),
      field('choice', 'gravity', labels('How grave', 'Gravedad', 'Gravetat'), {
        required: true,
        options: [
          { code: 'life', label: labels('Life in danger', 'Riesgo de vida', 'Risc vital') },
          { code: 'serious', label: labels('Serious', 'Grave', 'Greu') },
          { code: 'watch', label: labels('To be watched', 'A seguir', 'A seguir') },
        ],
      }),
      field('long_text', 'what', labels('What', 'Qué', 'Què'), { required: true }),
      field('choice', 'care', labels('Care', 'Atención', 'Atenció'), {
        options: [
          { code: 'given', label: labels('Given', 'Recibe', 'En rep') },
          {
            code: 'refused',
            label: labels('Refused by the prison', 'La prisión la niega', 'La presó la nega'),
          },
          {
            code: 'declined',
            label: labels('Declined by the person', 'La persona la rechaza', 'La persona la rebutja'),
          },
          { code: 'unknown', label: labels('Not known', 'No se sabe', 'No se sap') },
        ],
      }),
      field('date', 'over', labels('Over since', 'Superada desde', 'Superada des de')),
    ]),
  ],
})
