import { labels } from '#platform/i18n'

/** Labels by code as the options of a choice. */
export const optionsOf = (given: Readonly<Record<string, ReturnType<typeof labels>>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

/** The three kinds of factor, in the order in which one talks about them. */
export const factorKinds = ['threat', 'vulnerability', 'capacity'] as const
export type FactorKind = (typeof factorKinds)[number]

export const factorKindLabels: Readonly<Record<FactorKind, ReturnType<typeof labels>>> = {
  threat: labels('Threat', 'Amenaza', 'Amenaça'),
  vulnerability: labels('Vulnerability', 'Vulnerabilidad', 'Vulnerabilitat'),
  capacity: labels('Capacity', 'Capacidad', 'Capacitat'),
}

export const isFactorKind = (value: unknown): value is FactorKind => factorKinds.some((one) => one === value)

/** How a factor stands: words that a person chose with reasons. They have no order that a machine uses. */
export const levelLabels = {
  low: labels('Low', 'Bajo', 'Baix'),
  medium: labels('Medium', 'Medio', 'Mitjà'),
  high: labels('High', 'Alto', 'Alt'),
  gone: labels('No longer there', 'Ya no existe', 'Ja no hi és'),
} as const

export const madeWithLabels = {
  person: labels('With the person', 'Con la persona', 'Amb la persona'),
  family: labels(
    'With family or someone they trust',
    'Con familiares o alguien de su confianza',
    'Amb familiars o algú de la seva confiança',
  ),
  counsel: labels('With their lawyer', 'Con su defensa', 'Amb la seva defensa'),
  without: labels(
    'Without them, because it could not be otherwise',
    'Sin la persona, porque no fue posible de otro modo',
    'Sense la persona, perquè no ha estat possible d’altra manera',
  ),
} as const

export const howLabels = {
  in_person: labels('In person', 'En persona', 'En persona'),
  video: labels('By video', 'Por video', 'Per vídeo'),
  voice: labels('By telephone', 'Por teléfono', 'Per telèfon'),
  messages: labels('By messages', 'Por mensajes', 'Per missatges'),
  papers: labels('From what is written', 'A partir de lo escrito', 'A partir del que hi ha escrit'),
} as const

export const lineStateLabels = {
  open: labels('To do', 'Pendiente', 'Pendent'),
  done: labels('Done', 'Hecha', 'Feta'),
  dropped: labels('Dropped', 'Sin efecto', 'Sense efecte'),
} as const

/** What is noted of a risk: internal. Whoever makes a bundle leaves all of it out, unless those at risk agreed to it. */
export const riskTypes = [
  'risk_assessment',
  'risk_factor',
  'risk_reading',
  'protection_line',
  'incident',
] as const
