import { kitNamed } from './loci.ts'
import { type LaboratoryMaterial, finding } from './material.ts'
import { profileBuilder } from './profile-builder.ts'
import { refusedFile } from './refused-file.ts'
import { tableRows } from './rows.ts'

/**
 * GeneMapper's table and the bulk format of GENis: one line a sample and marker, `Sample Name`, `Marker`, `Allele 1` to
 * `Allele 8`, and perhaps `Specimen Category`, `UD1`, `UD2`, `Panel`, in any order. Tabs, semicolons or commas.
 */
export function readGeneMapper(text: string): LaboratoryMaterial {
  const [header, ...rows] = tableRows(text)
  const titles = (header?.cells ?? []).map((cell) => cell.toLowerCase())
  const column = (...names: readonly string[]) => titles.findIndex((title) => names.includes(title))
  const sample = column('sample name', 'sample', 'muestra')
  const marker = column('marker', 'marcador', 'locus')
  const category = column('specimen category', 'category', 'categoría')
  const kit = titles.flatMap((title, i) => (['ud1', 'ud2', 'ud3', 'panel', 'kit'].includes(title) ? [i] : []))
  const alleles = titles.flatMap((title, i) => (/^(allele|alelo) ?\d+$/.test(title) ? [i] : []))
  if (sample < 0 || marker < 0 || alleles.length === 0)
    throw refusedFile(
      'The first line must name the columns Sample Name, Marker and Allele 1. Export the table from GeneMapper with its header.',
      'La primera línea debe nombrar las columnas Sample Name, Marker y Allele 1. Exporte la tabla de GeneMapper con su encabezado.',
      'La primera línia ha de dir les columnes Sample Name, Marker i Allele 1. Exporteu la taula de GeneMapper amb la capçalera.',
    )
  const builder = profileBuilder()
  for (const { line, cells } of rows) {
    const person = cells[sample] ?? ''
    const locus = cells[marker] ?? ''
    if (person === '' || locus === '') {
      builder.findings.push(
        finding(
          'refused',
          'bad-line',
          { line, value: cells.join(' ') },
          {
            en: `Line ${line} has no sample or no marker; it was left out.`,
            es: `La línea ${line} no tiene muestra o marcador; se dejó fuera.`,
            ca: `La línia ${line} no té mostra o marcador; s'ha deixat fora.`,
          },
        ),
      )
      continue
    }
    const used = kit.map((i) => cells[i] ?? '').find((cell) => kitNamed(cell) !== undefined)
    builder.sample({ line, person }, cells[category] || null, used ?? null)
    builder.alleles(
      { line, person },
      locus,
      alleles.map((i) => cells[i] ?? ''),
    )
  }
  return { profiles: builder.profiles(), pedigree: [], frequencies: {}, findings: builder.findings }
}
