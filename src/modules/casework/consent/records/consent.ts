import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { anyLabel, channelLabels, purposeLabels, scopeLabels } from '../words.ts'

const options = (given: Readonly<Record<string, ReturnType<typeof labels>>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

/** What a person agreed to. The only place in the house where consent is written down. */
export const consent = defineRecordType({
  name: 'consent',
  label: labels('Consent', 'Consentimiento', 'Consentiment'),
  plural: labels('Consents', 'Consentimientos', 'Consentiments'),
  description: labels(
    'Who agreed to what, for which purpose and by which way, until when. Everything that leaves asks here.',
    'Quién consintió qué, para qué fin y por qué vía, hasta cuándo. Todo lo que sale se consulta aquí.',
    'Qui ha consentit què, amb quina finalitat i per quina via, fins quan. Tot el que surt es consulta aquí.',
  ),
  title: ['scopes', 'from'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'from',
  sections: [
    { name: 'what', label: labels('Who, and to what', 'Quién y qué', 'Qui i què') },
    { name: 'how', label: labels('How it was given', 'Cómo se dio', 'Com es va donar') },
    {
      name: 'when',
      label: labels('From when until when', 'Desde cuándo y hasta cuándo', 'Des de quan i fins quan'),
    },
  ],
  fields: [
    ...inSection('what', [
      field('reference', 'person', labels('Whose consent', 'De quién', 'De qui'), {
        targets: ['person'],
        required: true,
        inverse: labels('Consents', 'Consentimientos', 'Consentiments'),
      }),
      field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
        targets: ['case'],
        facet: true,
        inverse: labels('Consents', 'Consentimientos', 'Consentiments'),
        hint: labels(
          'A consent of a case is seen by those who see the case.',
          'El consentimiento de un caso lo ven quienes ven el caso.',
          'El consentiment d’un cas el veuen els qui veuen el cas.',
        ),
      }),
      field('choice', 'scopes', labels('Agrees to', 'Consiente', 'Consent'), {
        required: true,
        multiple: true,
        facet: true,
        listed: true,
        options: options(scopeLabels),
      }),
      field('choice', 'purposes', labels('For', 'Para', 'Per a'), {
        required: true,
        multiple: true,
        facet: true,
        options: [...options(purposeLabels), { code: 'any', label: anyLabel.purpose }],
      }),
      field('choice', 'channels', labels('By way of', 'Por medio de', 'Per mitjà de'), {
        required: true,
        multiple: true,
        facet: true,
        options: [...options(channelLabels), { code: 'any', label: anyLabel.channel }],
      }),
      field('text', 'partners', labels('Shared with', 'Con quiénes se comparte', 'Amb qui es comparteix'), {
        multiple: true,
        hint: labels(
          'By name. Nothing is handed to a partner who is not named here.',
          'Por su nombre. Nada se entrega a quien no figure aquí.',
          'Pel seu nom. No es lliura res a qui no consti aquí.',
        ),
      }),
      field(
        'choice',
        'classes',
        labels('Of what is protected, also', 'De lo protegido, también', 'Del que està protegit, també'),
        {
          multiple: true,
          hint: labels(
            'What partners may have besides the open facts. Nothing ticked: none of it.',
            'Lo que los aliados pueden recibir además de los datos abiertos. Sin marcar: nada de ello.',
            'El que els aliats poden rebre a més de les dades obertes. Sense marcar: res.',
          ),
          options: [
            { code: 'identity', label: labels('Identity', 'Identidad', 'Identitat') },
            { code: 'health', label: labels('Health', 'Salud', 'Salut') },
            { code: 'location', label: labels('Location', 'Ubicación', 'Ubicació') },
            { code: 'legal', label: labels('Legal', 'Legal', 'Legal') },
          ],
        },
      ),
      field('long_text', 'limits', labels('Limits', 'Límites', 'Límits'), {
        hint: labels(
          'What the person excluded, in their words.',
          'Lo que la persona excluyó, en sus palabras.',
          'El que la persona va excloure, en les seves paraules.',
        ),
      }),
    ]),
    ...inSection('how', [
      field('choice', 'form', labels('In what form', 'De qué forma', 'De quina forma'), {
        required: true,
        options: [
          { code: 'written', label: labels('Signed', 'Firmado', 'Signat') },
          { code: 'message', label: labels('In a message', 'En un mensaje', 'En un missatge') },
          { code: 'recorded', label: labels('Recorded', 'Grabado', 'Enregistrat') },
          { code: 'spoken', label: labels('Spoken', 'De palabra', 'De paraula') },
        ],
      }),
      field('term', 'language', labels('In what language', 'En qué idioma', 'En quina llengua'), {
        required: true,
        vocabulary: 'languages',
      }),
      field('choice', 'given_by', labels('Given by', 'Dado por', 'Donat per'), {
        required: true,
        facet: true,
        options: [
          { code: 'person', label: labels('The person', 'La persona', 'La persona') },
          { code: 'family', label: labels('The family', 'La familia', 'La família') },
          {
            code: 'guardian',
            label: labels('A guardian', 'Quien ejerce la tutela', 'Qui exerceix la tutela'),
          },
          {
            code: 'best_interest',
            label: labels(
              'Nobody could be asked: in their best interest',
              'No se pudo preguntar a nadie: en su mejor interés',
              'No es va poder preguntar a ningú: en el seu millor interès',
            ),
          },
        ],
      }),
      field('text', 'giver', labels('Who exactly', 'Quién exactamente', 'Qui exactament'), {
        class: 'identity',
        hint: labels('Where it was not the person.', 'Si no fue la persona.', 'Si no va ser la persona.'),
      }),
      field(
        'long_text',
        'why_not_person',
        labels('Why not the person', 'Por qué no la persona', 'Per què no la persona'),
        {
          requiredWhen: { field: 'given_by', is: ['family', 'guardian', 'best_interest'] },
          hint: labels(
            'What stood in the way of asking, and when it will be asked again.',
            'Qué impidió preguntarle y cuándo se le volverá a preguntar.',
            'Què va impedir preguntar-li i quan se li tornarà a preguntar.',
          ),
        },
      ),
      field('term', 'taken_by', labels('Taken by', 'Lo recibió', 'El va rebre'), {
        vocabulary: 'colleagues',
      }),
      field('text', 'explained', labels('What was explained', 'Qué se explicó', 'Què es va explicar')),
    ]),
    ...inSection('when', [
      field('date', 'from', labels('From', 'Desde', 'Des de'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('date', 'until', labels('Until', 'Hasta', 'Fins a'), {
        exact: true,
        sortable: true,
        listed: true,
        hint: labels(
          'The last day. Empty: until it is withdrawn.',
          'El último día. Vacío: hasta que se retire.',
          'L’últim dia. Buit: fins que es retiri.',
        ),
      }),
      field('date', 'withdrawn_on', labels('Withdrawn on', 'Retirado el', 'Retirat el'), {
        exact: true,
        managed: true,
        sortable: true,
        listed: true,
      }),
      field(
        'choice',
        'withdrawn_how',
        labels('How it was withdrawn', 'Cómo se retiró', 'Com es va retirar'),
        {
          managed: true,
          options: [
            {
              code: 'person',
              label: labels('The person said so', 'Lo dijo la persona', 'Ho va dir la persona'),
            },
            {
              code: 'family',
              label: labels('The family said so', 'Lo dijo la familia', 'Ho va dir la família'),
            },
            {
              code: 'counsel',
              label: labels('Counsel said so', 'Lo dijo la defensa', 'Ho va dir la defensa'),
            },
            {
              code: 'ourselves',
              label: labels(
                'We ended it, for safety',
                'Lo dejamos sin efecto, por seguridad',
                'El deixem sense efecte, per seguretat',
              ),
            },
          ],
        },
      ),
      field(
        'long_text',
        'withdrawn_words',
        labels('In what words', 'En qué palabras', 'En quines paraules'),
        {
          managed: true,
        },
      ),
    ]),
  ],
})
