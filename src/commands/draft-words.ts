/** What the command `draft` says. */
export const draftWords = {
  summary: {
    en: 'Drafts, from a case, the document that a mechanism asks for.',
    es: 'Redacta, a partir de un caso, el documento que pide un mecanismo.',
    ca: "Redacta, a partir d'un cas, el document que demana un mecanisme.",
  },
  details: {
    en: 'What is lacking is listed as JSON on standard error, and the draft is written all the same, marked as one (exit code 3). A name that must not stand in the copy stops it: decide on it in the submission. A restricted case is seen only by its team: name a person with --as.',
    es: 'Lo que falta se enumera como JSON en la salida de errores, y el borrador se escribe igual, marcado como tal (código de salida 3). Un nombre que no debe figurar en la copia la detiene: resuélvalo en la presentación. Un caso restringido solo lo ve su equipo: indique una persona con --as.',
    ca: "El que falta s'enumera com a JSON a la sortida d'errors, i l'esborrany s'escriu igualment, marcat com a tal (codi de sortida 3). Un nom que no ha de figurar a la còpia l'atura: resoleu-lo a la presentació. Un cas restringit només el veu el seu equip: indiqueu una persona amb --as.",
  },
  org: {
    en: 'the organisation; the only one unless given',
    es: 'la organización; si no, la única que haya',
    ca: "l'organització; si no, l'única que hi hagi",
  },
  case: {
    en: 'the number of the case, as AR-2026-0007',
    es: 'el número del caso, por ejemplo AR-2026-0007',
    ca: 'el número del cas, per exemple AR-2026-0007',
  },
  mechanism: {
    en: 'the mechanism, as un-sp-allegation-letter',
    es: 'el mecanismo, por ejemplo un-sp-allegation-letter',
    ca: 'el mecanisme, per exemple un-sp-allegation-letter',
  },
  lang: {
    en: 'en, es, fr, or ca for internal use; that of the submission unless given',
    es: 'en, es, fr, o ca para uso interno; si no, el de la presentación',
    ca: 'en, es, fr, o ca per a ús intern; si no, el de la presentació',
  },
  audience: {
    en: 'mechanism, state, public or partner',
    es: 'mechanism (el mecanismo), state (el Estado), public o partner (organización aliada)',
    ca: "mechanism (el mecanisme), state (l'Estat), public o partner (organització aliada)",
  },
  partner: {
    en: 'the partner, by the name that consents have, for --audience partner',
    es: 'la organización aliada, por el nombre que figura en los consentimientos, con --audience partner',
    ca: "l'organització aliada, pel nom que consta als consentiments, amb --audience partner",
  },
  format: { en: 'pdf, docx, json or txt', es: 'pdf, docx, json o txt', ca: 'pdf, docx, json o txt' },
  out: { en: 'the file to write', es: 'el archivo que se escribe', ca: "el fitxer que s'escriu" },
  annexes: {
    en: 'a new folder for the annexes, as they go out',
    es: 'una carpeta nueva para los anexos, tal como salen',
    ca: 'una carpeta nova per als annexos, tal com surten',
  },
  complete: {
    en: 'write nothing as long as something required is lacking',
    es: 'no escribir nada mientras falte algo exigido',
    ca: 'no escriure res mentre falti alguna cosa exigida',
  },
  whichOrganisation: {
    en: 'Say which organisation: --org SLUG.',
    es: 'Indique la organización: --org NOMBRE.',
    ca: "Indiqueu l'organització: --org NOM.",
  },
  needs: {
    en: 'Needed: --case REF, --mechanism ID and --out FILE.',
    es: 'Hace falta: --case NÚMERO, --mechanism ID y --out ARCHIVO.',
    ca: 'Cal: --case NÚMERO, --mechanism ID i --out FITXER.',
  },
  whichLanguage: {
    en: 'The language is one of: en, es, fr, ca.',
    es: 'El idioma es uno de: en, es, fr, ca.',
    ca: 'La llengua és una de: en, es, fr, ca.',
  },
  whichFormat: {
    en: 'The format is one of: pdf, docx, json, txt.',
    es: 'El formato es uno de: pdf, docx, json, txt.',
    ca: 'El format és un de: pdf, docx, json, txt.',
  },
  whichAudience: {
    en: 'The audience is one of: mechanism, state, public, partner. A partner needs --partner NAME.',
    es: 'El destino es uno de: mechanism, state, public, partner. Partner requiere --partner NOMBRE.',
    ca: 'El destí és un de: mechanism, state, public, partner. Partner demana --partner NOM.',
  },
  lacking: {
    en: 'Nothing was written: the document is not complete.',
    es: 'No se escribió nada: el documento no está completo.',
    ca: "No s'ha escrit res: el document no està complet.",
  },
  names: {
    en: 'Nothing was written: the texts hold names that must not stand in this copy. Decide on each in the submission.',
    es: 'No se escribió nada: los textos contienen nombres que no deben figurar en esta copia. Resuelva cada uno en la presentación.',
    ca: "No s'ha escrit res: els textos contenen noms que no han de figurar en aquesta còpia. Resoleu-los tots a la presentació.",
  },
  exists: {
    en: 'It is there already; nothing is written over.',
    es: 'Ya existe; no se sobrescribe nada.',
    ca: 'Ja existeix; no se sobreescriu res.',
  },
  written: { en: 'written', es: 'escrito', ca: 'escrit' },
  gaps: { en: 'gaps', es: 'faltantes', ca: 'mancances' },
} as const
