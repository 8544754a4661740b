import { countryStrength, rightsStrength } from './line-readings.ts'
import { canBeName, readsAsName } from './person-names.ts'
import type { SourceLine } from './source-lines.ts'

/** One row of a table, one person. */
export type TableRow = {
  readonly at: number
  readonly name: string
  readonly country: string
  readonly rights: string
}

type Columns = { readonly name: number; readonly country: number; readonly rights: number }

const headings = {
  name: /^(nom|nom i cognoms|name|full name|nombre|nombre y apellidos|nome|persona|person|activista|activist|defensora?|defender|nom et prenom)$/iu,
  country:
    /^(pa[ií]s|country|pays|paese|pa[ií]s d['’]origen|pa[ií]s de origen|country of origin|origen|origin|pays d['’]origine)$/iu,
  rights:
    /^(drets?|rights?|derechos?|droits?|direitos?|diritti|causa|cause|[aà]mbit|[aá]mbito|area|tema|topic|drets que defensa|derechos que defiende|rights defended)$/iu,
}

function headed(cells: readonly string[]): Columns | null {
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell))
  const columns = {
    name: find(headings.name),
    country: find(headings.country),
    rights: find(headings.rights),
  }
  return Object.values(columns).every((column) => column >= 0) ? columns : null
}

/** The columns by what most of their cells are, where no heading tells. */
function inferred(rows: readonly (readonly string[])[]): Columns | null {
  const width = Math.max(...rows.map((cells) => cells.length))
  const best = (score: (cell: string) => number, taken: readonly number[]): number => {
    const scores = Array.from({ length: width }, (_, column) =>
      taken.includes(column) ? -1 : rows.reduce((sum, cells) => sum + score(cells[column] ?? ''), 0),
    )
    const top = Math.max(...scores)
    return top <= 0 ? -1 : scores.indexOf(top)
  }
  const weight = { strong: 2, weak: 1, none: 0 }
  const rights = best((cell) => weight[rightsStrength(cell)], [])
  // A country named beside the person's name (“Ana Ruiz, Spain”) must not make the name column the country's.
  const country = best((cell) => (countryStrength(cell, '') === 'strong' ? 2 : 0), [rights])
  const name = best((cell) => (readsAsName(cell) ? 2 : canBeName(cell) ? 1 : 0), [rights, country])
  return rights < 0 || country < 0 || name < 0 ? null : { name, country, rights }
}

/** The persons of the tables of a page; a block of rows whose columns cannot be told gives none. */
export function tableRows(lines: readonly SourceLine[]): readonly TableRow[] {
  const found: TableRow[] = []
  for (let start = 0; start < lines.length; start++) {
    if (lines[start]?.cells == null) continue
    let end = start
    while (lines[end]?.cells != null) end++
    const block = lines
      .slice(start, end)
      .map(({ cells }, offset) => ({ cells: cells ?? [], at: start + offset }))
    const heading = block.find(({ cells }) => headed(cells) !== null)
    const body = block.filter(
      (row) => row !== heading && !row.cells.every((cell) => /^[\s:=-]*$/u.test(cell)),
    )
    const columns = heading === undefined ? inferred(body.map(({ cells }) => cells)) : headed(heading.cells)
    for (const { cells, at } of columns === null ? [] : body) {
      const cell = (column: number): string => cells[column] ?? ''
      const row = {
        at,
        name: cell(columns?.name ?? 0),
        country: cell(columns?.country ?? 0),
        rights: cell(columns?.rights ?? 0),
      }
      if (canBeName(row.name) && (row.country !== '' || row.rights !== '')) found.push(row)
    }
    start = end - 1
  }
  return found
}
