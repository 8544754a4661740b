import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fictionalStates } from '#catalogue/countries'
import { checkValues, defineVocabulary, fieldOf, shippedSchema, valuesOf } from '#platform/records'
import { modules } from '../../../modules.ts'

interface DemoRecord {
  readonly key: string
  readonly type: string
  readonly visibility: string
  readonly fictitious: boolean
  readonly values: Readonly<Record<string, unknown>>
  /** What the loader seals once the organisation has keys; never among the values. */
  readonly sealed?: Readonly<Record<string, string>>
}
interface Link {
  readonly to: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

const folder = join(import.meta.dirname, '../../../../demo/records')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const records = files.flatMap(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly DemoRecord[],
)
const byKey = new Map(records.map((record) => [record.key, record]))
const ofType = (type: string) => records.filter((record) => record.type === type)

/** The fictional states are the only countries that there are here: a real one is not accepted. */
const fictional = defineVocabulary({
  name: 'countries',
  label: {},
  terms: fictionalStates.map(({ code, name }) => ({ code, label: name })),
})
/** Who sits at the desks, as the engine has it once they are there. */
const people = (name: string, ...terms: readonly string[]) =>
  defineVocabulary({
    name,
    label: {},
    terms: terms.map((term) => ({ code: term.toLowerCase(), label: { en: term } })),
  })
const schema = shippedSchema(
  modules.flatMap((module) => module.types ?? []),
  [
    ...modules.flatMap((module) => module.vocabularies ?? []),
    fictional,
    people('colleagues', 'Alba Ferrer', 'Bruno Casas', 'Clara Vidal'),
    people('teams', 'Protection'),
  ],
)
const typeOf = (record: DemoRecord) => {
  const type = schema.types.get(record.type)
  if (!type) throw new Error(`${record.key}: no type ${record.type}`)
  return type
}
const linksOf = (record: DemoRecord) =>
  typeOf(record)
    .fields.filter((field) => field.type === 'reference')
    .flatMap((field) =>
      (valuesOf(record.values[field.name]) as readonly Link[]).map((link) => ({ field, link })),
    )

/** The id that a key would get: only its shape matters here. */
const idOf = (key: string) =>
  `00000000-0000-7000-8000-${[...byKey.keys()].indexOf(key).toString(16).padStart(12, '0')}`
const withIds = (record: DemoRecord) =>
  Object.fromEntries(
    Object.entries(record.values).map(([name, value]) => {
      if (fieldOf(typeOf(record), name)?.type !== 'reference') return [name, value]
      const links = (valuesOf(value) as readonly Link[]).map((link) => ({ ...link, to: idOf(link.to) }))
      return [name, Array.isArray(value) ? links : links[0]]
    }),
  )

describe('every record', () => {
  test('has its own key, stands in the file of its type, and is stamped fictitious', () => {
    expect(byKey.size).toBe(records.length)
    expect(records.length).toBeGreaterThan(300)
    for (const name of files)
      for (const record of JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly DemoRecord[]) {
        expect(record.type).toBe(basename(name, '.json'))
        expect(record.fictitious, record.key).toBe(true)
        // What is made for the public names nobody, or is asked about when it is published.
        const open = ['public_event', 'site_page'].includes(record.type) ? ['public'] : []
        expect(['internal', 'restricted', ...open], record.key).toContain(record.visibility)
      }
  })

  test('is accepted by the record engine, complete: fields, terms, dates, countries', () => {
    for (const record of records) {
      const { problems } = checkValues(typeOf(record), withIds(record), schema, true)
      expect(problems, record.key).toEqual([])
    }
  })

  test('keeps what is to be sealed, and nothing else, apart from its values', () => {
    expect(records.filter((record) => record.sealed).length).toBeGreaterThan(0)
    for (const record of records) {
      for (const name of Object.keys(record.values))
        expect(fieldOf(typeOf(record), name)?.class, name).not.toBe('sealed')
      for (const name of Object.keys(record.sealed ?? {}))
        expect(fieldOf(typeOf(record), name)?.class, name).toBe('sealed')
    }
  })

  test('points at records that exist, of a type that the field takes, with attributes that it has', () => {
    for (const record of records)
      for (const { field, link } of linksOf(record)) {
        expect(field.targets, `${record.key}.${field.name} → ${link.to}`).toContain(byKey.get(link.to)?.type)
        const attributes = (field.attributes ?? []).map((attribute) => attribute.name)
        for (const name of Object.keys(link.attributes ?? {}))
          expect(attributes, `${record.key}.${field.name}`).toContain(name)
      }
  })

  test('has every localized text in the three languages, each its own', () => {
    for (const record of records)
      for (const field of typeOf(record).fields.filter((one) => one.type === 'localized_text')) {
        const text = record.values[field.name] as Record<string, string> | undefined
        if (!text) continue
        expect(Object.keys(text).sort(), record.key).toEqual(['ca', 'en', 'es'])
        expect(new Set(Object.values(text)).size, record.key).toBe(3)
      }
  })

  test('does not open to all what is linked to a restricted person', () => {
    const restricted = new Set(
      ofType('person')
        .filter((p) => p.visibility === 'restricted')
        .map((p) => p.key),
    )
    for (const act of ofType('act'))
      if (restricted.has((act.values.victim as Link).to)) expect(act.visibility, act.key).toBe('restricted')
    expect(byKey.get('person-k')?.visibility).toBe('restricted')
  })
})

describe('the desks', () => {
  const links = (record: DemoRecord, field: string) =>
    (valuesOf(record.values[field]) as readonly Link[]).map((link) => link.to)
  const count = (type: string, field: string, value: unknown) =>
    ofType(type).filter((r) => r.values[field] === value).length

  test('A: nine cases, a library closed and refused, a journal that never applied, a parliament closed', () => {
    const cases = [
      'singer',
      'painter',
      'journalist',
      'asylum-seeker',
      'library-director',
      'student',
      'person-k',
      'community-leader',
      'cartoonist',
    ]
    for (const key of cases) expect(byKey.get(key)?.type, key).toBe('person')
    const statuses = ofType('legal_status').filter((r) => links(r, 'initiative')[0] === 'open-shelf-library')
    expect(statuses.map((r) => r.values.status)).toEqual([
      'tolerated_unregistered',
      'applied_pending',
      'refused',
      'closed_by_force',
    ])
    expect(count('legal_status', 'status', 'never_applied_unsafe')).toBe(1)
    expect(ofType('recognition_request').map((r) => r.values.answer)).toEqual([
      'refused_without_reasons',
      'silence',
      'granted_in_part',
    ])
    const dossier = byKey.get('parliament-closed') as DemoRecord
    expect(links(dossier, 'events')).toHaveLength(5)
    const victims = ofType('act')
      .filter((act) => links(dossier, 'events').includes(links(act, 'event')[0] ?? ''))
      .map((act) => links(act, 'victim')[0])
    expect(new Set(victims)).toEqual(new Set(links(dossier, 'targets')))
    // The gap that the first five minutes mend: a source names the place of detention, the act does not yet.
    expect(byKey.get('act-singer-arrest')?.values.detained_at).toBeUndefined()
  })

  test('B: forty victims, most with uncertain dates, three clandestine centres, six accused in five situations', () => {
    const victims = ofType('person').filter((r) => r.key.startsWith('victim-'))
    expect(victims).toHaveLength(40)
    const dates = victims.map((victim) => String(byKey.get(`act-${victim.key}`)?.values.date))
    expect(dates.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date)).length).toBeGreaterThan(25)
    expect(new Set(dates).size).toBeGreaterThan(25)
    expect(count('place', 'kind', 'clandestine_detention_centre')).toBe(3)
    const situations = ofType('involvement')
      .filter((r) => r.key.startsWith('inv-accused-'))
      .map((r) => r.values.status)
    expect(situations).toHaveLength(6)
    expect(new Set(situations)).toEqual(
      new Set(['under_investigation', 'charged', 'sent_to_trial', 'convicted', 'acquitted']),
    )
  })

