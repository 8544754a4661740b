import { createHash } from 'node:crypto'
import type { FileStore } from '#platform/files'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  type ValueClass,
  classOf,
  readRecord,
  readRecords,
  revealRecord,
  typeOf,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { readWholeBelongings } from '../../cases/whole-belongings.ts'
import { type Portion, filesOf, isNote, localNames, numbered, shape } from '../portion.ts'

/** What of a case is taken out for its counsel. */
export interface WholeCase {
  readonly caseId: string
  /** Record types besides the case: `person`, `event`, `step`, `source`… */
  readonly parts: readonly string[]
  /** Protected classes. */
  readonly classes: readonly ValueClass[]
  readonly notes: boolean
  /** What is sealed, as far as it is open in the session that downloads it. */
  readonly sealed: boolean
  readonly files: readonly string[]
  readonly format: 'pdf' | 'zip'
  readonly language: Language
}

/** A whole case, composed. */
export interface Composed extends Portion {
  readonly record: RecordView
  readonly digest: Buffer
  /** Every record that it takes from, those included that it only names. */
  readonly recordIds: readonly string[]
  readonly classes: readonly ValueClass[]
  /** Sealed values that go along, named by record and field. */
  readonly sealed: readonly { readonly local: string; readonly field: string }[]
  /** Of these the ones that are not open in this session, or were not looked into: said to be sealed. */
  readonly closed: ReadonlySet<string>
  /** Whether a second person has to see it. */
  readonly protects: boolean
}

/** Everything that may be chosen of a case: itself, its people, events and sources, and what belongs to it at any depth. */
export async function readCaseRecords(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const record = await readRecord(tx, caseId)
  if (record.type !== 'case' || record.deletedAt || record.mergedInto) throw new Problem('not_found')
  const named = ['people', 'organisations', 'events', 'sources'].flatMap((name) =>
    (valuesOf(record.values[name]) as readonly Reference[]).map(({ to }) => to),
  )
  const belongings = (await readWholeBelongings(tx, caseId)).map(({ id }) => id)
  const others = await readRecords(tx, [...new Set([...named, ...belongings])])
  return [record, ...others.filter(({ deletedAt, mergedInto }) => !deletedAt && !mergedInto)]
}

/** What records are called that do not go along. A source is named only where the sources do. */
const namedIn = (
  chosen: readonly RecordView[],
  names: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> =>
  new Map([
    ...before,
    ...chosen.flatMap(({ linked }) =>
      [...linked.values()].flatMap(({ id, type, title, deleted }) =>
        names.has(id) || deleted || type === 'source' || !title ? [] : [[id, title] as const],
      ),
    ),
  ])

/**
 * What exactly would leave. `reveal`: what is sealed stands there in clear as far as it is open in this session, and is
 * said to be sealed otherwise; the digest is the same with and without.
 */
export async function composeCase(
  tx: Tx,
  files: FileStore,
  spec: WholeCase,
  { reveal = false }: { readonly reveal?: boolean } = {},
): Promise<Composed> {
  const all = await readCaseRecords(tx, spec.caseId)
  const [record] = all
  if (!record) throw new Problem('not_found')
  const parts = new Set(['case', ...spec.parts])
  const chosen = all.filter(({ type }) => parts.has(type))
  const allowed = new Set<ValueClass>(['open', ...spec.classes.filter((one) => one !== 'sealed')])
  const names = localNames(chosen)
  const elsewhere = namedIn(chosen, names)
  const locals = new Map([...names, ...[...elsewhere.keys()].map((id) => [id, id] as const)])
  const goes = (field: Parameters<Parameters<typeof shape>[3]>[0]): boolean =>
    (classOf(field) === 'sealed' ? spec.sealed : allowed.has(classOf(field))) &&
    (spec.notes || !isNote(field))
  const marks = spec.sealed
    ? chosen.flatMap((one) =>
        typeOf(tx, one.type).fields.flatMap((field) =>
          isSealed(one.values[field.name]) && goes(field)
            ? [
                {
                  local: names.get(one.id) ?? '',
                  field: field.name,
                  key: JSON.stringify(one.values[field.name]),
                },
              ]
            : [],
        ),
      )
    : []
  const plain = chosen.map((one) => shape(tx, one, locals, goes))
  const sent = numbered(
    (await filesOf(tx, files, chosen)).filter((one) => spec.files.includes(one.id) && allowed.has(one.class)),
    names,
  )
  const attached = spec.format === 'zip' ? sent : []
  const used = [
    ...new Set<ValueClass>([
      'open',
      ...attached.map((one) => one.class),
      ...plain.flatMap((one) =>
        typeOf(tx, one.type)
          .fields.filter(({ name }) => one.values[name] !== undefined)
          .map(classOf),
      ),
    ]),
  ].sort()
  const digest = createHash('sha256')
    .update(
      JSON.stringify({
        format: 'amparo case 1',
        as: [spec.format, spec.language],
        records: plain,
        elsewhere: [...elsewhere],
        sealed: marks,
        files: attached,
      }),
    )
    .digest()
  const open =
    reveal && marks.length > 0 ? await Promise.all(chosen.map((one) => revealRecord(tx, one))) : null
  const named = open ? namedIn(open, names, elsewhere) : elsewhere
  const shownLocals = new Map([...names, ...[...named.keys()].map((id) => [id, id] as const)])
  const inClear = new Map(open?.map((one) => [names.get(one.id) ?? '', one.values]))
  return {
    record,
    records: open?.map((one) => shape(tx, one, shownLocals, goes)) ?? plain,
    closed: new Set(
      marks.flatMap(({ local, field }) => {
        const values = inClear.get(local)
        return values && !isSealed(values[field]) ? [] : [`${local}.${field}`]
      }),
    ),
    files: attached,
    elsewhere: named,
    digest,
    recordIds: [...chosen.map(({ id }) => id), ...elsewhere.keys()],
    classes: used.filter((one) => one !== 'sealed'),
    sealed: marks.map(({ local, field }) => ({ local, field })),
    protects:
      chosen.some(({ visibility }) => visibility === 'restricted') || used.length > 1 || marks.length > 0,
  }
}
