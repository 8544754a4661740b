import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** "No sign by 20:00: call X, then plan B." Heard from, or missed when its moment passes. */
export const checkIn = defineRecordType({
  name: 'check_in',
  label: labels('Check-in', 'Aviso de vida', 'Senyal de vida'),
  plural: labels('Check-ins', 'Avisos de vida', 'Senyals de vida'),
  title: ['due'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
      targets: ['case'],
      required: true,
      facet: true,
      inverse: labels('Check-ins', 'Avisos de vida', 'Senyals de vida'),
    }),
    field('reference', 'person', labels('Who is to be heard', 'De quién se espera', 'De qui s’espera'), {
      targets: ['person'],
      inverse: labels('Check-ins', 'Avisos de vida', 'Senyals de vida'),
    }),
    field('moment', 'due', labels('A sign by', 'Señal antes de', 'Senyal abans de'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('long_text', 'first_step', labels('If there is none', 'Si no la hay', 'Si no n’hi ha'), {
      required: true,
      class: 'identity',
      hint: labels('Whom to call, and how.', 'A quién llamar y cómo.', 'A qui trucar i com.'),
    }),
    field('long_text', 'plan_b', labels('Then', 'Después', 'Després'), {
      class: 'identity',
      hint: labels(
        'Who decides, and what is done next.',
        'Quién decide y qué se hace después.',
        'Qui decideix i què es fa després.',
      ),
    }),
    field('moment', 'heard', labels('Heard from', 'Dio señal', 'Ha donat senyal'), {
      managed: true,
      sortable: true,
      listed: true,
    }),
    field('text', 'heard_how', labels('How', 'Cómo', 'Com'), { managed: true }),
    field('text', 'heard_by', labels('Noted by', 'Lo anotó', 'Ho va anotar'), { managed: true }),
  ],
})
