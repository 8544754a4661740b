import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { countries, externalIds, notes, period, remark, rights } from './shared-fields.ts'

/** Any body or group: association, independent initiative, institution, company, force. */
export const organisation = defineRecordType({
  name: 'organisation',
  label: labels('Organisation', 'Organización', 'Organització'),
  plural: labels('Organisations', 'Organizaciones', 'Organitzacions'),
  description: labels(
    'Associations, initiatives, groups, institutions such as a parliament or a newspaper, companies, forces.',
    'Asociaciones, iniciativas, grupos, instituciones como un parlamento o un diario, empresas, fuerzas.',
    'Associacions, iniciatives, grups, institucions com un parlament o un diari, empreses, forces.',
  ),
  title: ['name'],
  timeline: 'active',
  map: 'country',
  sections: [
    { name: 'organisation', label: labels('The organisation', 'La organización', "L'organització") },
    { name: 'relations', label: labels('Relations', 'Vínculos', 'Vincles') },
    { name: 'contact', label: labels('Contact', 'Contacto', 'Contacte') },
  ],
  fields: [
    ...inSection('organisation', [
      field('text', 'name', labels('Name', 'Nombre', 'Nom'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('text', 'other_names', labels('Other names', 'Otros nombres', 'Altres noms'), { multiple: true }),
      field('text', 'acronym', labels('Acronym', 'Sigla', 'Sigla')),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'organisation_kinds',
        required: true,
        facet: true,
        listed: true,
        sortable: true,
      }),
      countries,
      field('place', 'seat', labels('Seat', 'Sede', 'Seu')),
      field('date', 'active', labels('Active', 'En actividad', 'En activitat'), {
        hint: labels(
          'From its founding to its end; leave the end open if it goes on.',
          'Desde su creación hasta su cierre; deje abierto el final si continúa.',
          'Des de la creació fins al tancament; deixeu obert el final si continua.',
        ),
      }),
      field('number', 'members', labels('Members', 'Integrantes', 'Membres')),
      field(
        'term',
        'disciplines',
        labels('Artistic discipline', 'Disciplina artística', 'Disciplina artística'),
        {
          vocabulary: 'disciplines',
          multiple: true,
        },
      ),
      rights,
      field('localized_text', 'description', labels('Description', 'Descripción', 'Descripció')),
      field(
        'term',
        'reliability',
        labels('Reliability as a source', 'Fiabilidad como fuente', 'Fiabilitat com a font'),
        {
          vocabulary: 'reliability',
        },
      ),
      externalIds,
      notes,
    ]),
    ...inSection('relations', [
      field('reference', 'belongs_to', labels('Belongs to', 'Depende de', 'Depèn de'), {
        targets: ['organisation'],
        multiple: true,
        inverse: labels('Bodies under it', 'Dependencias', 'Dependències'),
        attributes: [period, remark],
      }),
    ]),
    ...inSection('contact', [
      field('url', 'website', labels('Web site', 'Sitio web', 'Lloc web')),
      field('text', 'contacts', labels('Contacts', 'Contactos', 'Contactes'), {
        multiple: true,
        class: 'identity',
      }),
      field('place', 'address', labels('Address', 'Domicilio', 'Domicili'), { class: 'location' }),
    ]),
  ],
})
