import { isId, newId } from '#platform/db'
import { type FieldProblem, Problem } from '#platform/problem'
import {
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type Tx,
  fold,
  listRecords,
} from '#platform/records'

/** A reference as someone wrote it: an id, `new:type:Name`, or a name. `control` is its name in the form. */
export interface WrittenReference {
  readonly control: string
  readonly field: FieldDefinition
  readonly to: string
}

/** A record that a name asks to be made, once however often the name stands in the form. */
export interface PlannedRecord {
  readonly id: string
  readonly type: string
  readonly name: string
  /** The first control that names it. */
  readonly control: string
}

/** What the written references mean, and what has to be asked. */
export interface ResolvedNames {
  /** Control → id. */
  readonly ids: ReadonlyMap<string, string>
  readonly planned: readonly PlannedRecord[]
  /** Controls to ask about, once for each name, with the records that may be meant. */
  readonly candidates: ReadonlyMap<
    string,
    { readonly typed: string; readonly found: readonly LinkedRecord[] }
  >
  /** Every control whose name is still open, asked about here or at an earlier place. */
  readonly open: ReadonlySet<string>
  readonly problems: readonly FieldProblem[]
}

const ask = {
  en: 'Choose which record is meant, or create it.',
  es: 'Elija a qué registro se refiere o créelo.',
  ca: 'Trieu a quin registre us referiu o creeu-lo.',
}

const wanted = (to: string) => {
  const [, type = '', name = ''] = /^new:([a-z_]+):(.+)$/su.exec(to) ?? []
  return type && name.trim() ? { type, name: name.trim() } : null
}

/**
 * Turns names into ids, all names of a form at once, so that the same name twice is one record. A name that exactly
 * one record bears (after folding) is that record; one that someone was asked about is what they chose, wherever else
 * it stands; any other is asked about, at the first place where it stands. Writes nothing.
 * @param choices names asked about before, with the answer
 */
export async function resolveNames(
  tx: Tx,
  written: readonly WrittenReference[],
  choices: readonly { readonly typed: string; readonly chosen: string }[],
): Promise<ResolvedNames> {
  const ids = new Map<string, string>()
  const planned = new Map<string, PlannedRecord>()
  const chosen = new Map<string, { readonly id: string; readonly type: string }[]>()
  const remember = (name: string, id: string, type: string) =>
    chosen.set(fold(name), [...(chosen.get(fold(name)) ?? []), { id, type }])

  for (const { control, field, to } of written) {
    if (isId(to)) ids.set(control, to)
    const fresh = wanted(to)
    if (!fresh || !(field.targets ?? []).includes(fresh.type)) continue
    const key = `${fresh.type} ${fold(fresh.name)}`
    const plan = planned.get(key) ?? { id: newId(), ...fresh, control }
    if (!planned.has(key)) remember(fresh.name, plan.id, plan.type)
    planned.set(key, plan)
    ids.set(control, plan.id)
  }
  const types = await typesOf(
    tx,
    choices.flatMap((choice) => (isId(choice.chosen) ? [choice.chosen] : [])),
  )
  for (const { typed, chosen: id } of choices) {
    const type = types.get(id.toLowerCase())
    if (type) remember(typed, id, type)
  }

  const names = written.filter(({ control }) => !ids.has(control))
  const exact = await recordsNamed(tx, names)
  const candidates = new Map<string, { typed: string; found: readonly LinkedRecord[] }>()
  const open = new Set<string>()
  const problems: FieldProblem[] = []
  const asked = new Set<string>()
  for (const { control, field, to } of names) {
    const targets = field.targets ?? []
    const known = chosen.get(fold(to))?.find(({ type }) => targets.includes(type))
    const bearers = exact.filter((one) => one.key === keyOf(to) && targets.includes(one.type))
    const [only] = bearers
    if (known) ids.set(control, known.id)
    else if (only && bearers.length === 1) ids.set(control, only.id)
    else {
      open.add(control)
      const question = `${fold(to)} ${[...targets].sort().join(' ')}`
      if (asked.has(question)) continue
      asked.add(question)
      candidates.set(control, { typed: to, found: await similarRecords(tx, targets, to, bearers) })
      problems.push({ field: control, message: ask })
    }
  }
  return { ids, planned: [...planned.values()], candidates, open, problems }
}

