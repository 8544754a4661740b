import type { Alphabet } from './alphabet.ts'
import { eliminate, type Plans, TooEntangled } from './eliminate.ts'
import type { Factor } from './factor.ts'
import { fitsMoments, momentTable } from './moments.ts'
import type { Network } from './network.ts'
import type { Slot } from './transmission.ts'

/** Partitions of so many founder alleles are still summed over (five untyped founders: 7,686 kinds). */
const mostByPartitions = 10

/** A joint table kept as mantissas × e^log. */
export interface LogTable {
  readonly data: Float64Array
  readonly log: number
}

/**
 * The probability of all that is seen, by state of the network's wanted variables (one row-major table over them; a
 * single number when there are none).
 *
 * Without theta every founder allele has its table frequency. With theta (background relatedness; Balding & Nichols 1994)
 * founder alleles are drawn one after another from one pool,
 * P(next = a) = (n_a θ + (1-θ) p_a) / (1 + (n-1) θ), n_a of the n drawn so far being a.
 * Known alleles are drawn first. The uncertain ones are summed over by moments (`moments.ts`) where alleles may be merged
 * and there are few; where they may not (stepwise mutation over 46 alleles) the same law is written as: each is a copy of
 * an earlier uncertain one (weight θ) or drawn anew from B(a) = n_a θ + (1-θ) p_a (n_a among the known), and summed over
 * partitions of the uncertain alleles, those of one block sharing a variable. Both alleles of an untyped founder are
 * alike, so partitions that differ by swapping them are computed once: 1, 2, 9, 66, 712 for 0 to 4 untyped founders. Both are exact.
 */
export function jointTable(network: Network, alphabet: Alphabet, theta: number, plans: Plans): LogTable {
  const { known, uncertain: founders } = network.draws
  const open = founders.flat()
  const kept = network.wanted.map(({ variable }) => variable)
  let log = Math.log(network.orders)
  if (theta === 0) {
    for (const state of known) log += Math.log(alphabet.p[state] ?? 0)
    const priors = open.map((slot): Factor => ({ vars: [slot.variable], data: priorOf(slot, alphabet.p) }))
    const { factor, log: more } = eliminate([...network.factors, ...priors], network.sizes, kept, plans)
    return { data: factor.data, log: log + more }
  }
  const counts = new Float64Array(alphabet.size)
  let n = 0
  for (const state of known) {
    log += Math.log(
      ((counts[state] ?? 0) * theta + (1 - theta) * (alphabet.p[state] ?? 0)) / (1 + (n - 1) * theta),
    )
    counts[state] = (counts[state] ?? 0) + 1
    n++
  }
  const uncertain = open.map(({ variable }) => variable)
  if (fitsMoments(open.length, alphabet.size)) {
    const pool = { p: alphabet.p, counts, drawn: n, theta }
    const table = momentTable(network.factors, network.sizes, open, kept, pool, plans)
    return { data: table.data, log: log + table.log }
  }
  if (uncertain.length > mostByPartitions)
    throw new TooEntangled(
      `${uncertain.length} uncertain founder alleles with theta over ${alphabet.size} alleles`,
    )
  const base = alphabet.p.map((p, a) => (counts[a] ?? 0) * theta + (1 - theta) * p)
  for (let i = 0; i < uncertain.length; i++) log -= Math.log(1 + (n + i - 1) * theta)
  // A founder whose alleles the table tells apart is not summed over their order.
  const apart = founders.map((alleles) => alleles.some(({ variable }) => kept.includes(variable)))
  const parts: LogTable[] = []
  for (const { blocks, times } of partitions(
    founders.map((alleles) => alleles.length),
    apart,
  )) {
    let weight = Math.log(times)
    const share = new Map<number, number>()
    for (const block of blocks) {
      const first = uncertain[block[0] ?? 0] ?? 0
      for (const i of block) share.set(uncertain[i] ?? 0, first)
      for (let s = 1; s < block.length; s++) weight += Math.log(s * theta)
    }
    const tied = network.factors.map((factor) => tie(factor, network.sizes, share))
    const priors = blocks.map((block): Factor => ({ vars: [uncertain[block[0] ?? 0] ?? 0], data: base }))
    const wanted = kept.map((v) => share.get(v) ?? v)
    const { factor, log: more } = eliminate([...tied, ...priors], network.sizes, [...new Set(wanted)], plans)
    const data = wanted[0] === wanted[1] && wanted.length === 2 ? diagonal(factor.data) : factor.data
    parts.push({ data, log: weight + more })
  }
  const sum = addTables(parts)
  return { data: sum.data, log: log + sum.log }
}

