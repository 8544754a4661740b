import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { countries, externalIds, notes, period } from './shared-fields.ts'

/** A place that is more than a point: a prison, a clandestine centre, a town, a site of memory. */
export const place = defineRecordType({
  name: 'place',
  label: labels('Place', 'Lugar', 'Lloc'),
  plural: labels('Places', 'Lugares', 'Llocs'),
  title: ['name'],
  timeline: 'in_use',
  map: 'location',
  fields: [
    field('text', 'name', labels('Name', 'Nombre', 'Nom'), { required: true, sortable: true, listed: true }),
    field('text', 'other_names', labels('Other names', 'Otros nombres', 'Altres noms'), { multiple: true }),
    field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
      vocabulary: 'place_kinds',
      required: true,
      facet: true,
      listed: true,
      sortable: true,
    }),
    countries,
    field('reference', 'within', labels('Within', 'Dentro de', 'Dins de'), {
      targets: ['place'],
      listed: true,
      inverse: labels('Places within it', 'Lugares que comprende', 'Llocs que comprèn'),
    }),
    field('place', 'location', labels('Where it is', 'Ubicación', 'Ubicació'), {
      hint: labels(
        'No more precise than what is known: town, district, block or point.',
        'No más preciso que lo que se sabe: localidad, barrio, manzana o punto.',
        'No més precís que el que se sap: població, barri, illa o punt.',
      ),
    }),
    field('date', 'in_use', labels('In use', 'Período de funcionamiento', 'Període de funcionament')),
    field('reference', 'run_by', labels('In charge', 'A cargo de', 'A càrrec de'), {
      targets: ['organisation'],
      multiple: true,
      inverse: labels('Places in its charge', 'Lugares a su cargo', 'Llocs a càrrec seu'),
      attributes: [period],
    }),
    field(
      'text',
      'ownership',
      labels('Owner of the premises', 'Propiedad del inmueble', "Propietat de l'immoble"),
    ),
    field('choice', 'memory_site', labels('Site of memory', 'Sitio de memoria', 'Lloc de memòria'), {
      facet: true,
      options: [
        { code: 'yes', label: labels('Recognised', 'Reconocido', 'Reconegut') },
        { code: 'marked', label: labels('Marked with a sign', 'Señalizado', 'Senyalitzat') },
        { code: 'no', label: labels('Not recognised', 'Sin reconocer', 'Sense reconèixer') },
      ],
    }),
    field('localized_text', 'description', labels('Description', 'Descripción', 'Descripció')),
    externalIds,
    notes,
  ],
})
