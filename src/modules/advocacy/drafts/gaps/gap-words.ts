import { type Labels, labels } from '#platform/i18n'

/** What a gap is, in words. A condition is quoted as the catalogue has it. */
export const gapWords = {
  required: labels('The mechanism requires it.', 'El mecanismo lo exige.', "El mecanisme l'exigeix."),
  consent_or_reason: labels(
    'The mechanism requires it, or the reason why it could not be had.',
    'El mecanismo lo exige, o el motivo por el que no se pudo obtener.',
    "El mecanisme l'exigeix, o el motiu pel qual no es va poder obtenir.",
  ),
  recommended: labels('It strengthens the document.', 'Refuerza el documento.', 'Reforça el document.'),
  sealed: labels(
    'It is sealed: open the record and type what may leave, or leave it out.',
    'Está sellado: abra el registro y escriba lo que puede salir, o déjelo afuera.',
    'Està segellat: obriu el registre i escriviu el que pot sortir, o deixeu-ho fora.',
  ),
  holds: (when: string): Labels =>
    labels(
      `Required here: ${when}.`,
      `Exigido en este caso (condición del catálogo: ${when}).`,
      `Exigit en aquest cas (condició del catàleg: ${when}).`,
    ),
  mayHold: (when: string): Labels =>
    labels(
      `Check: required if ${when}.`,
      `Verifique: exigido según la condición del catálogo: ${when}.`,
      `Comproveu-ho: exigit segons la condició del catàleg: ${when}.`,
    ),
  no_date: labels(
    'The account has no date: no act or event of the case is dated.',
    'El relato no tiene fecha: ningún acto ni acontecimiento del caso está fechado.',
    'El relat no té data: cap acte ni esdeveniment del cas no està datat.',
  ),
  no_place: labels('The account has no place.', 'El relato no indica lugar.', 'El relat no indica cap lloc.'),
  no_author: labels(
    'The account does not say who did it, not even what kind of actor.',
    'El relato no dice quién lo hizo, ni siquiera qué clase de actor.',
    "El relat no diu qui ho va fer, ni tan sols quina classe d'actor.",
  ),
  remedy_no_date: labels('A remedy has no date.', 'Hay un recurso sin fecha.', 'Hi ha un recurs sense data.'),
  media_only: labels(
    'The case rests on press and web alone: mechanisms ask for direct knowledge.',
    'El caso se apoya solo en prensa y web: los mecanismos piden conocimiento directo.',
    'El cas es basa només en premsa i web: els mecanismes demanen coneixement directe.',
  ),
  vague_date: labels(
    'A date is not known to the month: ranges are written as they are, and no term can be counted from them.',
    'Una fecha no se conoce ni al mes: se escribe como está y de ella no se puede contar ningún plazo.',
    "Una data no es coneix ni el mes: s'escriu tal com és i no se'n pot comptar cap termini.",
  ),
  other_language: labels(
    'The text is in another language than the document. Translate it in the record.',
    'El texto está en otro idioma que el documento. Tradúzcalo en el registro.',
    'El text és en una altra llengua que el document. Traduïu-lo al registre.',
  ),
  no_french: labels(
    'The terms of our lists (kinds of act, roles, occupations) have no French: they stand in English. Translate them in the DOCX.',
    'Los términos de nuestras listas (clases de acto, roles, ocupaciones) no tienen francés: figuran en inglés. Tradúzcalos en el DOCX.',
    'Els termes de les nostres llistes (classes d’acte, rols, ocupacions) no tenen francès: hi surten en anglès. Traduïu-los al DOCX.',
  ),
  own_language: labels(
    'The argument and the answers were written in another language than the one asked for now.',
    'La argumentación y las respuestas están escritas en otro idioma que el que se pide ahora.',
    "L'argumentació i les respostes estan escrites en una altra llengua que la que es demana ara.",
  ),
  several_states: labels(
    'More than one State is concerned, and the mechanism takes one.',
    'Hay más de un Estado, y el mecanismo admite uno solo.',
    "Hi ha més d'un Estat, i el mecanisme n'admet un de sol.",
  ),
  no_annexes: labels(
    'No annex is listed. If there are documents that prove it, choose them.',
    'No figura ningún anexo. Si hay documentos que lo prueban, elíjalos.',
    'No hi ha cap annex. Si hi ha documents que ho proven, trieu-los.',
  ),
  too_long: (words: number, most: number): Labels =>
    labels(
      `Too long: ${words} of ${most} words.`,
      `Demasiado extenso: ${words} de ${most} palabras.`,
      `Massa llarg: ${words} de ${most} paraules.`,
    ),
  no_names_check: labels(
    'You may not read names kept apart (class identity), so the text cannot be checked for them.',
    'Usted no puede leer los nombres reservados (clase identidad), de modo que no se puede revisar el texto.',
    'No podeu llegir els noms reservats (classe identitat) i, per tant, no es pot revisar el text.',
  ),
} as const
