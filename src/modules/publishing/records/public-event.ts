import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** Something that is announced to the public: a talk, a vigil, a presentation. Nobody's itinerary. */
export const publicEvent = defineRecordType({
  name: 'public_event',
  label: labels('Public event', 'Acto público', 'Acte públic'),
  plural: labels('Public events', 'Actos públicos', 'Actes públics'),
  description: labels(
    'What is announced to everyone: a talk, a vigil, a presentation. Never where a person at risk will be unless they agreed.',
    'Lo que se anuncia a todo el mundo: una charla, una vigilia, una presentación. Nunca dónde estará una persona en riesgo sin su acuerdo.',
    "El que s'anuncia a tothom: una xerrada, una vetlla, una presentació. Mai on serà una persona en risc sense el seu acord.",
  ),
  title: ['name'],
  timeline: 'begins',
  map: 'country',
  fields: [
    field('text', 'name', labels('Name, for us', 'Nombre, para nosotros', 'Nom, per a nosaltres'), {
      required: true,
      listed: true,
      sortable: true,
    }),
    field('localized_text', 'heading', labels('Title', 'Título', 'Títol'), { required: true }),
    field('localized_text', 'about', labels('What it is about', 'De qué se trata', 'De què tracta')),
    field('date', 'begins', labels('Day', 'Día', 'Dia'), {
      required: true,
      exact: true,
      listed: true,
      sortable: true,
    }),
    field('date', 'ends', labels('Last day', 'Último día', 'Darrer dia'), { exact: true }),
    field('text', 'hours', labels('Hours', 'Horario', 'Horari'), {
      hint: labels(
        '“18:00, Buenos Aires time”.',
        '«18:00, hora de Buenos Aires».',
        '«18:00, hora de Buenos Aires».',
      ),
    }),
    field('text', 'where', labels('Where', 'Dónde', 'On')),
    field('term', 'country', labels('Countries', 'Países', 'Països'), {
      vocabulary: 'countries',
      multiple: true,
      facet: true,
    }),
    field('term', 'rights', labels('Rights', 'Derechos', 'Drets'), {
      vocabulary: 'rights',
      multiple: true,
      facet: true,
    }),
    field('url', 'link', labels('More about it', 'Más información', 'Més informació')),
  ],
})
