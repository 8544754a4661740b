import { type Polity, groupMembers, polities, polityGroup, polityName } from '#catalogue/polities'
import { type Treaty, type TreatyKind, treaties } from '#catalogue/treaties'
import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { today } from '../states/day-text.ts'
import { type PlainAct, readPlainActs, readTreatyFiles, type TreatyFile } from './queries/read-acts.ts'
import { sourceOf, sourcesDiffer, standingOfSource, statusDatasets } from './queries/standings.ts'
import { type TreatyStanding, standingBy } from './standing.ts'

/** Which instruments a matrix shows. */
export const choices = ['both', 'core', 'protocol', 'other', 'regional'] as const
export type Choice = (typeof choices)[number]

const kindsOf: Readonly<Record<Choice, readonly TreatyKind[]>> = {
  both: ['core', 'protocol'],
  core: ['core'],
  protocol: ['protocol'],
  other: ['other', 'amendment'],
  regional: ['regional'],
}

/** The instruments of a choice, in the order of the catalogue. */
export const treatiesOf = (choice: Choice): readonly Treaty[] =>
  treaties.filter(({ kind }) => kindsOf[choice].includes(kind))

/** Members of the United Nations today, or those of them in a group; by name. */
export function statesOf(group: string | null, language: Language): readonly Polity[] {
  const members = group === null || !polityGroup(group) ? null : new Set(groupMembers(group, today()))
  return polities
    .filter(({ un, code }) => un.some(([, to]) => to === null) && (members === null || members.has(code)))
    .toSorted((a, b) => polityName(a.code, language).localeCompare(polityName(b.code, language), language))
}

/** Where a state stands by the source shown, and whether another source tells otherwise. */
export interface Cell extends TreatyStanding {
  readonly differ: boolean
}

/** States and treaties, by the sources chosen. */
export interface Matrix {
  readonly columns: readonly { readonly treaty: Treaty; readonly file: TreatyFile | null }[]
  readonly of: (treaty: string, polity: string) => Cell
}

/** Reads where every state stands towards some treaties. Two queries. */
export async function readMatrix(tx: Tx, shown: readonly Treaty[], chosen: string | null): Promise<Matrix> {
  const files = await readTreatyFiles(tx, statusDatasets)
  const acts = Map.groupBy(
    await readPlainActs(
      tx,
      shown.map(({ id }) => id),
    ),
    ({ treaty, polity }) => `${treaty} ${polity}`,
  )
  const columns = shown.map((treaty) => ({ treaty, file: sourceOf(files, treaty.id, chosen) }))
  const fileOf = new Map(columns.map(({ treaty, file }) => [treaty.id, file]))
  const filesOf = Map.groupBy(files, ({ treaty }) => treaty)
  return {
    columns,
    of: (treaty, polity) => {
      const known: readonly PlainAct[] = acts.get(`${treaty} ${polity}`) ?? []
      const told = filesOf.get(treaty) ?? []
      return {
        ...standingOfSource(known, fileOf.get(treaty)?.dataset ?? null),
        differ: told.length > 1 && sourcesDiffer(known, told),
      }
    },
  }
}

/** How many were party at the end of each year, by the dates of one source with what was typed in. */
export function partiesByYear(
  acts: readonly PlainAct[],
  dataset: string | null,
): readonly { readonly year: number; readonly parties: number }[] {
  const mine = acts.filter((act) => (act.dataset === dataset || act.dataset === 'own') && act.doneOn !== '')
  const years = mine.map(({ doneOn }) => Number(doneOn.slice(0, 4)))
  if (years.length === 0) return []
  const first = Math.min(...years)
  const last = Math.max(...years)
  const byState = [...Map.groupBy(mine, ({ polity }) => polity).values()]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    const parties = byState.filter(
      (of) => standingBy(of.filter(({ doneOn }) => Number(doneOn.slice(0, 4)) <= year)).standing === 'party',
    ).length
    return { year, parties }
  })
}
