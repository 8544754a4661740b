import { field, inSection, ofClass } from '#platform/records'
import { labels } from '#platform/i18n'

/** Where the person is: a state that persecutes across borders asks for nothing else. */
export const locationFields = inSection(
  'location',
  ofClass('location', [
    field('term', 'status', labels('Present situation', 'Situación actual', 'Situació actual'), {
      vocabulary: 'person_statuses',
    }),
    field('date', 'status_since', labels('Since', 'Desde', 'Des de')),
    field('term', 'present_country', labels('Country where the person is', 'País donde está', 'País on és'), {
      vocabulary: 'countries',
    }),
    field('text', 'whereabouts', labels('Whereabouts', 'Paradero', 'Parador')),
    field('place', 'address', labels('Address', 'Domicilio', 'Domicili'), {
      behind: 'safe_contact',
    }),
    field(
      'text',
      'original_words',
      labels('As the source says it', 'Como lo dice la fuente', 'Com ho diu la font'),
      {
        hint: labels(
          'The words as received, when they say where the person is ("exiled in…").',
          'Las palabras como se recibieron, si dicen dónde está la persona («exiliada en…»).',
          'Les paraules tal com es van rebre, si diuen on és la persona («exiliada a…»).',
        ),
      },
    ),
  ]),
)

/** Health: seen by those who need it. */
export const healthFields = inSection(
  'health',
  ofClass('health', [
    field('long_text', 'health', labels('Health', 'Salud', 'Salut')),
    field(
      'long_text',
      'care_needed',
      labels(
        'Care and medicine needed',
        'Atención y medicación necesarias',
        'Atenció i medicació necessàries',
      ),
    ),
    field('text', 'disability', labels('Disability', 'Discapacidad', 'Discapacitat')),
  ]),
)

/** What counsel knows. */
export const legalFields = inSection(
  'legal',
  ofClass('legal', [
    field('long_text', 'legal_situation', labels('Legal situation', 'Situación legal', 'Situació legal')),
    field('text', 'counsel', labels('Counsel', 'Defensa', 'Defensa'), { multiple: true }),
  ]),
)

/** How to reach the person without harming them. Sealed: shown before any number or address. */
export const safeContactFields = inSection(
  'safe_contact',
  ofClass('sealed', [
    field('text', 'safe_channel', labels('Safe channel', 'Vía segura', 'Via segura')),
    field('text', 'safe_hours', labels('Safe hours', 'Horario seguro', 'Horari segur')),
    field(
      'text',
      'phone_shared_with',
      labels('Who shares the telephone', 'Quién comparte el teléfono', 'Qui comparteix el telèfon'),
    ),
    field(
      'text',
      'duress_phrase',
      labels('Phrase under duress', 'Frase bajo coacción', 'Frase sota coacció'),
      {
        hint: labels(
          'What the person says when someone forces them to speak.',
          'Lo que la persona dice si alguien la obliga a hablar.',
          "El que la persona diu si algú l'obliga a parlar.",
        ),
      },
    ),
    field(
      'long_text',
      'never_write',
      labels(
        'What never to write or say',
        'Lo que nunca se escribe ni se dice',
        "El que mai no s'escriu ni es diu",
      ),
    ),
    field(
      'text',
      'contact_if_silent',
      labels(
        'Whom to reach if there is silence',
        'A quién acudir si hay silencio',
        'A qui adreçar-se si hi ha silenci',
      ),
    ),
  ]),
)

/** On what ground anything of this person may be public; consent itself, field by field, is kept by publishing. */
export const publicFields = inSection('public', [
  field(
    'choice',
    'public_basis',
    labels('Ground for being public', 'Fundamento para ser pública', 'Fonament per ser pública'),
    {
      facet: true,
      options: [
        {
          code: 'consent',
          label: labels(
            'Consent given to us',
            'Consentimiento dado a nosotros',
            'Consentiment donat a nosaltres',
          ),
        },
        {
          code: 'public_at_source',
          label: labels(
            'Public at its source, no consent held here',
            'Pública en su fuente, sin consentimiento en nuestro poder',
            'Pública en la seva font, sense consentiment en poder nostre',
          ),
        },
        {
          code: 'none',
          label: labels('None: not to be public', 'Ninguno: no se publica', 'Cap: no es publica'),
        },
      ],
    },
  ),
  field('url', 'public_source_url', labels('Public source', 'Fuente pública', 'Font pública')),
])
