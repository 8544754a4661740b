import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { findingLabels, optionsOf, trendLabels } from '../words-of-findings.ts'

/** What one assessment found of one factor: finding, trend, reasons, and the evidence with its day. */
export const assessmentFactor = defineRecordType({
  name: 'assessment_factor',
  label: labels('Factor of an assessment', 'Factor de una evaluación', "Factor d'una avaluació"),
  plural: labels('Factors of assessments', 'Factores de evaluaciones', "Factors d'avaluacions"),
  title: [],
  belongsTo: 'assessment',
  beginsAs: 'restricted',
  fields: [
    field('reference', 'assessment', labels('Assessment', 'Evaluación', 'Avaluació'), {
      targets: ['country_assessment'],
      required: true,
      inverse: labels('Factors', 'Factores', 'Factors'),
    }),
    field('term', 'factor', labels('Factor', 'Factor', 'Factor'), {
      vocabulary: 'atrocity_factors',
      required: true,
    }),
    field('choice', 'finding', labels('Finding', 'Hallazgo', 'Troballa'), {
      required: true,
      options: optionsOf(findingLabels),
    }),
    field('choice', 'trend', labels('Trend', 'Tendencia', 'Tendència'), { options: optionsOf(trendLabels) }),
    field('long_text', 'reasons', labels('Why', 'Por qué', 'Per què'), {
      hint: labels(
        'What is known and how; which indicators of the Framework (7.4).',
        'Qué se sabe y cómo; qué indicadores del Marco (7.4).',
        'Què se sap i com; quins indicadors del Marc (7.4).',
      ),
    }),
    field('reference', 'evidence', labels('Evidence', 'Pruebas', 'Proves'), {
      targets: ['event', 'act', 'source', 'dossier', 'case'],
      multiple: true,
      inverse: labels('Evidence of assessments', 'Prueba de evaluaciones', "Prova d'avaluacions"),
      hint: labels(
        'Events, acts or sources, by their title.',
        'Acontecimientos, actos o fuentes, por su título.',
        'Esdeveniments, actes o fonts, pel títol.',
      ),
    }),
    field('date', 'evidence_on', labels('Evidence of', 'Pruebas de', 'Proves de'), {
      hint: labels(
        'The day, month or period that the evidence speaks of: 2026-10, 2025/2026.',
        'El día, mes o período del que hablan las pruebas: 2026-10, 2025/2026.',
        'El dia, mes o període del qual parlen les proves: 2026-10, 2025/2026.',
      ),
    }),
  ],
})
