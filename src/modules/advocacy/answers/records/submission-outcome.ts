import { followUpGrades, outcomeTerms } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, submissionField } from './options.ts'

/** What the mechanism did: registered, transmitted, granted, decided. What changed for people is an `impact`, apart from it. */
export const submissionOutcome = defineRecordType({
  name: 'submission_outcome',
  label: labels('Outcome at a mechanism', 'Resultado ante un mecanismo', 'Resultat davant d’un mecanisme'),
  plural: labels('Outcomes at mechanisms', 'Resultados ante mecanismos', 'Resultats davant de mecanismes'),
  description: labels(
    'What the body did or decided. What changed for people is entered apart, as an impact.',
    'Lo que el órgano hizo o decidió. Lo que cambió para las personas se registra aparte, como impacto.',
    'El que l’òrgan va fer o decidir. El que va canviar per a les persones es registra a banda, com a impacte.',
  ),
  title: ['code', 'on'],
  belongsTo: 'submission',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    submissionField(labels('Outcomes', 'Resultados', 'Resultats')),
    field('choice', 'code', labels('What it did', 'Qué hizo', 'Què va fer'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(outcomeTerms),
    }),
    field('date', 'on', labels('On', 'El', 'El'), { required: true, sortable: true, listed: true }),
    field('text', 'official_code', labels('Its number', 'Su número', 'El seu número'), { listed: true }),
    field('long_text', 'words', labels('In words', 'En palabras', 'En paraules'), { class: 'identity' }),
    field('choice', 'grade', labels('Follow-up grade', 'Grado de seguimiento', 'Grau de seguiment'), {
      facet: true,
      listed: true,
      options: optionsOf(followUpGrades).map(({ code, label }) => ({
        code,
        label: labels(`${code}: ${label.en}`, `${code}: ${label.es}`, `${code}: ${label.ca}`),
      })),
      hint: labels(
        'How far the State carried it out, when somebody has looked.',
        'En qué medida el Estado lo cumplió, cuando alguien lo ha verificado.',
        'En quina mesura l’Estat ho va complir, quan algú ho ha comprovat.',
      ),
    }),
    field('date', 'graded_on', labels('Graded on', 'Calificado el', 'Qualificat el'), { exact: true }),
    field('choice', 'graded_by', labels('Graded by', 'Lo calificó', 'El va qualificar'), {
      options: [
        { code: 'body', label: labels('The body', 'El órgano', 'L’òrgan') },
        { code: 'us', label: labels('Us', 'Nosotros', 'Nosaltres') },
      ],
    }),
    field('reference', 'source', labels('Source', 'Fuente', 'Font'), {
      targets: ['source'],
      inverse: labels(
        'Outcomes at mechanisms',
        'Resultados ante mecanismos',
        'Resultats davant de mecanismes',
      ),
    }),
  ],
})
