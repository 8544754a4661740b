import { labels } from '#platform/i18n'
import type { RetentionRule } from '#platform/records'

/** What was judged of a person's risk: it grows old quickly, and an old one misleads whoever finds it. */
export const aboutRisk: readonly RetentionRule[] = [
  {
    name: 'about_risk',
    after: { event: 'activity' },
    period: { count: 3, unit: 'years' },
    end: 'review',
    why: labels(
      'What was judged of a risk grows old: kept on without a look, it misleads whoever finds it.',
      'Lo que se valoró de un riesgo envejece: si se conserva sin mirarlo, confunde a quien lo encuentra.',
      'El que es va valorar d’un risc envelleix: si es conserva sense mirar-ho, confon qui ho troba.',
    ),
    basis: labels(
      'Data protection: storage limitation.',
      'Protección de datos: limitación del plazo de conservación.',
      'Protecció de dades: limitació del termini de conservació.',
    ),
  },
]