  test('C: the spring edition as it was: five guests, eight towns, 31 activities, 2,140 people', () => {
    const spring = (type: string) =>
      ofType(type).filter((r) => links(r, 'edition')[0] === 'edition-2026-spring')
    expect(byKey.get('edition-2026-spring')?.values.state).toBe('done')
    expect(spring('invitation').map((r) => r.values.state)).toEqual(['came', 'came', 'came', 'came', 'came'])
    expect(new Set(spring('stay').map((r) => links(r, 'person')[0])).size).toBe(5)
    expect(new Set(spring('stay').map((r) => links(r, 'municipality')[0])).size).toBe(8)
    const activities = spring('activity')
    expect(activities).toHaveLength(31)
    expect(new Set(activities.map((r) => links(r, 'municipality')[0])).size).toBe(8)
    expect(activities.reduce((sum, r) => sum + Number(r.values.audience ?? 0), 0)).toBe(2140)
  })

  test('C: nobody is in two places, and everyone who takes part is staying in that town', () => {
    const stays = ofType('stay')
    for (const activity of ofType('activity')) {
      const { date, start_time: start, end_time: end } = activity.values as Record<string, string>
      const [town] = links(activity, 'municipality')
      for (const person of links(activity, 'participants')) {
        const there = stays.some(
          (r) =>
            links(r, 'person')[0] === person &&
            links(r, 'municipality')[0] === town &&
            String(r.values.arrival) <= (date ?? '') &&
            (date ?? '') <= String(r.values.departure),
        )
        expect(there, `${activity.key}: ${person}`).toBe(true)
        for (const other of ofType('activity'))
          if (
            other !== activity &&
            other.values.date === date &&
            links(other, 'participants').includes(person)
          )
            expect(
              String(other.values.end_time) <= String(start) ||
                String(end) <= String(other.values.start_time),
              `${activity.key}, ${other.key}: ${person}`,
            ).toBe(true)
      }
    }
  })

  test('C: the autumn edition as planned: six invited, two awaiting visas, one barred from leaving', () => {
    const autumn = ofType('invitation').filter((r) => links(r, 'edition')[0] === 'edition-2026-autumn')
    const states = autumn.map((r) => r.values.state)
    expect(states).toHaveLength(6)
    expect(states.filter((state) => state === 'visa_pending')).toHaveLength(2)
    expect(states.filter((state) => state === 'barred_from_leaving')).toHaveLength(1)
    expect(byKey.get('edition-2026-autumn')?.values.state).toBe('planned')
  })

  test('C: twelve municipalities, nine declarations, eighteen profiles, three guests jailed, two still inside', () => {
    expect(ofType('municipality')).toHaveLength(12)
    expect(count('municipality', 'declaration', 'adopted')).toBe(9)
    const invited = new Set(ofType('invitation').map((r) => links(r, 'person')[0]))
    const profiles = ofType('person').filter((r) => invited.has(r.key))
    expect(profiles).toHaveLength(18)
    for (const profile of profiles) expect(profile.values.biography, profile.key).toBeDefined()
    for (const profile of profiles) expect(profile.values.public_basis, profile.key).toBe('consent')
    const jailed = profiles.filter((r) =>
      ['in_prison', 'in_detention', 'released_conditionally'].includes(String(r.values.status)),
    )
    expect(jailed).toHaveLength(3)
    expect(jailed.filter((r) => r.values.status !== 'released_conditionally')).toHaveLength(2)
  })
})
