import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { sectionKinds } from '../sections/index.ts'

/** A part of a report: its own words, figures of the casework, the people of a campaign. */
export const reportSection = defineRecordType({
  name: 'report_section',
  label: labels('Section', 'Apartado', 'Apartat'),
  plural: labels('Sections', 'Apartados', 'Apartats'),
  title: ['heading'],
  belongsTo: 'text',
  fields: [
    field('reference', 'text', labels('Publication', 'Publicación', 'Publicació'), {
      targets: ['public_text'],
      required: true,
      inverse: labels('Sections', 'Apartados', 'Apartats'),
    }),
    field('number', 'place', labels('Place', 'Lugar', 'Lloc'), {
      required: true,
      sortable: true,
      hint: labels('1 comes first.', 'El 1 va primero.', 'L’1 va primer.'),
    }),
    field('choice', 'kind', labels('What it shows', 'Qué muestra', 'Què mostra'), {
      required: true,
      options: sectionKinds.map(({ name, label }) => ({ code: name, label })),
    }),
    field('localized_text', 'heading', labels('Heading', 'Título', 'Títol'), { required: true }),
    field('localized_text', 'words', labels('Words', 'Texto', 'Text'), {
      hint: labels(
        'Written as the text of a publication. Stands above what the section shows.',
        'Se escribe como el texto de una publicación. Va antes de lo que el apartado muestra.',
        'S’escriu com el text d’una publicació. Va abans del que l’apartat mostra.',
      ),
    }),
    ...sectionKinds.flatMap(({ fields }) => fields ?? []),
  ],
})
