import { type Labels, labels } from '#platform/i18n'

/** Labels by code as the options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

export const stepKindLabels = {
  call: labels('Call', 'Llamada', 'Trucada'),
  meeting: labels('Meeting', 'Reunión', 'Reunió'),
  message: labels('Message', 'Mensaje', 'Missatge'),
  note: labels('Note', 'Nota', 'Nota'),
  prison_visit: labels('Visit to prison', 'Visita a prisión', 'Visita a presó'),
} as const

/** With whom a step was taken; the mandate holder is one of the special procedures. */
export const counterpartLabels = {
  person: labels('The person', 'La persona', 'La persona'),
  family: labels('Family', 'Familia', 'Família'),
  lawyer: labels('Lawyer', 'Defensa', 'Defensa'),
  embassy: labels('Embassy or consulate', 'Embajada o consulado', 'Ambaixada o consolat'),
  ministry: labels('Ministry or authority', 'Ministerio o autoridad', 'Ministeri o autoritat'),
  mandate: labels('Mandate holder', 'Titular de mandato', 'Titular de mandat'),
  journalist: labels('Journalist', 'Periodista', 'Periodista'),
  partner: labels('Partner organisation', 'Organización aliada', 'Organització aliada'),
  other: labels('Other', 'Otra parte', 'Altra part'),
} as const

export const answerLabels = {
  awaited: labels('Asked, awaited', 'Pedida, se espera', 'Demanada, s’espera'),
  answered: labels('Answered', 'Respondida', 'Resposta rebuda'),
  refused: labels('Refused', 'Denegada', 'Denegada'),
  dropped: labels('No longer awaited', 'Ya no se espera', 'Ja no s’espera'),
} as const

export const taskStateLabels = {
  open: labels('To do', 'Pendiente', 'Pendent'),
  done: labels('Done', 'Hecha', 'Feta'),
  dropped: labels('Dropped', 'Sin efecto', 'Sense efecte'),
} as const
