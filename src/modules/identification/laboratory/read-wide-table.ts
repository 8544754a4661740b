import type { Member } from '#kernels/kinship'
import { kitNamed } from './loci.ts'
import { type Finding, type LaboratoryMaterial, finding } from './material.ts'
import { profileBuilder } from './profile-builder.ts'
import { refusedFile } from './refused-file.ts'
import { tableRows } from './rows.ts'

const titlesOf = {
  person: ['id', 'iid', 'sample', 'sample name', 'person', 'muestra', 'persona', 'mostra'],
  father: ['fid', 'father', 'pat', 'padre', 'pare'],
  mother: ['mid', 'mother', 'mat', 'madre', 'mare'],
  sex: ['sex', 'sexo', 'sexe'],
  category: ['category', 'specimen category', 'categoría', 'categoria'],
  kit: ['kit', 'panel'],
  family: ['famid', 'family', 'familia', 'família'],
} as const

const sexes: Readonly<Record<string, 'M' | 'F'>> = {
  '1': 'M',
  m: 'M',
  male: 'M',
  varón: 'M',
  home: 'M',
  hombre: 'M',
  '2': 'F',
  f: 'F',
  female: 'F',
  mujer: 'F',
  dona: 'F',
}

/**
 * One line a person, loci across: a CSV of profiles, or a linkage `.ped` with a header (`id fid mid sex LOCUS …`, 0 for an
 * unknown parent, sex 1 or 2). Alleles are `8/9` in one column, or lie in two (`TPOX.1 TPOX.2`, or `TPOX` twice).
 * With columns for the parents it gives the pedigree as well.
 */
export function readWideTable(text: string): LaboratoryMaterial {
  const [header, ...rows] = tableRows(text)
  const titles = header?.cells ?? []
  const column = (kind: keyof typeof titlesOf) =>
    titles.findIndex((title) => (titlesOf[kind] as readonly string[]).includes(title.toLowerCase()))
  const [person, father, mother, sex] = [column('person'), column('father'), column('mother'), column('sex')]
  const [category, kit] = [column('category'), column('kit')]
  if (person < 0)
    throw refusedFile(
      'The first line must name the columns, one of them "id" or "sample". A .ped without a header does not say which locus is which: write it with one.',
      'La primera línea debe nombrar las columnas, una de ellas "id" o "muestra". Un .ped sin encabezado no dice cuál es cada locus: escríbalo con encabezado.',
      'La primera línia ha de dir les columnes, una d’elles "id" o "mostra". Un .ped sense capçalera no diu quin és cada locus: escriviu-lo amb capçalera.',
    )
  const taken = new Set(Object.keys(titlesOf).map((kind) => column(kind as keyof typeof titlesOf)))
  const loci = new Map<string, number[]>()
  titles.forEach((title, i) => {
    if (taken.has(i) || title === '') return
    const name = title.replace(/[._ -]([12ab])$/i, '')
    loci.set(name, [...(loci.get(name) ?? []), i])
  })
  const builder = profileBuilder()
  const pedigree: Member[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const id = cells[person] ?? ''
    if (id === '' || cells.length > titles.length) {
      builder.findings.push(badLine(line, cells.join(' ')))
      continue
    }
    if (seen.has(id)) builder.findings.push(twice(line, id))
    seen.add(id)
    const at = { line, person: id }
    const used = kit < 0 ? null : (cells[kit] ?? null)
    builder.sample(at, category < 0 ? null : cells[category] || null, used && (kitNamed(used)?.name ?? used))
    for (const [name, places] of loci)
      builder.alleles(
        at,
        name,
        places.flatMap((i) => (cells[i] ?? '').split(/[/|]|\s+|,(?=\s)/)),
      )
    if (father < 0 || mother < 0) continue
    const which = sexes[(cells[sex] ?? '').toLowerCase()]
    if (!which) {
      builder.findings.push(noSex(line, id, cells[sex] ?? ''))
      continue
    }
    const parent = (cell: string | undefined) =>
      cell === undefined || ['', '0', '-'].includes(cell) ? null : cell
    pedigree.push({ id, father: parent(cells[father]), mother: parent(cells[mother]), sex: which })
  }
  const profiles = builder
    .profiles()
    .filter(({ genotype }) => pedigree.length === 0 || Object.keys(genotype).length > 0)
  return { profiles, pedigree, frequencies: {}, findings: builder.findings }
}

const badLine = (line: number, value: string): Finding =>
  finding(
    'refused',
    'bad-line',
    { line, value },
    {
      en: `Line ${line} has no name or more cells than the header; it was left out.`,
      es: `La línea ${line} no tiene nombre o tiene más celdas que el encabezado; se dejó fuera.`,
      ca: `La línia ${line} no té nom o té més cel·les que la capçalera; s'ha deixat fora.`,
    },
  )
const twice = (line: number, person: string): Finding =>
  finding(
    'flagged',
    'sample-twice',
    { line, person },
    {
      en: `${person} stands twice (line ${line}); both lines were put together. Check that they are of one sample.`,
      es: `${person} figura dos veces (línea ${line}); ambas líneas se unieron. Verifique que sean de la misma muestra.`,
      ca: `${person} hi és dues vegades (línia ${line}); les dues línies s'han unit. Comproveu que siguin de la mateixa mostra.`,
    },
  )
const noSex = (line: number, person: string, value: string): Finding =>
  finding(
    'refused',
    'pedigree',
    { line, person, value },
    {
      en: `${person}: the sex "${value}" is neither 1 (man) nor 2 (woman); the person was left out of the pedigree.`,
      es: `${person}: el sexo "${value}" no es 1 (varón) ni 2 (mujer); la persona quedó fuera del pedigrí.`,
      ca: `${person}: el sexe "${value}" no és 1 (home) ni 2 (dona); la persona ha quedat fora del pedigrí.`,
    },
  )
