import type { NewRecord, Values } from '#platform/records'
import { personName } from './names.ts'
import { type Random, between, pick, seededRandom, zipf } from './random.ts'
import { schema } from './schema.ts'
import { account, edtf, placeName, text } from './texts.ts'

/** Of a hundred records, in the order in which they come: what others point at comes first. */
const proportions = [
  ['organisation', 3],
  ['source', 6],
  ['person', 35],
  ['event', 15],
  ['act', 28],
  ['involvement', 13],
] as const
type Kind = (typeof proportions)[number][0]

const block: readonly Kind[] = proportions.flatMap(([kind, share]) =>
  Array.from({ length: share }, () => kind),
)

/** What the measurements look for; planted so that every size has it. */
export const planted = {
  /** The record with 1,000 relations to others; 1,000 acts name it as their victim. */
  hubId: '019b0000-0000-7000-8000-00000000b0b0',
  /** A family name that twelve people bear. */
  rareName: 'Zubizarretagoitia',
  rareCount: 12,
} as const

/** Deterministic, and in order of making, like the ids of the application. */
function idAt(random: Random, at: number): string {
  const hex = (0x19b76da0000 + at).toString(16).padStart(12, '0')
  const tail = () =>
    Math.floor(random() * 0x10000)
      .toString(16)
      .padStart(4, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${tail().slice(1)}-8${tail().slice(1)}-${tail()}${tail()}${tail()}`
}

const codes = (vocabulary: string): readonly string[] => [
  ...(schema.vocabularies.get(vocabulary)?.byCode.keys() ?? []),
]

/** One or a few codes of a vocabulary, some far commoner than others. */
function chooser(vocabulary: string, first: readonly string[] = []) {
  const all = [...first, ...codes(vocabulary).filter((code) => !first.includes(code))]
  const draw = zipf(all.length)
  return (random: Random, most = 1): string[] => [
    ...new Set(Array.from({ length: between(random, 1, most) }, () => all[draw(random)] ?? '')),
  ]
}

const choose = {
  country: chooser('countries', ['MX', 'AR', 'CO', 'CU', 'VE', 'NI', 'BR', 'ES', 'UA', 'SY', 'TR', 'NG']),
  right: chooser('rights'),
  role: chooser('person_roles', ['victim', 'defender', 'relative', 'witness', 'journalist']),
  occupation: chooser('occupations'),
  gender: chooser('genders'),
  situation: chooser('person_statuses'),
  eventKind: chooser('event_kinds'),
  actType: chooser('act_types'),
  method: chooser('methods'),
  outcome: chooser('victim_statuses'),
  perpetrator: chooser('perpetrator_kinds'),
  degree: chooser('involvement_degrees'),
  status: chooser('violation_statuses'),
  source: chooser('source_kinds'),
  organisation: chooser('organisation_kinds'),
  relationship: chooser('relationships'),
} as const

/** Each with the chance given; absent otherwise. */
const maybe = <T>(random: Random, chance: number, make: () => T): T | undefined =>
  random() < chance ? make() : undefined

const present = (values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

type Known = Readonly<Record<Kind, string[]>>

/** People and bodies are met again: half of the relations go to the few that appear everywhere. */
function met(random: Random, ids: readonly string[]): string {
  const at = random() < 0.5 ? Math.floor(random() ** 4 * ids.length) : Math.floor(random() * ids.length)
  return ids[at] ?? ids[0] ?? ''
}

const references = (random: Random, ids: readonly string[], most: number) => [
  ...new Map(
    Array.from({ length: between(random, 1, most) }, () => met(random, ids)).map((to) => [to, { to }]),
  ).values(),
]

const make: Readonly<Record<Kind, (random: Random, known: Known) => Values>> = {
  organisation: (random) =>
    present({
      name: `${pick(random, ['Comité', 'Red', 'Unión', 'Frente', 'Brigada'])} ${text(random, 'es', 3)}`,
      kind: choose.organisation(random)[0],
      country: choose.country(random),
      description: maybe(random, 0.5, () => account(random)),
    }),
  source: (random) =>
    present({
      title: `${pick(random, ['Informe', 'Nota', 'Report', 'Testimonio', 'Article'])} ${text(random, 'es', 5)}`,
      kind: choose.source(random)[0],
      date: edtf(random),
    }),
  person: (random, known) =>
    present({
      name: personName(random),
      roles: choose.role(random, 3),
      country: choose.country(random, 2),
      rights: choose.right(random, 3),
      birth: maybe(random, 0.6, () => edtf(random, 1930, 2005).slice(0, 4)),
      gender: maybe(random, 0.9, () => choose.gender(random)[0]),
      occupation: maybe(random, 0.5, () => choose.occupation(random, 2)),
      biography: maybe(random, 0.5, () => account(random)),
      affiliations: maybe(random, 0.25, () => references(random, known.organisation, 2)),
      relatives: maybe(random, known.person.length > 0 ? 0.1 : 0, () =>
        references(random, known.person, 2).map(({ to }) => ({
          to,
          attributes: { relationship: choose.relationship(random)[0] },
        })),
      ),
      real_name: maybe(random, 0.05, () => personName(random)),
      birth_date: maybe(random, 0.25, () => `${between(random, 1930, 2005)}-05-17`),
      status: maybe(random, 0.3, () => choose.situation(random)[0]),
      present_country: maybe(random, 0.2, () => choose.country(random)[0]),
      legal_situation: maybe(random, 0.1, () => text(random, 'es', 12)),
    }),
  event: (random) =>
    present({
      title: `${text(random, pick(random, ['es', 'en', 'ca'] as const), 6)}`,
      kind: choose.eventKind(random, 2),
      date: edtf(random),
      country: choose.country(random),
      rights: choose.right(random, 2),
      location: { text: placeName(random), country: choose.country(random)[0] },
      description: account(random),
      violation_status: choose.status(random)[0],
      monitoring: pick(random, ['active', 'dormant', 'closed']),
    }),
  act: (random, known) =>
    present({
      summary: text(random, 'es', 6),
      act_type: choose.actType(random)[0],
      victim: { to: met(random, known.person) },
      event: { to: met(random, known.event) },
      date: edtf(random),
      country: choose.country(random),
      location: maybe(random, 0.3, () => ({ text: placeName(random) })),
      methods: maybe(random, 0.5, () => choose.method(random, 2)),
      outcome: maybe(random, 0.7, () => choose.outcome(random)[0]),
    }),
  involvement: (random, known) =>
    present({
      summary: text(random, 'es', 5),
      acts: references(random, known.act, 2),
      event: { to: met(random, known.event) },
      perpetrator: maybe(random, 0.6, () => ({ to: met(random, known.organisation) })),
      perpetrator_kind: choose.perpetrator(random, 2),
      degree: choose.degree(random),
      certainty: choose.status(random)[0],
    }),
}

/** 1,000 relations, half of them open, half of class identity. */
const hubValues = (random: Random, known: Known): Values => ({
  name: { full: 'Central Vinculada de Prueba', given: 'Central Vinculada', family: 'de Prueba' },
  roles: ['defender'],
  country: ['AR'],
  affiliations: known.organisation.slice(0, 500).map((to) => ({ to })),
  relatives: known.person
    .slice(0, 1_000 - Math.min(500, known.organisation.length))
    .map((to) => ({ to, attributes: { relationship: choose.relationship(random)[0] } })),
})

const visibilityOf = (random: Random): NewRecord['visibility'] => {
  const part = random()
  return part < 0.02 ? 'restricted' : part < 0.12 ? 'public' : 'internal'
}

/**
 * `count` valid records of mixed types, one by one, such that a seed gives the same ones always: names in eight
 * languages and four scripts by Zipf's law, EDTF dates, texts in three languages, relations to earlier records. Two
 * in a hundred are restricted.
 */
export function* sampleRecords(count: number, seed: number): Generator<NewRecord> {
  const random = seededRandom(seed)
  const known: Known = { organisation: [], source: [], person: [], event: [], act: [], involvement: [] }
  const rareEvery = Math.max(1, Math.floor((count * 0.35) / planted.rareCount))
  const victimEvery = Math.max(1, Math.floor((count * 0.28) / 1_100))
  let hub = false
  for (let at = 0; at < count; at++) {
    const kind = block[at % block.length] ?? 'person'
    const type = schema.types.get(kind)
    if (!type) throw new Error(`no type ${kind}`)
    if (!hub && kind === 'person' && (known.organisation.length >= 500 || at > count * 0.5)) {
      hub = true
      yield { id: planted.hubId, type, values: hubValues(random, known), visibility: 'internal' }
      continue
    }
    const values: Record<string, unknown> = { ...make[kind](random, known) }
    const id = idAt(random, at)
    const nth = known[kind].length
    if (kind === 'person' && nth % rareEvery === 0 && nth / rareEvery < planted.rareCount)
      values['name'] = { full: `Iñaki ${planted.rareName}`, given: 'Iñaki', family: planted.rareName }
    if (hub && kind === 'act' && nth % victimEvery === 0) values['victim'] = { to: planted.hubId }
    known[kind].push(id)
    yield { id, type, values, visibility: visibilityOf(random) }
  }
}
