import { dateBounds } from '#platform/dates'
import { type PersonName, type RecordView, type Schema, valuesOf } from '#platform/records'
import { type CaseFile, referencesOf } from './case-file.ts'
import { codesIn, isUnder } from './parts.ts'
import type { Party, Standing } from './value.ts'

/** Roles of a case whose bearer is where something is known from. */
const sourceRoles: readonly unknown[] = ['reported_by', 'intermediary']

/** The ids of whoever told, gave or reported something: their names go into no copy. */
function sourceIds(file: CaseFile): ReadonlySet<string> {
  const ids = [
    ...file.sources.flatMap((one) => referencesOf(one, 'given_by')),
    ...file.information.flatMap((one) => referencesOf(one, 'told_by')),
    ...['people', 'organisations'].flatMap((field) =>
      referencesOf(file.record, field).filter(({ attributes }) => sourceRoles.includes(attributes?.['role'])),
    ),
  ].map(({ to }) => to)
  const told = [...file.byId.values()].filter(
    (one) => one.type === 'person' && codesIn(one, 'roles').includes('source_person'),
  )
  return new Set([...ids, ...told.map(({ id }) => id)])
}

/** The ids of those to whom acts are attributed. */
function authorIds(file: CaseFile): ReadonlySet<string> {
  const ids = [
    ...file.involvements.flatMap((one) => referencesOf(one, 'perpetrator')),
    ...(file.belonging.get('detention') ?? []).flatMap((one) => referencesOf(one, 'held_by')),
    ...(file.belonging.get('incident') ?? []).flatMap((one) => referencesOf(one, 'by_whom')),
    ...['people', 'organisations'].flatMap((field) =>
      referencesOf(file.record, field).filter(
        ({ attributes }) =>
          attributes?.['role'] === 'alleged_perpetrator' || attributes?.['role'] === 'authority',
      ),
    ),
  ].map(({ to }) => to)
  return new Set(ids)
}

const texts = (value: unknown): readonly string[] =>
  valuesOf(value).filter((one): one is string => typeof one === 'string' && one.trim() !== '')

/** The names of a person: the real one where the other is a code name, its parts, and all others that are recorded. */
function spellingsOf(record: RecordView): { readonly shown: string; readonly spellings: readonly string[] } {
  if (record.type === 'organisation') {
    const names = [record.values['name'], record.values['acronym'], record.values['other_names']].flatMap(
      texts,
    )
    return { shown: names[0] ?? record.title, spellings: names }
  }
  const real = (record.values['real_name'] ?? record.values['name']) as PersonName | undefined
  const full = real?.full ?? record.title
  const mother = texts(record.values['family_name_mother'])
  const married = texts(record.values['family_name_married'])
  const parts = real?.given && real.family ? [`${real.given} ${real.family}`] : []
  return {
    shown: full,
    spellings: [
      ...new Set([
        full,
        ...parts,
        ...mother.map((name) => `${full} ${name}`),
        ...married.map((name) => `${real?.given ?? full} ${name}`),
        ...texts(record.values['other_names']),
      ]),
    ],
  }
}

/** Whether somebody may be under eighteen on that day: of a date that is known in part, the latest counts. */
function isMinor(record: RecordView, file: CaseFile, today: string): boolean {
  if (record.type !== 'person') return false
  const detained = (file.belonging.get('detention') ?? []).some(
    (one) =>
      one.values['minor'] === 'yes' &&
      one.values['until'] === undefined &&
      referencesOf(one, 'person').some(({ to }) => to === record.id),
  )
  const birth = texts(record.values['birth_date'])[0] ?? texts(record.values['birth'])[0]
  const latest = birth === undefined ? null : dateBounds(birth).latest
  return detained || (latest !== null && `${Number(latest.slice(0, 4)) + 18}${latest.slice(4)}` > today)
}

/** Whether a source is of a kind that everybody can read, so that whoever wrote it gave nobody away. */
const isPublished = (schema: Schema, source: RecordView): boolean =>
  ['press', 'web', 'report', 'register', 'official_document', 'data_set'].some((kind) =>
    isUnder(schema, 'source_kinds', codesIn(source, 'kind'), kind),
  )

/** Everybody who appears in a case, by id, those at risk first, in an order that stays. */
export function readParties(
  schema: Schema,
  file: CaseFile,
  persons: readonly string[],
  today: string,
): ReadonlyMap<string, Party> {
  const sources = sourceIds(file)
  const authors = authorIds(file)
  const standing = (id: string): Standing =>
    persons.includes(id) ? 'subject' : sources.has(id) ? 'source' : authors.has(id) ? 'author' : 'other'
  const of = ['people', 'organisations']
    .flatMap((field) => referencesOf(file.record, field))
    .map(({ to }) => to)
  const order = [...new Set([...persons, ...of, ...[...file.byId.keys()].toSorted()])]
  const parties = new Map<string, Party>()
  for (const id of order) {
    const record = file.byId.get(id)
    if (record?.type !== 'person' && record?.type !== 'organisation') continue
    parties.set(id, {
      id,
      kind: record.type,
      ...spellingsOf(record),
      minor: isMinor(record, file, today),
      standing: standing(id),
    })
  }
  // Authors of what was told to us are names that stand in a record, of whom there may be none of their own.
  for (const source of file.sources.filter((one) => !isPublished(schema, one)))
    for (const name of texts(source.values['author']))
      parties.set(`author:${name}`, {
        id: `author:${name}`,
        kind: 'name',
        shown: name,
        spellings: [name],
        minor: false,
        standing: 'source',
      })
  return parties
}
