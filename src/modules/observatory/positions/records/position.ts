import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'

/** How it stands towards what is at issue; nobody's score. */
export const stances = {
  for: labels('For', 'A favor', 'A favor'),
  against: labels('Against', 'En contra', 'En contra'),
  partly: labels('Partly, or with reservations', 'En parte, o con reservas', 'En part, o amb reserves'),
  silent: labels('Chose to say nothing', 'Eligió callar', 'Va triar callar'),
} as const

/** What became of what we asked. */
export const answers = {
  none: labels('No answer yet', 'Sin respuesta todavía', 'Encara sense resposta'),
  done: labels('Done as asked', 'Hizo lo pedido', 'Va fer el que es demanava'),
  partly: labels('Done in part', 'Lo hizo en parte', 'Ho va fer en part'),
  evaded: labels('Answered without saying', 'Respondió sin decir', 'Va respondre sense dir'),
  refused: labels('Refused', 'Se negó', "S'hi va negar"),
} as const

const optionsOf = (words: typeof stances | typeof answers) =>
  Object.entries(words).map(([code, label]) => ({ code, label }))

/**
 * What a state did or said on a matter besides voting, the words with their source; and what we asked of it, of whom, and
 * what was answered. It stands beside the roll calls that bear its symbol.
 */
export const position = defineRecordType({
  name: 'position',
  label: labels('Position of a state', 'Posición de un Estado', "Posició d'un Estat"),
  plural: labels('Positions of states', 'Posiciones de los Estados', 'Posicions dels Estats'),
  description: labels(
    'A statement, a co-sponsorship, an explanation of vote, a candidacy backed, an ambassador convened; and what we asked for.',
    'Una declaración, un copatrocinio, una explicación de voto, una candidatura apoyada, un embajador convocado; y lo que pedimos.',
    'Una declaració, un copatrocini, una explicació de vot, una candidatura amb suport, un ambaixador convocat; i el que vam demanar.',
  ),
  title: ['title'],
  timeline: 'on',
  map: 'state',
  sections: [
    { name: 'what', label: labels('The position', 'La posición', 'La posició') },
    { name: 'matter', label: labels('On what', 'Sobre qué', 'Sobre què') },
    { name: 'words', label: labels('In its words', 'En sus palabras', 'En les seves paraules') },
    { name: 'asked', label: labels('What we asked', 'Lo que pedimos', 'El que vam demanar') },
  ],
  fields: [
    ...inSection('what', [
      field('text', 'title', labels('In one line', 'En una línea', 'En una línia'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('term', 'state', labels('States', 'Estados', 'Estats'), {
        vocabulary: 'countries',
        multiple: true,
        required: true,
        facet: true,
        listed: true,
        hint: labels(
          'All who took it together, of a joint statement.',
          'Todos los que la tomaron, si es conjunta.',
          'Tots els que la van prendre, si és conjunta.',
        ),
      }),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'position_kinds',
        required: true,
        facet: true,
        listed: true,
      }),
      field('date', 'on', labels('When', 'Cuándo', 'Quan'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('text', 'forum', labels('Where', 'Ante quién', 'On'), {
        hint: labels(
          'Body and session: Human Rights Council, 57th session.',
          'Órgano y período: Consejo de Derechos Humanos, 57.º período de sesiones.',
          'Òrgan i període: Consell de Drets Humans, 57è període de sessions.',
        ),
      }),
      field('choice', 'stance', labels('Towards the matter', 'Frente al asunto', "Davant de l'assumpte"), {
        facet: true,
        options: optionsOf(stances),
      }),
    ]),
    ...inSection('matter', [
      field(
        'text',
        'symbol',
        labels('Symbol of the text', 'Signatura del documento', 'Signatura del document'),
        {
          sortable: true,
          listed: true,
          hint: labels(
            'Of the resolution or draft, as its roll call has it: A/HRC/RES/57/1. Then it stands beside that vote.',
            'De la resolución o el proyecto, como figura en la votación: A/HRC/RES/57/1. Así queda junto a esa votación.',
            'De la resolució o el projecte, com surt a la votació: A/HRC/RES/57/1. Així queda al costat d’aquella votació.',
          ),
        },
      ),
      field(
        'text',
        'roll_call',
        labels('Roll call in its source', 'Votación en su fuente', 'Votació a la seva font'),
        {
          sortable: true,
          hint: labels(
            'Where the text has no symbol of its own: source and number, as its page fills them in: hrc:21028.',
            'Si el texto no tiene signatura propia: fuente y número, como los completa su página: hrc:21028.',
            'Si el text no té signatura pròpia: font i número, com els omple la seva pàgina: hrc:21028.',
          ),
        },
      ),
      field('term', 'about', labels('On the situation in', 'Sobre la situación en', 'Sobre la situació a'), {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
      }),
      field('term', 'themes', labels('Themes', 'Temas', 'Temes'), {
        vocabulary: 'rights',
        multiple: true,
        facet: true,
      }),
      field('reference', 'concerns', labels('Concerns', 'Se refiere a', 'Fa referència a'), {
        targets: ['case', 'event', 'dossier', 'submission'],
        multiple: true,
        inverse: labels('Positions of states', 'Posiciones de los Estados', 'Posicions dels Estats'),
      }),
    ]),
    ...inSection('words', [
      field('long_text', 'quote', labels('Its words', 'Sus palabras', 'Les seves paraules'), {
        hint: labels(
          'As they were said, in the language in which they were said.',
          'Tal como se dijeron, en el idioma en que se dijeron.',
          'Tal com es van dir, en la llengua en què es van dir.',
        ),
      }),
      field('term', 'quote_language', labels('In which language', 'En qué idioma', 'En quina llengua'), {
        vocabulary: 'languages',
      }),
      field('reference', 'sources', labels('Sources', 'Fuentes', 'Fonts'), {
        targets: ['source'],
        multiple: true,
        inverse: labels('Positions of states', 'Posiciones de los Estados', 'Posicions dels Estats'),
      }),
      field('url', 'address', labels('Address', 'Dirección web', 'Adreça web')),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
    ...inSection('asked', [
      field('long_text', 'asked', labels('What we asked', 'Qué pedimos', 'Què vam demanar')),
      field('date', 'asked_on', labels('When', 'Cuándo', 'Quan'), { exact: true }),
      field('text', 'asked_of', labels('Of whom', 'A quién', 'A qui'), {
        hint: labels(
          'Office, without names: it stands in lists.',
          'Cargo u oficina, sin nombres: figura en listas.',
          'Càrrec o oficina, sense noms: surt en llistes.',
        ),
      }),
      field('term', 'asked_by', labels('Who follows it', 'Quién lo sigue', 'Qui ho segueix'), {
        vocabulary: 'colleagues',
        facet: true,
      }),
      field('date', 'answer_due', labels('We look again on', 'Volvemos a mirar el', 'Hi tornem el'), {
        exact: true,
        sortable: true,
      }),
      field('choice', 'answer', labels('Answer', 'Respuesta', 'Resposta'), {
        facet: true,
        options: optionsOf(answers),
      }),
      field('date', 'answered_on', labels('Answered on', 'Respondió el', 'Va respondre el'), { exact: true }),
      field(
        'long_text',
        'answer_words',
        labels('What was answered', 'Qué se respondió', 'Què es va respondre'),
      ),
    ]),
  ],
})
