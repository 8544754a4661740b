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
  readBelongings,
  readRecord,
  readRecords,
  revealRecord,
  typeOf,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
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
  /** Whether a second person has to see it. */
  readonly protects: boolean
}

/** Everything that may be chosen of a case: itself, its people, events and sources, and what belongs to it. */
export async function readCaseRecords(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const record = await readRecord(tx, caseId)
  if (record.type !== 'case' || record.deletedAt || record.mergedInto) throw new Problem('not_found')
  const named = ['people', 'organisations', 'events', 'sources'].flatMap((name) =>
    (valuesOf(record.values[name]) as readonly Reference[]).map(({ to }) => to),
  )
  const belongings = (await readBelongings(tx, caseId)).map(({ id }) => id)
  const others = await readRecords(tx, [...new Set([...named, ...belongings])])
  return [record, ...others.filter(({ deletedAt, mergedInto }) => !deletedAt && !mergedInto)]
}

const notOpen = {
  en: 'Open what is sealed on the page of the case first, then download.',
  es: 'Abra primero lo sellado en la página del caso y descargue después.',
  ca: 'Obriu primer el que està segellat a la pàgina del cas i baixeu-lo després.',
}

/**
 * What exactly would leave. `reveal`: with what is sealed in clear, which throws `conflict` unless all of it is open in
 * this session; the digest is the same with and without.
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
  // A source is named only where the sources go along.
  const elsewhere = new Map(
    chosen.flatMap(({ linked }) =>
      [...linked.values()].flatMap(({ id, type, title, deleted }) =>
        names.has(id) || deleted || type === 'source' || !title ? [] : [[id, title] as const],
      ),
    ),
  )
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
  return {
    record,
    records: reveal && marks.length > 0 ? await revealed(tx, chosen, locals, goes, marks) : plain,
    files: attached,
    elsewhere,
    digest,
    recordIds: [...chosen.map(({ id }) => id), ...elsewhere.keys()],
    classes: used.filter((one) => one !== 'sealed'),
    sealed: marks.map(({ local, field }) => ({ local, field })),
    protects:
      chosen.some(({ visibility }) => visibility === 'restricted') || used.length > 1 || marks.length > 0,
  }
}

async function revealed(
  tx: Tx,
  chosen: readonly RecordView[],
  locals: ReadonlyMap<string, string>,
  goes: Parameters<typeof shape>[3],
  marks: readonly { readonly local: string; readonly field: string }[],
): Promise<Portion['records']> {
  const open = await Promise.all(chosen.map((one) => revealRecord(tx, one)))
  const records = open.map((one) => shape(tx, one, locals, goes))
  const closed = open.some((one) =>
    marks.some(({ local, field }) => local === locals.get(one.id) && isSealed(one.values[field])),
  )
  if (closed) throw new Problem('conflict', { explanation: notOpen })
  return records
}
