import type { Labels } from '#platform/i18n'

/** What is said when recovery cannot go on, with the remedy. */
export const recoveryWords = {
  onePaper: { en: 'The one paper', es: 'El único papel', ca: "L'únic paper" },
  wrongShare: {
    en: 'This is not a key or share as it stands on the paper: a letter is wrong or missing. Compare it group by group; one share a line.',
    es: 'Esto no es una clave ni una parte como está en el papel: falta o sobra una letra. Compárelo grupo por grupo; una parte por línea.',
    ca: 'Això no és cap clau ni cap part tal com és al paper: falta o sobra una lletra. Compareu-ho grup a grup; una part per línia.',
  },
  wrongKey: {
    en: 'These do not add up to this organisation’s recovery key. Give as many different shares as it takes, all of the same day.',
    es: 'Estas partes no forman la clave de recuperación de esta organización. Indique tantas partes distintas como haga falta, todas del mismo día.',
    ca: "Aquestes parts no formen la clau de recuperació d'aquesta organització. Doneu tantes parts diferents com calgui, totes del mateix dia.",
  },
  wrongThreshold: {
    en: 'At least two shares have to be needed, and no more than there are; twenty shares at most.',
    es: 'Deben hacer falta al menos dos partes, y no más de las que hay; veinte partes como máximo.',
    ca: 'Han de caldre almenys dues parts, i no més de les que hi ha; vint parts com a màxim.',
  },
  noKey: {
    en: 'One of these people has no key of their own yet, so a share cannot be encrypted for them. They set it up under My account, Your key.',
    es: 'Una de estas personas todavía no tiene clave propia, y no se puede cifrar una parte para ella. La crea en Mi cuenta, Su clave.',
    ca: 'Una d’aquestes persones encara no té clau pròpia, i no es pot xifrar cap part per a ella. La crea a El meu compte, La vostra clau.',
  },
  otherShare: {
    en: 'This share is of an earlier day, or of another organisation. Look for the paper of the day on which custodians were named last.',
    es: 'Esta parte es de un día anterior o de otra organización. Busque el papel del día en que se nombró a los custodios por última vez.',
    ca: 'Aquesta part és d’un dia anterior o d’una altra organització. Busqueu el paper del dia en què es van nomenar els custodis per última vegada.',
  },
  given: {
    en: 'This share has been given for this request already.',
    es: 'Esta parte ya se entregó para esta solicitud.',
    ca: 'Aquesta part ja s’ha lliurat per a aquesta sol·licitud.',
  },
  noShare: {
    en: 'You hold no share that your key opens. If you have it on paper, write it down.',
    es: 'Usted no tiene ninguna parte que su clave abra. Si la tiene en papel, escríbala.',
    ca: 'No teniu cap part que la vostra clau obri. Si la teniu en paper, escriviu-la.',
  },
  noKeyYet: {
    en: 'Whoever is to recover needs a key first: they set up a new one under My account, Your key.',
    es: 'Quien va a recuperar necesita antes una clave: crea una nueva en Mi cuenta, Su clave.',
    ca: 'Qui ha de recuperar necessita abans una clau: en crea una de nova a El meu compte, La vostra clau.',
  },
  notOneself: {
    en: 'Nobody asks for themselves: another administrator does.',
    es: 'Nadie lo pide para sí: lo pide otra persona de la administración.',
    ca: "Ningú no ho demana per a si: ho demana una altra persona de l'administració.",
  },
} as const satisfies Readonly<Record<string, Labels>>
