import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, taskStateLabels } from '../words-of-steps.ts'

/**
 * Something to be done by somebody until a day. The safe day is the organisation's own and orders it; the legal day is
 * the last one, and stands beside it.
 */
export const task = defineRecordType({
  name: 'task',
  label: labels('Task', 'Tarea', 'Tasca'),
  plural: labels('Tasks and deadlines', 'Tareas y plazos', 'Tasques i terminis'),
  title: ['what'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'safe',
  fields: [
    field('text', 'what', labels('What is to be done', 'Qué hay que hacer', 'Què cal fer'), {
      required: true,
      sortable: true,
      listed: true,
      hint: labels(
        'Without names: it stands in lists.',
        'Sin nombres: figura en listas.',
        'Sense noms: surt en llistes.',
      ),
    }),
    field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
      targets: ['case'],
      facet: true,
      inverse: labels('Tasks and deadlines', 'Tareas y plazos', 'Tasques i terminis'),
    }),
    field('term', 'owner', labels('Whose', 'De quién', 'De qui'), {
      vocabulary: 'colleagues',
      required: true,
      facet: true,
      listed: true,
    }),
    field('term', 'team', labels('Team', 'Equipo', 'Equip'), { vocabulary: 'teams', facet: true }),
    field('date', 'safe', labels('Safe day', 'Fecha segura', 'Data segura'), {
      exact: true,
      sortable: true,
      listed: true,
      hint: labels(
        'The day by which we want it done.',
        'El día para el que queremos tenerla hecha.',
        'El dia per al qual la volem tenir feta.',
      ),
    }),
    field('date', 'legal', labels('Legal day', 'Fecha legal', 'Data legal'), {
      exact: true,
      sortable: true,
      listed: true,
      hint: labels('After it, it is too late.', 'Después ya no sirve.', 'Després ja és tard.'),
    }),
    field(
      'text',
      'rests_on',
      labels(
        'What the legal day rests on',
        'En qué se funda la fecha legal',
        'En què es fonamenta la data legal',
      ),
    ),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      managed: true,
      facet: true,
      listed: true,
      options: optionsOf(taskStateLabels),
    }),
    field('reference', 'step', labels('Came of', 'Surgió de', 'Va sorgir de'), {
      targets: ['step'],
      inverse: labels('Next step', 'Próximo paso', 'Pròxim pas'),
    }),
    field('date', 'ended_on', labels('Ended on', 'Cerrada el', 'Tancada el'), { exact: true, managed: true }),
    field('long_text', 'ended_words', labels('How it ended', 'Cómo terminó', 'Com va acabar'), {
      managed: true,
      class: 'identity',
    }),
  ],
})
