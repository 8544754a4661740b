import type { RecordView } from '#platform/records'
import { referencesOf } from './case-file.ts'
import { changesOf, detentionsOf, openDetentions } from './of-facts.ts'
import { type Gathering, codesIn, found, isUnder, partsOf, placePieces, provenanceOf, word } from './parts.ts'
import type { Found, Part } from './value.ts'

/** Acts by which liberty was taken. */
const arrests = (at: Gathering): readonly RecordView[] =>
  at.file.acts.filter(
    (one) =>
      one.values['warrant'] !== undefined ||
      ['arbitrary_detention', 'imprisonment_for_conviction'].some((kind) =>
        isUnder(at.schema, 'act_types', codesIn(one, 'act_type'), kind),
      ),
  )

const valueOf = (
  at: Gathering,
  field: string,
  record: RecordView,
  name: string,
  parts: readonly Part[],
  about: readonly string[] = [],
): readonly Found[] =>
  parts.length === 0 ? [] : [{ field, parts, from: provenanceOf(at, record, name), about }]

/** How, where, by whom and on what ground people of the submission were deprived of their liberty. */
export function gatherDetention(at: Gathering): readonly Found[] {
  const detentions = detentionsOf(at)
  return [
    ...detentions.flatMap((one) => ofDetention(at, one)),
    ...changesOf(at).flatMap((one) => ofChange(at, one)),
    ...arrests(at).flatMap((one) => ofArrest(at, one, detentions.length > 0)),
    ...ofHolder(at),
  ]
}

function ofDetention(at: Gathering, one: RecordView): readonly Found[] {
  const about = referencesOf(one, 'person').map(({ to }) => to)
  const take = (field: string, name: string) => found(at, field, one, name, about)
  const duration = [
    ...since(at, one),
    ...['until', 'sentences'].flatMap((name) => partsOf(at, one, name).flat()),
  ]
  return [
    ...take('detention.arrestDate', 'from'),
    ...valueOf(at, 'detention.duration', one, 'from', duration, about),
    ...take('detention.places', 'place'),
    ...take('detention.arrestingForce', 'held_by'),
    ...take('detention.reasonsGiven', 'charges'),
  ]
}

const sinceDay = { en: 'Since', es: 'Desde el', fr: 'Depuis le', ca: 'Des del' } as const
const sinceWhen = { en: 'Since', es: 'Desde', fr: 'Depuis', ca: 'Des de' } as const

/** From when, and whether it goes on. */
function since(at: Gathering, one: RecordView): readonly Part[] {
  const from = partsOf(at, one, 'from').flat()
  if (one.values['until'] !== undefined || from.length === 0) return from
  const toTheDay = from.every((part) => part.kind === 'date' && /^\d{4}-\d\d-\d\d/.test(part.edtf))
  return [word(at, toTheDay ? sinceDay : sinceWhen), ...from]
}

const ofChange = (at: Gathering, one: RecordView): readonly Found[] => {
  const place = partsOf(at, one, 'place').flat()
  return place.length === 0
    ? []
    : valueOf(at, 'detention.places', one, 'place', [...place, ...partsOf(at, one, 'on').flat()])
}

function ofArrest(at: Gathering, one: RecordView, hasDetention: boolean): readonly Found[] {
  const where = [...partsOf(at, one, 'place'), ...partsOf(at, one, 'location')]
  const events = referencesOf(one, 'event').flatMap(({ to }) => at.file.byId.get(to) ?? [])
  const fromEvent = events.flatMap((event) => [
    ...referencesOf(event, 'places').flatMap(({ to }) => {
      const place = at.file.byId.get(to)
      return place ? valueOf(at, 'detention.arrestPlace', event, 'places', placePieces(place)) : []
    }),
  ])
  const warrant = [...partsOf(at, one, 'warrant'), ...partsOf(at, one, 'law_applied')].flat()
  return [
    ...(hasDetention ? [] : found(at, 'detention.arrestDate', one, 'date')),
    ...(where.length > 0
      ? where.flatMap((parts) => valueOf(at, 'detention.arrestPlace', one, 'location', parts))
      : fromEvent.length > 0
        ? fromEvent
        : events.flatMap((event) => found(at, 'detention.arrestPlace', event, 'location'))),
    ...(one.values['warrant'] === undefined || one.values['warrant'] === 'unknown'
      ? []
      : valueOf(at, 'detention.warrant', one, 'warrant', warrant)),
    ...found(at, 'detention.reasonsGiven', one, 'stated_reason'),
    ...(hasDetention ? [] : found(at, 'detention.reasonsGiven', one, 'charges')),
    ...found(at, 'detention.places', one, 'detained_at'),
    ...found(at, 'detention.conditions', one, 'conditions'),
    ...(one.values['family_contact'] === undefined || one.values['family_contact'] === 'unknown'
      ? []
      : valueOf(at, 'detention.conditions', one, 'family_contact', contactWords(at, one))),
    ...(hasDetention ? [] : found(at, 'detention.duration', one, 'released')),
    ...(hasDetention ? [] : ofForces(at, one)),
  ]
}

const contact = {
  en: 'Contact with the family:',
  es: 'Contacto con la familia:',
  fr: 'Contact avec la famille :',
  ca: 'Contacte amb la família:',
} as const

const contactWords = (at: Gathering, one: RecordView): readonly Part[] => [
  { kind: 'label', text: contact[at.language] },
  ...partsOf(at, one, 'family_contact').flat(),
]

/** Who made an arrest, where there is no record of a detention to say it. */
const ofForces = (at: Gathering, act: RecordView): readonly Found[] =>
  at.file.involvements
    .filter((one) => referencesOf(one, 'acts').some(({ to }) => to === act.id))
    .flatMap((one) =>
      valueOf(
        at,
        'detention.arrestingForce',
        one,
        'perpetrator_kind',
        [...partsOf(at, one, 'perpetrator'), ...partsOf(at, one, 'perpetrator_kind')].flat(),
      ),
    )

/** Who holds the person now: whoever runs the last place in which they are known to be, else whoever took them. */
function ofHolder(at: Gathering): readonly Found[] {
  return openDetentions(at).flatMap((one) => {
    const last = changesOf(at)
      .filter((change) => change.values['place'] !== undefined)
      .filter((change) => referencesOf(change, 'detention').some(({ to }) => to === one.id))
      .at(-1)
    const place = referencesOf(last ?? one, 'place').flatMap(({ to }) => at.file.byId.get(to) ?? [])[0]
    const runBy = place ? found(at, 'detention.holdingAuthority', place, 'run_by') : []
    return runBy.length > 0 ? runBy : found(at, 'detention.holdingAuthority', one, 'held_by')
  })
}
