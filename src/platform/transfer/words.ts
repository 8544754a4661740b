import type { Labels } from '#platform/i18n'

/** What imports say; each names what is wrong and what to do. */
export const words = {
  missing: {
    en: 'This is needed. Fill the cell, or leave the row out.',
    es: 'Este dato es necesario. Complete la celda o quite la fila.',
    ca: 'Aquesta dada és necessària. Ompliu la cel·la o traieu la fila.',
  },
  sealed: {
    en: 'Sealed values do not come by a file, which would keep them in clear. Leave the cell as it is, and write the value in the form of the record.',
    es: 'Los valores sellados no entran por un archivo, que los guardaría sin cifrar. Deje la celda como está y escriba el valor en el formulario del registro.',
    ca: 'Els valors segellats no entren per un fitxer, que els desaria sense xifrar. Deixeu la cel·la com està i escriviu el valor al formulari del registre.',
  },
  notAnId: {
    en: 'This is not an id of ours. Leave the cell empty for a new record.',
    es: 'Esto no es un identificador nuestro. Deje la celda vacía para un registro nuevo.',
    ca: 'Això no és un identificador nostre. Deixeu la cel·la buida per a un registre nou.',
  },
  idTwice: {
    en: 'This id stands in an earlier row of the file too. Keep one of them.',
    es: 'Este identificador ya está en una fila anterior del archivo. Conserve una de las dos.',
    ca: 'Aquest identificador ja és en una fila anterior del fitxer. Conserveu-ne una.',
  },
  otherType: {
    en: 'This id belongs to a record of another type.',
    es: 'Este identificador es de un registro de otro tipo.',
    ca: "Aquest identificador és d'un registre d'un altre tipus.",
  },
  inTrash: {
    en: 'This record is in the trash. Restore it first, or leave the row out.',
    es: 'Este registro está en la papelera. Restáurelo antes, o quite la fila.',
    ca: 'Aquest registre és a la paperera. Restaureu-lo abans, o traieu la fila.',
  },
  severalMatch: {
    en: 'Several records have this code. Merge them, or mend their codes, and repeat.',
    es: 'Varios registros tienen este código. Fusiónelos o corrija sus códigos, y repita.',
    ca: 'Diversos registres tenen aquest codi. Fusioneu-los o corregiu-ne els codis, i repetiu.',
  },
  keyTwice: {
    en: 'An earlier row of the file has this code too. Keep one of them.',
    es: 'Una fila anterior del archivo tiene también este código. Conserve una de las dos.',
    ca: 'Una fila anterior del fitxer també té aquest codi. Conserveu-ne una.',
  },
  noKey: {
    en: 'There is no code by which to know this row again. Fill the cell.',
    es: 'Falta el código por el que se reconoce esta fila. Complete la celda.',
    ca: 'Falta el codi pel qual es reconeix aquesta fila. Ompliu la cel·la.',
  },
  noTarget: {
    en: 'There is no record that this can point to. Import it first, or mend the id.',
    es: 'No hay un registro al que esto pueda apuntar. Impórtelo antes o corrija el identificador.',
    ca: "No hi ha cap registre a què això pugui apuntar. Importeu-lo abans o corregiu l'identificador.",
  },
  noTitle: {
    en: 'No record has this title. Write its id, or make it first.',
    es: 'Ningún registro tiene este título. Escriba su identificador o créelo antes.',
    ca: "Cap registre no té aquest títol. Escriviu-ne l'identificador o creeu-lo abans.",
  },
  severalTitles: {
    en: 'Several records have this title. Write the id of the one that is meant.',
    es: 'Varios registros tienen este título. Escriba el identificador del que corresponde.',
    ca: "Diversos registres tenen aquest títol. Escriviu l'identificador del que correspon.",
  },
  relationLeft: {
    en: 'The record that this points to was not written, so the relation was left out.',
    es: 'El registro al que esto apunta no se escribió; el vínculo quedó afuera.',
    ca: "El registre a què això apunta no s'ha escrit; el vincle ha quedat fora.",
  },
  notPublished: {
    en: 'It was public in the file. Importing does not publish: it is internal now.',
    es: 'En el archivo era público. Importar no publica: ahora es interno.',
    ca: 'Al fitxer era públic. Importar no publica: ara és intern.',
  },
  visibilityKept: {
    en: 'Who sees an existing record is not changed by an import: it stays as it is here.',
    es: 'Quién ve un registro que ya existe no cambia al importar: queda como está aquí.',
    ca: 'Qui veu un registre que ja existeix no canvia en importar: queda com és aquí.',
  },
  notVisibility: {
    en: 'This is one of: public, internal, restricted.',
    es: 'Es uno de: public, internal, restricted.',
    ca: 'És un de: public, internal, restricted.',
  },
  notYesNo: {
    en: 'Write yes or no.',
    es: 'Escriba yes o no.',
    ca: 'Escriviu yes o no.',
  },
  noFile: {
    en: 'The archive holds no file of this name. The record was made without it.',
    es: 'El archivo comprimido no contiene un archivo con este nombre. El registro se creó sin él.',
    ca: "L'arxiu comprimit no conté cap fitxer amb aquest nom. El registre s'ha creat sense.",
  },
  noRecord: {
    en: 'The record that this belongs to is not there. It was left out.',
    es: 'El registro al que esto pertenece no está. Se dejó afuera.',
    ca: "El registre a què això pertany no hi és. S'ha deixat fora.",
  },
  noField: {
    en: 'Records of this type have no such field. Its citation was left out.',
    es: 'Los registros de este tipo no tienen ese campo. Su cita se dejó afuera.',
    ca: "Els registres d'aquest tipus no tenen aquest camp. La citació s'ha deixat fora.",
  },
  noSource: {
    en: 'The source is not there. The citation was kept without it.',
    es: 'La fuente no está. La cita se conservó sin ella.',
    ca: "La font no hi és. La citació s'ha conservat sense.",
  },
  notYourClass: {
    en: 'You may not add to this class of information. It was left out.',
    es: 'Usted no puede agregar a esta clase de información. Se dejó afuera.',
    ca: "No podeu afegir a aquesta classe d'informació. S'ha deixat fora.",
  },
  otherContent: {
    en: 'The file is not the one that the manifest names: its SHA-256 is another. It was left out.',
    es: 'El archivo no es el que nombra el manifiesto: su SHA-256 es otro. Se dejó afuera.',
    ca: "El fitxer no és el que diu el manifest: el SHA-256 és un altre. S'ha deixat fora.",
  },
  keptAsWritten: {
    en: 'This could not be read. It is kept as written, for a person to look at.',
    es: 'No se pudo leer. Se conserva como está escrito, para que lo revise una persona.',
    ca: "No s'ha pogut llegir. Es conserva com està escrit, perquè ho revisi una persona.",
  },
  readAs: {
    en: 'Read with a general term because the exact one is not known. Please check.',
    es: 'Se leyó con un término general porque el exacto no se conoce. Verifíquelo.',
    ca: "S'ha llegit amb un terme general perquè no se'n coneix l'exacte. Comproveu-ho.",
  },
  newColumn: {
    en: 'This row has a column that the first rows do not have; it was not read.',
    es: 'Esta fila tiene una columna que las primeras no tienen; no se leyó.',
    ca: 'Aquesta fila té una columna que les primeres no tenen; no s’ha llegit.',
  },
  hiddenId: {
    en: 'A row has the id of a record that you may not see, or that was made while this ran. Nothing was written.',
    es: 'Una fila tiene el identificador de un registro que usted no puede ver, o que se creó mientras tanto. No se escribió nada.',
    ca: "Una fila té l'identificador d'un registre que no podeu veure, o que s'ha creat mentrestant. No s'ha escrit res.",
  },
  newerFormat: {
    en: 'This file was written by a newer release. Install that release, or export it again from this one.',
    es: 'Este archivo lo escribió una versión más nueva. Instálela, o exporte de nuevo desde esta.',
    ca: "Aquest fitxer l'ha escrit una versió més nova. Instal·leu-la, o exporteu de nou des d'aquesta.",
  },
  refused: {
    en: 'Some rows need attention; nothing was written.',
    es: 'Algunas filas necesitan revisión; no se escribió nada.',
    ca: "Algunes files necessiten revisió; no s'ha escrit res.",
  },
} as const satisfies Record<string, Labels>
