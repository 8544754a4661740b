import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** Where a publication was taken up. */
export const textAppearance = defineRecordType({
  name: 'text_appearance',
  label: labels('Appearance', 'Aparición', 'Aparició'),
  plural: labels('Appearances', 'Apariciones', 'Aparicions'),
  description: labels(
    'A newspaper, a radio or a site that took the text up.',
    'Un diario, una radio o un sitio que recogió el texto.',
    'Un diari, una ràdio o un lloc que va recollir el text.',
  ),
  title: ['outlet', 'on'],
  belongsTo: 'text',
  timeline: 'on',
  fields: [
    field('reference', 'text', labels('Publication', 'Publicación', 'Publicació'), {
      targets: ['public_text'],
      required: true,
      inverse: labels('Appearances', 'Apariciones', 'Aparicions'),
    }),
    field('text', 'outlet', labels('Outlet', 'Medio', 'Mitjà'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'on', labels('On', 'Fecha', 'Data'), { required: true, sortable: true, listed: true }),
    field('url', 'url', labels('Address', 'Dirección', 'Adreça')),
    field('term', 'country', labels('Country', 'País', 'País'), {
      vocabulary: 'countries',
      facet: true,
      listed: true,
    }),
    field('term', 'language', labels('Language', 'Idioma', 'Llengua'), {
      vocabulary: 'languages',
      facet: true,
    }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
  ],
})
