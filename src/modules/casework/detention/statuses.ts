import { type Labels, labels } from '#platform/i18n'

/** Where somebody stands towards prison. What counts as being in it is said by `groups`. */
export const statusLabels = {
  detained: labels('Held without sentence', 'Detenida sin sentencia', 'Detinguda sense sentència'),
  imprisoned: labels('Serving a sentence', 'Cumple condena', 'Compleix condemna'),
  disappeared: labels(
    'Disappeared in the hands of the State',
    'Desaparecida en manos del Estado',
    "Desapareguda en mans de l'Estat",
  ),
  house_arrest: labels('House arrest', 'Arresto domiciliario', 'Arrest domiciliari'),
  conditional: labels('Out under conditions', 'En libertad condicional', 'En llibertat condicional'),
  unknown: labels(
    'Not known whether still held',
    'No se sabe si sigue detenida',
    'No se sap si segueix detinguda',
  ),
  released: labels('Released', 'Liberada', 'Alliberada'),
  exiled: labels('Exiled as a condition', 'Desterrada como condición', 'Desterrada com a condició'),
  died: labels('Died in custody', 'Murió bajo custodia', 'Va morir sota custòdia'),
} as const satisfies Readonly<Record<string, Labels>>

export type Status = keyof typeof statusLabels

/** What may be counted: prison always; the others apart, or with it where who counts says so. */
export const groups = {
  prison: ['detained', 'imprisoned', 'disappeared'],
  house_arrest: ['house_arrest'],
  conditional: ['conditional'],
} as const satisfies Readonly<Record<string, readonly Status[]>>

export type Group = keyof typeof groups

/** Statuses that are counted neither way for certain: the upper count has them, the lower has not. */
export const doubtful: readonly Status[] = ['unknown']

/** An episode that has an end of which nobody wrote how: out, and not told in what way. */
export const endedSomehow = 'ended'

/** The order in which changes of one and the same day are taken: into prison before out of it. */
export const statusOrder: readonly Status[] = [
  'detained',
  'imprisoned',
  'disappeared',
  'house_arrest',
  'conditional',
  'unknown',
  'released',
  'exiled',
  'died',
]

/** The statuses as options of a choice. */
export const statusOptions = (given: readonly Status[] = statusOrder) =>
  given.map((code) => ({ code, label: statusLabels[code] }))

export const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && Object.hasOwn(statusLabels, value)

/** What an episode can begin with. */
export const beginnings: readonly Status[] = [
  'detained',
  'imprisoned',
  'disappeared',
  'house_arrest',
  'conditional',
  'unknown',
]

/** What an episode can end with. */
export const ends: readonly Status[] = ['released', 'conditional', 'exiled', 'died', 'unknown']
