import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { notes } from './shared-fields.ts'

/** What one source says of one event or person, how it knows, and how far it may be believed. */
export const information = defineRecordType({
  name: 'information',
  label: labels('Information', 'Información', 'Informació'),
  plural: labels('Information', 'Informaciones', 'Informacions'),
  description: labels(
    'Ties a source to what it tells. Two that do not depend on each other make a fact confirmed.',
    'Une una fuente con lo que relata. Dos que no dependan entre sí confirman un hecho.',
    "Uneix una font amb el que explica. Dues que no depenguin l'una de l'altra confirmen un fet.",
  ),
  title: ['summary'],
  timeline: 'date',
  retention: aboutViolations,
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'source', labels('Source', 'Fuente', 'Font'), {
      targets: ['source'],
      multiple: true,
      listed: true,
      inverse: labels('What it tells', 'Lo que relata', 'El que explica'),
    }),
    field(
      'reference',
      'told_by',
      labels(
        'Person or organisation that tells',
        'Persona u organización que relata',
        'Persona o organització que ho explica',
      ),
      {
        targets: ['person', 'organisation'],
        class: 'identity',
        inverse: labels('Information given', 'Información brindada', 'Informació donada'),
      },
    ),
    field('reference', 'about', labels('About', 'Acerca de', 'Sobre'), {
      targets: ['event', 'act', 'person', 'organisation', 'place'],
      multiple: true,
      required: true,
      listed: true,
      inverse: labels('Information', 'Información', 'Informació'),
    }),
    field(
      'term',
      'connection',
      labels('How the source knows', 'Cómo lo sabe la fuente', 'Com ho sap la font'),
      {
        vocabulary: 'information_connections',
        facet: true,
      },
    ),
    field(
      'term',
      'kind',
      labels('Form in which it came', 'Forma en que se recibió', 'Forma en què es va rebre'),
      {
        vocabulary: 'source_kinds',
        facet: true,
        listed: true,
      },
    ),
    field('term', 'language', labels('Language', 'Idioma', 'Llengua'), {
      vocabulary: 'languages',
      facet: true,
    }),
    field('date', 'date', labels('Date of the material', 'Fecha del material', 'Data del material'), {
      sortable: true,
    }),
    field('date', 'date_received', labels('Received', 'Recibida', 'Rebuda'), {
      sortable: true,
      listed: true,
    }),
    field(
      'term',
      'source_reliability',
      labels('Reliability of the source', 'Fiabilidad de la fuente', 'Fiabilitat de la font'),
      {
        vocabulary: 'reliability',
        facet: true,
      },
    ),
    field(
      'term',
      'information_reliability',
      labels('Reliability of what it says', 'Fiabilidad de lo que dice', 'Fiabilitat del que diu'),
      {
        vocabulary: 'reliability',
        facet: true,
        listed: true,
      },
    ),
    field(
      'choice',
      'independent',
      labels(
        'Independent of the other sources',
        'Independiente de las otras fuentes',
        'Independent de les altres fonts',
      ),
      {
        options: [
          { code: 'yes', label: labels('Yes', 'Sí', 'Sí') },
          { code: 'no', label: labels('No', 'No', 'No') },
          { code: 'unknown', label: labels('Not known', 'Se desconoce', 'Es desconeix') },
        ],
      },
    ),
    field(
      'long_text',
      'quote',
      labels('Words of the source', 'Palabras de la fuente', 'Paraules de la font'),
    ),
    notes,
  ],
})
