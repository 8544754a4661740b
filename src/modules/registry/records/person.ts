import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { identityFields, openFields, relationFields } from './person-fields.ts'
import {
  healthFields,
  legalFields,
  locationFields,
  publicFields,
  safeContactFields,
} from './person-protection.ts'

/** Anyone in any role: one record, however many acts, stays or statements name them. */
export const person = defineRecordType({
  name: 'person',
  label: words('Person', 'Persona', 'Persona'),
  plural: words('People', 'Personas', 'Persones'),
  description: words(
    'Whoever appears in the work: defender, victim, relative, source, official. One record for each.',
    'Quien aparece en el trabajo: persona defensora, víctima, familiar, fuente, funcionario. Un solo registro por cada una.',
    'Qui apareix a la feina: persona defensora, víctima, familiar, font, funcionari. Un sol registre per a cadascuna.',
  ),
  title: ['name'],
  timeline: 'birth',
  map: 'country',
  sections: [
    { name: 'person', label: words('The person', 'La persona', 'La persona') },
    { name: 'relations', label: words('Relations', 'Vínculos', 'Vincles') },
    { name: 'public', label: words('Publicity', 'Publicidad', 'Publicitat') },
    { name: 'identity', label: words('Identity', 'Identidad', 'Identitat') },
    {
      name: 'location',
      label: words('Present situation and place', 'Situación y lugar actuales', 'Situació i lloc actuals'),
    },
    { name: 'health', label: words('Health', 'Salud', 'Salut') },
    { name: 'legal', label: words('Legal', 'Legal', 'Legal') },
    { name: 'safe_contact', label: words('Safe contact', 'Contacto seguro', 'Contacte segur') },
  ],
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
