import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type PersonRole, can, personRoles } from '#platform/access'
import type { FieldDefinition, RecordTypeDefinition, ValueClass } from '#platform/records'

// A small organisation as plain data: what its types, records, people and grants are, and (below) what the rule says of
// them, written a second time and as simply as possible. The test compares what the product tells with what this says.

const classes = ['open', 'identity', 'health', 'location', 'legal'] as const
const kinds = [
  'text',
  'long_text',
  'localized_text',
  'person_name',
  'place',
  'url',
  'date',
  'number',
  'choice',
] as const
type Kind = (typeof kinds)[number]
export const options = ['a', 'b', 'c'] as const

export interface WorldField {
  readonly name: string
  readonly kind: Kind
  readonly class: ValueClass
  readonly multiple: boolean
  readonly facet: boolean
  readonly sortable: boolean
  readonly listed: boolean
}

export type Grant = 'none' | 'current' | 'ended' | 'team' | 'ended team' | 'another team'

export interface WorldRecord {
  readonly visibility: 'public' | 'internal' | 'restricted'
  readonly embargo: boolean
  /** By field: never filled, filled, or filled and then changed. */
  readonly filled: readonly ('no' | 'yes' | 'changed')[]
  readonly option: (typeof options)[number]
  /** The record that it points at. */
  readonly to: number
  readonly quoted: number | null
  readonly fileClass: (typeof classes)[number] | null
}

export interface WorldPerson {
  readonly role: PersonRole
  readonly classes: readonly string[]
  readonly grants: readonly Grant[]
}

export interface World {
  readonly salt: string
  readonly fields: readonly WorldField[]
  readonly referenceClass: (typeof classes)[number]
  readonly records: readonly WorldRecord[]
  readonly people: readonly WorldPerson[]
}

const recordCount = 4
const field = fc.record({
  kind: fc.constantFrom(...kinds),
  class: fc.constantFrom(...classes),
  multiple: fc.boolean(),
  facet: fc.boolean(),
  sortable: fc.boolean(),
  listed: fc.boolean(),
})

/** Any small organisation. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  salt: fc.string({ minLength: 8, maxLength: 8, unit: 'grapheme-ascii' }),
  fields: fc.array(field, { minLength: 3, maxLength: 7 }).map((given) =>
    given.map((one, i) => ({
      ...one,
      name: `field_${i}`,
      facet: one.facet && one.kind === 'choice',
      sortable: one.sortable && !one.multiple && one.kind !== 'place' && one.kind !== 'url',
      // Only what everybody may see stands in lists.
      listed: one.listed && one.class === 'open',
    })),
  ),
  referenceClass: fc.constantFrom(...classes),
  records: fc.array(
    fc.record({
      visibility: fc.constantFrom('public', 'internal', 'restricted', 'restricted'),
      embargo: fc.boolean(),
      filled: fc.array(fc.constantFrom('no', 'yes', 'changed'), { minLength: 7, maxLength: 7 }),
      option: fc.constantFrom(...options),
      to: fc.nat({ max: recordCount - 1 }),
      quoted: fc.option(fc.nat({ max: 6 })),
      fileClass: fc.option(fc.constantFrom(...classes)),
    }),
    { minLength: recordCount, maxLength: recordCount },
  ) as fc.Arbitrary<readonly WorldRecord[]>,
  people: fc.array(
    fc.record({
      role: fc.constantFrom(...personRoles),
      classes: fc.subarray(['identity', 'health', 'location', 'legal']),
      grants: fc.array(
        fc.constantFrom<Grant>('none', 'current', 'ended', 'team', 'ended team', 'another team'),
        { minLength: recordCount, maxLength: recordCount },
      ),
    }),
    { minLength: 3, maxLength: 3 },
  ),
})

/** The type that the world's records have. */
export function typeOfWorld(world: World): RecordTypeDefinition {
  const labels = (text: string) => ({ en: text, es: text, ca: text })
  const defined = (one: WorldField): FieldDefinition => ({
    name: one.name,
    type: one.kind,
    label: labels(one.name),
    class: one.class,
    multiple: one.multiple,
    facet: one.facet,
    sortable: one.sortable,
    listed: one.listed,
    ...(one.kind === 'choice' && {
      options: options.map((code) => ({ code, label: labels(`option ${code}`) })),
    }),
  })
  return {
    name: 'thing',
    label: labels('Thing'),
    plural: labels('Things'),
    title: ['name'],
    fields: [
      { name: 'name', type: 'text', label: labels('Name'), required: true, listed: true, sortable: true },
      ...world.fields.map(defined),
      {
        name: 'other',
        type: 'reference',
        label: labels('Other'),
        inverse: labels('Others'),
        targets: ['thing'],
        class: world.referenceClass,
        attributes: [{ name: 'note', type: 'text', label: labels('Note') }],
      },
    ],
  }
}

