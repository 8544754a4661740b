import { readAllele } from './alleles.ts'
import { isYLocus, kitNamed, locusName } from './loci.ts'
import { type Finding, finding, type SampleProfile } from './material.ts'

/** Where something stands in a file. */
export interface Place {
  readonly line: number
  readonly person: string
}

/** Gathers profiles as a reader meets them, and what is wrong with them. */
export interface ProfileBuilder {
  /** Opens a sample, or goes on with one of the same name and line of thought (the rows of a long table). */
  readonly sample: (at: Place, category: string | null, kit: string | null) => void
  /** The alleles of a sample at a locus, as written. */
  readonly alleles: (at: Place, locus: string, written: readonly string[]) => void
  readonly findings: Finding[]
  readonly profiles: () => readonly SampleProfile[]
}

interface Open {
  readonly line: number
  category: string | null
  kit: string | null
  readonly genotype: Record<string, readonly string[]>
}

/** A builder for the profiles of one file. */
export function profileBuilder(): ProfileBuilder {
  const samples = new Map<string, Open>()
  const findings: Finding[] = []
  const open = ({ line, person }: Place): Open => {
    const made = samples.get(person) ?? { line, category: null, kit: null, genotype: {} }
    samples.set(person, made)
    return made
  }
  return {
    findings,
    sample(at, category, kit) {
      const one = open(at)
      one.category ??= category
      one.kit ??= kit === null ? null : (kitNamed(kit)?.name ?? kit)
    },
    alleles({ line, person }, writtenLocus, written) {
      const locus = locusName(writtenLocus) ?? (isYLocus(writtenLocus) ? writtenLocus.trim() : undefined)
      const at = { line, person, locus: locus ?? writtenLocus }
      if (locus === undefined) {
        findings.push(finding('refused', 'unknown-locus', { ...at, value: writtenLocus }, unknownLocus(at)))
        return
      }
      const alleles: string[] = []
      for (const one of written) {
        const read = readAllele(one, locus)
        if (read.kind === 'bad')
          findings.push(finding('refused', 'bad-allele', { ...at, value: one }, badAllele(at, one)))
        if (read.kind === 'allele') {
          alleles.push(read.name)
          if (read.renamed)
            findings.push(
              finding('flagged', 'allele-renamed', { ...at, value: one }, renamed(at, one, read.name)),
            )
        }
        // A locus with one allele that cannot be read is not a homozygote for the other.
        if (read.kind === 'bad') return
      }
      if (alleles.length === 0) return
      const distinct = [...new Set(alleles)]
      if (distinct.length > 2) {
        findings.push(
          finding('refused', 'too-many-alleles', { ...at, value: distinct.join('/') }, tooMany(at, distinct)),
        )
        return
      }
      const { genotype } = open({ line, person })
      const before = genotype[locus]
      if (before && !alike(before, alleles)) {
        findings.push(
          finding('refused', 'locus-twice', { ...at, value: alleles.join('/') }, twice(at, before, alleles)),
        )
        return
      }
      genotype[locus] = alleles.slice(0, 2)
    },
    profiles: () => [...samples].map(([sample, one]) => ({ sample, ...one })),
  }
}

/** Whether two readings say the same: order and writing a homozygote twice do not matter. */
export const alike = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].toSorted().join() === [...new Set(b)].toSorted().join()

interface At {
  readonly line: number
  readonly person: string
  readonly locus: string
}

const where = ({ person, locus }: At): string => `${person}, ${locus}`

const unknownLocus = (at: At) => ({
  en: `${where(at)}: this locus is not known, it was left out. Correct its name.`,
  es: `${where(at)}: este locus no es conocido, se dejó fuera. Corrija su nombre.`,
  ca: `${where(at)}: aquest locus no és conegut, s'ha deixat fora. Corregiu-ne el nom.`,
})
const badAllele = (at: At, value: string) => ({
  en: `${where(at)}: "${value}" is no allele; the locus was left out. Ask the laboratory for the repeat number.`,
  es: `${where(at)}: "${value}" no es un alelo; el locus se dejó fuera. Pida al laboratorio el número de repeticiones.`,
  ca: `${where(at)}: "${value}" no és un al·lel; el locus s'ha deixat fora. Demaneu al laboratori el nombre de repeticions.`,
})
const renamed = (at: At, value: string, name: string) => ({
  en: `${where(at)}: "${value}" was read as ${name}. Check that this is meant.`,
  es: `${where(at)}: "${value}" se leyó como ${name}. Verifique que sea lo correcto.`,
  ca: `${where(at)}: "${value}" s'ha llegit com a ${name}. Comproveu que sigui això.`,
})
const tooMany = (at: At, alleles: readonly string[]) => ({
  en: `${where(at)}: ${alleles.length} alleles (${alleles.join(', ')}); the locus was left out. Look for a mixture of samples.`,
  es: `${where(at)}: ${alleles.length} alelos (${alleles.join(', ')}); el locus se dejó fuera. Verifique si hay una mezcla de muestras.`,
  ca: `${where(at)}: ${alleles.length} al·lels (${alleles.join(', ')}); el locus s'ha deixat fora. Comproveu si hi ha una barreja de mostres.`,
})
const twice = (at: At, before: readonly string[], now: readonly string[]) => ({
  en: `${where(at)}: given twice and not alike (${before.join('/')}, ${now.join('/')}); the first was kept. Check whether two samples bear one name.`,
  es: `${where(at)}: figura dos veces y no coincide (${before.join('/')}, ${now.join('/')}); se conservó lo primero. Verifique si dos muestras llevan el mismo nombre.`,
  ca: `${where(at)}: hi és dues vegades i no coincideix (${before.join('/')}, ${now.join('/')}); s'ha conservat el primer. Comproveu si dues mostres porten el mateix nom.`,
})
