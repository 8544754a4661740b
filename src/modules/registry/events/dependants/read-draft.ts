import type { FormBody } from '#platform/http'
import { type RecordTypeDefinition, type Schema, fold, isEmpty, visibilities } from '#platform/records'
import { Problem } from '#platform/problem'
import { readRecordForm } from '#web/records'
import { type Draft, type DraftRow, blankRow, rowPrefix } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'

/** What a post of the form means: to save it, or only to show it again with a row more or less. */
export interface PostedDraft {
  readonly draft: Draft
  /** "Add another" or "Remove" was pressed: nothing is to be written. */
  readonly reshaped: boolean
}

/** Reads the posted form of a family. Rows keep their order and are numbered anew, without gaps. */
export function readDraft(family: Family, schema: Schema, form: FormBody): PostedDraft {
  const complete = withUnanswered(form)
  const add = form.get('_add')
  const remove = form.get('_remove')
  const rows: Record<string, readonly DraftRow[]> = {}
  const posted = new Map(family.groups.map((group) => [group.name, indexesOf(group, form)]))
  const places = new Map(posted)
  for (const group of family.groups) {
    const kept = (places.get(group.name) ?? []).filter((index) => remove !== rowPrefix(group.name, index))
    places.set(group.name, kept)
    const read = kept.map((index) => readRow(group, typeOfGroup(schema, group), complete, index, add))
    rows[group.name] = add === group.name ? [...read, blankRow] : read
  }
  for (const group of family.groups) {
    const { numbers } = group
    if (!numbers) continue
    const targets = places.get(numbers.group) ?? []
    rows[group.name] = (rows[group.name] ?? []).map((row) => ({
      ...row,
      numbers: renumber(row.numbers, targets, posted.get(numbers.group) ?? []),
    }))
  }
  const id = form.get('_id')
  const main = schema.types.get(family.type)
  if (!main) throw new Problem('not_found')
  const asked = /^f\.(\w+)$/.exec(add)?.[1]
  return {
    reshaped: add !== '' || remove !== '',
    draft: {
      main: {
        ...(id && { id, version: Number(form.get('version')) }),
        values: readRecordForm(main, complete),
        ...(asked && { extraRows: { [asked]: 1 } }),
      },
      rows,
      visibility: visibilities.find((value) => value === form.get('visibility')) ?? 'internal',
      reason: form.get('reason').slice(0, 2_000),
      choices: typedNames(form).map(({ control, typed }) => ({ typed, chosen: form.get(`${control}.to`) })),
      fresh: Object.fromEntries(
        form.entries.flatMap(([name, value]) =>
          name.startsWith('_fresh.') && value !== '' ? [[name.slice('_fresh.'.length), value] as const] : [],
        ),
      ),
    },
  }
}

/** The form name of what a new record needs besides its name; the name is folded so that any spelling finds it. */
export const freshKey = (type: string, name: string, field: string): string =>
  `${type}.${fold(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${field}`

const typedNames = (form: FormBody) =>
  form.entries.flatMap(([name, typed]) =>
    name.startsWith('_typed.') ? [{ control: name.slice('_typed.'.length), typed }] : [],
  )

/** A question that was left unanswered sends nothing: then the name that was typed still stands. */
function withUnanswered(form: FormBody): FormBody {
  const sent = new Set(form.entries.map(([name]) => name))
  const missing = typedNames(form).filter(({ control }) => !sent.has(`${control}.to`))
  return {
    ...form,
    entries: [...form.entries, ...missing.map(({ control, typed }) => [`${control}.to`, typed] as const)],
  }
}

function indexesOf(group: DependantGroup, form: FormBody): readonly number[] {
  const pattern = new RegExp(`^${group.name}\\.(\\d{1,5})\\._fields$`)
  const found = form.entries.flatMap(([name]) => {
    const index = pattern.exec(name)?.[1]
    return index === undefined ? [] : [Number(index)]
  })
  return [...new Set(found)].sort((a, b) => a - b)
}

const typeOfGroup = (schema: Schema, group: DependantGroup): RecordTypeDefinition => {
  const type = schema.types.get(group.type)
  if (!type) throw new Problem('not_found')
  return type
}

function readRow(
  group: DependantGroup,
  type: RecordTypeDefinition,
  form: FormBody,
  index: number,
  add: string,
): DraftRow {
  const prefix = rowPrefix(group.name, index)
  const id = form.get(`${prefix}._id`)
  const asked = add.startsWith(`${prefix}.`) ? add.slice(prefix.length + 1) : ''
  const read = readRecordForm(type, form, prefix)
  return {
    ...(id && { id, version: Number(form.get(`${prefix}._version`)) }),
    trash: form.get(`${prefix}._trash`) !== '',
    values: Object.fromEntries(Object.entries(read).filter(([name]) => group.fields.includes(name))),
    numbers: form.get(`${prefix}._numbers`).trim(),
    locator: form.get(`${prefix}._locator`).trim().slice(0, 2_000),
    quote: form.get(`${prefix}._quote`).trim().slice(0, 10_000),
    ...(asked && { extraRows: { [asked]: 1 } }),
  }
}

/**
 * Numbers as typed, which count rows as the page showed them, as numbers in the new order. One that names no row any
 * more becomes `?2`, which is refused on saving: an act must never be attributed to someone because rows moved.
 */
function renumber(typed: string, indexes: readonly number[], posted: readonly number[]): string {
  return typed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((token) => {
      if (!/^\d+$/.test(token) || token === '0') return token
      const position = indexes.indexOf(Number(token) - 1)
      if (position !== -1) return String(position + 1)
      return Number(token) - 1 > Math.max(...posted, -1) ? token : `?${token}`
    })
    .join(', ')
}

/** Whether nothing at all was written into a new row. */
export const isBlank = (row: DraftRow): boolean =>
  row.id === undefined &&
  row.numbers === '' &&
  row.locator === '' &&
  row.quote === '' &&
  Object.values(row.values).every(isEmpty)