/** A word that is nowhere else; the same for the same place of the same world. */
export function canary(world: World, ...place: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update([world.salt, ...place].join('|'))
    .digest()
  return `zq${[...hash.subarray(0, 12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`
}

/** The value of a field of a record at a version, and the texts by which it is known wherever it appears. */
export function valueAt(
  world: World,
  record: number,
  one: WorldField,
  version: 1 | 2,
): { readonly value: unknown; readonly shown: readonly string[] } {
  const word = canary(world, record, one.name, version)
  const number = Number.parseInt(createHash('sha256').update(word).digest('hex').slice(0, 7), 16)
  const day = `${7000 + (number % 2000)}-0${1 + (number % 9)}-1${number % 10}`
  const single = ((): { value: unknown; shown: readonly string[] } => {
    switch (one.kind) {
      case 'localized_text':
        return { value: { en: word }, shown: [word] }
      case 'person_name':
        return { value: { full: word }, shown: [word] }
      case 'place':
        return { value: { text: word }, shown: [word] }
      case 'url':
        return { value: `https://${word}.example/`, shown: [word] }
      case 'date':
        return { value: day, shown: [day] }
      case 'number':
        return { value: 900_000_000_000 + number, shown: [String(900_000_000_000 + number)] }
      case 'choice':
        // Options are known to everybody; which one it is shows in counts and filters, and these are looked at there.
        return { value: version === 1 ? world.records[record]?.option : 'c', shown: [] }
      case 'text':
      case 'long_text':
        return { value: word, shown: [word] }
    }
  })()
  return one.multiple ? { ...single, value: [single.value] } : single
}

// ---------------------------------------------------------------- the rule, a second time

export const seesRecord = (world: World, person: WorldPerson, record: number): boolean => {
  const grant = person.grants[record]
  return (
    can(person, 'read') &&
    (world.records[record]?.visibility !== 'restricted' || grant === 'current' || grant === 'team')
  )
}

export const seesClass = (person: WorldPerson, cls: string): boolean =>
  cls === 'open' || person.classes.includes(cls)

/** The present value of a choice, as far as the person may know it. */
export function optionSeen(world: World, person: WorldPerson, record: number, at: number): string | null {
  const one = world.fields[at]
  const filled = world.records[record]?.filled[at]
  if (!one || one.kind !== 'choice' || filled === 'no' || filled === undefined) return null
  if (!seesRecord(world, person, record) || !seesClass(person, one.class)) return null
  return filled === 'changed' ? 'c' : (world.records[record]?.option ?? null)
}

/** Something that is told of a record: its text, and who may know it. */
export interface Secret {
  readonly text: string
  readonly record: number
  readonly present: boolean
  /** Found by searching for it. */
  readonly searched: boolean
  readonly told: (person: WorldPerson) => boolean
}

/** All that the records of a world say. */
export function secretsOf(world: World): readonly Secret[] {
  const found: Secret[] = []
  for (const [record, given] of world.records.entries()) {
    const may = (cls: string) => (person: WorldPerson) =>
      seesRecord(world, person, record) && seesClass(person, cls)
    found.push({
      text: canary(world, record, 'name'),
      record,
      present: true,
      searched: true,
      told: may('open'),
    })
    for (const [at, one] of world.fields.entries()) {
      const filled = given.filled[at]
      if (filled === 'no' || filled === undefined) continue
      for (const version of filled === 'changed' ? ([1, 2] as const) : ([1] as const))
        for (const text of valueAt(world, record, one, version).shown)
          found.push({
            text,
            record,
            present: version === (filled === 'changed' ? 2 : 1),
            searched: ['text', 'long_text', 'localized_text', 'person_name', 'place'].includes(one.kind),
            told: may(one.class),
          })
      if (given.quoted === at)
        found.push({
          text: canary(world, record, 'quote'),
          record,
          present: true,
          searched: false,
          told: may(one.class),
        })
    }
    found.push({
      text: canary(world, record, 'note'),
      record,
      present: true,
      searched: false,
      told: (person) => may(world.referenceClass)(person) && seesRecord(world, person, given.to),
    })
    if (given.fileClass !== null)
      for (const part of ['file', 'caption', 'words'])
        found.push({
          text: canary(world, record, part),
          record,
          // Its words wait for the job that reads them.
          present: false,
          searched: false,
          told: may(given.fileClass),
        })
  }
  return found
}
