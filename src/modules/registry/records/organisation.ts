import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field, inSection } from './fields.ts'
import { countries, externalIds, notes, period, remark, rights } from './shared-fields.ts'

/** Any body or group: association, independent initiative, institution, company, force. */
export const organisation = defineRecordType({
  name: 'organisation',
  label: words('Organisation', 'Organización', 'Organització'),
  plural: words('Organisations', 'Organizaciones', 'Organitzacions'),
  description: words(
    'Associations, initiatives, groups, institutions such as a parliament or a newspaper, companies, forces.',
    'Asociaciones, iniciativas, grupos, instituciones como un parlamento o un diario, empresas, fuerzas.',
    'Associacions, iniciatives, grups, institucions com un parlament o un diari, empreses, forces.',
  ),
  title: ['name'],
  timeline: 'active',
  map: 'country',
  sections: [
    { name: 'organisation', label: words('The organisation', 'La organización', "L'organització") },
    { name: 'relations', label: words('Relations', 'Vínculos', 'Vincles') },
    { name: 'contact', label: words('Contact', 'Contacto', 'Contacte') },
  ],
  fields: [
    ...inSection('organisation', [
      field('text', 'name', words('Name', 'Nombre', 'Nom'), { required: true, sortable: true, listed: true }),
      field('text', 'other_names', words('Other names', 'Otros nombres', 'Altres noms'), { multiple: true }),
      field('text', 'acronym', words('Acronym', 'Sigla', 'Sigla')),
      field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
        vocabulary: 'organisation_kinds',
        required: true,
        facet: true,
        listed: true,
        sortable: true,
      }),
      countries,
      field('place', 'seat', words('Seat', 'Sede', 'Seu')),
      field('date', 'active', words('Active', 'En actividad', 'En activitat'), {
        hint: words(
          'From its founding to its end; leave the end open if it goes on.',
          'Desde su creación hasta su cierre; deje abierto el final si continúa.',
          'Des de la creació fins al tancament; deixeu obert el final si continua.',
        ),
      }),
      field('number', 'members', words('Members', 'Integrantes', 'Membres')),
      field(
        'term',
        'disciplines',
        words('Artistic discipline', 'Disciplina artística', 'Disciplina artística'),
        {
          vocabulary: 'disciplines',
          multiple: true,
        },
      ),
      rights,
      field('localized_text', 'description', words('Description', 'Descripción', 'Descripció')),
      field(
        'term',
        'reliability',
        words('Reliability as a source', 'Fiabilidad como fuente', 'Fiabilitat com a font'),
        {
          vocabulary: 'reliability',
        },
      ),
      externalIds,
      notes,
    ]),
    ...inSection('relations', [
      field('reference', 'belongs_to', words('Belongs to', 'Depende de', 'Depèn de'), {
        targets: ['organisation'],
        multiple: true,
        inverse: words('Bodies under it', 'Dependencias', 'Dependències'),
        attributes: [period, remark],
      }),
    ]),
    ...inSection('contact', [
      field('url', 'website', words('Web site', 'Sitio web', 'Lloc web')),
      field('text', 'contacts', words('Contacts', 'Contactos', 'Contactes'), {
        multiple: true,
        class: 'identity',
      }),
      field('place', 'address', words('Address', 'Domicilio', 'Domicili'), { class: 'location' }),
    ]),
  ],
})
