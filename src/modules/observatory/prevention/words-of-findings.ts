import { type Labels, labels } from '#platform/i18n'

/** What was found of a factor. Words for people: they are neither added nor multiplied, and no state is ranked by them. */
export const findings = ['present', 'partly', 'not_seen', 'unknown'] as const
export type Finding = (typeof findings)[number]

export const findingLabels: Readonly<Record<Finding, Labels>> = {
  present: labels('Present', 'Presente', 'Present'),
  partly: labels('Partly present', 'Presente en parte', 'Present en part'),
  not_seen: labels('Looked for, not seen', 'Se buscó, no se vio', "S'ha cercat, no s'ha vist"),
  unknown: labels('Not known', 'No se sabe', 'No se sap'),
}

/** A shape beside the word, so that a column is read at a glance and without colour. */
export const findingShapes: Readonly<Record<Finding, string>> = {
  present: '●',
  partly: '◐',
  not_seen: '○',
  unknown: '?',
}

export const trends = ['rising', 'steady', 'falling', 'unknown'] as const
export type Trend = (typeof trends)[number]

export const trendLabels: Readonly<Record<Trend, Labels>> = {
  rising: labels('growing', 'crece', 'creix'),
  steady: labels('steady', 'estable', 'estable'),
  falling: labels('receding', 'retrocede', 'recula'),
  unknown: labels('trend not known', 'tendencia no conocida', 'tendència no coneguda'),
}

export const optionsOf = (words: Readonly<Record<string, Labels>>) =>
  Object.entries(words).map(([code, label]) => ({ code, label }))

export const isFinding = (value: unknown): value is Finding => findings.some((one) => one === value)
export const isTrend = (value: unknown): value is Trend => trends.some((one) => one === value)
