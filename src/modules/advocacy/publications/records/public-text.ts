import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { textKinds } from '../text-kinds.ts'

/**
 * A text that the organisation puts out under its name: release, column, bulletin, letter, statement, report. Its
 * languages are those that were written; where it stands (draft, in review, approved, released) is found from what was
 * asked, approved and published, and kept nowhere a second time.
 */
export const publicText = defineRecordType({
  name: 'public_text',
  label: labels('Publication', 'Publicación', 'Publicació'),
  plural: labels('Publications', 'Publicaciones', 'Publicacions'),
  description: labels(
    'A press release, an opinion column, an urgent bulletin, an open letter, a statement, a report or a fact sheet.',
    'Un comunicado de prensa, una columna, un boletín urgente, una carta abierta, una declaración, un informe o una ficha.',
    'Un comunicat de premsa, una columna, un butlletí urgent, una carta oberta, una declaració, un informe o una fitxa.',
  ),
  title: ['title'],
  page: '/workspace/publications/:id',
  timeline: 'dated',
  map: 'country',
  sections: [
    { name: 'text', label: labels('The text', 'El texto', 'El text') },
    { name: 'around', label: labels('Around it', 'Alrededor', 'Al voltant') },
    { name: 'time', label: labels('When', 'Cuándo', 'Quan') },
    { name: 'named', label: labels('Who is named', 'A quién se nombra', 'A qui s’anomena') },
    { name: 'within', label: labels('Within the house', 'Puertas adentro', 'Portes endins') },
  ],
  fields: [
    ...inSection('text', [
      field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
        required: true,
        facet: true,
        listed: true,
        options: Object.entries(textKinds).map(([code, { label }]) => ({ code, label })),
      }),
      field('localized_text', 'title', labels('Title', 'Título', 'Títol'), { required: true, listed: true }),
      field('localized_text', 'standfirst', labels('Standfirst', 'Bajada', 'Entradeta'), {
        hint: labels(
          'Who, what, when, where and why, in two or three sentences.',
          'Quién, qué, cuándo, dónde y por qué, en dos o tres oraciones.',
          'Qui, què, quan, on i per què, en dues o tres frases.',
        ),
      }),
      field('localized_text', 'body', labels('Text', 'Texto', 'Text'), {
        hint: labels(
          'An empty line begins a paragraph. A line that begins with “## ” is a heading, with “- ” an item of a list, with “> ” a quotation.',
          'Una línea vacía empieza un párrafo. Una línea que empieza con «## » es un título, con «- » un ítem de lista, con «> » una cita.',
          'Una línia buida comença un paràgraf. Una línia que comença amb «## » és un títol, amb «- » un element de llista, amb «> » una cita.',
        ),
      }),
    ]),
    ...inSection('around', [
      field('text', 'authors', labels('By', 'Firma', 'Signatura'), {
        multiple: true,
        hint: labels(
          'As it stands under the text. Empty: the organisation.',
          'Como figura al pie del texto. Vacío: la organización.',
          'Com surt al peu del text. Buit: l’organització.',
        ),
      }),
      field('text', 'outlet', labels('Written for', 'Escrito para', 'Escrit per a'), {
        hint: labels(
          'The newspaper or magazine that prints a column first.',
          'El diario o la revista que publica primero una columna.',
          'El diari o la revista que publica primer una columna.',
        ),
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
      field('localized_text', 'boilerplate', labels('About us', 'Sobre nosotros', 'Sobre nosaltres')),
      field(
        'localized_text',
        'contacts',
        labels('Press contacts', 'Contactos de prensa', 'Contactes de premsa'),
        {
          hint: labels(
            'Everyone will see them: no private telephone.',
            'Los verá todo el mundo: ningún teléfono particular.',
            'Els veurà tothom: cap telèfon particular.',
          ),
        },
      ),
    ]),
    ...inSection('time', [
      field('text', 'place', labels('Place it is dated from', 'Lugar', 'Lloc')),
      field('date', 'dated', labels('Date it bears', 'Fecha que lleva', 'Data que porta'), {
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('moment', 'embargo', labels('Embargo until', 'Embargo hasta', 'Embargament fins a'), {
        sortable: true,
        hint: labels(
          'Once it is approved nobody sees it before, but journalists by a link of their own.',
          'Una vez aprobada, nadie la ve antes, salvo periodistas con un enlace propio.',
          'Un cop aprovada, ningú no la veu abans, tret de periodistes amb un enllaç propi.',
        ),
      }),
    ]),
    ...inSection('named', [
      field('reference', 'people', labels('People named', 'Personas nombradas', 'Persones anomenades'), {
        targets: ['person'],
        multiple: true,
        inverse: labels('Named in publications', 'Nombrada en publicaciones', 'Anomenada en publicacions'),
        hint: labels(
          'Everyone with a record whom the text names. Each of them has to agree; nobody of whom silence is asked can be here.',
          'Todas las personas con ficha que el texto nombra. Cada una tiene que aceptar; nadie de quien se pide silencio puede estar aquí.',
          'Totes les persones amb fitxa que el text anomena. Cadascuna ho ha d’acceptar; ningú de qui es demana silenci no pot ser aquí.',
        ),
      }),
    ]),
    ...inSection('within', [
      field('reference', 'campaign', labels('Campaign', 'Campaña', 'Campanya'), {
        targets: ['campaign'],
        facet: true,
        inverse: labels('Publications', 'Publicaciones', 'Publicacions'),
      }),
      field('reference', 'cases', labels('Cases', 'Casos', 'Casos'), {
        targets: ['case'],
        multiple: true,
        inverse: labels('Publications', 'Publicaciones', 'Publicacions'),
        hint: labels(
          'The text is looked through for the names of everyone in them who has not agreed to be named.',
          'En el texto se buscan los nombres de todas las personas de esos casos que no aceptaron ser nombradas.',
          'En el text es busquen els noms de totes les persones d’aquests casos que no han acceptat ser anomenades.',
        ),
      }),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
  ],
})
