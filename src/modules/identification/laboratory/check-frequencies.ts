import { locusName } from './loci.ts'
import { type Finding, finding, type Frequencies, type SampleProfile } from './material.ts'

/** How far from 1 a locus may sum and still be taken for rounding; the kernel refuses from the same point on. */
const roundingTolerance = 0.005

/** Two tables of one region differ by a few hundredths at most; a decimal point in the wrong place multiplies by ten. */
const jumpOf = { difference: 0.1, ratio: 3 }

/**
 * Refuses each locus that does not sum to 1, and flags alleles whose frequency jumps against `other` (by more than 0.1 and
 * threefold), the widest first. Gives the table without the refused loci as well.
 */
export function checkFrequencies(
  table: Frequencies,
  other: Frequencies = {},
): { readonly accepted: Frequencies; readonly findings: readonly Finding[] } {
  const accepted: Record<string, Readonly<Record<string, number>>> = {}
  const refused: Finding[] = []
  const jumps: { readonly width: number; readonly finding: Finding }[] = []
  for (const [locus, frequencies] of Object.entries(table)) {
    const sum = Object.values(frequencies).reduce((a, b) => a + b, 0)
    if (Math.abs(sum - 1) <= roundingTolerance) accepted[locus] = frequencies
    else refused.push(notOne(locus, sum))
    const theirs = other[locus]
    if (!theirs) continue
    for (const [allele, mine] of Object.entries(frequencies)) {
      const their = theirs[allele] ?? 0
      const width = Math.abs(mine - their)
      if (width <= jumpOf.difference || Math.max(mine, their) < jumpOf.ratio * Math.min(mine, their)) continue
      jumps.push({ width, finding: jump(locus, allele, mine, their) })
    }
  }
  jumps.sort((a, b) => b.width - a.width)
  return { accepted, findings: [...refused, ...jumps.map((one) => one.finding)] }
}

/** The alleles that profiles show and a table lacks, each with the first person who shows it. Loci without a table are not told. */
export function lackingAlleles(profiles: readonly SampleProfile[], table: Frequencies): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const { sample, line, genotype } of profiles)
    for (const [locus, alleles] of Object.entries(genotype)) {
      const frequencies = table[locusName(locus) ?? locus]
      if (!frequencies) continue
      for (const allele of alleles) {
        const key = `${locus} ${allele}`
        if (frequencies[allele] !== undefined || found.has(key)) continue
        found.set(key, lacking({ line, person: sample, locus, value: allele }))
      }
    }
  return [...found.values()]
}

const notOne = (locus: string, sum: number): Finding => {
  const is = sum.toPrecision(5)
  return finding(
    'refused',
    'not-a-distribution',
    { locus, value: is },
    {
      en: `${locus}: the frequencies sum to ${is}, not to 1; the locus was left out. Look for a misplaced decimal point, or for a row that is no allele.`,
      es: `${locus}: las frecuencias suman ${is} y no 1; el locus se dejó fuera. Busque una coma decimal fuera de lugar, o una fila que no sea un alelo.`,
      ca: `${locus}: les freqüències sumen ${is} i no 1; el locus s'ha deixat fora. Busqueu una coma decimal fora de lloc, o una fila que no sigui un al·lel.`,
    },
  )
}

const jump = (locus: string, allele: string, mine: number, their: number): Finding =>
  finding(
    'flagged',
    'jump',
    { locus, value: `${allele}: ${mine}` },
    {
      en: `${locus}, allele ${allele}: ${mine} here, ${their} in the other table. Check it against the publication.`,
      es: `${locus}, alelo ${allele}: ${mine} aquí, ${their} en la otra tabla. Compárelo con la publicación.`,
      ca: `${locus}, al·lel ${allele}: ${mine} aquí, ${their} a l'altra taula. Compareu-ho amb la publicació.`,
    },
  )

const lacking = (at: { line: number; person: string; locus: string; value: string }): Finding =>
  finding('flagged', 'allele-lacking', at, {
    en: `${at.person}, ${at.locus}: the table lacks the allele ${at.value}. Add it at the minimum frequency, or correct the profile.`,
    es: `${at.person}, ${at.locus}: falta en la tabla el alelo ${at.value}. Agréguelo con la frecuencia mínima, o corrija el perfil.`,
    ca: `${at.person}, ${at.locus}: falta a la taula l'al·lel ${at.value}. Afegiu-lo amb la freqüència mínima, o corregiu el perfil.`,
  })
