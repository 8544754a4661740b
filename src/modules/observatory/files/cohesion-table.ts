import { basename } from 'node:path'
import { agreementIndex } from '#kernels/statistics'
import { readCouncilTexts, readCouncilVotes, readGroups } from './council-votes.ts'
import { refuseEmpty } from './voeten-window.ts'

/** How far each group voted as one, year by year. */
export interface CohesionTable {
  readonly rows: readonly {
    readonly year: number
    readonly group: string
    /** Mean of the agreement index over the roll calls in which a member of the group voted. */
    readonly index: number
    readonly rollCalls: number
  }[]
  /** States that voted and stand in no group. */
  readonly ungrouped: readonly string[]
  readonly repeated: number
}

/** Bodies as the file calls them. */
export const bodies = {
  council: 'Human Rights Council',
  commission: 'Commission on Human Rights',
} as const

/** Cohesion of groups in one body by year, resolutions, decisions and amendments together, from three files. */
export async function cohesionTable(
  files: { readonly votes: string; readonly resolutions: string; readonly groups: string },
  body: keyof typeof bodies,
): Promise<CohesionTable> {
  const texts = await readCouncilTexts(files.resolutions)
  const groups = await readGroups(files.groups)
  const { byText, repeated } = await readCouncilVotes(files.votes, texts)
  const sums = new Map<string, { year: number; group: string; sum: number; count: number }>()
  const ungrouped = new Set<string>()
  for (const [id, votes] of byText) {
    const text = texts.get(id)
    if (text?.body !== bodies[body]) continue
    const tally = new Map<string, { Y: number; N: number; A: number }>()
    for (const [state, vote] of votes) {
      const of = groups.get(state)
      if (!of) ungrouped.add(state)
      for (const group of of ?? []) {
        const counts = tally.get(group) ?? { Y: 0, N: 0, A: 0 }
        counts[vote]++
        tally.set(group, counts)
      }
    }
    for (const [group, { Y, N, A }] of tally) {
      const key = `${text.year} ${group}`
      const sum = sums.get(key) ?? { year: text.year, group, sum: 0, count: 0 }
      sum.sum += agreementIndex(Y, N, A)
      sum.count++
      sums.set(key, sum)
    }
  }
  if (sums.size === 0) throw refuseEmpty(basename(files.votes))
  const rows = [...sums.values()]
    .sort((a, b) => a.year - b.year || (a.group < b.group ? -1 : 1))
    .map(({ year, group, sum, count }) => ({ year, group, index: sum / count, rollCalls: count }))
  return { rows, ungrouped: [...ungrouped].sort(), repeated }
}
