import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { itemKindLabels, optionsOf } from '../bodies.ts'

/** One of our things at a session: a submission, a hearing, a meeting; who goes, with what instructions, what came of it. */
export const sessionItem = defineRecordType({
  name: 'session_item',
  label: labels('Item of a session', 'Punto de una sesión', 'Punt d’una sessió'),
  plural: labels('Items of sessions', 'Puntos de sesiones', 'Punts de sessions'),
  title: ['what'],
  belongsTo: 'session',
  fields: [
    field('reference', 'session', labels('Session', 'Sesión', 'Sessió'), {
      targets: ['session'],
      required: true,
      inverse: labels('Our items', 'Nuestros puntos', 'Els nostres punts'),
    }),
    field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(itemKindLabels),
    }),
    field('text', 'what', labels('What', 'Qué', 'Què'), {
      required: true,
      listed: true,
      hint: labels(
        'Without names of people: it stands in lists.',
        'Sin nombres de personas: figura en listas.',
        'Sense noms de persones: surt en llistes.',
      ),
    }),
    field('moment', 'at', labels('At what hour', 'A qué hora', 'A quina hora'), { sortable: true }),
    field(
      'reference',
      'submissions',
      labels('Our submissions', 'Presentaciones nuestras', 'Presentacions nostres'),
      {
        targets: ['submission'],
        multiple: true,
        class: 'identity',
        inverse: labels('On the agenda of', 'En la agenda de', 'A l’agenda de'),
      },
    ),
    field('reference', 'delegation', labels('Delegation', 'Delegación', 'Delegació'), {
      targets: ['person'],
      multiple: true,
      class: 'identity',
      inverse: labels('In delegations', 'En delegaciones', 'En delegacions'),
      attributes: [field('text', 'as', labels('As', 'Como', 'Com a'))],
    }),
    field(
      'text',
      'delegation_words',
      labels('Delegation, in words', 'Delegación, en palabras', 'Delegació, en paraules'),
      {
        class: 'identity',
      },
    ),
    field('long_text', 'instructions', labels('Instructions', 'Instrucciones', 'Instruccions'), {
      class: 'identity',
    }),
    field('long_text', 'minutes', labels('Minutes', 'Acta', 'Acta'), { class: 'identity' }),
    field('term', 'owner', labels('Whose', 'De quién', 'De qui'), { vocabulary: 'colleagues', facet: true }),
  ],
})
