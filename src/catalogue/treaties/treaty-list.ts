import type { Fact } from '#catalogue/mechanisms'
import type { Labels } from '#platform/i18n'
import file from './data/treaties.json' with { type: 'json' }

export const treatyKinds = ['core', 'protocol', 'amendment', 'other', 'regional', 'declaration'] as const
/** The nine core treaties of the United Nations; their protocols; amendments; other treaties; regional ones; declarations. */
export type TreatyKind = (typeof treatyKinds)[number]

/** An instrument. Its dates are general knowledge; who is party to it comes from files that an organisation brings. */
export interface Treaty extends Fact {
  readonly id: string
  /** What people call it: `ICCPR`. */
  readonly short: string
  readonly kind: TreatyKind
  readonly system: 'UN' | 'OAS' | 'ECLAC' | 'AU' | 'CoE'
  readonly name: Labels
  /** The day of adoption, and of entry into force; null: not in force, or a declaration. */
  readonly adopted: string
  readonly inForce: string | null
  /** The treaty that it adds to or amends. */
  readonly parent?: string
  /** The body that watches over it. */
  readonly body?: string
  /** What opens it to complaints of persons: a declaration of the state, or another instrument. */
  readonly individualComplaints?: string
  readonly inquiry?: string
  readonly forum?: string
  /** Number in chapter IV of the United Nations Treaty Collection, as `4-11-b`. */
  readonly chapter?: string
  /** Its name in the files of states and their status by year, `hr_status_<name>.csv`. */
  readonly statusFile?: string
  readonly note?: string
}

/** Every instrument, core treaties first. Their shape is proved by the tests. */
export const treaties: readonly Treaty[] = file.treaties as readonly unknown[] as readonly Treaty[]

const index = (key: (treaty: Treaty) => string | undefined): ReadonlyMap<string, Treaty> =>
  new Map(
    treaties.flatMap((one) => {
      const found = key(one)
      return found === undefined ? [] : [[found, one] as const]
    }),
  )
const byId = index(({ id }) => id)
const byChapter = index(({ chapter }) => chapter)
const byStatusFile = index(({ statusFile }) => statusFile)

/** The instrument with this id (`icpped`), or null. */
export function treatyById(id: string): Treaty | null {
  return byId.get(id) ?? null
}

/** The instrument with this number in chapter IV (`4-16`, also `IV-16`), or null. */
export function treatyByChapter(chapter: string): Treaty | null {
  return byChapter.get(chapter.toLowerCase().replace(/^iv-/, '4-').replaceAll('.', '-')) ?? null
}

/** The instrument of a file of status by year: its name without `hr_status_` and `.csv` (`cped`), or null. */
export function treatyByStatusFile(name: string): Treaty | null {
  return byStatusFile.get(name) ?? null
}
