import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'
import { externalIds, notes } from './shared-fields.ts'

/** Where knowledge comes from, so that any value can cite it. */
export const source = defineRecordType({
  name: 'source',
  label: words('Source', 'Fuente', 'Font'),
  plural: words('Sources', 'Fuentes', 'Fonts'),
  title: ['title'],
  timeline: 'date',
  fields: [
    field('text', 'title', words('Title', 'Título', 'Títol'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
      vocabulary: 'source_kinds',
      required: true,
      facet: true,
      listed: true,
    }),
    field('text', 'author', words('Author', 'Autoría', 'Autoria'), { multiple: true }),
    field(
      'reference',
      'given_by',
      words('Person who gave it', 'Persona que la brindó', 'Persona que la va donar'),
      {
        targets: ['person'],
        class: 'identity',
        inverse: words('Sources given', 'Fuentes brindadas', 'Fonts donades'),
      },
    ),
    field(
      'text',
      'publisher',
      words('Published or held by', 'Publicada o conservada por', 'Publicada o conservada per'),
      {
        listed: true,
      },
    ),
    field('date', 'date', words('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
    field(
      'date',
      'date_received',
      words('Received or consulted', 'Recibida o consultada', 'Rebuda o consultada'),
    ),
    field('url', 'url', words('Address on the web', 'Dirección web', 'Adreça web')),
    field('url', 'archived_url', words('Archived copy', 'Copia archivada', 'Còpia arxivada')),
    field('text', 'locator', words('Shelf mark or page', 'Signatura o página', 'Signatura o pàgina')),
    field('term', 'language', words('Language', 'Idioma', 'Llengua'), {
      vocabulary: 'languages',
      multiple: true,
      facet: true,
    }),
    field('term', 'reliability', words('Reliability', 'Fiabilidad', 'Fiabilitat'), {
      vocabulary: 'reliability',
      facet: true,
      listed: true,
    }),
    field(
      'text',
      'licence',
      words('Licence or conditions of use', 'Licencia o condiciones de uso', "Llicència o condicions d'ús"),
    ),
    field(
      'long_text',
      'text',
      words('Text as received', 'Texto tal como se recibió', 'Text tal com es va rebre'),
    ),
    // What was received may name people or say where they are: it is kept at the class of the most delicate thing in it.
    field(
      'long_text',
      'confidential_text',
      words(
        'Text as received, confidential',
        'Texto tal como se recibió, confidencial',
        'Text tal com es va rebre, confidencial',
      ),
      {
        class: 'identity',
        hint: words(
          'Where the words themselves name someone or say where they are.',
          'Si las propias palabras nombran a alguien o dicen dónde está.',
          'Si les mateixes paraules anomenen algú o diuen on és.',
        ),
      },
    ),
    externalIds,
    notes,
  ],
})
