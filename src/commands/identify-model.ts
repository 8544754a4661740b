import type { Model } from '#kernels/kinship'
import { Problem } from '#platform/problem'

const probability = (value: string, name: string): number => {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number < 1) return number
  throw new Problem('malformed', {
    explanation: {
      en: `--${name} ${value}: give a number from 0 to below 1.`,
      es: `--${name} ${value}: indique un número desde 0 y menor que 1.`,
      ca: `--${name} ${value}: indiqueu un nombre de 0 i menor que 1.`,
    },
  })
}

const rate = (value: string, en: string, es: string, ca: string) =>
  ({ type: 'string', value: 'P', default: value, summary: { en, es, ca } }) as const

/** Options that say what is assumed. */
export const modelOptions = {
  mutation: {
    type: 'string',
    value: 'none|equal|proportional|stepwise',
    default: 'none',
    summary: { en: 'mutation model', es: 'modelo de mutación', ca: 'model de mutació' },
  },
  'male-rate': rate(
    '0.003',
    'mutation rate of fathers',
    'tasa de mutación paterna',
    'taxa de mutació paterna',
  ),
  'female-rate': rate(
    '0.001',
    'mutation rate of mothers',
    'tasa de mutación materna',
    'taxa de mutació materna',
  ),
  rate2: rate(
    '0.000001',
    'stepwise: rate to another microvariant group',
    'stepwise: tasa hacia otro grupo de microvariantes',
    'stepwise: taxa cap a un altre grup de microvariants',
  ),
  range: rate(
    '0.1',
    'stepwise: ratio of one step more',
    'stepwise: razón de un paso más',
    'stepwise: raó d’un pas més',
  ),
  theta: rate('0', 'background relatedness', 'parentesco de fondo', 'parentiu de fons'),
  dropout: rate(
    '0',
    'chance that an allele of a candidate does not show',
    'probabilidad de que un alelo del candidato no se vea',
    'probabilitat que un al·lel del candidat no es vegi',
  ),
  silent: rate(
    '0',
    'frequency of a silent allele',
    'frecuencia de un alelo silente',
    'freqüència d’un al·lel silent',
  ),
} as const

const kinds = ['none', 'equal', 'proportional', 'stepwise'] as const

/** The model that options say. Refuses what is no probability, and an unknown mutation model. */
export function readModel(
  options: {
    readonly [K in keyof typeof modelOptions]: string
  },
): Model {
  const kind = kinds.find((one) => one === options.mutation)
  if (!kind)
    throw new Problem('malformed', {
      explanation: {
        en: `--mutation ${options.mutation}: give none, equal, proportional or stepwise.`,
        es: `--mutation ${options.mutation}: indique none, equal, proportional o stepwise.`,
        ca: `--mutation ${options.mutation}: indiqueu none, equal, proportional o stepwise.`,
      },
    })
  return {
    mutation:
      kind === 'none'
        ? null
        : {
            model: kind,
            maleRate: probability(options['male-rate'], 'male-rate'),
            femaleRate: probability(options['female-rate'], 'female-rate'),
            rate2: probability(options.rate2, 'rate2'),
            range: probability(options.range, 'range'),
          },
    theta: probability(options.theta, 'theta'),
    dropout: probability(options.dropout, 'dropout'),
    silent: probability(options.silent, 'silent'),
  }
}
