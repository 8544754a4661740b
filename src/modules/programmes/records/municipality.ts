import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'

/** A town of the network: what it declared, and what it can offer to a guest. */
export const municipality = defineRecordType({
  name: 'municipality',
  label: labels('Municipality', 'Municipio', 'Municipi'),
  plural: labels('Municipalities', 'Municipios', 'Municipis'),
  title: ['name'],
  timeline: 'joined',
  map: 'location',
  sections: [
    { name: 'town', label: labels('The town', 'El municipio', 'El municipi') },
    { name: 'commitment', label: labels('Commitment', 'Compromiso', 'Compromís') },
    { name: 'hosting', label: labels('Hosting', 'Acogida', 'Acollida') },
  ],
  fields: [
    ...inSection('town', [
      field('text', 'name', labels('Name', 'Nombre', 'Nom'), {
        required: true,
        listed: true,
        sortable: true,
      }),
      field('term', 'country', labels('Country', 'País', 'País'), {
        vocabulary: 'countries',
        required: true,
        facet: true,
      }),
      field('text', 'region', labels('Region', 'Región', 'Regió'), { listed: true, sortable: true }),
      field('place', 'location', labels('Where it is', 'Ubicación', 'Ubicació')),
      field('number', 'population', labels('Population', 'Población', 'Població'), {
        sortable: true,
        listed: true,
      }),
      field('url', 'website', labels('Web site', 'Sitio web', 'Lloc web')),
      field('text', 'contacts', labels('Contacts', 'Contactos', 'Contactes'), {
        multiple: true,
        class: 'identity',
      }),
    ]),
    ...inSection('commitment', [
      field('date', 'joined', labels('In the network since', 'En la red desde', 'A la xarxa des de'), {
        sortable: true,
        listed: true,
      }),
      field(
        'choice',
        'declaration',
        labels('Institutional declaration', 'Declaración institucional', 'Declaració institucional'),
        {
          required: true,
          facet: true,
          listed: true,
          options: [
            { code: 'adopted', label: labels('Adopted', 'Aprobada', 'Aprovada') },
            { code: 'proposed', label: labels('Before the council', 'En tratamiento', 'En tràmit al ple') },
            { code: 'rejected', label: labels('Not adopted', 'No aprobada', 'No aprovada') },
            { code: 'none', label: labels('None', 'No hay', "No n'hi ha") },
          ],
        },
      ),
      field('date', 'declaration_date', labels('Adopted on', 'Aprobada el', 'Aprovada el'), {
        sortable: true,
      }),
      field(
        'url',
        'declaration_url',
        labels('Text of the declaration', 'Texto de la declaración', 'Text de la declaració'),
      ),
    ]),
    ...inSection('hosting', [
      field(
        'text',
        'schools',
        labels('Schools that take part', 'Escuelas que participan', 'Centres educatius que hi participen'),
        {
          multiple: true,
        },
      ),
      field(
        'long_text',
        'hosting',
        labels(
          'What it offers to a guest',
          'Qué ofrece a una persona invitada',
          'Què ofereix a una persona convidada',
        ),
      ),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
  ],
})
