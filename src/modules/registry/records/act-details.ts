import { words } from '../vocabularies/words.ts'
import { field, inSection } from './fields.ts'
import { period } from './shared-fields.ts'

/** What is asked only of a detention. Charges and counsel are legal values, conditions may be health ones. */
export const captivityFields = inSection('captivity', [
  field('reference', 'detained_at', words('Held at', 'Lugares de detención', 'Llocs de detenció'), {
    targets: ['place'],
    multiple: true,
    inverse: words('Held here', 'Personas retenidas aquí', 'Persones retingudes aquí'),
    attributes: [period, field('text', 'seen_by', words('How it is known', 'Cómo se sabe', 'Com se sap'))],
  }),
  field('choice', 'warrant', words('Warrant shown', 'Orden judicial exhibida', 'Ordre judicial mostrada'), {
    options: [
      { code: 'yes', label: words('Yes', 'Sí', 'Sí') },
      { code: 'no', label: words('None shown', 'No', 'No') },
      { code: 'unknown', label: words('Not known', 'Se desconoce', 'Es desconeix') },
    ],
  }),
  field(
    'choice',
    'family_contact',
    words('Contact with the family', 'Contacto con la familia', 'Contacte amb la família'),
    {
      options: [
        { code: 'allowed', label: words('Allowed', 'Permitido', 'Permès') },
        { code: 'limited', label: words('Limited', 'Restringido', 'Restringit') },
        { code: 'denied', label: words('Denied', 'Negado', 'Negat') },
        { code: 'unknown', label: words('Not known', 'Se desconoce', 'Es desconeix') },
      ],
    },
  ),
  field('long_text', 'conditions', words('Conditions', 'Condiciones', 'Condicions'), { class: 'health' }),
  field('text', 'charges', words('Charges', 'Cargos', 'Càrrecs'), { multiple: true, class: 'legal' }),
  field(
    'text',
    'court_case',
    words('Court and case number', 'Juzgado y número de causa', 'Jutjat i número de causa'),
    {
      class: 'legal',
    },
  ),
  field('text', 'sentence', words('Sentence', 'Condena', 'Condemna'), { class: 'legal' }),
  field('date', 'released', words('Released', 'Liberación', 'Alliberament')),
])

/** What is asked only of a death or a disappearance. */
export const deathFields = inSection('death', [
  field('date', 'last_seen', words('Last seen', 'Vista por última vez', 'Vista per última vegada')),
  field(
    'text',
    'search_filed',
    words('Search or complaint filed', 'Búsqueda o denuncia presentada', 'Cerca o denúncia presentada'),
    {
      multiple: true,
    },
  ),
  field('choice', 'remains', words('Remains', 'Restos', 'Restes'), {
    facet: true,
    options: [
      { code: 'not_found', label: words('Not found', 'No hallados', 'No trobades') },
      {
        code: 'found',
        label: words('Found, not identified', 'Hallados, sin identificar', 'Trobades, sense identificar'),
      },
      { code: 'identified', label: words('Identified', 'Identificados', 'Identificades') },
      {
        code: 'returned',
        label: words('Returned to the family', 'Restituidos a la familia', 'Restituïdes a la família'),
      },
    ],
  }),
  field('text', 'cause_of_death', words('Cause of death', 'Causa de la muerte', 'Causa de la mort'), {
    class: 'health',
  }),
  field(
    'text',
    'autopsy',
    words('Autopsy or certificate', 'Autopsia o certificado', 'Autòpsia o certificat'),
    {
      class: 'health',
    },
  ),
])

/** What it left behind, and what has been repaired. */
export const aftermathFields = inSection('aftermath', [
  field('long_text', 'physical_consequences', words('Physical', 'Físicas', 'Físiques'), { class: 'health' }),
  field('long_text', 'psychological_consequences', words('Psychological', 'Psicológicas', 'Psicològiques'), {
    class: 'health',
  }),
  field(
    'long_text',
    'other_consequences',
    words(
      'Social, on work or on property',
      'Sociales, laborales o materiales',
      'Socials, laborals o materials',
    ),
  ),
  field('choice', 'reparation', words('Reparation', 'Reparación', 'Reparació'), {
    multiple: true,
    facet: true,
    options: [
      { code: 'none', label: words('None', 'Ninguna', 'Cap') },
      { code: 'restitution', label: words('Restitution', 'Restitución', 'Restitució') },
      { code: 'compensation', label: words('Compensation', 'Indemnización', 'Indemnització') },
      { code: 'rehabilitation', label: words('Rehabilitation', 'Rehabilitación', 'Rehabilitació') },
      {
        code: 'satisfaction',
        label: words(
          'Satisfaction, truth or apology',
          'Satisfacción, verdad o disculpas',
          'Satisfacció, veritat o disculpes',
        ),
      },
      {
        code: 'non_repetition',
        label: words(
          'Guarantees of non-repetition',
          'Garantías de no repetición',
          'Garanties de no-repetició',
        ),
      },
    ],
  }),
])
