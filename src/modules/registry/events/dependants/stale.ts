import { type RecordView, type Tx, type Values, compareValues, readVersion } from '#platform/records'
import type { ComposedFamily } from './compose.ts'
import { type Draft, type DraftRow, blankRow } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'
import { type SavedFamily, numbersOf, same, shownValues } from './load-draft.ts'

/** A record that somebody changed while this person was writing. */
export interface StaleRecord {
  readonly type: string
  readonly title: string
  /** As it is saved now; null when it is in the trash or no longer belongs here: then the row becomes a new one. */
  readonly current: RecordView | null
  /** What both began from, and what this person wrote. */
  readonly base: Values
  readonly given: Values
}

export interface StaleFamily {
  readonly stale: readonly StaleRecord[]
  /** The form to go on with: theirs where this person changed nothing, this person's where they did. */
  readonly draft: Draft
}

/** Compares the versions that the form began from with what is saved. Null when nobody wrote in between. */
export async function findStale(
  tx: Tx,
  family: Family,
  draft: Draft,
  saved: SavedFamily,
  composed: ComposedFamily,
): Promise<StaleFamily | null> {
  const stale: StaleRecord[] = []
  let main: Draft['main'] = draft.main
  let mainValues: Values = { ...saved.main.values, ...composed.main }
  if (draft.main.version !== saved.main.version) {
    const base = await baseOf(tx, saved.main, draft.main.version)
    stale.push({
      type: family.type,
      title: saved.main.title,
      current: saved.main,
      base,
      given: composed.main,
    })
    mainValues = rebased(base, saved.main.values, composed.main, composed.main)
    const values = rebased(base, saved.main.values, composed.main, draft.main.values)
    main = { id: saved.main.id, version: saved.main.version, values }
  }
  const rows: Record<string, readonly DraftRow[]> = {}
  for (const group of family.groups) {
    const list: DraftRow[] = []
    for (const [i, row] of (draft.rows[group.name] ?? []).entries()) {
      const now = saved.dependants[group.name]?.find(({ id }) => id === row.id)
      const one = composed.rows.find(({ prefix }) => prefix === `${group.name}.${i}`)
      if (row.id === undefined || (now && now.version === row.version)) {
        list.push(row)
        continue
      }
      if (!now) {
        // It was going to the trash anyway: nothing to say, nothing to lose. Its place stays, for the numbers.
        if (row.trash) {
          list.push(blankRow)
          continue
        }
        const { id: _gone, version: _version, ...rest } = row
        stale.push({
          type: group.type,
          title: textOf(one?.values[group.summary.field]),
          current: null,
          base: {},
          given: one?.values ?? {},
        })
        list.push(rest)
        continue
      }
      const base = await baseOf(tx, now, row.version)
      const given = row.trash ? {} : (one?.values ?? {})
      stale.push({ type: group.type, title: now.title, current: now, base, given })
      const values = rebased(base, now.values, given, row.trash ? {} : row.values)
      list.push({
        ...row,
        version: now.version,
        values: shownValues(group, values, mainValues),
        numbers: numbersAfter(group, row, base, given, now, saved),
      })
    }
    rows[group.name] = list
  }
  return stale.length > 0 ? { stale, draft: { ...draft, main, rows } } : null
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A version that is not there (a form made up by hand) is taken for the present one: nobody's change is hidden. */
const baseOf = (tx: Tx, record: RecordView, version: number | undefined): Promise<Values> =>
  version !== undefined && Number.isInteger(version) && version >= 1 && version < record.version
    ? readVersion(tx, record.id, version)
    : Promise.resolve(record.values)

function numbersAfter(
  group: DependantGroup,
  row: DraftRow,
  base: Values,
  given: Values,
  now: RecordView,
  saved: SavedFamily,
): string {
  const { numbers } = group
  if (!numbers || !same(base[numbers.field], given[numbers.field])) return row.numbers
  const ids = (saved.dependants[numbers.group] ?? []).map(({ id }) => id)
  return numbersOf(now.values[numbers.field], ids)
}

/**
 * A field that this person did not touch takes the other's value; one that both touched keeps this person's, as
 * `written`: a name of a record that is still to be made has no id yet.
 */
function rebased(base: Values, current: Values, given: Values, written: Values): Values {
  const mine = new Set(compareValues(base, { ...base, ...given }).map((difference) => difference.field))
  return Object.fromEntries(
    [...new Set([...Object.keys(current), ...Object.keys(given)])].map((name) => [
      name,
      mine.has(name) ? written[name] : current[name],
    ]),
  )
}
