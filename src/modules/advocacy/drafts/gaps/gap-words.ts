import type { Labels } from '#platform/i18n'

/** Words in the languages of documents, which are those of the interface and French. */
export type DraftLabels = Labels & { readonly fr: string }

/** A label in the four languages of documents: English, Spanish, French, Catalan. */
export const draftLabels = (en: string, es: string, fr: string, ca: string): DraftLabels => ({
  en,
  es,
  fr,
  ca,
})

/** What a gap is, in words. A condition is quoted as the catalogue has it. */
export const gapWords = {
  required: draftLabels(
    'The mechanism requires it.',
    'El mecanismo lo exige.',
    "Le mécanisme l'exige.",
    "El mecanisme l'exigeix.",
  ),
  consent_or_reason: draftLabels(
    'The mechanism requires it, or the reason why it could not be had.',
    'El mecanismo lo exige, o el motivo por el que no se pudo obtener.',
    "Le mécanisme l'exige, ou le motif pour lequel il n'a pas pu être obtenu.",
    "El mecanisme l'exigeix, o el motiu pel qual no es va poder obtenir.",
  ),
  recommended: draftLabels(
    'It strengthens the document.',
    'Refuerza el documento.',
    'Cela renforce le document.',
    'Reforça el document.',
  ),
  sealed: draftLabels(
    'It is sealed: open the record and type what may leave, or leave it out.',
    'Está sellado: abra el registro y escriba lo que puede salir, o déjelo afuera.',
    "C'est scellé : ouvrez l'enregistrement et écrivez ce qui peut sortir, ou ne l'incluez pas.",
    'Està segellat: obriu el registre i escriviu el que pot sortir, o deixeu-ho fora.',
  ),
  holds: (when: string): DraftLabels =>
    draftLabels(
      `Required here: ${when}.`,
      `Exigido en este caso (condición del catálogo: ${when}).`,
      `Exigé ici (condition du catalogue : ${when}).`,
      `Exigit en aquest cas (condició del catàleg: ${when}).`,
    ),
  mayHold: (when: string): DraftLabels =>
    draftLabels(
      `Check: required if ${when}.`,
      `Verifique: exigido según la condición del catálogo: ${when}.`,
      `À vérifier : exigé selon la condition du catalogue : ${when}.`,
      `Comproveu-ho: exigit segons la condició del catàleg: ${when}.`,
    ),
  no_date: draftLabels(
    'The account has no date: no act or event of the case is dated.',
    'El relato no tiene fecha: ningún acto ni acontecimiento del caso está fechado.',
    "Le récit n'a pas de date : aucun acte ni événement du cas n'est daté.",
    'El relat no té data: cap acte ni esdeveniment del cas no està datat.',
  ),
  no_place: draftLabels(
    'The account has no place.',
    'El relato no indica lugar.',
    "Le récit n'indique pas de lieu.",
    'El relat no indica cap lloc.',
  ),
  no_author: draftLabels(
    'The account does not say who did it, not even what kind of actor.',
    'El relato no dice quién lo hizo, ni siquiera qué clase de actor.',
    "Le récit ne dit pas qui l'a fait, ni même quelle sorte d'acteur.",
    "El relat no diu qui ho va fer, ni tan sols quina classe d'actor.",
  ),
  remedy_no_date: draftLabels(
    'A remedy has no date.',
    'Hay un recurso sin fecha.',
    "Un recours n'a pas de date.",
    'Hi ha un recurs sense data.',
  ),
  media_only: draftLabels(
    'The case rests on press and web alone: mechanisms ask for direct knowledge.',
    'El caso se apoya solo en prensa y web: los mecanismos piden conocimiento directo.',
    'Le cas repose sur la presse et le web seulement : les mécanismes demandent une connaissance directe.',
    'El cas es basa només en premsa i web: els mecanismes demanen coneixement directe.',
  ),
  vague_date: draftLabels(
    'A date is not known to the month: ranges are written as they are, and no term can be counted from them.',
    'Una fecha no se conoce ni al mes: se escribe como está y de ella no se puede contar ningún plazo.',
    "Une date n'est pas connue au mois près : elle est écrite telle quelle et aucun délai ne peut en être compté.",
    "Una data no es coneix ni el mes: s'escriu tal com és i no se'n pot comptar cap termini.",
  ),
  other_language: draftLabels(
    'The text is in another language than the document. Translate it in the record.',
    'El texto está en otro idioma que el documento. Tradúzcalo en el registro.',
    "Le texte est dans une autre langue que le document. Traduisez-le dans l'enregistrement.",
    'El text és en una altra llengua que el document. Traduïu-lo al registre.',
  ),
  no_french: draftLabels(
    'Some terms that the organisation added have no French: they stand in English. Translate them in the DOCX.',
    'Algunos términos que agregó la organización no tienen francés: figuran en inglés. Tradúzcalos en el DOCX.',
    "Certains termes que l'organisation a ajoutés n'ont pas de français : ils figurent en anglais. Traduisez-les dans le DOCX.",
    'Els termes de les nostres llistes (classes d’acte, rols, ocupacions) no tenen francès: hi surten en anglès. Traduïu-los al DOCX.',
  ),
  own_language: draftLabels(
    'The argument and the answers were written in another language than the one asked for now.',
    'La argumentación y las respuestas están escritas en otro idioma que el que se pide ahora.',
    "L'argumentation et les réponses sont écrites dans une autre langue que celle demandée maintenant.",
    "L'argumentació i les respostes estan escrites en una altra llengua que la que es demana ara.",
  ),
  several_states: draftLabels(
    'More than one State is concerned, and the mechanism takes one.',
    'Hay más de un Estado, y el mecanismo admite uno solo.',
    "Plus d'un État est concerné, et le mécanisme n'en admet qu'un.",
    "Hi ha més d'un Estat, i el mecanisme n'admet un de sol.",
  ),
  no_annexes: draftLabels(
    'No annex is listed. If there are documents that prove it, choose them.',
    'No figura ningún anexo. Si hay documentos que lo prueban, elíjalos.',
    "Aucune annexe n'est indiquée. S'il existe des documents qui le prouvent, choisissez-les.",
    'No hi ha cap annex. Si hi ha documents que ho proven, trieu-los.',
  ),
  too_long: (words: number, most: number): DraftLabels =>
    draftLabels(
      `Too long: ${words} of ${most} words.`,
      `Demasiado extenso: ${words} de ${most} palabras.`,
      `Trop long : ${words} mots sur ${most}.`,
      `Massa llarg: ${words} de ${most} paraules.`,
    ),
  too_many_pages: (pages: number, most: number): DraftLabels =>
    draftLabels(
      `Too long: ${pages} of ${most} pages.`,
      `Demasiado extenso: ${pages} de ${most} páginas.`,
      `Trop long : ${pages} pages sur ${most}.`,
      `Massa llarg: ${pages} de ${most} pàgines.`,
    ),
  no_names_check: draftLabels(
    'You may not read names kept apart (class identity), so the text cannot be checked for them.',
    'Usted no puede leer los nombres reservados (clase identidad), de modo que no se puede revisar el texto.',
    'Vous ne pouvez pas lire les noms réservés (classe identité) : le texte ne peut donc pas être vérifié.',
    'No podeu llegir els noms reservats (classe identitat) i, per tant, no es pot revisar el text.',
  ),
} as const
