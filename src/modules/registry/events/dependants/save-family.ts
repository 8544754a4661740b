import { writeLedger } from '#platform/ledger'
import { type FieldProblem, Problem } from '#platform/problem'
import {
  type Citation,
  type RecordView,
  type Tx,
  type Visibility,
  cite,
  closeCitation,
  createRecord,
  deleteRecord,
  isEmpty,
  readRecord,
  updateRecord,
} from '#platform/records'
import { type ComposedFamily, type ComposedRow, composeFamily, writtenReferences } from './compose.ts'
import type { Draft } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'
import { type SavedFamily, citationsOfRows, loadFamily, referencesOf } from './load-draft.ts'
import { type ResolvedNames, resolveNames, titlesOf } from './resolve-names.ts'
import { shareGrants } from './share-grants.ts'
import { type StaleFamily, findStale } from './stale.ts'

/** What became of a form: written whole, or not at all. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | {
      readonly kind: 'asked'
      readonly problems: readonly FieldProblem[]
      readonly candidates: ResolvedNames['candidates']
    }
  | ({ readonly kind: 'stale' } & StaleFamily)

/**
 * Writes a main record with its dependants, and the records that names in them ask for, as ordinary records in the
 * one transaction of `tx`. Writes nothing when a value is wrong, a name has to be asked about, or somebody changed one
 * of the records meanwhile. A row that is not in the draft is left alone; one marked for the trash goes there, or,
 * when it is also about something else, only stops being about this.
 */
export async function saveFamily(tx: Tx, family: Family, draft: Draft): Promise<SaveOutcome> {
  const saved = draft.main.id
    ? await loadFamily(tx, family, await presentRecord(tx, draft.main.id, family.type))
    : null
  const written = writtenReferences(tx, family, draft)
  const names = await resolveNames(tx, written, draft.choices)
  const titles = new Map(await titlesOf(tx, [...names.ids.values()]))
  for (const { id, type, name } of names.planned) titles.set(id, { id, type, title: name, deleted: false })
  const composed = composeFamily(tx, family, draft, saved, names, titles)
  if (composed.problems.length > 0)
    return { kind: 'asked', problems: composed.problems, candidates: names.candidates }
  const stale = saved && (await findStale(tx, family, draft, saved, composed))
  if (stale) return { kind: 'stale', ...stale }
  await write(tx, family, draft, saved, composed)
  return { kind: 'saved', id: composed.mainId }
}

async function presentRecord(tx: Tx, id: string, type: string): Promise<RecordView> {
  const record = await readRecord(tx, id)
  if (record.deletedAt || record.type !== type) throw new Problem('not_found')
  return record
}

/** What is new beside a record is seen by the same people; nothing becomes publishable by being written beside it. */
const visibilityBeside = (visibility: Visibility): Visibility =>
  visibility === 'restricted' ? 'restricted' : 'internal'

async function write(
  tx: Tx,
  family: Family,
  draft: Draft,
  saved: SavedFamily | null,
  composed: ComposedFamily,
): Promise<void> {
  const { mainId, rows } = composed
  const fictitious = saved?.main.fictitious ?? false
  const beside = visibilityBeside(draft.visibility)
  const reason = draft.reason ? { reason: draft.reason } : {}
  for (const made of composed.made) await createRecord(tx, { ...made, visibility: beside, fictitious })
  if (saved)
    await updateRecord(tx, {
      id: mainId,
      version: saved.main.version,
      values: composed.main,
      visibility: draft.visibility,
      ...reason,
    })
  else
    await createRecord(tx, {
      id: mainId,
      type: family.type,
      values: composed.main,
      visibility: draft.visibility,
    })
  // Groups come in the order of the family, so that what is pointed at is there before what points.
  for (const one of rows.filter(({ row }) => !row.trash)) {
    const { before, group, values } = one
    await naming(one.prefix, () =>
      before
        ? updateRecord(tx, {
            id: before.id,
            version: before.version,
            values,
            ...(draft.visibility === 'restricted' && { visibility: 'restricted' as const }),
            ...reason,
          })
        : createRecord(tx, {
            id: one.id,
            type: group.type,
            values: withoutEmpty(values),
            visibility: beside,
            fictitious,
          }),
    )
  }
  for (const one of rows.filter(({ row }) => row.trash)) await remove(tx, one, mainId, draft.reason)
  await writeCitations(tx, family, saved, composed)
  if (draft.visibility === 'restricted')
    await shareGrants(tx, mainId, [...composed.made.map(({ id }) => id), ...rows.map(({ id }) => id)])
}

const withoutEmpty = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))

async function remove(tx: Tx, { before, group }: ComposedRow, mainId: string, reason: string): Promise<void> {
  if (!before) return
  const others = referencesOf(before.values[group.back]).filter(({ to }) => to !== mainId)
  if (others.length > 0) {
    await updateRecord(tx, {
      id: before.id,
      version: before.version,
      values: { [group.back]: others },
      ...(reason && { reason }),
    })
    return
  }
  await deleteRecord(tx, before.id, before.version, reason || undefined)
  await writeLedger(tx, 'record.delete', before.id)
}

/** The main record says where it is known from: one citation for the source of each row, ended and begun anew when it changes. */
async function writeCitations(
  tx: Tx,
  family: Family,
  saved: SavedFamily | null,
  { mainId, main, rows }: ComposedFamily,
): Promise<void> {
  const values = { ...saved?.main.values, ...main }
  for (const group of family.groups) {
    if (!group.cites) continue
    const held = citationsOfRows(group, saved?.dependants[group.name] ?? [], saved?.citations ?? [])
    const field = group.cites.into.find((name) => !isEmpty(values[name])) ?? group.cites.into.at(-1) ?? ''
    for (const one of rows.filter((row) => row.group === group))
      await writeCitation(tx, group, one, mainId, field, held.get(one.id))
  }
}

async function writeCitation(
  tx: Tx,
  group: DependantGroup,
  { row, before, values }: ComposedRow,
  mainId: string,
  field: string,
  held: Citation | undefined,
): Promise<void> {
  const name = group.cites?.source ?? ''
  const [source] = referencesOf(name in values ? values[name] : before?.values[name])
  const wanted =
    !row.trash && source !== undefined && (row.locator !== '' || row.quote !== '' || !before || held)
  const unchanged =
    held &&
    wanted &&
    held.sourceId === source?.to &&
    (held.locator ?? '') === row.locator &&
    (held.quote ?? '') === row.quote
  if (unchanged) return
  if (held) await closeCitation(tx, mainId, held.id)
  if (wanted)
    await cite(tx, {
      recordId: mainId,
      field: held?.field ?? field,
      sourceId: source.to,
      ...(row.locator && { locator: row.locator }),
      ...(row.quote && { quote: row.quote }),
    })
}

/** Says in which row a value was refused while writing. */
async function naming<Result>(prefix: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw new Problem('invalid', {
      fields: error.fields.map(({ field, message }) => ({ field: `${prefix}.${field}`, message })),
    })
  }
}
