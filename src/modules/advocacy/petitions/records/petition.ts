import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { optionsOf, petitionKindLabels } from '../words-of-petitions.ts'

/**
 * An open letter that invited organisations and people sign, or a petition that anyone may. Who signed is no record: see
 * `migrations/0024_petitions.sql`. What people sign is the published text, not this one.
 */
export const petition = defineRecordType({
  name: 'petition',
  label: labels('Petition', 'Petición', 'Petició'),
  plural: labels('Petitions', 'Peticiones', 'Peticions'),
  description: labels(
    'An open letter signed by invited organisations and people, or a petition that anyone may sign.',
    'Una carta abierta que firman organizaciones y personas invitadas, o una petición a la que cualquiera adhiere.',
    'Una carta oberta que signen organitzacions i persones convidades, o una petició a la qual tothom es pot adherir.',
  ),
  title: ['name'],
  page: '/workspace/petitions/:id',
  sections: [
    { name: 'what', label: labels('What it is', 'Qué es', 'Què és') },
    { name: 'text', label: labels('What is signed', 'Qué se firma', 'Què se signa') },
    {
      name: 'when',
      label: labels('From when until when', 'Desde y hasta cuándo', 'Des de quan i fins quan'),
    },
    { name: 'outcome', label: labels('What came of it', 'Qué resultó', 'Què en va resultar') },
  ],
  fields: [
    ...inSection('what', [
      field('text', 'name', labels('Working title', 'Título de trabajo', 'Títol de treball'), {
        required: true,
        sortable: true,
        listed: true,
        hint: labels(
          'For us: it stands in lists and is not published.',
          'Para uso interno: figura en listas y no se publica.',
          'Per a nosaltres: surt en llistes i no es publica.',
        ),
      }),
      field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
        required: true,
        facet: true,
        listed: true,
        options: optionsOf(petitionKindLabels),
      }),
      field('term', 'country', labels('About which country', 'Sobre qué país', 'Sobre quin país'), {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field(
        'term',
        'states',
        labels('States addressed', 'Estados a los que se dirige', "Estats a què s'adreça"),
        {
          vocabulary: 'countries',
          multiple: true,
          facet: true,
          hint: labels(
            'Their nationals, and those who live there, count as a number: their names are neither kept nor handed over.',
            'Sus nacionales y quienes viven allí cuentan como un número: sus nombres no se guardan ni se entregan.',
            'Els seus nacionals i els qui hi viuen compten com un nombre: els seus noms ni es desen ni es lliuren.',
          ),
        },
      ),
      field('reference', 'cases', labels('Cases', 'Casos', 'Casos'), {
        targets: ['case'],
        multiple: true,
        inverse: labels('Petitions', 'Peticiones', 'Peticions'),
      }),
      field(
        'reference',
        'named',
        labels('People named in it', 'Personas que nombra', 'Persones que anomena'),
        {
          targets: ['person'],
          multiple: true,
          inverse: labels(
            'Petitions that name them',
            'Peticiones que la nombran',
            "Peticions que l'anomenen",
          ),
          hint: labels(
            'Everyone whom the text names. Each of them has to have agreed to it; nobody who asked for silence can stand here.',
            'Todas las personas que el texto nombra. Cada una debe haber consentido; nadie que haya pedido silencio puede figurar aquí.',
            'Totes les persones que el text anomena. Cadascuna hi ha d’haver consentit; ningú que hagi demanat silenci hi pot ser.',
          ),
        },
      ),
    ]),
    ...inSection('text', [
      field('localized_text', 'heading', labels('Heading', 'Encabezado', 'Encapçalament'), {
        hint: labels(
          'In each language in which it is signed.',
          'En cada idioma en que se firma.',
          'En cada llengua en què se signa.',
        ),
      }),
      field('localized_text', 'text', labels('Text', 'Texto', 'Text'), {
        hint: labels(
          'Paragraphs, divided by an empty line. Who has signed one wording has not signed another: each signature says which.',
          'Párrafos, separados por una línea vacía. Quien firmó una redacción no firmó otra: cada firma dice cuál.',
          'Paràgrafs, separats per una línia buida. Qui ha signat una redacció no n’ha signat una altra: cada signatura diu quina.',
        ),
      }),
    ]),
    ...inSection('when', [
      field('moment', 'opens', labels('Opens', 'Se abre', "S'obre"), {
        hint: labels('Empty: when it is published.', 'Vacío: al publicarse.', 'Buit: quan es publica.'),
      }),
      field('moment', 'closes', labels('Closes', 'Se cierra', 'Es tanca'), {
        hint: labels(
          'Without it nobody can sign: how long addresses and names are kept is counted from it.',
          'Sin ella nadie puede firmar: desde ella se cuenta cuánto se guardan direcciones y nombres.',
          "Sense ella ningú no pot signar: a partir d'ella es compta quant de temps es desen adreces i noms.",
        ),
      }),
      field('date', 'closed_on', labels('Closed before, on', 'Cerrada antes, el', 'Tancada abans, el'), {
        exact: true,
        managed: true,
        listed: true,
      }),
      field(
        'number',
        'target',
        labels('How many are hoped for', 'Cuántas se esperan', "Quantes se n'esperen"),
        {
          hint: labels('Optional.', 'Opcional.', 'Opcional.'),
        },
      ),
    ]),
    ...inSection('outcome', [
      field(
        'localized_text',
        'outcome',
        labels(
          'What came of it, for the public',
          'Qué resultó, para el público',
          'Què en va resultar, per al públic',
        ),
        {
          hint: labels(
            'Stands at the head of the page. Those who asked to be told get a link to it, never these words.',
            'Figura al comienzo de la página. Quienes pidieron aviso reciben un enlace, nunca estas palabras.',
            'Surt al capdamunt de la pàgina. Els qui van demanar avís en reben un enllaç, mai aquestes paraules.',
          ),
        },
      ),
    ]),
  ],
})
