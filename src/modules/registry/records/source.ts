import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { externalIds, notes } from './shared-fields.ts'

/** Where knowledge comes from, so that any value can cite it. */
export const source = defineRecordType({
  name: 'source',
  label: labels('Source', 'Fuente', 'Font'),
  plural: labels('Sources', 'Fuentes', 'Fonts'),
  title: ['title'],
  timeline: 'date',
  belongsTo: 'case',
  retention: aboutViolations,
  fields: [
    field('text', 'title', labels('Title', 'Título', 'Títol'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
      vocabulary: 'source_kinds',
      required: true,
      facet: true,
      listed: true,
    }),
    field('text', 'author', labels('Author', 'Autoría', 'Autoria'), { multiple: true }),
    field(
      'reference',
      'given_by',
      labels('Person who gave it', 'Persona que la brindó', 'Persona que la va donar'),
      {
        targets: ['person'],
        class: 'identity',
        inverse: labels('Sources given', 'Fuentes brindadas', 'Fonts donades'),
      },
    ),
    field(
      'text',
      'publisher',
      labels('Published or held by', 'Publicada o conservada por', 'Publicada o conservada per'),
      {
        listed: true,
      },
    ),
    field('date', 'date', labels('Date', 'Fecha', 'Data'), { sortable: true, listed: true }),
    field(
      'date',
      'date_received',
      labels('Received or consulted', 'Recibida o consultada', 'Rebuda o consultada'),
    ),
    field('url', 'url', labels('Address on the web', 'Dirección web', 'Adreça web')),
    field('url', 'archived_url', labels('Archived copy', 'Copia archivada', 'Còpia arxivada')),
    field('text', 'locator', labels('Shelf mark or page', 'Signatura o página', 'Signatura o pàgina')),
    field('term', 'language', labels('Language', 'Idioma', 'Llengua'), {
      vocabulary: 'languages',
      multiple: true,
      facet: true,
    }),
    field('term', 'reliability', labels('Reliability', 'Fiabilidad', 'Fiabilitat'), {
      vocabulary: 'reliability',
      facet: true,
      listed: true,
    }),
    field(
      'text',
      'licence',
      labels('Licence or conditions of use', 'Licencia o condiciones de uso', "Llicència o condicions d'ús"),
    ),
    field(
      'long_text',
      'text',
      labels('Text as received', 'Texto tal como se recibió', 'Text tal com es va rebre'),
    ),
    // What was received may name people or say where they are: it is kept at the class of the most delicate thing in it.
    field(
      'long_text',
      'confidential_text',
      labels(
        'Text as received, confidential',
        'Texto tal como se recibió, confidencial',
        'Text tal com es va rebre, confidencial',
      ),
      {
        class: 'identity',
        hint: labels(
          'Where the words themselves name someone or say where they are.',
          'Si las propias palabras nombran a alguien o dicen dónde está.',
          'Si les mateixes paraules anomenen algú o diuen on és.',
        ),
      },
    ),
    field(
      'long_text',
      'sealed_text',
      labels(
        'Text as received, sealed',
        'Texto tal como se recibió, sellado',
        'Text tal com es va rebre, segellat',
      ),
      { class: 'sealed' },
    ),
    field('reference', 'case', labels('Of one case alone', 'De un solo caso', "D'un sol cas"), {
      targets: ['case'],
      inverse: labels('Sources of this case alone', 'Fuentes solo de este caso', "Fonts només d'aquest cas"),
      hint: labels(
        'It is then seen by those who see the case, and by nobody else.',
        'Entonces la ven quienes ven el caso, y nadie más.',
        'Aleshores la veuen els qui veuen el cas, i ningú més.',
      ),
    }),
    externalIds,
    notes,
  ],
})
