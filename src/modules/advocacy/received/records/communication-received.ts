import { mechanisms } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { channelLabels, kindLabels, optionsOf, stateLabels } from '../words-of-received.ts'

/** A communication, urgent action, petition or questionnaire that a State's office received and has to answer. */
export const communicationReceived = defineRecordType({
  name: 'communication_received',
  label: labels('Received communication', 'Comunicación recibida', 'Comunicació rebuda'),
  plural: labels('Received communications', 'Comunicaciones recibidas', 'Comunicacions rebudes'),
  description: labels(
    'What a body asks of the State: until when, about whom, who is consulted, what is answered.',
    'Lo que un organismo pide al Estado: hasta cuándo, sobre quién, a quién se consulta, qué se responde.',
    'El que un organisme demana a l’Estat: fins quan, sobre qui, a qui es consulta, què es respon.',
  ),
  title: ['reference', 'official_number'],
  numbered: { field: 'reference', prefix: 'RC' },
  page: '/workspace/received/:id',
  timeline: 'received_on',
  sections: [
    { name: 'what', label: labels('What came in', 'Qué llegó', 'Què va arribar') },
    { name: 'term', label: labels('Until when', 'Hasta cuándo', 'Fins quan') },
    { name: 'about', label: labels('About whom', 'Sobre quién', 'Sobre qui') },
    { name: 'reply', label: labels('The reply', 'La respuesta', 'La resposta') },
  ],
  fields: [
    ...inSection('what', [
      field('text', 'reference', labels('Number', 'Número', 'Número'), {
        managed: true,
        sortable: true,
        listed: true,
      }),
      field('choice', 'kind', labels('Kind', 'Clase', 'Classe'), {
        required: true,
        facet: true,
        listed: true,
        options: optionsOf(kindLabels),
      }),
      field('text', 'body', labels('From', 'De', 'De'), {
        required: true,
        listed: true,
        hint: labels(
          'The body that asks, by its name.',
          'El organismo que pide, por su nombre.',
          'L’organisme que demana, pel seu nom.',
        ),
      }),
      field(
        'choice',
        'mechanism',
        labels('By which procedure', 'Por qué procedimiento', 'Per quin procediment'),
        {
          facet: true,
          options: mechanisms.map(({ id, name }) => ({ code: id, label: labels(name.en, name.es, name.ca) })),
          hint: labels(
            'Its rule gives the day where the letter names none.',
            'Su regla da la fecha si la carta no indica ninguna.',
            'La seva regla dona la data si la carta no n’indica cap.',
          ),
        },
      ),
      field('text', 'official_number', labels('Their number', 'Número oficial', 'Número oficial'), {
        listed: true,
        sortable: true,
      }),
      field('text', 'subject', labels('Subject', 'Asunto', 'Assumpte'), {
        required: true,
        listed: true,
        hint: labels(
          'Without names: it stands in lists.',
          'Sin nombres: figura en listas.',
          'Sense noms: surt en llistes.',
        ),
      }),
      field('term', 'language', labels('Language', 'Idioma', 'Idioma'), { vocabulary: 'languages' }),
      field('long_text', 'asked', labels('What is asked', 'Qué se pide', 'Què es demana'), {
        class: 'identity',
        hint: labels('One question on each line.', 'Una pregunta por línea.', 'Una pregunta per línia.'),
      }),
      field('term', 'owner', labels('Whose', 'De quién', 'De qui'), {
        vocabulary: 'colleagues',
        required: true,
        facet: true,
        listed: true,
      }),
      field('term', 'team', labels('Team', 'Equipo', 'Equip'), { vocabulary: 'teams', facet: true }),
    ]),
    ...inSection('term', [
      field('date', 'dated', labels('Dated', 'Fecha de la carta', 'Data de la carta'), {
        exact: true,
        sortable: true,
      }),
      field('date', 'received_on', labels('Received on', 'Recibida el', 'Rebuda el'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('moment', 'received_at', labels('At what hour', 'A qué hora', 'A quina hora')),
      field('date', 'due_named', labels('Day that it names', 'Fecha que indica', 'Data que indica'), {
        exact: true,
        sortable: true,
        hint: labels(
          'As the letter says. Empty: it is counted by the rule of the procedure.',
          'Como dice la carta. Vacío: se cuenta por la regla del procedimiento.',
          'Com diu la carta. Buit: es compta per la regla del procediment.',
        ),
      }),
      field('date', 'extended_to', labels('Extended to', 'Prorrogada hasta', 'Prorrogada fins al'), {
        exact: true,
        hint: labels(
          'Where the body agreed to another day.',
          'Si el organismo aceptó otra fecha.',
          'Si l’organisme va acceptar una altra data.',
        ),
      }),
      field('text', 'extension_basis', labels('By what', 'Según qué', 'Segons què'), {
        hint: labels(
          'The letter or note that agrees to it.',
          'La carta o nota que la acepta.',
          'La carta o nota que l’accepta.',
        ),
      }),
    ]),
    ...inSection('about', [
      field('reference', 'people', labels('People', 'Personas', 'Persones'), {
        targets: ['person'],
        multiple: true,
        class: 'identity',
        inverse: labels('Communications received', 'Comunicaciones recibidas', 'Comunicacions rebudes'),
      }),
      field('long_text', 'people_words', labels('In words', 'En palabras', 'En paraules'), {
        class: 'identity',
      }),
      field('reference', 'sources', labels('Documents', 'Documentos', 'Documents'), {
        targets: ['source'],
        multiple: true,
        inverse: labels('Communications received', 'Comunicaciones recibidas', 'Comunicacions rebudes'),
      }),
    ]),
    ...inSection('reply', [
      field('choice', 'state', labels('Stands at', 'Estado', 'Estat'), {
        managed: true,
        facet: true,
        listed: true,
        options: optionsOf(stateLabels),
      }),
      field('long_text', 'reply', labels('Reply', 'Respuesta', 'Resposta'), {
        managed: true,
        class: 'identity',
      }),
      field('term', 'reply_by', labels('Drafted by', 'Redactó', 'Va redactar'), {
        vocabulary: 'colleagues',
        managed: true,
      }),
      field(
        'text',
        'reply_digest',
        labels('SHA-256 of the reply', 'SHA-256 de la respuesta', 'SHA-256 de la resposta'),
        {
          managed: true,
        },
      ),
      field('term', 'cleared_by', labels('Cleared by', 'Aprobó', 'Va aprovar'), {
        vocabulary: 'colleagues',
        managed: true,
      }),
      field(
        'text',
        'cleared_digest',
        labels('SHA-256 of what was cleared', 'SHA-256 de lo aprobado', 'SHA-256 del que es va aprovar'),
        {
          managed: true,
        },
      ),
      field('moment', 'sent_at', labels('Sent', 'Enviada', 'Enviada'), {
        managed: true,
        sortable: true,
      }),
      field('term', 'sent_by', labels('Sent by', 'Envió', 'Va enviar'), {
        vocabulary: 'colleagues',
        managed: true,
      }),
      field('choice', 'sent_through', labels('By which way', 'Por qué vía', 'Per quina via'), {
        managed: true,
        facet: true,
        options: optionsOf(channelLabels),
      }),
      field('text', 'receipt', labels('Receipt', 'Constancia', 'Justificant'), { managed: true }),
      field(
        'long_text',
        'closed_words',
        labels('Why without reply', 'Por qué sin respuesta', 'Per què sense resposta'),
        {
          managed: true,
          class: 'identity',
        },
      ),
    ]),
  ],
})
