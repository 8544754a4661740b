import type { Member } from '#kernels/kinship'
import { type Finding, finding, type SampleProfile } from './material.ts'
import { alike } from './profile-builder.ts'

/** Two profiles that agree at so many loci, and differ at none, are of one person but for twins. */
const enoughLoci = 8

/** Genotypes that so many samples of a file share tell too little to begin with. */
const rare = 200

/**
 * Samples that look like one person (a duplicate, or tubes that were mixed up), and people whose sex marker contradicts the
 * pedigree. All are flagged, none is taken away: which is right is for the laboratory to say.
 */
export function checkProfiles(
  profiles: readonly SampleProfile[],
  pedigree: readonly Member[] = [],
): readonly Finding[] {
  return [...sameProfiles(profiles), ...sexConflicts(profiles, pedigree)]
}

function sameProfiles(profiles: readonly SampleProfile[]): readonly Finding[] {
  // Those that share a genotype are compared: at three loci next to one another, or at one where it is rare in the file. (Each pair
  // of all would be 5 × 10^9 comparisons for 100,000 samples.)
  const buckets = new Map<string, number[]>()
  const pairs = new Set<string>()
  const found: Finding[] = []
  profiles.forEach(({ genotype }, i) => {
    const shown = Object.keys(genotype)
      .filter((locus) => locus !== 'AMEL')
      .toSorted()
      .map((locus) => `${locus} ${[...new Set(genotype[locus])].toSorted().join()}`)
    const keys = [...shown, ...shown.flatMap((_, k) => (k >= 2 ? [shown.slice(k - 2, k + 1).join('|')] : []))]
    for (const key of keys) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(i)
      else buckets.set(key, [i])
    }
  })
  for (const [key, { length }] of buckets) if (length > rare && !key.includes('|')) buckets.delete(key)
  for (const bucket of [...buckets.values()].toSorted((a, b) => a.length - b.length))
    for (const [n, i] of bucket.entries())
      for (const j of bucket.slice(n + 1)) {
        const pair = `${i} ${j}`
        if (pairs.has(pair)) continue
        pairs.add(pair)
        const [one, other] = [profiles[i], profiles[j]]
        if (one && other && sameLoci(one, other) >= enoughLoci) found.push(same(one, other))
      }
  return found
}

/** At how many loci two profiles agree; -1 when they differ at one. */
function sameLoci(one: SampleProfile, other: SampleProfile): number {
  let same = 0
  for (const [locus, alleles] of Object.entries(one.genotype)) {
    const theirs = other.genotype[locus]
    if (!theirs || locus === 'AMEL') continue
    if (!alike(alleles, theirs)) return -1
    same++
  }
  return same
}

function sexConflicts(profiles: readonly SampleProfile[], pedigree: readonly Member[]): readonly Finding[] {
  const sexes = new Map(pedigree.map(({ id, sex }) => [id, sex]))
  return profiles.flatMap(({ sample, line, genotype }) => {
    const marker = genotype['AMEL']
    const sex = sexes.get(sample)
    if (!marker || !sex || marker.includes('Y') === (sex === 'M')) return []
    const at = { line, person: sample, locus: 'AMEL', value: marker.join('/') }
    return [
      finding('flagged', 'sex-conflict', at, {
        en: `${sample}: the sex marker shows ${at.value}, the pedigree says ${sex === 'M' ? 'man' : 'woman'}. Look for samples mixed up, or correct the pedigree.`,
        es: `${sample}: el marcador de sexo muestra ${at.value}, el pedigrí dice ${sex === 'M' ? 'varón' : 'mujer'}. Verifique si se cambiaron muestras, o corrija el pedigrí.`,
        ca: `${sample}: el marcador de sexe mostra ${at.value}, el pedigrí diu ${sex === 'M' ? 'home' : 'dona'}. Comproveu si s'han canviat mostres, o corregiu el pedigrí.`,
      }),
    ]
  })
}

const same = (one: SampleProfile, other: SampleProfile): Finding =>
  finding(
    'flagged',
    'same-profile',
    { line: other.line, person: other.sample, value: one.sample },
    {
      en: `${one.sample} and ${other.sample} have the same profile. Say whether they are one person, twins, or samples mixed up.`,
      es: `${one.sample} y ${other.sample} tienen el mismo perfil. Indique si son una misma persona, gemelos o muestras cambiadas.`,
      ca: `${one.sample} i ${other.sample} tenen el mateix perfil. Digueu si són una mateixa persona, bessons o mostres canviades.`,
    },
  )
