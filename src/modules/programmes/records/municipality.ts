import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field, inSection } from './fields.ts'

/** A town of the network: what it declared, and what it can offer to a guest. */
export const municipality = defineRecordType({
  name: 'municipality',
  label: words('Municipality', 'Municipio', 'Municipi'),
  plural: words('Municipalities', 'Municipios', 'Municipis'),
  title: ['name'],
  timeline: 'joined',
  map: 'location',
  sections: [
    { name: 'town', label: words('The town', 'El municipio', 'El municipi') },
    { name: 'commitment', label: words('Commitment', 'Compromiso', 'Compromís') },
    { name: 'hosting', label: words('Hosting', 'Acogida', 'Acollida') },
  ],
  fields: [
    ...inSection('town', [
      field('text', 'name', words('Name', 'Nombre', 'Nom'), { required: true, listed: true, sortable: true }),
      field('term', 'country', words('Country', 'País', 'País'), {
        vocabulary: 'countries',
        required: true,
        facet: true,
      }),
      field('text', 'region', words('Region', 'Región', 'Regió'), { listed: true, sortable: true }),
      field('place', 'location', words('Where it is', 'Ubicación', 'Ubicació')),
      field('number', 'population', words('Population', 'Población', 'Població'), {
        sortable: true,
        listed: true,
      }),
      field('url', 'website', words('Web site', 'Sitio web', 'Lloc web')),
      field('text', 'contacts', words('Contacts', 'Contactos', 'Contactes'), {
        multiple: true,
        class: 'identity',
      }),
    ]),
    ...inSection('commitment', [
      field('date', 'joined', words('In the network since', 'En la red desde', 'A la xarxa des de'), {
        sortable: true,
        listed: true,
      }),
      field(
        'choice',
        'declaration',
        words('Institutional declaration', 'Declaración institucional', 'Declaració institucional'),
        {
          required: true,
          facet: true,
          listed: true,
          options: [
            { code: 'adopted', label: words('Adopted', 'Aprobada', 'Aprovada') },
            { code: 'proposed', label: words('Before the council', 'En tratamiento', 'En tràmit al ple') },
            { code: 'rejected', label: words('Not adopted', 'No aprobada', 'No aprovada') },
            { code: 'none', label: words('None', 'No hay', "No n'hi ha") },
          ],
        },
      ),
      field('date', 'declaration_date', words('Adopted on', 'Aprobada el', 'Aprovada el'), {
        sortable: true,
      }),
      field(
        'url',
        'declaration_url',
        words('Text of the declaration', 'Texto de la declaración', 'Text de la declaració'),
      ),
    ]),
    ...inSection('hosting', [
      field(
        'text',
        'schools',
        words('Schools that take part', 'Escuelas que participan', 'Centres educatius que hi participen'),
        {
          multiple: true,
        },
      ),
      field(
        'long_text',
        'hosting',
        words(
          'What it offers to a guest',
          'Qué ofrece a una persona invitada',
          'Què ofereix a una persona convidada',
        ),
      ),
      field('long_text', 'notes', words('Notes', 'Notas', 'Notes')),
    ]),
  ],
})
