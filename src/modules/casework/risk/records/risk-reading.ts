import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { levelLabels, optionsOf } from '../words-of-risk.ts'
import { aboutRisk } from './retention.ts'

/**
 * How one factor stood in one assessment: low, medium or high, why, and by what evidence. The level is a word for people:
 * no filter, no column to sort by, no part of a title, so that nothing can put one person before another by it.
 */
export const riskReading = defineRecordType({
  name: 'risk_reading',
  label: labels('Reading of a factor', 'Lectura de un factor', "Lectura d'un factor"),
  plural: labels('Readings of factors', 'Lecturas de factores', 'Lectures de factors'),
  title: [],
  belongsTo: 'assessment',
  beginsAs: 'restricted',
  retention: aboutRisk,
  fields: [
    field('reference', 'assessment', labels('Assessment', 'Análisis', 'Anàlisi'), {
      targets: ['risk_assessment'],
      required: true,
      inverse: labels('Factors', 'Factores', 'Factors'),
    }),
    field('reference', 'factor', labels('Factor', 'Factor', 'Factor'), {
      targets: ['risk_factor'],
      required: true,
      inverse: labels('Readings', 'Lecturas', 'Lectures'),
    }),
    field('choice', 'level', labels('Level', 'Nivel', 'Nivell'), {
      required: true,
      options: optionsOf(levelLabels),
    }),
    field('long_text', 'reasons', labels('Why', 'Por qué', 'Per què'), {
      required: true,
      class: 'identity',
      hint: labels(
        'What is known, and how. What concerns health or where somebody is goes below.',
        'Qué se sabe y cómo. Lo que toca a la salud o a dónde está alguien va más abajo.',
        'Què se sap i com. El que afecta la salut o on és algú va més avall.',
      ),
    }),
    field(
      'long_text',
      'health_reasons',
      labels(
        'Why: what concerns health',
        'Por qué: lo que toca a la salud',
        'Per què: el que afecta la salut',
      ),
      {
        class: 'health',
      },
    ),
    field(
      'long_text',
      'location_reasons',
      labels(
        'Why: what says where somebody is',
        'Por qué: lo que dice dónde está alguien',
        'Per què: el que diu on és algú',
      ),
      {
        class: 'location',
      },
    ),
    field('reference', 'evidence', labels('Evidence', 'Evidencia', 'Evidència'), {
      targets: ['incident', 'event', 'source'],
      multiple: true,
      inverse: labels('Evidence of factors', 'Evidencia de factores', 'Evidència de factors'),
      hint: labels(
        'Incidents, events or sources, by their title.',
        'Incidentes, acontecimientos o fuentes, por su título.',
        'Incidents, esdeveniments o fonts, pel títol.',
      ),
    }),
    field('long_text', 'lowered_by', labels('What would help', 'Qué ayudaría', 'Què ajudaria'), {
      class: 'identity',
      hint: labels(
        'What would lower a threat or a vulnerability, or make a capacity stronger.',
        'Qué bajaría una amenaza o una vulnerabilidad, o reforzaría una capacidad.',
        'Què baixaria una amenaça o una vulnerabilitat, o reforçaria una capacitat.',
      ),
    }),
    field(
      'long_text',
      'changed_why',
      labels('What changed, and why', 'Qué cambió, y por qué', 'Què ha canviat, i per què'),
      {
        class: 'identity',
      },
    ),
  ],
})
