import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'

/** The cells of a row with its number, as a spreadsheet counts: the header is row 1. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The text of a small file, plain or gzip, without its byte-order mark. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path)
  return new TextDecoder().decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
}

/** Rows of a small table whose header itself holds commas between quotes, which `readColumns` does not read. */
export function readSheet(text: string): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push({ row: rows.length + 1, cells })
    cells = []
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (quoted && letter === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && letter === ',') endCell()
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (letter === '\r' && text[i + 1] === '\n') i++
      endRow()
    } else cell += letter
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
