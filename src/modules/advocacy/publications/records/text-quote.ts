import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What somebody says in a publication, and that they agreed to be quoted. */
export const textQuote = defineRecordType({
  name: 'text_quote',
  label: labels('Quotation', 'Cita', 'Cita'),
  plural: labels('Quotations', 'Citas', 'Cites'),
  title: ['said_by'],
  belongsTo: 'text',
  timeline: 'said_on',
  fields: [
    field('reference', 'text', labels('Publication', 'Publicación', 'Publicació'), {
      targets: ['public_text'],
      required: true,
      inverse: labels('Quotations', 'Citas', 'Cites'),
    }),
    field('localized_text', 'words', labels('Words', 'Palabras', 'Paraules'), { required: true }),
    field('reference', 'speaker', labels('Who says it', 'Quién lo dice', 'Qui ho diu'), {
      targets: ['person'],
      inverse: labels('Quoted', 'Citada', 'Citada'),
      hint: labels(
        'Somebody with a record: their consent to be named in the press and on the website has to be in force.',
        'Alguien con ficha: debe estar vigente su consentimiento para ser nombrada en la prensa y en el sitio.',
        'Algú amb fitxa: ha de ser vigent el seu consentiment per ser anomenada a la premsa i al web.',
      ),
    }),
    field(
      'text',
      'said_by',
      labels('As it stands under the words', 'Cómo figura al pie', 'Com surt al peu'),
      {
        required: true,
        hint: labels(
          'Name and office, or “a relative”, where they must not be known.',
          'Nombre y cargo, o «un familiar», si no se la debe conocer.',
          'Nom i càrrec, o «un familiar», si no se l’ha de conèixer.',
        ),
      },
    ),
    field('date', 'said_on', labels('Said on', 'Dicho el', 'Dit el'), { exact: true, sortable: true }),
    field('choice', 'agreed', labels('Agreed', 'Consentimiento', 'Consentiment'), {
      facet: true,
      hint: labels(
        'Of somebody without a record here.',
        'De alguien sin ficha aquí.',
        'D’algú sense fitxa aquí.',
      ),
      options: [
        { code: 'written', label: labels('In writing', 'Por escrito', 'Per escrit') },
        { code: 'spoken', label: labels('By word of mouth', 'De palabra', 'De paraula') },
        {
          code: 'said_in_public',
          label: labels('Said it in public', 'Lo dijo en público', 'Ho va dir en públic'),
        },
        {
          code: 'of_the_house',
          label: labels('Of this organisation', 'De esta organización', 'D’aquesta organització'),
        },
      ],
    }),
    field('date', 'agreed_on', labels('Agreed on', 'Fecha del consentimiento', 'Data del consentiment'), {
      exact: true,
    }),
    field('url', 'source_url', labels('Where it was said', 'Dónde se dijo', 'On es va dir'), {
      when: { field: 'agreed', is: ['said_in_public'] },
      requiredWhen: { field: 'agreed', is: ['said_in_public'] },
    }),
  ],
})
