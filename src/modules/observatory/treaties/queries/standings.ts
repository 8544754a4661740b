import { type TreatyStanding, standingBy } from '../standing.ts'
import { ownDataset, type PlainAct, type TreatyFile } from './read-acts.ts'

/** Datasets that list a treaty's participants, apart from what is typed in. */
export const statusDatasets = ['ratification-2022', 'untc'] as const
export type StatusDataset = (typeof statusDatasets)[number]

/** Which source is asked of each treaty: the one chosen, or that whose data go furthest. */
export function sourceOf(
  files: readonly TreatyFile[],
  treaty: string,
  chosen: string | null,
): TreatyFile | null {
  const known = files.filter((file) => file.treaty === treaty)
  if (chosen !== null) return known.find(({ dataset }) => dataset === chosen) ?? null
  return known.toSorted((a, b) => b.dataUntil.localeCompare(a.dataUntil))[0] ?? null
}

/** Where a state stands by its own acts of one source, with what the organisation typed in laid over it. */
export function standingOfSource(acts: readonly PlainAct[], dataset: string | null): TreatyStanding {
  return standingBy(acts.filter((act) => act.dataset === dataset || act.dataset === ownDataset))
}

/**
 * Whether two sources tell otherwise where a state stands, as of the day to which both speak: what an older one cannot know
 * yet is no difference, nor is a date told more or less exactly.
 */
export function sourcesDiffer(
  acts: readonly PlainAct[],
  files: readonly Pick<TreatyFile, 'dataset' | 'dataUntil'>[],
): boolean {
  const until = files.map(({ dataUntil }) => dataUntil).toSorted()[0] ?? ''
  const told = new Set(
    files.map(
      ({ dataset }) =>
        standingBy(acts.filter((act) => act.dataset === dataset && isBy(act.doneOn, until))).standing,
    ),
  )
  return told.size > 1
}

/** Not after a day, as far as both dates tell. */
const isBy = (date: string, until: string): boolean => {
  const length = Math.min(date.length, until.length)
  return date.slice(0, length) <= until.slice(0, length)
}
