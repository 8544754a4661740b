import { labels } from '#platform/i18n'
import { type FieldDefinition, field } from '#platform/records'

/** Fields that are asked of one kind of case alone. */
const ofKind = <const F extends FieldDefinition>(kinds: readonly string[], fields: readonly F[]) =>
  fields.map((one) => ({ ...one, when: { field: 'kind', is: kinds } }))

/** What was silenced, where, by which law and how. */
export const artistFields = ofKind(
  ['artist'],
  [
    field('text', 'works', labels('Works', 'Obras', 'Obres'), { multiple: true }),
    field('term', 'discipline', labels('Discipline', 'Disciplina', 'Disciplina'), {
      vocabulary: 'disciplines',
      multiple: true,
      facet: true,
    }),
    field('text', 'venue', labels('Venue', 'Sala o lugar', 'Sala o lloc')),
    field('text', 'law_applied', labels('Law applied', 'Norma aplicada', 'Norma aplicada'), {
      multiple: true,
      hint: labels(
        'Law, article and year, as the authority cites it.',
        'Ley, artículo y año, como los cita la autoridad.',
        "Llei, article i any, tal com els cita l'autoritat.",
      ),
    }),
    field(
      'term',
      'artistic_violations',
      labels(
        'What was done to the work or the artist',
        'Qué se hizo contra la obra o el artista',
        "Què es va fer contra l'obra o l'artista",
      ),
      { vocabulary: 'artistic_violations', multiple: true, facet: true },
    ),
  ],
)

/** For whom the person reports, and on what. */
export const journalistFields = ofKind(
  ['journalist'],
  [
    field('reference', 'outlets', labels('Outlets', 'Medios', 'Mitjans'), {
      targets: ['organisation'],
      multiple: true,
      inverse: labels('Cases of its journalists', 'Casos de sus periodistas', 'Casos dels seus periodistes'),
    }),
    field('text', 'subjects', labels('Reports on', 'Temas que cubre', 'Temes que cobreix'), {
      multiple: true,
    }),
    field('choice', 'working_as', labels('Works as', 'Trabaja como', 'Treballa com a'), {
      options: [
        { code: 'staff', label: labels('Staff', 'Personal del medio', 'Personal del mitjà') },
        { code: 'freelance', label: labels('Freelance', 'Independiente', 'Independent') },
        { code: 'community', label: labels('Community media', 'Medio comunitario', 'Mitjà comunitari') },
      ],
    }),
  ],
)

/** How a prisoner can be written to; the detention itself is recorded episode by episode. */
export const prisonerFields = ofKind(
  ['prisoner'],
  [
    field(
      'text',
      'letters_address',
      labels('Address for letters', 'Dirección para cartas', 'Adreça per a cartes'),
      {
        class: 'location',
        hint: labels(
          'Given to others only with consent.',
          'Se da a otros solo con consentimiento.',
          'Es dona a altres només amb consentiment.',
        ),
      },
    ),
    field(
      'long_text',
      'prison_rules',
      labels('What may be sent and said', 'Qué se puede enviar y decir', 'Què es pot enviar i dir'),
    ),
  ],
)

/** When and where the person was last seen, and with whom. */
export const disappearedFields = ofKind(
  ['disappeared'],
  [
    field('date', 'last_seen', labels('Last seen', 'Vista por última vez', 'Vista per última vegada')),
    field('place', 'last_seen_at', labels('Where', 'Dónde', 'On'), { class: 'location' }),
    field('text', 'last_seen_with', labels('With whom', 'Con quién', 'Amb qui'), {
      class: 'identity',
      multiple: true,
    }),
    field('long_text', 'search_so_far', labels('Search so far', 'Búsqueda hasta ahora', 'Cerca fins ara')),
  ],
)

/** The group, what it asked to be recognised as, and by whom it was refused. */
export const associationFields = ofKind(
  ['association'],
  [
    field('reference', 'association', labels('The group', 'El grupo', 'El grup'), {
      targets: ['organisation'],
      inverse: labels(
        'Cases of its recognition',
        'Casos por su reconocimiento',
        'Casos pel seu reconeixement',
      ),
    }),
    field(
      'reference',
      'recognition_requests',
      labels('Recognition asked', 'Reconocimientos pedidos', 'Reconeixements demanats'),
      {
        targets: ['recognition_request'],
        multiple: true,
        inverse: labels('Cases', 'Casos', 'Casos'),
      },
    ),
    field(
      'text',
      'refusal_ground',
      labels('Ground of the refusal', 'Motivo de la negativa', 'Motiu de la denegació'),
    ),
  ],
)
