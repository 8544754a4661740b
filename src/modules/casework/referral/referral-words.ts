import type { Labels, Language } from '#platform/i18n'

const l = (en: string, es: string, ca: string): Labels => ({ en, es, ca })

/** The words on the paper of a bundle and in the letters about it. */
export const paperWords = {
  title: l('Referral', 'Derivación', 'Derivació'),
  terms: l('Terms', 'Condiciones', 'Condicions'),
  from: l('From', 'De', 'De'),
  to: l('To', 'Para', 'Per a'),
  number: l('Bundle', 'Expediente', 'Expedient'),
  reference: l('Our reference', 'Nuestra referencia', 'La nostra referència'),
  purpose: l('For', 'Para qué', 'Per a què'),
  until: l('Until', 'Hasta', 'Fins a'),
  passing: l('Passing on', 'Reenvío', 'Reenviament'),
  not_passed_on: l(
    'Not to be passed on to anybody, in whole or in part.',
    'No se reenvía a nadie, ni entero ni en parte.',
    'No es reenvia a ningú, ni sencer ni en part.',
  ),
  after: l('After that day', 'Después de ese día', "Després d'aquell dia"),
  deleted: l(
    'It is deleted, with every copy; the sender is told.',
    'Se elimina, con toda copia, y se avisa a quien lo envió.',
    "S'elimina, amb totes les còpies, i s'avisa qui el va enviar.",
  ),
  agreed: l(
    'Whoever is named here agreed to it, to this partner and to this extent.',
    'Quien figura aquí consintió que se entregue a esta organización y con este alcance.',
    'Qui hi consta va consentir que es lliuri a aquesta organització i amb aquest abast.',
  ),
  files: l('Files', 'Archivos', 'Fitxers'),
  letter_subject: l(
    'Request to delete what we handed over',
    'Pedido de eliminación de lo que entregamos',
    "Petició d'eliminació del que vam lliurar",
  ),
  letter_body: l(
    'On {made} we handed over to you the bundle {number} (our reference {reference}), on the term that it is not passed on. The consent on which it rested has been withdrawn.',
    'El {made} les entregamos el expediente {number} (nuestra referencia {reference}), con la condición de no reenviarlo. El consentimiento en que se fundaba fue retirado.',
    "El {made} us vam lliurar l'expedient {number} (la nostra referència {reference}), amb la condició de no reenviar-lo. El consentiment en què es fonamentava s'ha retirat.",
  ),
  letter_ask: l(
    'We ask you to delete it with everything made from it and every copy, also in backups when they are renewed; to tell whoever had it from you, if anybody had; and to confirm to us in writing that it is done, and when.',
    'Les pedimos que lo eliminen con todo lo que se haya hecho a partir de él y toda copia, también en las de respaldo cuando se renueven; que avisen a quien lo haya recibido de ustedes, si alguien lo recibió; y que nos confirmen por escrito que se hizo y cuándo.',
    "Us demanem que l'elimineu amb tot el que se n'hagi fet i totes les còpies, també en les de seguretat quan es renovin; que aviseu qui l'hagi rebut de vosaltres, si algú l'ha rebut; i que ens confirmeu per escrit que s'ha fet i quan.",
  ),
  letter_hash: l(
    'The file had the SHA-256 {sha256}.',
    'El archivo tenía el SHA-256 {sha256}.',
    'El fitxer tenia el SHA-256 {sha256}.',
  ),
} as const satisfies Readonly<Record<string, Labels>>

/** A phrase of them, with what stands in braces put in. */
export const paperWord =
  (language: Language) =>
  (name: keyof typeof paperWords, values: Readonly<Record<string, string>> = {}): string =>
    paperWords[name][language].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
