import { newId } from '#platform/db'
import type { FieldProblem } from '#platform/problem'
import {
  type LinkedRecord,
  type RecordTypeDefinition,
  type RecordView,
  type Reference,
  type Tx,
  type Values,
  checkValues,
  isEmpty,
  typeOf,
  valuesOf,
} from '#platform/records'
import { type Draft, type DraftRow, rowPrefix } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'
import { type SavedFamily, referencesOf, same } from './load-draft.ts'
import { freshKey, isBlank } from './read-draft.ts'
import { type ResolvedNames, type WrittenReference, nameField, neededBesidesName } from './resolve-names.ts'
import { summaryOf } from './summary.ts'

/** A row ready to be written. */
export interface ComposedRow {
  readonly group: DependantGroup
  readonly prefix: string
  readonly row: DraftRow
  readonly id: string
  readonly before: RecordView | undefined
  /** Checked values of the fields that this screen writes. */
  readonly values: Values
}

/** A whole family ready to be written, or the reasons why it is not. */
export interface ComposedFamily {
  readonly mainId: string
  readonly main: Values
  readonly rows: readonly ComposedRow[]
  /** Records made from names: id, type and all values. */
  readonly made: readonly {
    readonly id: string
    readonly type: string
    readonly values: Readonly<Record<string, unknown>>
  }[]
  /** By form name: `act.0.victim`. */
  readonly problems: readonly FieldProblem[]
}

/** Every reference of the form with its control's name. */
export function writtenReferences(tx: Tx, family: Family, draft: Draft): readonly WrittenReference[] {
  const of = (type: RecordTypeDefinition, prefix: string, values: DraftRow['values']) =>
    type.fields
      .filter((field) => field.type === 'reference')
      .flatMap((field) =>
        (valuesOf(values[field.name]) as (Partial<Reference> | '')[]).flatMap((one, i) => {
          const to = typeof one === 'object' ? (one.to ?? '').trim() : ''
          return to === '' ? [] : [{ control: `${prefix}.${field.name}.${i}`, field, to }]
        }),
      )
  return [
    ...of(typeOf(tx, family.type), 'f', draft.main.values),
    ...family.groups.flatMap((group) =>
      (draft.rows[group.name] ?? []).flatMap((row, i) =>
        row.trash ? [] : of(typeOf(tx, group.type), rowPrefix(group.name, i), row.values),
      ),
    ),
  ]
}

/** Puts ids where names stood. One that is still asked about is left out; its question is a problem already. */
function withIds(
  type: RecordTypeDefinition,
  prefix: string,
  values: DraftRow['values'],
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const given: Record<string, unknown> = { ...values }
  for (const field of type.fields) {
    if (field.type !== 'reference' || !(field.name in values)) continue
    const resolved = (valuesOf(values[field.name]) as (Partial<Reference> | '')[]).flatMap((one, i) => {
      const to = ids.get(`${prefix}.${field.name}.${i}`)
      return to === undefined || one === '' ? [] : [{ ...one, to }]
    })
    given[field.name] = field.multiple ? resolved : (resolved[0] ?? '')
  }
  return given
}