/**
 * The questions that were put about names and are answered by "create it" or not at all, so that the form can show
 * them again.
 */
export async function askedAgain(
  tx: Tx,
  written: readonly WrittenReference[],
  choices: readonly { readonly typed: string }[],
): Promise<ResolvedNames['candidates']> {
  const before = new Set(choices.map(({ typed }) => fold(typed)))
  const candidates = new Map<string, { typed: string; found: readonly LinkedRecord[] }>()
  const seen = new Set<string>()
  for (const { control, field, to } of written) {
    const name = wanted(to)?.name ?? (before.has(fold(to)) ? to : null)
    const targets = field.targets ?? []
    const question = `${fold(name ?? '')} ${[...targets].sort().join(' ')}`
    if (name === null || seen.has(question)) continue
    seen.add(question)
    candidates.set(control, { typed: name, found: await similarRecords(tx, targets, name) })
  }
  return candidates
}

const keyOf = (name: string): string => fold(name).slice(0, 200)

type Bearer = LinkedRecord & { readonly key: string }

/** The records whose title is one of the names, letter for letter after folding. One statement. */
async function recordsNamed(tx: Tx, names: readonly WrittenReference[]): Promise<readonly Bearer[]> {
  const keys = [...new Set(names.map(({ to }) => keyOf(to)))]
  const types = [...new Set(names.flatMap(({ field }) => field.targets ?? []))]
  if (keys.length === 0 || types.length === 0) return []
  const rows = await tx.sql
    .selectFrom('record_key as k')
    .innerJoin('record as r', (join) =>
      join.onRef('r.org_id', '=', 'k.org_id').onRef('r.id', '=', 'k.record_id'),
    )
    .select(['r.id', 'r.type', 'r.title', 'k.key'])
    .where('k.org_id', '=', tx.actor.orgId)
    .where('k.field', '=', '_title')
    .where('k.type', 'in', types)
    .where('k.key', 'in', keys)
    .where('r.deleted_at', 'is', null)
    .orderBy('r.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, deleted: false }))
}

async function similarRecords(
  tx: Tx,
  targets: readonly string[],
  name: string,
  first: readonly LinkedRecord[] = [],
): Promise<readonly LinkedRecord[]> {
  const found = new Map(first.map((record) => [record.id, record]))
  for (const target of targets) {
    const { rows } = await listRecords(tx, { type: target, text: name, limit: 6 })
    for (const { id, title } of rows)
      if (!found.has(id)) found.set(id, { id, type: target, title, deleted: false })
  }
  return [...found.values()].slice(0, 12)
}

async function typesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await titlesOf(tx, ids))].map(([id, record]) => [id, record.type]))
}

/** What a reference shows of its target, for those that the reader may see. */
export async function titlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LinkedRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql
    .selectFrom('record')
    .select(['id', 'type', 'title', 'deleted_at'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ deleted_at, ...row }) => [row.id, { ...row, deleted: deleted_at !== null }]))
}

/** What a record of the type needs besides its name before it can be made. */
export const neededBesidesName = (type: RecordTypeDefinition): readonly FieldDefinition[] =>
  type.fields.filter((field) => field.required && !type.title.includes(field.name))

/** The type and the name's field of a record to be made. */
export function nameField(tx: Tx, typeName: string): { type: RecordTypeDefinition; field: FieldDefinition } {
  const type = tx.schema.types.get(typeName)
  const field = type?.fields.find((one) => one.name === type.title[0])
  if (!type || !field) throw new Problem('not_found')
  return { type, field }
}
