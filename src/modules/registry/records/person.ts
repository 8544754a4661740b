import { labels } from '#platform/i18n'
import { defineRecordType } from '#platform/records'
import { identityFields, openFields, relationFields } from './person-fields.ts'
import {
  healthFields,
  legalFields,
  locationFields,
  publicFields,
  safeContactFields,
} from './person-protection.ts'
import { aboutPeople } from './retention.ts'

/** Anyone in any role: one record, however many acts, stays or statements name them. */
export const person = defineRecordType({
  name: 'person',
  label: labels('Person', 'Persona', 'Persona'),
  plural: labels('People', 'Personas', 'Persones'),
  description: labels(
    'Whoever appears in the work: defender, victim, relative, source, official. One record for each.',
    'Quien aparece en el trabajo: persona defensora, víctima, familiar, fuente, funcionario. Un solo registro por cada una.',
    'Qui apareix a la feina: persona defensora, víctima, familiar, font, funcionari. Un sol registre per a cadascuna.',
  ),
  title: ['name'],
  timeline: 'birth',
  map: 'country',
  sections: [
    { name: 'person', label: labels('The person', 'La persona', 'La persona') },
    { name: 'relations', label: labels('Relations', 'Vínculos', 'Vincles') },
    { name: 'public', label: labels('Publicity', 'Publicidad', 'Publicitat') },
    { name: 'safe_contact', label: labels('Safe contact', 'Contacto seguro', 'Contacte segur') },
    { name: 'identity', label: labels('Identity', 'Identidad', 'Identitat') },
    {
      name: 'location',
      label: labels('Present situation and place', 'Situación y lugar actuales', 'Situació i lloc actuals'),
    },
    { name: 'health', label: labels('Health', 'Salud', 'Salut') },
    { name: 'legal', label: labels('Legal', 'Legal', 'Legal') },
  ],
  retention: aboutPeople,
  fields: [
    ...openFields,
    ...relationFields,
    ...publicFields,
    ...identityFields,
    ...locationFields,
    ...healthFields,
    ...legalFields,
    ...safeContactFields,
  ],
})
