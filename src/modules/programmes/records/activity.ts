import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field, inSection } from './fields.ts'

/** One thing done in one town on one day. Whether it may be announced is decided before anything is printed. */
export const activity = defineRecordType({
  name: 'activity',
  label: words('Activity', 'Actividad', 'Activitat'),
  plural: words('Activities', 'Actividades', 'Activitats'),
  title: ['title'],
  timeline: 'date',
  sections: [
    { name: 'activity', label: words('The activity', 'La actividad', "L'activitat") },
    { name: 'publicity', label: words('Publicity', 'Publicidad', 'Publicitat') },
  ],
  fields: [
    ...inSection('activity', [
      field('text', 'title', words('Title', 'Título', 'Títol'), { required: true, listed: true }),
      field('reference', 'edition', words('Edition', 'Edición', 'Edició'), {
        targets: ['edition'],
        required: true,
        facet: true,
        inverse: words('Activities', 'Actividades', 'Activitats'),
      }),
      field('reference', 'municipality', words('Municipality', 'Municipio', 'Municipi'), {
        targets: ['municipality'],
        required: true,
        facet: true,
        listed: true,
        inverse: words('Activities', 'Actividades', 'Activitats'),
      }),
      field('date', 'date', words('Day', 'Día', 'Dia'), { required: true, sortable: true, listed: true }),
      field('text', 'start_time', words('From', 'Desde', 'Des de'), {
        listed: true,
        hint: words(
          'Local time, 24 hours: 10:30.',
          'Hora local, 24 horas: 10:30.',
          'Hora local, 24 hores: 10:30.',
        ),
      }),
      field('text', 'end_time', words('Until', 'Hasta', 'Fins a')),
      field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
        vocabulary: 'activity_kinds',
        required: true,
        facet: true,
        listed: true,
      }),
      field(
        'reference',
        'participants',
        words('People taking part', 'Personas que participan', 'Persones que hi participen'),
        {
          targets: ['person'],
          multiple: true,
          facet: true,
          inverse: words('Activities', 'Actividades', 'Activitats'),
          attributes: [
            field('choice', 'role', words('Role', 'Función', 'Funció'), {
              options: [
                {
                  code: 'speaker',
                  label: words(
                    'Guest who speaks',
                    'Persona invitada que habla',
                    'Persona convidada que parla',
                  ),
                },
                { code: 'moderator', label: words('Moderator', 'Moderación', 'Moderació') },
                { code: 'interpreter', label: words('Interpreter', 'Interpretación', 'Interpretació') },
                { code: 'authority', label: words('Authority', 'Autoridad', 'Autoritat') },
                { code: 'companion', label: words('Companion', 'Acompañamiento', 'Acompanyament') },
              ],
            }),
          ],
        },
      ),
      field('text', 'place', words('Place', 'Lugar', 'Lloc')),
      field('text', 'audience_kind', words('School or public', 'Escuela o público', 'Centre o públic')),
      field('number', 'audience', words('People attending', 'Asistentes', 'Assistents'), {
        sortable: true,
        listed: true,
      }),
      field('term', 'language', words('Languages', 'Idiomas', 'Llengües'), {
        vocabulary: 'languages',
        multiple: true,
      }),
      field('long_text', 'notes', words('Notes', 'Notas', 'Notes')),
    ]),
    ...inSection('publicity', [
      field('choice', 'publicity', words('May it be announced?', '¿Se puede anunciar?', 'Es pot anunciar?'), {
        required: true,
        facet: true,
        listed: true,
        options: [
          { code: 'announce', label: words('Announced beforehand', 'Se anuncia antes', "S'anuncia abans") },
          {
            code: 'afterwards',
            label: words('Told only afterwards', 'Se cuenta solo después', "S'explica només després"),
          },
          {
            code: 'never',
            label: words('Never made public', 'Nunca se hace público', 'No es fa mai públic'),
          },
        ],
      }),
      field('choice', 'photos', words('Photographs', 'Fotografías', 'Fotografies'), {
        required: true,
        facet: true,
        options: [
          { code: 'allowed', label: words('Allowed', 'Permitidas', 'Permeses') },
          {
            code: 'no_faces',
            label: words(
              'Without the faces of guests',
              'Sin el rostro de las personas invitadas',
              'Sense el rostre de les persones convidades',
            ),
          },
          { code: 'forbidden', label: words('None', 'Ninguna', 'Cap') },
        ],
      }),
    ]),
  ],
})
