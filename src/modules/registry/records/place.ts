import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'
import { countries, externalIds, notes, period } from './shared-fields.ts'

/** A place that is more than a point: a prison, a clandestine centre, a town, a site of memory. */
export const place = defineRecordType({
  name: 'place',
  label: words('Place', 'Lugar', 'Lloc'),
  plural: words('Places', 'Lugares', 'Llocs'),
  title: ['name'],
  timeline: 'in_use',
  map: 'location',
  fields: [
    field('text', 'name', words('Name', 'Nombre', 'Nom'), { required: true, sortable: true, listed: true }),
    field('text', 'other_names', words('Other names', 'Otros nombres', 'Altres noms'), { multiple: true }),
    field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
      vocabulary: 'place_kinds',
      required: true,
      facet: true,
      listed: true,
      sortable: true,
    }),
    countries,
    field('reference', 'within', words('Within', 'Dentro de', 'Dins de'), {
      targets: ['place'],
      listed: true,
      inverse: words('Places within it', 'Lugares que comprende', 'Llocs que comprèn'),
    }),
    field('place', 'location', words('Where it is', 'Ubicación', 'Ubicació'), {
      hint: words(
        'No more precise than what is known: town, district, block or point.',
        'No más preciso que lo que se sabe: localidad, barrio, manzana o punto.',
        'No més precís que el que se sap: població, barri, illa o punt.',
      ),
    }),
    field('date', 'in_use', words('In use', 'Período de funcionamiento', 'Període de funcionament')),
    field('reference', 'run_by', words('In charge', 'A cargo de', 'A càrrec de'), {
      targets: ['organisation'],
      multiple: true,
      inverse: words('Places in its charge', 'Lugares a su cargo', 'Llocs a càrrec seu'),
      attributes: [period],
    }),
    field(
      'text',
      'ownership',
      words('Owner of the premises', 'Propiedad del inmueble', "Propietat de l'immoble"),
    ),
    field('choice', 'memory_site', words('Site of memory', 'Sitio de memoria', 'Lloc de memòria'), {
      facet: true,
      options: [
        { code: 'yes', label: words('Recognised', 'Reconocido', 'Reconegut') },
        { code: 'marked', label: words('Marked with a sign', 'Señalizado', 'Senyalitzat') },
        { code: 'no', label: words('Not recognised', 'Sin reconocer', 'Sense reconèixer') },
      ],
    }),
    field('localized_text', 'description', words('Description', 'Descripción', 'Descripció')),
    externalIds,
    notes,
  ],
})
