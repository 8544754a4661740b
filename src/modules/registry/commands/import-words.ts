import type { Labels } from '#platform/i18n'

/** What the command `import` says. */
export const importWords = {
  summary: {
    en: 'bring records in from a file: CSV, XLSX, JSON, NDJSON, or a ZIP with a table and files',
    es: 'traer registros desde un archivo: CSV, XLSX, JSON, NDJSON, o un ZIP con una tabla y archivos',
    ca: "portar registres d'un fitxer: CSV, XLSX, JSON, NDJSON, o un ZIP amb una taula i fitxers",
  },
  details: {
    en: 'All of it or nothing is written, and nothing is published. A file of ours needs no mapping. Ends with 3 when something waits for a person, with 1 when nothing was written.',
    es: 'Se escribe todo o nada, y nada se publica. Un archivo nuestro no necesita correspondencia. Termina con 3 cuando algo espera a una persona, con 1 cuando no se escribió nada.',
    ca: "S'escriu tot o res, i res no es publica. Un fitxer nostre no necessita correspondència. Acaba amb 3 quan alguna cosa espera una persona, amb 1 quan no s'ha escrit res.",
  },
  type: {
    en: 'what the rows are about: person, event…',
    es: 'de qué tratan las filas: person, event…',
    ca: 'de què tracten les files: person, event…',
  },
  file: { en: 'the file', es: 'el archivo', ca: 'el fitxer' },
  org: {
    en: 'the organisation to import into',
    es: 'la organización en la que se importa',
    ca: "l'organització on s'importa",
  },
  map: {
    en: 'how columns become fields: a JSON file, or one that ships (ruvte-2019)',
    es: 'cómo las columnas pasan a campos: un archivo JSON, o una incluida (ruvte-2019)',
    ca: 'com les columnes passen a camps: un fitxer JSON, o una d’incloses (ruvte-2019)',
  },
  onProblem: {
    en: 'stop: one bad row and nothing is written; skip: the good rows are',
    es: 'stop: una fila con problemas y no se escribe nada; skip: se escriben las buenas',
    ca: "stop: una fila amb problemes i no s'escriu res; skip: s'escriuen les bones",
  },
  dryRun: {
    en: 'only look: counts and every row at fault; nothing is written',
    es: 'solo mirar: cuentas y cada fila con problemas; no se escribe nada',
    ca: "només mirar: comptes i cada fila amb problemes; no s'escriu res",
  },
  whichOrganisation: {
    en: 'Say which organisation: --org SLUG.',
    es: 'Indique la organización: --org SLUG.',
    ca: "Indiqueu l'organització: --org SLUG.",
  },
  whichPolicy: {
    en: '--on-problem is stop or skip.',
    es: '--on-problem es stop o skip.',
    ca: '--on-problem és stop o skip.',
  },
  noFile: {
    en: 'There is no such file. Check the name and the folder.',
    es: 'No existe ese archivo. Verifique el nombre y la carpeta.',
    ca: 'No existeix aquest fitxer. Comproveu-ne el nom i la carpeta.',
  },
  noMap: {
    en: 'There is no such mapping, neither as a file nor among those that ship.',
    es: 'No existe esa correspondencia, ni como archivo ni entre las incluidas.',
    ca: 'No existeix aquesta correspondència, ni com a fitxer ni entre les incloses.',
  },
  badMap: {
    en: 'The mapping is not valid JSON. Mend the file.',
    es: 'La correspondencia no es JSON válido. Corrija el archivo.',
    ca: 'La correspondència no és JSON vàlid. Corregiu el fitxer.',
  },
  proposal: {
    en: 'No mapping is known for this file. Save this proposal, mend it, and repeat with --map:',
    es: 'No se conoce una correspondencia para este archivo. Guarde esta propuesta, corríjala y repita con --map:',
    ca: 'No es coneix cap correspondència per a aquest fitxer. Deseu aquesta proposta, corregiu-la i repetiu amb --map:',
  },
  reading: { en: 'Rows', es: 'Filas', ca: 'Files' },
  row: { en: 'row', es: 'fila', ca: 'fila' },
  rows: { en: 'rows', es: 'filas', ca: 'files' },
  refusedRows: { en: 'refused', es: 'rechazadas', ca: 'rebutjades' },
  reviewRows: { en: 'to review', es: 'por revisar', ca: 'per revisar' },
  created: { en: 'made', es: 'creados', ca: 'creats' },
  updated: { en: 'changed', es: 'modificados', ca: 'modificats' },
  unchanged: { en: 'unchanged', es: 'sin cambios', ca: 'sense canvis' },
  ignored: { en: 'Columns not read', es: 'Columnas no leídas', ca: 'Columnes no llegides' },
  importId: { en: 'Import', es: 'Importación', ca: 'Importació' },
  nothing: { en: 'Nothing was written.', es: 'No se escribió nada.', ca: "No s'ha escrit res." },
} as const satisfies Readonly<Record<string, Labels>>
