import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'

/** One thing done in one town on one day. Whether it may be announced is decided before anything is printed. */
export const activity = defineRecordType({
  name: 'activity',
  label: labels('Activity', 'Actividad', 'Activitat'),
  plural: labels('Activities', 'Actividades', 'Activitats'),
  title: ['title'],
  timeline: 'date',
  sections: [
    { name: 'activity', label: labels('The activity', 'La actividad', "L'activitat") },
    { name: 'publicity', label: labels('Publicity', 'Publicidad', 'Publicitat') },
  ],
  fields: [
    ...inSection('activity', [
      field('text', 'title', labels('Title', 'Título', 'Títol'), { required: true, listed: true }),
      field('reference', 'edition', labels('Edition', 'Edición', 'Edició'), {
        targets: ['edition'],
        required: true,
        facet: true,
        inverse: labels('Activities', 'Actividades', 'Activitats'),
      }),
      field('reference', 'municipality', labels('Municipality', 'Municipio', 'Municipi'), {
        targets: ['municipality'],
        required: true,
        facet: true,
        listed: true,
        inverse: labels('Activities', 'Actividades', 'Activitats'),
      }),
      field('date', 'date', labels('Day', 'Día', 'Dia'), { required: true, sortable: true, listed: true }),
      field('text', 'start_time', labels('From', 'Desde', 'Des de'), {
        listed: true,
        hint: labels(
          'Local time, 24 hours: 10:30.',
          'Hora local, 24 horas: 10:30.',
          'Hora local, 24 hores: 10:30.',
        ),
      }),
      field('text', 'end_time', labels('Until', 'Hasta', 'Fins a')),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'activity_kinds',
        required: true,
        facet: true,
        listed: true,
      }),
      field(
        'reference',
        'participants',
        labels('People taking part', 'Personas que participan', 'Persones que hi participen'),
        {
          targets: ['person'],
          multiple: true,
          facet: true,
          inverse: labels('Activities', 'Actividades', 'Activitats'),
          attributes: [
            field('choice', 'role', labels('Role', 'Función', 'Funció'), {
              options: [
                {
                  code: 'speaker',
                  label: labels(
                    'Guest who speaks',
                    'Persona invitada que habla',
                    'Persona convidada que parla',
                  ),
                },
                { code: 'moderator', label: labels('Moderator', 'Moderación', 'Moderació') },
                { code: 'interpreter', label: labels('Interpreter', 'Interpretación', 'Interpretació') },
                { code: 'authority', label: labels('Authority', 'Autoridad', 'Autoritat') },
                { code: 'companion', label: labels('Companion', 'Acompañamiento', 'Acompanyament') },
              ],
            }),
          ],
        },
      ),
      field('text', 'place', labels('Place', 'Lugar', 'Lloc')),
      field('text', 'audience_kind', labels('School or public', 'Escuela o público', 'Centre o públic')),
      field('number', 'audience', labels('People attending', 'Asistentes', 'Assistents'), {
        sortable: true,
        listed: true,
      }),
      field('term', 'language', labels('Languages', 'Idiomas', 'Llengües'), {
        vocabulary: 'languages',
        multiple: true,
      }),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
    ...inSection('publicity', [
      field(
        'choice',
        'publicity',
        labels('May it be announced?', '¿Se puede anunciar?', 'Es pot anunciar?'),
        {
          required: true,
          facet: true,
          listed: true,
          options: [
            {
              code: 'announce',
              label: labels('Announced beforehand', 'Se anuncia antes', "S'anuncia abans"),
            },
            {
              code: 'afterwards',
              label: labels('Told only afterwards', 'Se cuenta solo después', "S'explica només després"),
            },
            {
              code: 'never',
              label: labels('Never made public', 'Nunca se hace público', 'No es fa mai públic'),
            },
          ],
        },
      ),
      field('choice', 'photos', labels('Photographs', 'Fotografías', 'Fotografies'), {
        required: true,
        facet: true,
        options: [
          { code: 'allowed', label: labels('Allowed', 'Permitidas', 'Permeses') },
          {
            code: 'no_faces',
            label: labels(
              'Without the faces of guests',
              'Sin el rostro de las personas invitadas',
              'Sense el rostre de les persones convidades',
            ),
          },
          { code: 'forbidden', label: labels('None', 'Ninguna', 'Cap') },
        ],
      }),
    ]),
  ],
})
