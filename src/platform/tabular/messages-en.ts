import type { TabularProblemCode } from './problem.ts'

export const messagesEn: Readonly<Record<TabularProblemCode, string>> = {
  'empty-file': 'The file is empty. Send a file whose first row names the columns.',
  'binary-file': 'This is not a text file. Save the list as CSV (UTF-8) or XLSX and send it again.',
  'unknown-format':
    'Files ending in “{ending}” cannot be read as a list. Send CSV, XLSX, JSON, NDJSON or ZIP.',
  'encoding-guessed':
    'The file is not in UTF-8; it was read as {encoding}. Check the accents, or save it as CSV UTF-8.',
  'encoding-damaged':
    '{count} letters could not be read and appear as �. Correct them, or save the file again as CSV UTF-8.',
  'header-empty': 'This column has no name; it was called “{name}”. Give it a name in the first row.',
  'header-duplicate': 'Two columns are called “{name}”; this one became “{given}”. Give each its own name.',
  'too-many-columns':
    'The list has {found} columns; at most {limit} are read. Divide it, or check the separator.',
  'too-many-rows': 'The list has more than {limit} rows. Divide it into several files.',
  'too-few-cells':
    'The row has {found} cells and the header {expected}; the missing ones were left empty. Check whether a separator is missing.',
  'too-many-cells':
    'The row has {found} cells and the header {expected}; those beyond were left out. Check for a separator inside a text without quotes.',
  'cell-too-long':
    'The cell is longer than {limit} characters and was left empty. Shorten it, or attach the text as a file.',
  'row-too-long':
    'The row holds more than {limit} characters; the cells from here on were left empty. Shorten it, or attach the texts as files.',
  'quote-unclosed':
    'A quotation mark opens here and is not closed; it was read as an ordinary sign. Close it, or double it if it belongs to the text.',
  'quote-stray':
    'There is text after the closing quotation mark; it was kept. Double the marks that belong to the text.',
  'json-invalid': 'This is not valid JSON ({detail}). Correct it, or export the list again.',
  'json-not-a-list':
    'The file is not a list of records. Send a JSON list of objects, or one object on each line.',
  'json-not-an-object':
    'This element is not an object with named values; it was left out. Write it as {"column": "value"}.',
  'json-record-too-long':
    'This record is longer than {limit} characters and was left out. Shorten it, or attach the text as a file.',
  'json-new-column':
    'The name “{name}” appears here for the first time. Check whether it is misspelt, or put it in the first record too.',
  'workbook-too-large':
    'The workbook is too large to be opened safely. Save the sheet as CSV (UTF-8) and send that.',
  'workbook-unreadable':
    'The workbook cannot be read ({detail}). Open it in a spreadsheet program and save it again as XLSX, or as CSV.',
  'workbook-encrypted': 'The workbook is protected by a password. Take the password off and send it again.',
  'workbook-old-format': 'This is an old Excel file (.xls). Save it as XLSX or as CSV (UTF-8).',
  'sheet-missing': 'There is no sheet called “{name}”. The workbook has: {sheets}. Choose one of them.',
  'formula-without-value':
    'The formula in this cell has no stored value; the cell was left empty. Open the workbook, save it and send it again, or write the value.',
  'cell-error-value':
    'The cell shows an error ({value}) and was left empty. Correct the formula or write the value.',
  'zip-unreadable': 'The ZIP file cannot be read ({detail}). Make it again.',
  'zip-encrypted': '“{name}” in the ZIP is protected by a password. Make the ZIP without a password.',
  'zip-unsafe-name':
    'The ZIP holds a name that is not safe (“{name}”). Make it again from an ordinary folder.',
  'zip-duplicate-name': 'The ZIP holds “{name}” twice. Leave one of them and make it again.',
  'zip-too-many-entries': 'The ZIP holds {found} files; at most {limit} are accepted. Divide it.',
  'zip-entry-too-large': '“{name}” in the ZIP is larger than {limit} MB. Send it apart.',
  'zip-too-large': 'Unpacked, the ZIP is larger than {limit} MB. Divide it.',
  'zip-ratio':
    '“{name}” in the ZIP is packed more than {limit} times, as in files made to do harm. Send it unpacked.',
  'zip-without-table': 'The ZIP holds no table at its root. Put one there called {names}.',
  'cell-too-long-for-workbook':
    'The cell is longer than the {limit} characters that an Excel cell holds. Export as CSV instead.',
  'too-many-rows-for-workbook':
    'An Excel sheet holds {limit} rows under the header. Export as CSV, or narrow the list.',
}
