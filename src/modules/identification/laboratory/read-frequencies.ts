import { readAllele } from './alleles.ts'
import { locusName } from './loci.ts'
import { type Finding, finding, type Frequencies } from './material.ts'
import { refusedFile } from './refused-file.ts'
import { tableRows } from './rows.ts'

/** A table of frequencies as read; not yet checked (`checkFrequencies`). */
export interface FrequencyTableFile {
  readonly frequencies: Frequencies
  /** By locus, the least frequency to be used; from a row named `fmin`, which is no allele and never enters a sum. */
  readonly least: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/** Frequencies with loci across and alleles down (`alelo,LOCUS,…`, as GENis has them). Decimal points or commas. */
export function readFrequencies(text: string): FrequencyTableFile {
  const [header, ...rows] = tableRows(text)
  const titles = header?.cells ?? []
  if (titles.length < 2 || !/^al+el(o|e|s)?$/i.test(titles[0] ?? ''))
    throw refusedFile(
      'The first line must begin with "allele" and name the loci.',
      'La primera línea debe comenzar con "alelo" y nombrar los loci.',
      'La primera línia ha de començar amb "al·lel" (allele) i dir els loci.',
    )
  const findings: Finding[] = []
  const frequencies: Record<string, Record<string, number>> = {}
  const least: Record<string, number> = {}
  const loci = titles.map((title) => locusName(title) ?? title)
  for (const { line, cells } of rows)
    loci.forEach((locus, column) => {
      const cell = cells[column] ?? ''
      if (column === 0 || cell === '') return
      const written = cells[0] ?? ''
      const value = Number(cell.replace(',', '.'))
      const read = readAllele(written, locus)
      const minimum = /^f?min/i.test(written)
      const at = { line, locus, value: `${written}: ${cell}` }
      if (!(value >= 0 && value <= 1) || (!minimum && read.kind !== 'allele')) {
        findings.push(
          finding('refused', 'bad-line', at, {
            en: `${locus}, ${written}: "${cell}" is no frequency of an allele; it was left out. Correct the table.`,
            es: `${locus}, ${written}: "${cell}" no es la frecuencia de un alelo; se dejó fuera. Corrija la tabla.`,
            ca: `${locus}, ${written}: "${cell}" no és la freqüència d'un al·lel; s'ha deixat fora. Corregiu la taula.`,
          }),
        )
        return
      }
      if (minimum) least[locus] = value
      else if (read.kind === 'allele') (frequencies[locus] ??= {})[read.name] = value
    })
  return { frequencies, least, findings }
}
