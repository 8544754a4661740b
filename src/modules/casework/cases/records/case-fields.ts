import { labels } from '#platform/i18n'
import { field } from '#platform/records'
import { stageLabels, stages } from '../stages.ts'

const options = (
  given: Readonly<Record<string, ReturnType<typeof labels>>>,
): readonly { readonly code: string; readonly label: ReturnType<typeof labels> }[] =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

/** What the case is called and where it stands. The real name stands on the person, never here. */
export const caseFields = [
  field('text', 'reference', labels('Reference', 'Número', 'Número'), {
    managed: true,
    sortable: true,
    listed: true,
  }),
  field('text', 'code_name', labels('Code name', 'Nombre en clave', 'Nom en clau'), {
    required: true,
    sortable: true,
    hint: labels(
      'What the case is called aloud and in writing. Never the name of the person.',
      'Cómo se llama al caso al hablar y al escribir. Nunca el nombre de la persona.',
      'Com s’anomena el cas en parlar i en escriure. Mai el nom de la persona.',
    ),
  }),
  field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
    required: true,
    facet: true,
    listed: true,
    options: options({
      defender: labels('Human rights defender', 'Persona defensora', 'Persona defensora'),
      artist: labels('Artist', 'Artista', 'Artista'),
      journalist: labels('Journalist', 'Periodista', 'Periodista'),
      prisoner: labels('Prisoner', 'Persona presa', 'Persona presa'),
      disappeared: labels('Disappeared person', 'Persona desaparecida', 'Persona desapareguda'),
      association: labels(
        'Group whose association is refused',
        'Grupo al que se niega la asociación',
        "Grup a qui es nega l'associació",
      ),
    }),
  }),
  field('choice', 'stage', labels('Stage', 'Etapa', 'Etapa'), {
    managed: true,
    facet: true,
    listed: true,
    sortable: true,
    options: stages.map((code) => ({ code, label: stageLabels[code] })),
  }),
  field('date', 'opened', labels('Opened', 'Abierto', 'Obert'), {
    exact: true,
    sortable: true,
    listed: true,
  }),
  field('date', 'received_until', labels('Ours until', 'Nuestro hasta', 'Nostre fins al'), {
    managed: true,
    exact: true,
    hint: labels(
      'The last day on which whoever handed the case over lets us have it.',
      'El último día en que quien entregó el caso nos permite tenerlo.',
      "L'últim dia en què qui va lliurar el cas ens permet tenir-lo.",
    ),
  }),
  field('term', 'assigned_to', labels('Assigned to', 'A cargo de', 'A càrrec de'), {
    vocabulary: 'colleagues',
    managed: true,
    facet: true,
    listed: true,
  }),
  field('term', 'team', labels('Team', 'Equipo', 'Equip'), {
    vocabulary: 'teams',
    managed: true,
    facet: true,
  }),
  field('term', 'country', labels('Country', 'País', 'País'), {
    vocabulary: 'countries',
    multiple: true,
    facet: true,
    listed: true,
  }),
  field('term', 'rights', labels('Rights', 'Derechos', 'Drets'), {
    vocabulary: 'rights',
    multiple: true,
    facet: true,
  }),
  field('long_text', 'summary', labels('Summary', 'Resumen', 'Resum'), {
    hint: labels(
      'What happened and what is asked, without names.',
      'Qué pasó y qué se pide, sin nombres.',
      'Què ha passat i què es demana, sense noms.',
    ),
  }),
  field('long_text', 'internal_notes', labels('Internal notes', 'Notas internas', 'Notes internes'), {
    hint: labels(
      'For the team. Whoever reported the case never sees them.',
      'Para el equipo. Quien informó del caso no las ve nunca.',
      'Per a l’equip. Qui va informar del cas no les veu mai.',
    ),
  }),
]

/** Who is in it, what happened, and where it is known from. */
export const knowledgeFields = [
  field('reference', 'people', labels('People', 'Personas', 'Persones'), {
    targets: ['person'],
    multiple: true,
    inverse: labels('Cases', 'Casos', 'Casos'),
    attributes: [
      field('term', 'role', labels('Role', 'Papel', 'Paper'), { vocabulary: 'case_roles' }),
      field('text', 'note', labels('Note', 'Nota', 'Nota')),
    ],
  }),
  field('reference', 'organisations', labels('Organisations', 'Organizaciones', 'Organitzacions'), {
    targets: ['organisation'],
    multiple: true,
    inverse: labels('Cases', 'Casos', 'Casos'),
    attributes: [
      field('term', 'role', labels('Role', 'Papel', 'Paper'), { vocabulary: 'case_roles' }),
      field('text', 'note', labels('Note', 'Nota', 'Nota')),
    ],
  }),
  field('reference', 'events', labels('Events', 'Acontecimientos', 'Esdeveniments'), {
    targets: ['event'],
    multiple: true,
    inverse: labels('Cases', 'Casos', 'Casos'),
  }),
  field('reference', 'sources', labels('Sources', 'Fuentes', 'Fonts'), {
    targets: ['source'],
    multiple: true,
    inverse: labels('Cases', 'Casos', 'Casos'),
    attributes: [
      field('choice', 'independence', labels('Independence', 'Independencia', 'Independència'), {
        options: options({
          independent: labels(
            'Independent of the others',
            'Independiente de las demás',
            'Independent de les altres',
          ),
          derived: labels('Repeats another', 'Repite a otra', 'En repeteix una altra'),
          unknown: labels('Not known yet', 'Todavía no se sabe', 'Encara no se sap'),
        }),
      }),
      field('text', 'shows', labels('What it shows', 'Qué muestra', 'Què mostra')),
    ],
  }),
]

/** Whether and how it may be spoken of, who decided and when. Changed only by deciding anew; every decision is kept. */
export const publicityFields = [
  field('choice', 'publicity', labels('Publicity', 'Publicidad', 'Publicitat'), {
    managed: true,
    facet: true,
    options: options({
      public: labels('Public', 'Pública', 'Pública'),
      mixed: labels('Mixed', 'Mixta', 'Mixta'),
      quiet: labels('Quiet', 'En silencio', 'En silenci'),
    }),
  }),
  field('date', 'publicity_on', labels('Decided on', 'Decidida el', 'Decidida el'), {
    managed: true,
    exact: true,
  }),
  field('choice', 'publicity_by', labels('Decided by', 'Decidida por', 'Decidida per'), {
    managed: true,
    options: options({
      person: labels('The person', 'La persona', 'La persona'),
      family: labels('The family', 'La familia', 'La família'),
      counsel: labels('Counsel', 'La defensa', 'La defensa'),
    }),
  }),
  field('long_text', 'publicity_words', labels('In what terms', 'En qué términos', 'En quins termes'), {
    managed: true,
  }),
]

/** What was found true, and why the case goes on where it was not. */
export const verificationFields = [
  field('date', 'verified_on', labels('Verified on', 'Verificado el', 'Verificat el'), {
    managed: true,
    exact: true,
  }),
  field(
    'long_text',
    'unverified_reason',
    labels(
      'Why it goes on without two independent sources',
      'Por qué sigue sin dos fuentes independientes',
      'Per què continua sense dues fonts independents',
    ),
    { managed: true },
  ),
]
