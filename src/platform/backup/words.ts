import type { Labels } from '#platform/i18n'

/** The phrase, said of a file or a folder. */
export const about = (what: string, phrase: Labels): Labels => ({
  en: `${what}: ${phrase.en}`,
  es: `${what}: ${phrase.es}`,
  ca: `${what}: ${phrase.ca}`,
})

/** What a person at the terminal is told when a backup cannot be made or used. */
export const words = {
  noFile: {
    en: 'there is no such file. Check the name and the folder.',
    es: 'no existe ese archivo. Verifique el nombre y la carpeta.',
    ca: 'no existeix aquest fitxer. Comproveu-ne el nom i la carpeta.',
  },
  wrongIdentity: {
    en: 'this identity does not open it. Use the one in the recovery kit that was printed before this backup was made.',
    es: 'esta identidad no lo abre. Use la del kit de recuperación que se imprimió antes de hacer esta copia.',
    ca: "aquesta identitat no l'obre. Useu la del kit de recuperació que es va imprimir abans de fer aquesta còpia.",
  },
  notABackup: {
    en: 'this is not a backup, or its beginning was changed. Use another copy of it, or an older backup.',
    es: 'esto no es una copia de seguridad, o se alteró su comienzo. Use otro ejemplar, o una copia anterior.',
    ca: "això no és una còpia de seguretat, o se n'ha alterat el començament. Useu-ne un altre exemplar, o una còpia anterior.",
  },
  changed: {
    en: 'it was changed or cut short after it was written; nothing of it was used. Use another copy of it, or an older backup.',
    es: 'fue alterado o recortado después de escribirse; no se usó nada. Use otro ejemplar, o una copia anterior.',
    ca: "ha estat alterat o retallat després d'escriure's; no se n'ha fet servir res. Useu-ne un altre exemplar, o una còpia anterior.",
  },
  noIdentity: {
    en: 'there is no identity in it. It has to hold the line that begins with AGE-SECRET-KEY-1, from the recovery kit.',
    es: 'no contiene una identidad. Debe tener la línea que empieza con AGE-SECRET-KEY-1, del kit de recuperación.',
    ca: 'no conté cap identitat. Hi ha d’haver la línia que comença amb AGE-SECRET-KEY-1, del kit de recuperació.',
  },
  badRecipient: {
    en: 'this is not a recipient. It begins with age1.',
    es: 'esto no es un destinatario. Empieza con age1.',
    ca: 'això no és un destinatari. Comença amb age1.',
  },
  noRecipient: {
    en: 'There is nobody to encrypt the backup for. Print the recovery kit first (amparo recovery-kit), or say --to age1…',
    es: 'No hay para quién cifrar la copia. Imprima antes el kit de recuperación (amparo recovery-kit), o indique --to age1…',
    ca: 'No hi ha per a qui xifrar la còpia. Imprimiu abans el kit de recuperació (amparo recovery-kit), o indiqueu --to age1…',
  },
  exists: {
    en: 'this file is there already. Choose another name, or move it away.',
    es: 'este archivo ya existe. Elija otro nombre, o muévalo.',
    ca: 'aquest fitxer ja existeix. Trieu un altre nom, o moveu-lo.',
  },
  fileGone: {
    en: 'a file that the database names is not in the store, or went while the backup was made. Repeat it; if it says so again, that file is lost.',
    es: 'un archivo que la base de datos nombra no está en el almacén, o se fue mientras se hacía la copia. Repítala; si vuelve a decirlo, ese archivo se perdió.',
    ca: "un fitxer que la base de dades anomena no és al magatzem, o se n'ha anat mentre es feia la còpia. Repetiu-la; si ho torna a dir, aquell fitxer s'ha perdut.",
  },
  newer: {
    en: 'it was made by another release, which has migrations that this one does not know. Install that release or a newer one, and restore with it.',
    es: 'fue hecha por otra versión, con migraciones que esta no conoce. Instale esa versión o una posterior, y restaure con ella.',
    ca: 'la va fer una altra versió, amb migracions que aquesta no coneix. Instal·leu aquella versió o una de posterior, i restaureu amb ella.',
  },
  notEmpty: {
    en: 'there is an organisation here already. Restore into an empty AMPARO_HOME, or with --force put what is here aside first.',
    es: 'aquí ya hay una organización. Restaure en un AMPARO_HOME vacío, o con --force aparte primero lo que hay.',
    ca: 'aquí ja hi ha una organització. Restaureu en un AMPARO_HOME buit, o amb --force aparteu primer el que hi ha.',
  },
  databaseNotEmpty: {
    en: 'The database of DATABASE_URL is not empty. Create an empty one for the restore (docs/operating.md).',
    es: 'La base de datos de DATABASE_URL no está vacía. Cree una vacía para restaurar (docs/operating.md).',
    ca: 'La base de dades de DATABASE_URL no és buida. Creeu-ne una de buida per restaurar (docs/operating.md).',
  },
  inUse: {
    en: 'it is in use. Stop Amparo first.',
    es: 'está en uso. Detenga Amparo primero.',
    ca: "s'està fent servir. Atureu Amparo primer.",
  },
  elsewhere: {
    en: 'its database lies outside of the folder; put both away by hand.',
    es: 'su base de datos está fuera de la carpeta; aparte ambas a mano.',
    ca: 'la seva base de dades és fora de la carpeta; aparteu-les totes dues a mà.',
  },
  noBackup: {
    en: 'there is no backup in it. Make one: amparo backup.',
    es: 'no hay ninguna copia de seguridad. Haga una: amparo backup.',
    ca: 'no hi ha cap còpia de seguretat. Feu-ne una: amparo backup.',
  },
} as const satisfies Record<string, Labels>
