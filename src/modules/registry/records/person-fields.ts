import { field, inSection, ofClass } from '#platform/records'
import { labels } from '#platform/i18n'
import { countries, externalIds, notes, period, remark, rights } from './shared-fields.ts'

/** Who the person is, as every reader of the record may know it. */
export const openFields = inSection('person', [
  field('person_name', 'name', labels('Name', 'Nombre', 'Nom'), {
    required: true,
    sortable: true,
    listed: true,
    hint: labels(
      'The name to use in the work. If the person must not be named, a code name; the real one goes below.',
      'El nombre con el que se trabaja. Si no se la debe nombrar, un nombre en clave; el real va más abajo.',
      "El nom amb què es treballa. Si no se l'ha d'anomenar, un nom en clau; el real va més avall.",
    ),
  }),
  field('text', 'other_names', labels('Other names', 'Otros nombres', 'Altres noms'), { multiple: true }),
  field('text', 'family_name_mother', labels("Mother's family name", 'Apellido materno', 'Cognom matern')),
  field(
    'text',
    'family_name_married',
    labels('Married family name', 'Apellido de casada', 'Cognom de casada'),
  ),
  field('term', 'roles', labels('Roles', 'Roles', 'Rols'), {
    vocabulary: 'person_roles',
    multiple: true,
    facet: true,
    listed: true,
  }),
  {
    ...countries,
    hint: labels(
      'Of origin or of work. Where the person is now is kept apart, below.',
      'De origen o de trabajo. Dónde está ahora se guarda aparte, más abajo.',
      "D'origen o de feina. On és ara es desa a part, més avall.",
    ),
  },
  rights,
  field('date', 'birth', labels('Year of birth', 'Año de nacimiento', 'Any de naixement'), {
    sortable: true,
    hint: labels(
      'The year, or about which year. The exact day goes with the identity documents.',
      'El año, exacto o aproximado. El día exacto va con los documentos de identidad.',
      "L'any, exacte o aproximat. El dia exacte va amb els documents d'identitat.",
    ),
  }),
  field('term', 'birth_country', labels('Country of birth', 'País de nacimiento', 'País de naixement'), {
    vocabulary: 'countries',
  }),
  field('text', 'birth_place', labels('Place of birth', 'Lugar de nacimiento', 'Lloc de naixement')),
  field('date', 'death', labels('Death', 'Fallecimiento', 'Defunció')),
  field(
    'text',
    'age_at_time',
    labels('Age at the time', 'Edad al momento del hecho', 'Edat en el moment dels fets'),
    {
      hint: labels('As the source says it.', 'Como lo dice la fuente.', 'Com ho diu la font.'),
    },
  ),
  field('term', 'gender', labels('Gender', 'Género', 'Gènere'), { vocabulary: 'genders', facet: true }),
  field('term', 'occupation', labels('Occupation', 'Ocupación', 'Ocupació'), {
    vocabulary: 'occupations',
    multiple: true,
    facet: true,
  }),
  field(
    'text',
    'occupation_words',
    labels('Occupation, in own words', 'Ocupación, en sus palabras', 'Ocupació, en les seves paraules'),
  ),
  field(
    'term',
    'disciplines',
    labels('Artistic discipline', 'Disciplina artística', 'Disciplina artística'),
    {
      vocabulary: 'disciplines',
      multiple: true,
      facet: true,
    },
  ),
  field('term', 'nationality', labels('Nationality', 'Nacionalidad', 'Nacionalitat'), {
    vocabulary: 'countries',
    multiple: true,
  }),
  field('term', 'languages', labels('Languages', 'Idiomas', 'Llengües'), {
    vocabulary: 'languages',
    multiple: true,
  }),
  field('localized_text', 'biography', labels('Biography', 'Biografía', 'Biografia')),
  externalIds,
  notes,
])

/** What ties the person to others. */
export const relationFields = inSection('relations', [
  field('reference', 'affiliations', labels('Organisations', 'Organizaciones', 'Organitzacions'), {
    targets: ['organisation'],
    multiple: true,
    facet: true,
    inverse: labels('People', 'Personas', 'Persones'),
    attributes: [
      field('term', 'role', labels('Role', 'Cargo o función', 'Càrrec o funció'), {
        vocabulary: 'affiliation_roles',
      }),
      field('text', 'rank', labels('Rank or post', 'Grado o puesto', 'Grau o càrrec')),
      period,
    ],
  }),
  field(
    'reference',
    'relatives',
    labels('Relatives and close people', 'Familiares y allegados', 'Familiars i persones properes'),
    {
      targets: ['person'],
      multiple: true,
      class: 'identity',
      inverse: labels('Named as relative by', 'Mencionada como familiar por', 'Esmentada com a familiar per'),
      attributes: [
        field('term', 'relationship', labels('Relationship', 'Vínculo', 'Vincle'), {
          vocabulary: 'relationships',
        }),
        period,
        remark,
      ],
    },
  ),
])

/** What makes the person findable by those who look for them: never in the open part of the record. */
export const identityFields = inSection(
  'identity',
  ofClass('identity', [
    field('person_name', 'real_name', labels('Real name', 'Nombre real', 'Nom real'), {
      hint: labels(
        'Only where the name above is a code name.',
        'Solo si el nombre de arriba es un nombre en clave.',
        'Només si el nom de dalt és un nom en clau.',
      ),
    }),
    field('date', 'birth_date', labels('Date of birth', 'Fecha de nacimiento', 'Data de naixement')),
    field(
      'text',
      'identity_documents',
      labels('Identity documents', 'Documentos de identidad', "Documents d'identitat"),
      {
        multiple: true,
      },
    ),
    field('text', 'phone_and_mail', labels('Telephone and e-mail', 'Teléfono y correo', 'Telèfon i correu'), {
      multiple: true,
      behind: 'safe_contact',
      hint: labels(
        'Read the safe contact plan before using any of them.',
        'Lea el plan de contacto seguro antes de usar cualquiera de ellos.',
        'Llegiu el pla de contacte segur abans de fer-ne servir cap.',
      ),
    }),
    field(
      'text',
      'people_or_community',
      labels('People or community', 'Pueblo o comunidad de pertenencia', 'Poble o comunitat de pertinença'),
    ),
    field('text', 'religion', labels('Religion or belief', 'Religión o creencia', 'Religió o creença')),
    field(
      'text',
      'distinguishing_marks',
      labels('Distinguishing marks', 'Señas particulares', 'Senyals particulars'),
    ),
  ]),
)
