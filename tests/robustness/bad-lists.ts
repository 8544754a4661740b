import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { newId } from '#platform/db'
import { writeZip } from '#platform/tabular'

/** A list that is not as it should be, and what a person has to be told of it. */
export interface BadList {
  readonly what: string
  /** The name of the file. */
  readonly name: string
  readonly content: () => Promise<Uint8Array>
  /** `file`: it cannot be read as a list. `rows`: some rows cannot be written. */
  readonly refused: 'file' | 'rows'
  /** For rows: the row as a spreadsheet counts. */
  readonly row?: number
  /** Where in the row, and what to do, in the person's language. */
  readonly says: Readonly<Record<'en' | 'es', readonly string[]>>
  /** Takes long: in the browser in Spanish alone, on the command line in English. */
  readonly large?: boolean
}

const text = (content: string) => async (): Promise<Uint8Array> => Buffer.from(content)

async function workbook(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('People')
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const zip = (entries: readonly { readonly name: string; readonly content: Buffer }[]) =>
  buffer(writeZip(entries))

/** Packed by DEFLATE as tightly as it goes: 64 MB of one letter in some 60 KB. */
const bomb = () => zip([{ name: 'import.csv', content: Buffer.alloc(64 * 1024 * 1024, 'a') }])

const id = newId()

export const badLists: readonly BadList[] = [
  {
    what: 'an empty file',
    name: 'people.csv',
    content: text(''),
    refused: 'file',
    says: {
      en: ['The file is empty. Send a file whose first row names the columns.'],
      es: ['El archivo está vacío. Envíe uno cuya primera fila nombre las columnas.'],
    },
  },
  {
    what: 'a picture under the name of a list',
    name: 'people.csv',
    content: async () =>
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), Buffer.alloc(2_000, 7)]),
    refused: 'file',
    says: {
      en: ['This is not a text file. Save the list as CSV (UTF-8) or XLSX'],
      es: ['No es un archivo de texto. Guarde la lista como CSV (UTF-8) o XLSX'],
    },
  },
  {
    what: 'a kind of file that is no list',
    name: 'people.docx',
    content: text('name\nAna\n'),
    refused: 'file',
    says: {
      en: ['cannot be read as a list. Send CSV, XLSX, JSON, NDJSON or ZIP'],
      es: ['no se pueden leer como lista. Envíe CSV, XLSX, JSON, NDJSON o ZIP'],
    },
  },
  {
    what: 'a workbook of which a half arrived',
    name: 'people.xlsx',
    content: async () => {
      const whole = await workbook([
        ['name', 'birth'],
        ['Ana', '1951'],
      ])
      return whole.subarray(0, whole.length / 2)
    },
    refused: 'file',
    says: {
      en: ['The workbook cannot be read', 'save it again'],
      es: ['no se puede leer', 'vuelva a guardarlo'],
    },
  },
  {
    what: 'a ZIP bomb',
    name: 'people.zip',
    content: bomb,
    refused: 'file',
    says: {
      en: ['import.csv', 'is packed more than 200 times', 'Send it unpacked'],
      es: ['import.csv', 'está comprimido más de 200 veces', 'Envíelo sin comprimir'],
    },
  },
  {
    what: 'a ZIP bomb under the name of a workbook',
    name: 'people.xlsx',
    content: bomb,
    refused: 'file',
    says: { en: ['too large to be opened safely. Save the sheet as CSV'], es: ['Guarde la hoja como CSV'] },
  },
  {
    what: 'a ZIP without a table',
    name: 'people.zip',
    content: () => zip([{ name: 'photo.jpg', content: Buffer.from('x') }]),
    refused: 'file',
    says: {
      en: ['The ZIP holds no table at its root. Put one there'],
      es: ['no tiene ninguna tabla en su raíz'],
    },
  },
  {
    what: 'JSON that breaks off',
    name: 'people.json',
    content: text('[{"name": "Ana"}, {"name": "Be'),
    refused: 'file',
    says: { en: ['This is not valid JSON', 'Correct it'], es: ['No es JSON válido', 'Corríjalo'] },
  },
  {
    what: 'CSV with an open quotation mark',
    name: 'people.csv',
    content: text('name,birth\nAna,1951\n"Bea,1952\nCora,1953\n'),
    refused: 'rows',
    row: 3,
    says: { en: ['Close it, or double it'], es: ['Ciérrela, o duplíquela'] },
  },
  {
    what: 'CSV with a separator too many',
    name: 'people.csv',
    content: text('name,birth\nAna,1951\nBea,Luz,1952\n'),
    refused: 'rows',
    row: 3,
    says: {
      en: ['The row has 3 cells and the header 2', 'Check for a separator'],
      es: ['La fila tiene 3 celdas y el encabezado 2', 'Revise si hay un separador'],
    },
  },
  {
    what: 'a cell of 100 MB',
    name: 'people.csv',
    content: async () =>
      Buffer.concat([
        Buffer.from('name,birth\nAna,1951\n'),
        Buffer.alloc(100_000_000, 'a'),
        Buffer.from(',1952\n'),
      ]),
    refused: 'rows',
    row: 3,
    large: true,
    says: { en: ['The cell is longer than', 'Shorten it'], es: ['La celda supera los', 'Acórtela'] },
  },
  {
    what: 'a formula without a value',
    name: 'people.xlsx',
    content: () =>
      workbook([
        ['name', 'birth'],
        ['Ana', '1951'],
        ['Bea', { formula: 'YEAR(NOW())', date1904: false }],
      ]),
    refused: 'rows',
    row: 3,
    says: {
      en: ['The formula in this cell has no stored value', 'write the value'],
      es: ['La fórmula de esta celda no tiene un valor guardado', 'escriba el valor'],
    },
  },
  {
    what: 'a formula that shows an error',
    name: 'people.xlsx',
    content: () =>
      workbook([
        ['name', 'birth'],
        ['Ana', '1951'],
        ['Bea', { formula: '1/0', result: { error: '#DIV/0!' } }],
      ]),
    refused: 'rows',
    row: 3,
    says: { en: ['#DIV/0!', 'Correct the formula'], es: ['#DIV/0!', 'Corrija la fórmula'] },
  },
  {
    what: 'a date that cannot be',
    name: 'people.csv',
    content: text('name,birth\nAna,1951\nBea,31/02/1952\n'),
    refused: 'rows',
    row: 3,
    says: { en: ['31/02/1952', 'Year of birth'], es: ['31/02/1952', 'Año de nacimiento'] },
  },
  {
    what: 'the same id twice',
    name: 'people.csv',
    content: text(`amparo:1:person,name.full\n${id},Ana\n${id},Bea\n`),
    refused: 'rows',
    row: 3,
    says: {
      en: [id, 'This id stands in an earlier row of the file too. Keep one of them.'],
      es: [id, 'Este identificador ya está en una fila anterior del archivo. Conserve una de las dos.'],
    },
  },
  {
    what: 'letters of another encoding in the middle of UTF-8',
    name: 'people.csv',
    content: async () =>
      Buffer.concat([
        Buffer.from(`name,birth\n${'Núria Òdena,1951\n'.repeat(20)}`),
        Buffer.from('Jos\xe9,1952\n', 'latin1'),
      ]),
    refused: 'rows',
    row: 22,
    says: {
      en: ['1 letters could not be read', 'CSV UTF-8'],
      es: ['1 letras no se pudieron leer', 'CSV UTF-8'],
    },
  },
]
