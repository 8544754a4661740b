import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'

/** Why a bundle is not taken in, in words. */
export const bundleWords = {
  not_ours: {
    en: 'It cannot be opened: it was made for another key, or it was changed on the way. Nothing was stored. Ask the sender for a new one.',
    es: 'No se puede abrir: se hizo para otra clave o fue alterado en el camino. No se guardó nada. Pida otro a quien lo envió.',
    ca: "No es pot obrir: es va fer per a una altra clau o s'ha alterat pel camí. No s'ha desat res. Demaneu-ne un altre a qui el va enviar.",
  },
  no_bundle: {
    en: 'What it holds is no bundle as Amparo writes it, or it was changed after it was signed. Nothing was stored.',
    es: 'Lo que contiene no es un expediente como los escribe Amparo, o fue alterado después de firmado. No se guardó nada.',
    ca: "El que conté no és un expedient com els escriu Amparo, o s'ha alterat després de signar-lo. No s'ha desat res.",
  },
  signature: {
    en: 'The signature does not hold: whoever signed did not sign this. Nothing was stored. Tell the sender by another way.',
    es: 'La firma no es válida: quien firmó no firmó esto. No se guardó nada. Avise a quien lo envía por otra vía.',
    ca: "La signatura no és vàlida: qui va signar no va signar això. No s'ha desat res. Aviseu qui l'envia per una altra via.",
  },
  hash: {
    en: 'A file in it is not the one that was signed. Nothing was stored. Tell the sender by another way.',
    es: 'Uno de sus archivos no es el que se firmó. No se guardó nada. Avise a quien lo envía por otra vía.',
    ca: "Un dels seus fitxers no és el que es va signar. No s'ha desat res. Aviseu qui l'envia per una altra via.",
  },
  other_recipient: {
    en: 'It was signed for somebody else and passed on. Nothing was stored.',
    es: 'Se firmó para otra organización y fue reenviado. No se guardó nada.',
    ca: "Es va signar per a una altra organització i s'ha reenviat. No s'ha desat res.",
  },
  too_large: {
    en: 'It is larger than a bundle may be (100 MB).',
    es: 'Supera lo que puede medir un expediente (100 MB).',
    ca: 'Supera el que pot ocupar un expedient (100 MB).',
  },
} as const satisfies Readonly<Record<string, Labels>>

/** Refuses a bundle. */
export const refuse = (why: keyof typeof bundleWords, cause?: unknown): Problem =>
  new Problem(why === 'too_large' ? 'too_large' : 'invalid', {
    explanation: bundleWords[why],
    fields: [{ field: 'file', message: bundleWords[why] }],
    cause,
  })
