import type { TabularProblemCode } from './problem.ts'

export const messagesEs: Readonly<Record<TabularProblemCode, string>> = {
  'empty-file': 'El archivo está vacío. Envíe uno cuya primera fila nombre las columnas.',
  'binary-file': 'No es un archivo de texto. Guarde la lista como CSV (UTF-8) o XLSX y vuelva a enviarla.',
  'unknown-format':
    'Los archivos terminados en «{ending}» no se pueden leer como lista. Envíe CSV, XLSX, JSON, NDJSON o ZIP.',
  'encoding-guessed':
    'El archivo no está en UTF-8; se leyó como {encoding}. Revise los acentos o guárdelo como CSV UTF-8.',
  'encoding-damaged':
    '{count} letras no se pudieron leer y aparecen como �. Corríjalas o vuelva a guardar el archivo como CSV UTF-8.',
  'header-empty': 'Esta columna no tiene nombre; se la llamó «{name}». Póngale un nombre en la primera fila.',
  'header-duplicate': 'Dos columnas se llaman «{name}»; esta pasó a ser «{given}». Dé a cada una su nombre.',
  'too-many-columns':
    'La lista tiene {found} columnas; se leen {limit} como máximo. Divídala o revise el separador.',
  'too-many-rows': 'La lista tiene más de {limit} filas. Divídala en varios archivos.',
  'too-few-cells':
    'La fila tiene {found} celdas y el encabezado {expected}; las que faltan quedaron vacías. Revise si falta un separador.',
  'too-many-cells':
    'La fila tiene {found} celdas y el encabezado {expected}; las sobrantes quedaron fuera. Revise si hay un separador dentro de un texto sin comillas.',
  'cell-too-long':
    'La celda supera los {limit} caracteres y quedó vacía. Acórtela o adjunte el texto como archivo.',
  'row-too-long':
    'La fila supera los {limit} caracteres; las celdas desde aquí quedaron vacías. Acórtela o adjunte los textos como archivos.',
  'quote-unclosed':
    'Aquí se abre una comilla que no se cierra; se leyó como un signo común. Ciérrela, o duplíquela si es parte del texto.',
  'quote-stray':
    'Hay texto después de la comilla de cierre; se conservó. Duplique las comillas que sean parte del texto.',
  'json-invalid': 'No es JSON válido ({detail}). Corríjalo o vuelva a exportar la lista.',
  'json-not-a-list':
    'El archivo no es una lista de registros. Envíe una lista JSON de objetos, o un objeto por línea.',
  'json-not-an-object':
    'Este elemento no es un objeto con valores nombrados; quedó fuera. Escríbalo como {"columna": "valor"}.',
  'json-record-too-long':
    'Este registro supera los {limit} caracteres y quedó fuera. Acórtelo o adjunte el texto como archivo.',
  'json-new-column':
    'El nombre «{name}» aparece aquí por primera vez. Revise si está mal escrito, o póngalo también en el primer registro.',
  'workbook-too-large':
    'El libro de Excel es demasiado grande para abrirlo sin riesgo. Guarde la hoja como CSV (UTF-8) y envíe ese archivo.',
  'workbook-unreadable':
    'El libro de Excel no se puede leer ({detail}). Ábralo en una planilla de cálculo y vuelva a guardarlo como XLSX o CSV.',
  'workbook-encrypted': 'El libro de Excel está protegido con contraseña. Quítela y vuelva a enviarlo.',
  'workbook-old-format': 'Es un archivo antiguo de Excel (.xls). Guárdelo como XLSX o como CSV (UTF-8).',
  'sheet-missing': 'No hay ninguna hoja llamada «{name}». El libro tiene: {sheets}. Elija una de ellas.',
  'formula-without-value':
    'La fórmula de esta celda no tiene un valor guardado; la celda quedó vacía. Abra el libro, guárdelo y vuelva a enviarlo, o escriba el valor.',
  'cell-error-value':
    'La celda muestra un error ({value}) y quedó vacía. Corrija la fórmula o escriba el valor.',
  'zip-unreadable': 'El archivo ZIP no se puede leer ({detail}). Vuelva a crearlo.',
  'zip-encrypted': '«{name}», dentro del ZIP, está protegido con contraseña. Cree el ZIP sin contraseña.',
  'zip-unsafe-name':
    'El ZIP contiene un nombre que no es seguro («{name}»). Vuelva a crearlo desde una carpeta común.',
  'zip-duplicate-name': 'El ZIP contiene «{name}» dos veces. Deje uno solo y vuelva a crearlo.',
  'zip-too-many-entries': 'El ZIP contiene {found} archivos; se aceptan {limit} como máximo. Divídalo.',
  'zip-entry-too-large': '«{name}», dentro del ZIP, supera los {limit} MB. Envíelo aparte.',
  'zip-too-large': 'Descomprimido, el ZIP supera los {limit} MB. Divídalo.',
  'zip-ratio':
    '«{name}», dentro del ZIP, está comprimido más de {limit} veces, como en los archivos hechos para dañar. Envíelo sin comprimir.',
  'zip-without-table': 'El ZIP no tiene ninguna tabla en su raíz. Ponga allí una llamada {names}.',
  'cell-too-long-for-workbook':
    'La celda supera los {limit} caracteres que admite una celda de Excel. Exporte como CSV.',
  'too-many-rows-for-workbook':
    'Una hoja de Excel admite {limit} filas bajo el encabezado. Exporte como CSV o acote la lista.',
}
