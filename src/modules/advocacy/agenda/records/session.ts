import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { agendaBodies, optionsOf } from '../bodies.ts'

/** A session or a hearing before a body, on the agenda of the organisation. */
export const session = defineRecordType({
  name: 'session',
  label: labels('Session', 'Sesión', 'Sessió'),
  plural: labels('Sessions and hearings', 'Sesiones y audiencias', 'Sessions i audiències'),
  description: labels(
    'When a body meets, where, and until when one may ask to be heard.',
    'Cuándo se reúne un organismo, dónde, y hasta cuándo puede pedirse ser oído.',
    'Quan es reuneix un organisme, on, i fins quan es pot demanar ser escoltat.',
  ),
  title: ['name'],
  page: '/workspace/agenda/:id',
  timeline: 'from',
  sections: [
    { name: 'what', label: labels('The session', 'La sesión', 'La sessió') },
    { name: 'filing', label: labels('Until when', 'Hasta cuándo', 'Fins quan') },
  ],
  fields: [
    ...inSection('what', [
      field('choice', 'body', labels('Before whom', 'Ante quién', 'Davant de qui'), {
        required: true,
        facet: true,
        listed: true,
        options: optionsOf(
          Object.fromEntries(Object.entries(agendaBodies).map(([code, { label }]) => [code, label])),
        ),
      }),
      field('text', 'name', labels('Called', 'Nombre', 'Nom'), {
        required: true,
        sortable: true,
        listed: true,
        hint: labels(
          'Without names of people: it stands in lists.',
          'Sin nombres de personas: figura en listas.',
          'Sense noms de persones: surt en llistes.',
        ),
      }),
      field(
        'text',
        'catalogue_session',
        labels('Session of the catalogue', 'Sesión del catálogo', 'Sessió del catàleg'),
        {
          hint: labels(
            'Filled in when it is taken from the catalogue.',
            'Se completa al tomarla del catálogo.',
            'S’omple en prendre-la del catàleg.',
          ),
        },
      ),
      field('date', 'from', labels('From', 'Desde', 'Des de'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('date', 'to', labels('To', 'Hasta', 'Fins a'), { exact: true, sortable: true, listed: true }),
      field('text', 'place', labels('Where', 'Dónde', 'On'), { listed: true }),
      field('term', 'countries', labels('Of which States', 'De qué Estados', 'De quins Estats'), {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
      }),
      field('term', 'owner', labels('Whose', 'De quién', 'De qui'), {
        vocabulary: 'colleagues',
        facet: true,
        listed: true,
      }),
      field('url', 'source', labels('Known from', 'Se sabe por', 'Se sap per')),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
    ...inSection('filing', [
      field('date', 'filing_opens', labels('Call opens', 'Abre la convocatoria', 'S’obre la convocatòria'), {
        exact: true,
      }),
      field(
        'date',
        'filing_closes',
        labels('Official closing day', 'Fecha oficial de cierre', 'Data oficial de tancament'),
        {
          exact: true,
          sortable: true,
          hint: labels(
            'As the body published it. Empty: only what the rules of the catalogue give.',
            'La que publicó el organismo. Vacío: solo lo que dan las reglas del catálogo.',
            'La que va publicar l’organisme. Buit: només el que donen les regles del catàleg.',
          ),
        },
      ),
    ]),
  ],
})
