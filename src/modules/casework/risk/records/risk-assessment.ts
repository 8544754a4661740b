import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection, ofClass } from '#platform/records'
import { howLabels, madeWithLabels, optionsOf } from '../words-of-risk.ts'
import { aboutRisk } from './retention.ts'

/**
 * A conversation about risk on one day, made with the person. It has no number: its factors stand beside each other, and
 * only people draw conclusions. It cannot be kept without the day on which it is looked at again.
 */
export const riskAssessment = defineRecordType({
  name: 'risk_assessment',
  label: labels('Risk assessment', 'Análisis de riesgo', 'Anàlisi de risc'),
  plural: labels('Risk assessments', 'Análisis de riesgo', 'Anàlisis de risc'),
  description: labels(
    'What threatens a person, what makes it worse and what protects them, talked through with them on one day.',
    'Qué amenaza a una persona, qué lo agrava y qué la protege, conversado con ella en un día.',
    'Què amenaça una persona, què ho agreuja i què la protegeix, parlat amb ella en un dia.',
  ),
  title: ['on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'on',
  retention: aboutRisk,
  sections: [
    { name: 'made', label: labels('How it was made', 'Cómo se hizo', 'Com es va fer') },
    { name: 'now', label: labels('Now', 'Ahora', 'Ara') },
    {
      name: 'seen',
      label: labels('How the person sees it', 'Cómo lo ve la persona', 'Com ho veu la persona'),
    },
    { name: 'next', label: labels('What would help', 'Qué ayudaría', 'Què ajudaria') },
  ],
  fields: [
    ...inSection('made', [
      field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
        targets: ['case'],
        required: true,
        inverse: labels('Risk assessments', 'Análisis de riesgo', 'Anàlisis de risc'),
      }),
      field('reference', 'person', labels('Whose risk', 'De quién es el riesgo', 'De qui és el risc'), {
        targets: ['person'],
        inverse: labels('Risk assessments', 'Análisis de riesgo', 'Anàlisis de risc'),
        hint: labels(
          'Empty: of everyone in the case together.',
          'Vacío: de todas las personas del caso en conjunto.',
          'Buit: de totes les persones del cas en conjunt.',
        ),
      }),
      field('date', 'on', labels('Made on', 'Fecha', 'Data'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('date', 'review_on', labels('To be reviewed by', 'A revisar antes del', 'A revisar abans del'), {
        required: true,
        exact: true,
        sortable: true,
        listed: true,
        hint: labels(
          'Needed: an assessment that nobody looks at again does harm. Sooner, the sooner things change.',
          'Obligatoria: un análisis que nadie vuelve a mirar hace daño. Más pronto cuanto más rápido cambien las cosas.',
          'Obligatòria: una anàlisi que ningú torna a mirar fa mal. Més aviat com més de pressa canviïn les coses.',
        ),
      }),
      field(
        'term',
        'by',
        labels('Who led the conversation', 'Quién condujo la conversación', 'Qui va conduir la conversa'),
        {
          vocabulary: 'colleagues',
          listed: true,
        },
      ),
      field('choice', 'made_with', labels('Made with', 'Hecho con', 'Fet amb'), {
        required: true,
        listed: true,
        options: optionsOf(madeWithLabels),
      }),
      field(
        'long_text',
        'without_why',
        labels('Why without them', 'Por qué sin la persona', 'Per què sense la persona'),
        {
          class: 'identity',
          requiredWhen: { field: 'made_with', is: ['without'] },
          hint: labels(
            'Only where it was made without them.',
            'Solo si se hizo sin la persona.',
            'Només si es va fer sense la persona.',
          ),
        },
      ),
      field(
        'reference',
        'took_part',
        labels('Who took part', 'Quiénes participaron', 'Qui hi va participar'),
        {
          targets: ['person', 'organisation'],
          multiple: true,
          inverse: labels('Took part in assessments', 'Participó en análisis', 'Va participar en anàlisis'),
          attributes: [field('text', 'as', labels('As', 'Como', 'Com a'))],
        },
      ),
      field(
        'text',
        'took_part_words',
        labels('Others, in words', 'Otras, en palabras', 'Altres, en paraules'),
        {
          class: 'identity',
        },
      ),
      field('choice', 'how', labels('How', 'Cómo', 'Com'), { options: optionsOf(howLabels) }),
      field('term', 'language', labels('In which language', 'En qué lengua', 'En quina llengua'), {
        vocabulary: 'languages',
      }),
    ]),
    ...inSection('now', [
      field(
        'choice',
        'danger',
        labels(
          'Is there a clear and present danger?',
          '¿Hay un peligro claro e inminente?',
          'Hi ha un perill clar i imminent?',
        ),
        {
          required: true,
          hint: labels(
            'Yes overrides all that follows: the case says “act now”, at its head and on top of the day of who follows it.',
            'Un sí prevalece sobre todo lo que sigue: el caso dice «actuar ya», en su encabezado y al comienzo del día de quien lo sigue.',
            'Un sí preval sobre tot el que segueix: el cas diu «cal actuar ja», a la capçalera i al començament del dia de qui el segueix.',
          ),
          options: [
            { code: 'no', label: labels('No', 'No', 'No') },
            { code: 'yes', label: labels('Yes: act now', 'Sí: actuar ya', 'Sí: cal actuar ja') },
          ],
        },
      ),
      field(
        'long_text',
        'danger_words',
        labels('Which, and how we know', 'Cuál, y cómo lo sabemos', 'Quin, i com ho sabem'),
        {
          class: 'identity',
          requiredWhen: { field: 'danger', is: ['yes'] },
          hint: labels('Where there is one.', 'Si lo hay.', 'Si n’hi ha.'),
        },
      ),
      field(
        'long_text',
        'act_now',
        labels('What is done at once, by whom', 'Qué se hace ya, y quién', 'Què es fa ara mateix, i qui'),
        {
          class: 'identity',
          requiredWhen: { field: 'danger', is: ['yes'] },
          hint: labels('Where there is one.', 'Si lo hay.', 'Si n’hi ha.'),
        },
      ),
    ]),
    ...inSection('seen', [
      field(
        'long_text',
        'own_words',
        labels('In their own words', 'En sus propias palabras', 'En les seves paraules'),
        {
          class: 'identity',
          hint: labels(
            'What they fear, what they want, what they refuse.',
            'Qué teme, qué quiere, qué no acepta.',
            'Què tem, què vol, què no accepta.',
          ),
        },
      ),
      field(
        'long_text',
        'changed_words',
        labels(
          'What changed since the last time, and why',
          'Qué cambió desde la vez anterior, y por qué',
          'Què ha canviat des de l’última vegada, i per què',
        ),
        {
          class: 'identity',
        },
      ),
      ...ofClass('health', [
        field(
          'long_text',
          'health_words',
          labels('What concerns health', 'Lo que toca a la salud', 'El que afecta la salut'),
        ),
      ]),
      ...ofClass('location', [
        field(
          'long_text',
          'location_words',
          labels('What says where somebody is', 'Lo que dice dónde está alguien', 'El que diu on és algú'),
        ),
      ]),
    ]),
    ...inSection('next', [
      field(
        'long_text',
        'lowers',
        labels('What would lower the risk', 'Qué bajaría el riesgo', 'Què baixaria el risc'),
        {
          class: 'identity',
        },
      ),
    ]),
  ],
})
