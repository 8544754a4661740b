import { field, inSection } from '#platform/records'
import { labels } from '#platform/i18n'
import { period } from './shared-fields.ts'

/** What is asked only of a detention. Charges and counsel are legal values, conditions may be health ones. */
export const captivityFields = inSection('captivity', [
  field('reference', 'detained_at', labels('Held at', 'Lugares de detención', 'Llocs de detenció'), {
    targets: ['place'],
    multiple: true,
    inverse: labels('Held here', 'Personas retenidas aquí', 'Persones retingudes aquí'),
    attributes: [period, field('text', 'seen_by', labels('How it is known', 'Cómo se sabe', 'Com se sap'))],
  }),
  field('choice', 'warrant', labels('Warrant shown', 'Orden judicial exhibida', 'Ordre judicial mostrada'), {
    options: [
      { code: 'yes', label: labels('Yes', 'Sí', 'Sí') },
      { code: 'no', label: labels('None shown', 'No', 'No') },
      { code: 'unknown', label: labels('Not known', 'Se desconoce', 'Es desconeix') },
    ],
  }),
  field(
    'choice',
    'family_contact',
    labels('Contact with the family', 'Contacto con la familia', 'Contacte amb la família'),
    {
      options: [
        { code: 'allowed', label: labels('Allowed', 'Permitido', 'Permès') },
        { code: 'limited', label: labels('Limited', 'Restringido', 'Restringit') },
        { code: 'denied', label: labels('Denied', 'Negado', 'Negat') },
        { code: 'unknown', label: labels('Not known', 'Se desconoce', 'Es desconeix') },
      ],
    },
  ),
  field('long_text', 'conditions', labels('Conditions', 'Condiciones', 'Condicions'), { class: 'health' }),
  field('text', 'charges', labels('Charges', 'Cargos', 'Càrrecs'), { multiple: true, class: 'legal' }),
  field(
    'text',
    'court_case',
    labels('Court and case number', 'Juzgado y número de causa', 'Jutjat i número de causa'),
    {
      class: 'legal',
    },
  ),
  field('text', 'sentence', labels('Sentence', 'Condena', 'Condemna'), { class: 'legal' }),
  field('date', 'released', labels('Released', 'Liberación', 'Alliberament')),
])

/** What is asked only of a death or a disappearance. */
export const deathFields = inSection('death', [
  field('date', 'last_seen', labels('Last seen', 'Vista por última vez', 'Vista per última vegada')),
  field(
    'text',
    'search_filed',
    labels('Search or complaint filed', 'Búsqueda o denuncia presentada', 'Cerca o denúncia presentada'),
    {
      multiple: true,
    },
  ),
  field('choice', 'remains', labels('Remains', 'Restos', 'Restes'), {
    facet: true,
    options: [
      { code: 'not_found', label: labels('Not found', 'No hallados', 'No trobades') },
      {
        code: 'found',
        label: labels('Found, not identified', 'Hallados, sin identificar', 'Trobades, sense identificar'),
      },
      { code: 'identified', label: labels('Identified', 'Identificados', 'Identificades') },
      {
        code: 'returned',
        label: labels('Returned to the family', 'Restituidos a la familia', 'Restituïdes a la família'),
      },
    ],
  }),
  field('text', 'cause_of_death', labels('Cause of death', 'Causa de la muerte', 'Causa de la mort'), {
    class: 'health',
  }),
  field(
    'text',
    'autopsy',
    labels('Autopsy or certificate', 'Autopsia o certificado', 'Autòpsia o certificat'),
    {
      class: 'health',
    },
  ),
])

/** What it left behind, and what has been repaired. */
export const aftermathFields = inSection('aftermath', [
  field('long_text', 'physical_consequences', labels('Physical', 'Físicas', 'Físiques'), { class: 'health' }),
  field('long_text', 'psychological_consequences', labels('Psychological', 'Psicológicas', 'Psicològiques'), {
    class: 'health',
  }),
  field(
    'long_text',
    'other_consequences',
    labels(
      'Social, on work or on property',
      'Sociales, laborales o materiales',
      'Socials, laborals o materials',
    ),
  ),
  field('choice', 'reparation', labels('Reparation', 'Reparación', 'Reparació'), {
    multiple: true,
    facet: true,
    options: [
      { code: 'none', label: labels('None', 'Ninguna', 'Cap') },
      { code: 'restitution', label: labels('Restitution', 'Restitución', 'Restitució') },
      { code: 'compensation', label: labels('Compensation', 'Indemnización', 'Indemnització') },
      { code: 'rehabilitation', label: labels('Rehabilitation', 'Rehabilitación', 'Rehabilitació') },
      {
        code: 'satisfaction',
        label: labels(
          'Satisfaction, truth or apology',
          'Satisfacción, verdad o disculpas',
          'Satisfacció, veritat o disculpes',
        ),
      },
      {
        code: 'non_repetition',
        label: labels(
          'Guarantees of non-repetition',
          'Garantías de no repetición',
          'Garanties de no-repetició',
        ),
      },
    ],
  }),
])
