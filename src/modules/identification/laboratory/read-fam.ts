import { type Member, orderPedigree, Refusal } from '#kernels/kinship'
import { type Finding, finding, type LaboratoryMaterial } from './material.ts'
import { locusName } from './loci.ts'
import { profileBuilder } from './profile-builder.ts'
import { refusedFile } from './refused-file.ts'
import { linesOf } from './rows.ts'

interface Person {
  readonly id: string
  readonly sex: 'M' | 'F'
  readonly line: number
  /** Places of two alleles and of the locus, in the tables further down. */
  readonly typed: readonly (readonly [number, number, number])[]
}

/**
 * A project of Familias 3 (`.fam`): people with their alleles, the first pedigree, and the frequencies. A value stands on each
 * line; alleles are places in the table of their locus. Further pedigrees (rival hypotheses about the same people) are counted in a
 * finding and not read; people that Familias adds without a name are refused.
 */
export function readFam(text: string): LaboratoryMaterial {
  const lines = linesOf(text)
  let at = 0
  const next = (): string => {
    while (at < lines.length && lines[at]?.trim() === '') at++
    const line = lines[at++]
    if (line === undefined) throw broken(at, 'more lines')
    return line.trim()
  }
  const number = (): number => {
    const value = Number.parseFloat(next())
    if (!Number.isFinite(value)) throw broken(at, 'a number')
    return value
  }
  const count = (): number => {
    const value = number()
    if (!Number.isInteger(value) || value < 0 || value > 100_000) throw broken(at, 'a count')
    return value
  }
  const word = (): string => {
    const [, quoted] = /^"(.*)"/.exec(next()) ?? []
    if (quoted === undefined) throw broken(at, 'a name in quotes')
    return quoted
  }
  const flag = (): boolean => {
    const line = next()
    if (!/^#(TRUE|FALSE)#/.test(line)) throw broken(at, '#TRUE# or #FALSE#')
    return line.startsWith('#TRUE#')
  }

  if (!/familias/i.test(lines[0] ?? '')) throw broken(1, 'a Familias file')
  // Head: two lines in quotes, the version, an empty name.
  word()
  word()
  next()
  word()
  const people: Person[] = Array.from({ length: count() }, () => {
    const id = word()
    const line = at
    flag()
    number()
    flag()
    const sex = flag() ? 'M' : 'F'
    return {
      id,
      sex,
      line,
      typed: Array.from({ length: count() }, () => [number(), number(), number()] as const),
    }
  })
  if (word() !== 'Known relations') throw broken(at, '"Known relations"')
  const findings: Finding[] = []
  const known = relations()
  const pedigrees = Array.from({ length: count() }, () => {
    number()
    const name = word()
    return { name, pairs: relations() }
  })
  if (pedigrees.length > 1)
    findings.push(
      finding(
        'flagged',
        'not-read',
        {
          value: pedigrees
            .slice(1)
            .map(({ name }) => name)
            .join(', '),
        },
        {
          en: `The file has ${pedigrees.length} pedigrees; only the first was read.`,
          es: `El archivo tiene ${pedigrees.length} pedigríes; solo se leyó el primero.`,
          ca: `El fitxer té ${pedigrees.length} pedigrís; només s'ha llegit el primer.`,
        },
      ),
    )
  flag()
  const loci = Array.from({ length: count() }, (_, i) => {
    if (i === 0) {
      flag()
      word()
    }
    const written = word()
    // Mutation rates and models, number of alleles, ranges, rates between microvariants, silent allele.
    for (let j = 0; j < 9; j++) number()
    flag()
    number()
    return { written, alleles: Array.from({ length: count() }, () => [word(), number()] as const) }
  })

  const builder = profileBuilder()
  for (const { id, line, typed } of people)
    for (const [first, second, place] of typed) {
      const locus = loci[place]
      const alleles = [first, second].map((i) => locus?.alleles[i]?.[0])
      if (!locus || alleles.includes(undefined)) throw broken(line, 'alleles of a table in the file')
      builder.sample({ line, person: id }, null, null)
      builder.alleles({ line, person: id }, locus.written, alleles.map(String))
    }
  const frequencies = Object.fromEntries(
    loci.map(({ written, alleles }) => [locusName(written) ?? written, Object.fromEntries(alleles)]),
  )
  const pedigree = members(people, [...known, ...(pedigrees[0]?.pairs ?? [])], findings)
  return { profiles: builder.profiles(), pedigree, frequencies, findings: [...builder.findings, ...findings] }

  /** Two counts of people added without a name, and pairs of parent and child. */
  function relations(): readonly (readonly [number, number])[] {
    if (count() + count() > 0) throw broken(at, 'a pedigree of named people')
    return Array.from({ length: count() }, () => [number(), number()] as const)
  }
}

function members(
  people: readonly Person[],
  pairs: readonly (readonly [number, number])[],
  findings: Finding[],
): readonly Member[] {
  const made = people.map(({ id, sex }, child) => {
    const parents = pairs.flatMap(([parent, of]) => (of === child ? [people[parent]] : []))
    const of = (which: 'M' | 'F') => parents.filter((one) => one?.sex === which)
    for (const which of ['M', 'F'] as const)
      if (new Set(of(which)).size > 1)
        findings.push(
          finding(
            'refused',
            'pedigree',
            { person: id },
            {
              en: `${id} has two parents of one sex; the first was kept. Correct it in Familias.`,
              es: `${id} tiene dos progenitores del mismo sexo; se conservó el primero. Corríjalo en Familias.`,
              ca: `${id} té dos progenitors del mateix sexe; s'ha conservat el primer. Corregiu-ho a Familias.`,
            },
          ),
        )
    return { id, sex, father: of('M')[0]?.id ?? null, mother: of('F')[0]?.id ?? null }
  })
  try {
    orderPedigree(made)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw refusedFile(
      `${error.message}. Correct the pedigree in Familias.`,
      `${error.person ?? ''}: el pedigrí no es posible (${error.code}). Corríjalo en Familias.`,
      `${error.person ?? ''}: el pedigrí no és possible (${error.code}). Corregiu-lo a Familias.`,
    )
  }
  return made
}

const broken = (line: number, expected: string) =>
  refusedFile(
    `Line ${line}: ${expected} was expected. Save the project again from Familias 3.`,
    `Línea ${line}: el archivo no tiene la forma esperada. Guarde de nuevo el proyecto desde Familias 3.`,
    `Línia ${line}: el fitxer no té la forma esperada. Torneu a desar el projecte des de Familias 3.`,
  )
