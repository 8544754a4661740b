import { z } from 'zod'

/** Alleles of a person by locus: one or two texts, as the kit calls them. More are refused later, with the person named. */
export const genotype = z.record(z.string(), z.array(z.string()))

export const pedigree = z.array(
  z.object({
    id: z.string().min(1),
    father: z.string().nullable(),
    mother: z.string().nullable(),
    sex: z.enum(['M', 'F']),
  }),
)

const mutation = z
  .object({
    model: z.enum(['equal', 'proportional', 'stepwise']),
    maleRate: z.number(),
    femaleRate: z.number(),
    rate2: z.number().nullish(),
    range: z.number().nullish(),
    stationary: z.boolean().optional(),
  })
  .nullable()

const comparisonCase = z.object({
  id: z.string().min(1),
  chromosome: z.enum(['autosomal', 'X']).default('autosomal'),
  frequencies: z.string().min(1),
  loci: z.array(z.string().min(1)),
  model: z.object({
    mutation,
    theta: z.number().default(0),
    poiDropout: z.number().default(0),
    silentFrequency: z.number().default(0),
  }),
  pedigree,
  missing: z.string(),
  poiSex: z.enum(['M', 'F']),
  genotypes: z.record(z.string(), genotype),
  poiGenotype: genotype,
})

/** `amparo-kinship-cases/1`. What it expects of an engine, if it says so, is not read. */
export const caseFile = z.object({
  format: z.literal('amparo-kinship-cases/1'),
  cases: z.array(comparisonCase),
})
export type CaseFile = z.infer<typeof caseFile>

/** A family that looks for somebody. */
export const family = z.object({
  id: z.string().min(1),
  missing: z.string(),
  pedigree,
  genotypes: z.record(z.string(), genotype),
})

/** Somebody who may be the one looked for. */
export const candidate = z.object({
  id: z.string().min(1),
  sex: z.enum(['M', 'F', 'U']).optional(),
  genotype,
})

/** First line of `amparo-kinship-search-lines/1`; each further line is `{"family": …}` or `{"candidate": …}`. */
export const linesHeader = z.object({
  format: z.literal('amparo-kinship-search-lines/1'),
  frequencies: z.string().min(1),
  loci: z.array(z.string().min(1)),
})
export type LinesHeader = z.infer<typeof linesHeader>

/** `amparo-kinship-search/1`. */
export const searchFile = z.object({
  format: z.literal('amparo-kinship-search/1'),
  frequencies: z.string().min(1),
  loci: z.array(z.string().min(1)),
  families: z.array(family),
  candidates: z.array(candidate),
})
export type SearchFile = z.infer<typeof searchFile>

/** A table of frequencies: locus → allele → frequency. */
export const frequencyFile = z.object({
  name: z.string().optional(),
  loci: z.record(z.string(), z.record(z.string(), z.number())),
})
export type FrequencyTable = z.infer<typeof frequencyFile>['loci']
