import type { TabularProblemCode } from './problem.ts'

export const messagesCa: Readonly<Record<TabularProblemCode, string>> = {
  'empty-file': 'El fitxer és buit. Envieu-ne un que tingui els noms de les columnes a la primera fila.',
  'binary-file': 'No és un fitxer de text. Deseu la llista com a CSV (UTF-8) o XLSX i torneu-la a enviar.',
  'unknown-format':
    'Els fitxers acabats en «{ending}» no es poden llegir com a llista. Envieu CSV, XLSX, JSON, NDJSON o ZIP.',
  'encoding-guessed':
    'El fitxer no és en UTF-8; s’ha llegit com a {encoding}. Reviseu els accents o deseu-lo com a CSV UTF-8.',
  'encoding-damaged':
    '{count} lletres no s’han pogut llegir i surten com a �. Corregiu-les o torneu a desar el fitxer com a CSV UTF-8.',
  'header-empty': 'Aquesta columna no té nom; s’ha anomenat «{name}». Poseu-li un nom a la primera fila.',
  'header-duplicate':
    'Dues columnes es diuen «{name}»; aquesta ha passat a ser «{given}». Doneu a cadascuna el seu nom.',
  'too-many-columns':
    'La llista té {found} columnes; se’n llegeixen {limit} com a màxim. Dividiu-la o reviseu el separador.',
  'too-many-rows': 'La llista té més de {limit} files. Dividiu-la en diversos fitxers.',
  'too-few-cells':
    'La fila té {found} cel·les i la capçalera {expected}; les que falten han quedat buides. Reviseu si falta un separador.',
  'too-many-cells':
    'La fila té {found} cel·les i la capçalera {expected}; les sobrants han quedat fora. Reviseu si hi ha un separador dins d’un text sense cometes.',
  'cell-too-long':
    'La cel·la passa dels {limit} caràcters i ha quedat buida. Escurceu-la o adjunteu el text com a fitxer.',
  'row-too-long':
    'La fila passa dels {limit} caràcters; les cel·les a partir d’aquí han quedat buides. Escurceu-la o adjunteu els textos com a fitxers.',
  'quote-unclosed':
    'Aquí s’obre una cometa que no es tanca; s’ha llegit com un signe corrent. Tanqueu-la, o dobleu-la si és part del text.',
  'quote-stray':
    'Hi ha text després de la cometa de tancament; s’ha conservat. Dobleu les cometes que siguin part del text.',
  'json-invalid': 'No és JSON vàlid ({detail}). Corregiu-lo o torneu a exportar la llista.',
  'json-not-a-list':
    'El fitxer no és una llista de registres. Envieu una llista JSON d’objectes, o un objecte per línia.',
  'json-not-an-object':
    'Aquest element no és un objecte amb valors amb nom; ha quedat fora. Escriviu-lo com {"columna": "valor"}.',
  'json-record-too-long':
    'Aquest registre passa dels {limit} caràcters i ha quedat fora. Escurceu-lo o adjunteu el text com a fitxer.',
  'json-new-column':
    'El nom «{name}» apareix aquí per primera vegada. Reviseu si està mal escrit, o poseu-lo també al primer registre.',
  'workbook-too-large':
    'El llibre d’Excel és massa gran per obrir-lo sense risc. Deseu el full com a CSV (UTF-8) i envieu aquest fitxer.',
  'workbook-unreadable':
    'El llibre d’Excel no es pot llegir ({detail}). Obriu-lo en un full de càlcul i torneu-lo a desar com a XLSX o CSV.',
  'workbook-encrypted': 'El llibre d’Excel està protegit amb contrasenya. Traieu-la i torneu-lo a enviar.',
  'workbook-old-format': 'És un fitxer antic d’Excel (.xls). Deseu-lo com a XLSX o com a CSV (UTF-8).',
  'sheet-missing': 'No hi ha cap full anomenat «{name}». El llibre té: {sheets}. Trieu-ne un.',
  'formula-without-value':
    'La fórmula d’aquesta cel·la no té cap valor desat; la cel·la ha quedat buida. Obriu el llibre, deseu-lo i torneu-lo a enviar, o escriviu el valor.',
  'cell-error-value':
    'La cel·la mostra un error ({value}) i ha quedat buida. Corregiu la fórmula o escriviu el valor.',
  'zip-unreadable': 'El fitxer ZIP no es pot llegir ({detail}). Torneu-lo a crear.',
  'zip-encrypted': '«{name}», dins del ZIP, està protegit amb contrasenya. Creeu el ZIP sense contrasenya.',
  'zip-unsafe-name':
    'El ZIP conté un nom que no és segur («{name}»). Torneu-lo a crear des d’una carpeta corrent.',
  'zip-duplicate-name': 'El ZIP conté «{name}» dues vegades. Deixeu-ne un de sol i torneu-lo a crear.',
  'zip-too-many-entries': 'El ZIP conté {found} fitxers; se n’accepten {limit} com a màxim. Dividiu-lo.',
  'zip-entry-too-large': '«{name}», dins del ZIP, passa dels {limit} MB. Envieu-lo a part.',
  'zip-too-large': 'Descomprimit, el ZIP passa dels {limit} MB. Dividiu-lo.',
  'zip-ratio':
    '«{name}», dins del ZIP, està comprimit més de {limit} vegades, com en els fitxers fets per fer mal. Envieu-lo sense comprimir.',
  'zip-without-table': 'El ZIP no té cap taula a l’arrel. Poseu-n’hi una anomenada {names}.',
  'cell-too-long-for-workbook':
    'La cel·la passa dels {limit} caràcters que admet una cel·la d’Excel. Exporteu com a CSV.',
  'too-many-rows-for-workbook':
    'Un full d’Excel admet {limit} files sota la capçalera. Exporteu com a CSV o acoteu la llista.',
}