/** Table frequencies of a slot's states. */
function priorOf({ alleles, merged }: Slot, p: Float64Array): Float64Array {
  const prior = new Float64Array(alleles.length)
  for (let i = 0; i < alleles.length; i++) prior[i] = p[alleles[i] as number] as number
  if (!merged) return prior
  let sum = 0
  for (let i = 0; i < merged.length; i++) sum += p[merged[i] as number] as number
  prior[alleles.length - 1] = sum
  return prior
}

/** The natural logarithm of a network's probability, -Infinity when nothing fits. */
export function logProbability(network: Network, alphabet: Alphabet, theta: number, plans: Plans): number {
  const { data, log } = jointTable(network, alphabet, theta, plans)
  return log + Math.log(data[0] ?? 0)
}

/** The table over two variables that are always alike. */
function diagonal(data: Float64Array): Float64Array {
  const n = data.length
  const table = new Float64Array(n * n)
  for (let i = 0; i < n; i++) table[i * n + i] = data[i] ?? 0
  return table
}

function addTables(parts: readonly LogTable[]): LogTable {
  const log = Math.max(...parts.map((part) => part.log))
  const data = new Float64Array(parts[0]?.data.length ?? 0)
  for (const part of parts) {
    const scale = Math.exp(part.log - log)
    for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) + scale * (part.data[i] as number)
  }
  return { data, log }
}

/** The factor with variables that share a block made one: its diagonal. */
function tie(factor: Factor, sizes: readonly number[], share: ReadonlyMap<number, number>): Factor {
  const renamed = factor.vars.map((v) => share.get(v) ?? v)
  const vars = [...new Set(renamed)]
  if (vars.length === renamed.length) {
    const { gate } = factor
    const from = gate && (share.get(gate.from) ?? gate.from)
    return gate && from !== undefined
      ? { vars, data: factor.data, gate: { ...gate, from } }
      : { vars, data: factor.data }
  }
  const stride = new Map<number, number>()
  let step = 1
  for (let i = renamed.length - 1; i >= 0; i--) {
    const v = renamed[i] ?? 0
    stride.set(v, (stride.get(v) ?? 0) + step)
    step *= sizes[factor.vars[i] ?? 0] ?? 1
  }
  let length = 1
  for (const v of vars) length *= sizes[v] ?? 1
  const data = new Float64Array(length)
  const states = new Int32Array(vars.length)
  for (let at = 0; at < length; at++) {
    let from = 0
    for (let i = 0; i < vars.length; i++) from += (states[i] ?? 0) * (stride.get(vars[i] ?? 0) ?? 0)
    data[at] = factor.data[from] ?? 0
    for (let i = vars.length - 1; i >= 0; i--) {
      const next = (states[i] ?? 0) + 1
      if (next < (sizes[vars[i] ?? 0] ?? 1)) {
        states[i] = next
        break
      }
      states[i] = 0
    }
  }
  return { vars, data }
}

interface Partition {
  readonly blocks: readonly (readonly number[])[]
  /** How many partitions become this one when the two alleles of a founder are swapped. */
  readonly times: number
}

const partitionsOf = new Map<string, readonly Partition[]>()

/**
 * Partitions of founders' alleles, one of each kind, with how many are of it. The alleles of one founder are
 * exchangeable, but for founders set `apart`.
 */
function partitions(founders: readonly number[], apart: readonly boolean[]): readonly Partition[] {
  const shape = founders.map((alleles, i) => `${alleles}${apart[i] ? '!' : ''}`).join()
  const done = partitionsOf.get(shape)
  if (done) return done
  const owner = founders.flatMap((alleles, founder) =>
    Array.from({ length: alleles }, (_, i) => (apart[founder] ? `${founder}/${i}` : `${founder}`)),
  )
  const kinds = new Map<string, { blocks: readonly (readonly number[])[]; times: number }>()
  const labels: number[] = []
  const visit = (blocks: number) => {
    if (labels.length < owner.length) {
      for (let label = 0; label <= blocks; label++) {
        labels.push(label)
        visit(Math.max(blocks, label + 1))
        labels.pop()
      }
      return
    }
    const made: number[][] = Array.from({ length: blocks }, () => [])
    labels.forEach((label, i) => made[label]?.push(i))
    const name = made
      .map((block) => block.map((i) => owner[i]).join())
      .toSorted()
      .join('|')
    const kind = kinds.get(name)
    if (kind) kind.times++
    else kinds.set(name, { blocks: made, times: 1 })
  }
  visit(0)
  const found = [...kinds.values()]
  partitionsOf.set(shape, found)
  return found
}
