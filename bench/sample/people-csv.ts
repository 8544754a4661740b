import { countries } from '#catalogue/countries'
import { shippedSchema } from '#platform/records'
import { registryTypes } from '../../src/modules/registry/records/index.ts'
import { registryVocabularies } from '../../src/modules/registry/vocabularies/index.ts'

/** The registry's own types, as an import meets them. */
export const peopleSchema = shippedSchema(registryTypes, [
  {
    name: 'countries',
    label: { en: 'Countries' },
    terms: countries.map(({ code, name }) => ({ code, label: name })),
  },
  ...registryVocabularies,
])

/** Column → field of the invented list: 20 columns, as lists of people have them. */
const fields = {
  Code: 'external_ids',
  Name: 'name',
  'Given name': 'name.given',
  'Family name': 'name.family',
  'Other names': 'other_names',
  'Mother’s name': 'family_name_mother',
  Country: 'country',
  Born: 'birth',
  'Born in': 'birth_country',
  'Place of birth': 'birth_place',
  Gender: 'gender',
  Role: 'roles',
  Occupation: 'occupation_words',
  Nationality: 'nationality',
  Languages: 'languages',
  Age: 'age_at_time',
  Documents: 'identity_documents',
  Whereabouts: 'whereabouts',
  'Biography (es)': 'biography.es',
  Notes: 'notes',
} as const

export const peopleColumns: readonly string[] = Object.keys(fields)
export const peopleMapping = {
  columns: fields,
  match: { field: 'external_ids', value: '{Code}' },
}

const given =
  'Ana María|Juan Carlos|Dora|Оксана|Luis|Rosa|Mohamed|Núria|Pere|Wei|Amina|José|Elena|Tomás|Inés'.split('|')
const family =
  'Moreno|García|Шевчук|Quispe|Fernández|Puig|Diallo|Li|Sosa|Vila|Mamani|Rojas|Ibarra|Nguyen|Soler'.split('|')
const places = 'La Plata|Rosario|Cobán|Sant Boi|Kyiv|Managua|Tegucigalpa|Bogotá|Minsk|Conakry'.split('|')
const work =
  'maestra rural|periodista|abogada laboralista|campesino|estudiante de física|poeta|sindicalista'.split('|')
const codes = 'AR|MX|CO|GT|NI|HN|VE|CU|BY|UA|GN|VN|CN|MA|TR'.split('|')
const roles = 'victim|defender|journalist|lawyer|student|artist'.split('|')
const genders = 'woman|man'.split('|')
const words =
  'fue detenida sin orden en su casa durante la noche y llevada a un lugar que la familia no conoce hasta hoy según vecinos presentes'.split(
    ' ',
  )

/** Invented rows, the same for the same seed (mulberry32). */
export function* inventPeople(count: number, seed: number): Generator<readonly string[]> {
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  for (let i = 1; i <= count; i++) {
    const [first, last] = [pick(given), `${pick(family)} ${pick(family)}`]
    const year = 1920 + Math.floor(random() * 85)
    yield [
      `LIST ${i}`,
      `${first} ${last}`,
      first,
      last,
      random() < 0.1 ? pick(given) : '',
      random() < 0.5 ? pick(family) : '',
      pick(codes),
      random() < 0.7 ? String(year) : random() < 0.5 ? `${year}-0${1 + Math.floor(random() * 9)}` : '',
      pick(codes),
      pick(places),
      pick(genders),
      pick(roles),
      random() < 0.5 ? pick(work) : '',
      pick(codes),
      random() < 0.5 ? 'es' : '',
      random() < 0.3 ? `${18 + Math.floor(random() * 60)} años` : '',
      random() < 0.2 ? String(10_000_000 + Math.floor(random() * 30_000_000)) : '',
      random() < 0.2 ? pick(places) : '',
      random() < 0.3 ? Array.from({ length: 25 }, () => pick(words)).join(' ') : '',
      random() < 0.2 ? Array.from({ length: 12 }, () => pick(words)).join(' ') : '',
    ]
  }
}