/** Checks all that was written, all at once, and gives every row the values it will have. Writes nothing. */
export function composeFamily(
  tx: Tx,
  family: Family,
  draft: Draft,
  saved: SavedFamily | null,
  names: ResolvedNames,
  titles: ReadonlyMap<string, LinkedRecord>,
): ComposedFamily {
  const problems: FieldProblem[] = [...names.problems]
  // A field with an open question is not also "needed".
  const asked = (field: string) => [...names.open].some((control) => control.startsWith(`${field}.`))
  const report = (prefix: string, found: readonly FieldProblem[]) => {
    for (const { field, message } of found)
      if (!asked(`${prefix}.${field}`)) problems.push({ field: `${prefix}.${field}`, message })
  }

  const mainType = typeOf(tx, family.type)
  const mainId = saved?.main.id ?? newId()
  const main = checkValues(mainType, withIds(mainType, 'f', draft.main.values, names.ids), tx.schema, !saved)
  report('f', main.problems)
  const mainBefore = saved?.main.values ?? {}
  const mainAfter = { ...mainBefore, ...main.values }

  const idsOfRows = new Map(
    family.groups.map((group) => [
      group.name,
      (draft.rows[group.name] ?? []).map((row) => row.id ?? newId()),
    ]),
  )
  const rows: ComposedRow[] = []
  for (const group of family.groups) {
    const type = typeOf(tx, group.type)
    for (const [i, row] of (draft.rows[group.name] ?? []).entries()) {
      if (isBlank(row)) continue
      const prefix = rowPrefix(group.name, i)
      const before = saved?.dependants[group.name]?.find((one) => one.id === row.id)
      const id = idsOfRows.get(group.name)?.[i] ?? newId()
      if (row.trash) {
        if (before) rows.push({ group, prefix, row, id, before, values: {} })
        continue
      }
      const given = withIds(type, prefix, row.values, names.ids)
      inherit(group, given, before, mainBefore, mainAfter)
      const pointed = numbered(group, row, before, draft, idsOfRows, saved)
      if (pointed.problem) problems.push({ field: `${prefix}._numbers`, message: pointed.problem })
      Object.assign(given, pointed.values)
      if (!before) given[group.back] = { to: mainId }
      given[group.summary.field] = summaryOf(tx, group, { ...before?.values, ...given }, titles, before)
      const checked = checkValues(type, given, tx.schema, !before)
      report(
        prefix,
        checked.problems.filter((problem) => problem.field !== group.summary.field),
      )
      rows.push({ group, prefix, row, id, before, values: checked.values })
    }
  }
  const made = names.planned.map((plan) => {
    const group = family.groups.find((one) => plan.control.startsWith(`${one.name}.`))
    const position = Number(plan.control.split('.')[1])
    const from = group && draft.rows[group.name]?.[position]
    const { type, field } = nameField(tx, plan.type)
    const values: Record<string, unknown> = { [field.name]: plan.name }
    for (const [name, rowField] of Object.entries(group?.gives?.[plan.type] ?? {})) {
      const value = from?.values[rowField]
      if (!isEmpty(value)) values[name] = value
    }
    for (const needed of neededBesidesName(type)) {
      const key = freshKey(plan.type, plan.name, needed.name)
      if (values[needed.name] === undefined && draft.fresh[key]) values[needed.name] = draft.fresh[key]
    }
    const checked = checkValues(type, values, tx.schema, true)
    for (const problem of checked.problems)
      problems.push({
        field: `_fresh.${freshKey(plan.type, plan.name, problem.field)}`,
        message: problem.message,
      })
    return { id: plan.id, type: plan.type, values }
  })
  return { mainId, main: main.values, rows, made, problems }
}

/** Fields that stand empty take the main record's value, and a value that was the main record's follows it. */
function inherit(
  group: DependantGroup,
  given: Record<string, unknown>,
  before: RecordView | undefined,
  mainBefore: Values,
  mainAfter: Values,
): void {
  for (const name of group.inherits ?? []) {
    if (!isEmpty(given[name])) continue
    const own = before?.values[name]
    const shown = name in given
    if (before && own === undefined) {
      if (shown) given[name] = ''
    } else if (!before || shown || same(own, mainBefore[name])) given[name] = mainAfter[name] ?? ''
  }
}

/** The field that points to rows of another group, from their numbers; what is not on this screen stays. */
function numbered(
  group: DependantGroup,
  row: DraftRow,
  before: RecordView | undefined,
  draft: Draft,
  idsOfRows: ReadonlyMap<string, readonly string[]>,
  saved: SavedFamily | null,
): { readonly values?: Record<string, unknown>; readonly problem?: FieldProblem['message'] } {
  const { numbers } = group
  if (!numbers) return {}
  const targets = draft.rows[numbers.group] ?? []
  const ids = idsOfRows.get(numbers.group) ?? []
  const standing = targets.map((target) => !target.trash && !isBlank(target))
  const tokens = row.numbers.split(/[\s,;]+/).filter(Boolean)
  const unknown = tokens.find(
    (token) =>
      !/^\d{1,5}$/.test(token) ||
      (token !== '0' && !standing[Number(token) - 1] && !targets[Number(token) - 1]?.trash),
  )
  if (unknown !== undefined) {
    const number = unknown.replace(/^\?/, '')
    return {
      problem: {
        en: `There is no number ${number}. Write the numbers of the rows above, such as 1, 3.`,
        es: `No existe el número ${number}. Escriba los números de las filas anteriores, por ejemplo 1, 3.`,
        ca: `No hi ha cap número ${number}. Escriviu els números de les files anteriors, per exemple 1, 3.`,
      },
    }
  }
  const chosen = tokens.length === 0 ? standing.map((_, i) => i) : tokens.map((token) => Number(token) - 1)
  const here = new Set((saved?.dependants[numbers.group] ?? []).map(({ id }) => id))
  const elsewhere = referencesOf(before?.values[numbers.field]).filter(({ to }) => !here.has(to))
  const pointed = [...new Set(chosen)].flatMap((i) => (standing[i] && ids[i] ? [{ to: ids[i] }] : []))
  return { values: { [numbers.field]: [...elsewhere, ...pointed] } }
}
