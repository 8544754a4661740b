import type { Labels } from '#platform/i18n'

/** What the commands about the instance key say. */
export const keyWords = {
  missing: {
    en: 'There is no instance key yet. It is made at the first start.',
    es: 'Todavía no hay clave de la instancia. Se crea en el primer inicio.',
    ca: 'Encara no hi ha clau de la instància. Es crea en el primer inici.',
  },
  open: {
    en: 'The instance key lies in clear on the disk, readable by its owner alone. It is no defence against whoever takes the disk. “key lock” locks it.',
    es: 'La clave de la instancia está en claro en el disco, legible solo por su propietario. No defiende de quien se lleve el disco. «key lock» la bloquea.',
    ca: 'La clau de la instància és en clar al disc, llegible només pel seu propietari. No defensa de qui s’endugui el disc. «key lock» la bloqueja.',
  },
  locked: {
    en: 'The instance key is locked: every start asks for its passphrase, or reads it from AMPARO_KEY_PASSPHRASE_FILE.',
    es: 'La clave de la instancia está bloqueada: cada inicio pide su frase o la lee de AMPARO_KEY_PASSPHRASE_FILE.',
    ca: 'La clau de la instància està bloquejada: cada inici en demana la frase o la llegeix d’AMPARO_KEY_PASSPHRASE_FILE.',
  },
  lockedNow: {
    en: 'Locked. Keep the passphrase on paper, apart from the recovery kit: without it files and sign-ins are lost, in every backup made from now on too. Backups made before hold the key in clear. The key lay on this disk: what was overwritten may still be found on it.',
    es: 'Bloqueada. Guarde la frase en papel, aparte del kit de recuperación: sin ella se pierden archivos e ingresos, también en toda copia que se haga desde ahora. Las copias anteriores tienen la clave en claro. La clave estuvo en este disco: lo sobrescrito quizá aún pueda hallarse en él.',
    ca: 'Bloquejada. Deseu la frase en paper, a part del kit de recuperació: sense ella es perden fitxers i entrades, també en tota còpia que es faci d’ara endavant. Les còpies anteriors tenen la clau en clar. La clau va ser en aquest disc: el que s’ha sobreescrit potser encara s’hi pot trobar.',
  },
  unlockedNow: {
    en: 'The lock is off: the key lies in clear on the disk again.',
    es: 'Se quitó el bloqueo: la clave está otra vez en claro en el disco.',
    ca: "S'ha tret el bloqueig: la clau torna a ser en clar al disc.",
  },
  ask: { en: 'Passphrase: ', es: 'Frase: ', ca: 'Frase: ' },
  again: { en: 'The same once more: ', es: 'La misma otra vez: ', ca: 'La mateixa un altre cop: ' },
  differs: {
    en: 'The two are not the same. Nothing was changed.',
    es: 'No son iguales. No se cambió nada.',
    ca: "No són iguals. No s'ha canviat res.",
  },
  weak: {
    en: 'This passphrase is too short or too common: at least twelve characters, better five odd words. Nothing was changed.',
    es: 'Esta frase es demasiado corta o común: al menos doce caracteres, mejor cinco palabras sueltas. No se cambió nada.',
    ca: "Aquesta frase és massa curta o comuna: almenys dotze caràcters, millor cinc paraules soltes. No s'ha canviat res.",
  },
  nobody: {
    en: 'There is no terminal to ask on. Put the passphrase into a file that only you may read, and name it: AMPARO_KEY_PASSPHRASE_FILE=…',
    es: 'No hay terminal donde preguntar. Ponga la frase en un archivo que solo usted pueda leer e indíquelo: AMPARO_KEY_PASSPHRASE_FILE=…',
    ca: 'No hi ha cap terminal on preguntar. Poseu la frase en un fitxer que només vós pugueu llegir i indiqueu-lo: AMPARO_KEY_PASSPHRASE_FILE=…',
  },
} as const satisfies Readonly<Record<string, Labels>>
