import { compareDates } from '#platform/dates'
import type { RecordView } from '#platform/records'
import { type CaseFile, referencesOf } from './case-file.ts'
import {
  type Gathering,
  codesIn,
  found,
  isUnder,
  partsOf,
  placePieces,
  provenanceOf,
  textIn,
  word,
} from './parts.ts'
import type { Column, Found, Part } from './value.ts'

const yes = { en: 'Yes', es: 'Sí', fr: 'Oui', ca: 'Sí' } as const

export const dated = (records: readonly RecordView[], field: string): readonly RecordView[] =>
  records.toSorted((a, b) => {
    const [x, y] = [textIn(a, field), textIn(b, field)]
    return x === '' || y === '' ? Number(x === '') - Number(y === '') : compareDates(x, y)
  })

/** What happened, where and when, to whom and by whom. */
export function gatherFacts(at: Gathering): readonly Found[] {
  const { file } = at
  const events = dated(file.events, 'date')
  return [
    ...ofStates(at),
    ...found(at, 'facts.summary', file.record, 'summary'),
    ...events.flatMap((event) => found(at, 'facts.narrative', event, 'description')),
    ...ofDates(at),
    ...ofPlaces(at),
    ...ofOngoing(at),
    ...ofIncidents(at),
    ...ofWitnesses(at),
    ...ofAuthors(at),
    ...chronology(at),
    ...ofDisappearance(at),
    ...file.legalStatuses.flatMap((one) => found(at, 'organisation.legalStatusEvents', one, 'summary')),
  ]
}

/** The State to which it is attributed: of the acts, else of the detentions, else of the case. */
function ofStates(at: Gathering): readonly Found[] {
  const { acts, record } = at.file
  const lists = [
    acts.flatMap((one) => found(at, 'state.responsible', one, 'country')),
    detentionsOf(at).flatMap((one) => found(at, 'state.responsible', one, 'country')),
    found(at, 'state.responsible', record, 'country'),
  ]
  const values = lists.find((list) => list.length > 0) ?? []
  const codeOf = ({ parts }: Found): string =>
    parts.flatMap((p) => (p.kind === 'country' ? [p.code] : []))[0] ?? ''
  return [...new Map(values.map((one) => [codeOf(one), one])).values()]
}

/** When: of each act, else of each event that has a date. */
function ofDates(at: Gathering): readonly Found[] {
  const acts = dated(at.file.acts, 'date').flatMap((one) => found(at, 'facts.date', one, 'date'))
  const values =
    acts.length > 0
      ? acts
      : dated(at.file.events, 'date').flatMap((one) => found(at, 'facts.date', one, 'date'))
  return [...new Map(values.map((one) => [JSON.stringify(one.parts), one])).values()]
}

/** Where: the places of acts and events, with and without a record. */
function ofPlaces(at: Gathering): readonly Found[] {
  const of = (record: RecordView, references: string): readonly Found[] => [
    ...referencesOf(record, references).flatMap(({ to }) => {
      const place = at.file.byId.get(to)
      return place
        ? [
            {
              field: 'facts.place',
              parts: placePieces(place),
              from: provenanceOf(at, record, references),
              about: [],
            },
          ]
        : []
    }),
    ...found(at, 'facts.place', record, 'location'),
  ]
  const values = [
    ...at.file.events.flatMap((one) => of(one, 'places')),
    ...at.file.acts.flatMap((one) => of(one, 'place')),
  ]
  const wordsOf = ({ parts }: Found): string =>
    parts.flatMap((p) => (p.kind === 'prose' ? [p.text] : p.kind === 'country' ? [p.code] : [])).join()
  return [...new Map(values.map((one) => [wordsOf(one), one])).values()]
}

/** It goes on: somebody is still held, or still not found. Silence of the records is no answer. */
function ofOngoing(at: Gathering): readonly Found[] {
  const { acts, belonging } = at.file
  const say = (record: RecordView, field: string): Found => ({
    field: 'facts.ongoing',
    parts: [word(at, yes)],
    from: provenanceOf(at, record, field),
    about: [],
  })
  const outcomes = belonging.has('detention') ? ['still_missing'] : ['still_missing', 'alive_detained']
  return [
    ...openDetentions(at).map((one) => say(one, 'from')),
    ...acts.filter((one) => outcomes.includes(textIn(one, 'outcome'))).map((one) => say(one, 'outcome')),
  ].slice(0, 1)
}

/** The detentions of the people of the submission, in order of time. */
export const detentionsOf = ({ file, persons }: Gathering): readonly RecordView[] =>
  dated(
    (file.belonging.get('detention') ?? []).filter((one) =>
      referencesOf(one, 'person').some(({ to }) => persons.some(({ id }) => id === to)),
    ),
    'from',
  )

/** Those of them that have not ended. */
export const openDetentions = (at: Gathering): readonly RecordView[] =>
  detentionsOf(at).filter((one) => one.values['until'] === undefined && one.values['ended_as'] === undefined)

/** What changed within them. */
export const changesOf = (at: Gathering): readonly RecordView[] => {
  const ids = detentionsOf(at).map(({ id }) => id)
  return dated(
    (at.file.belonging.get('detention_change') ?? []).filter((one) =>
      referencesOf(one, 'detention').some(({ to }) => ids.includes(to)),
    ),
    'on',
  )
}

const incidentsBefore = (file: CaseFile): readonly RecordView[] =>
  dated(file.belonging.get('incident') ?? [], 'on').filter((one) =>
    referencesOf(one, 'event').every(({ to }) => !file.events.some(({ id }) => id === to)),
  )

function ofIncidents(at: Gathering): readonly Found[] {
  return incidentsBefore(at.file).map((one) => ({
    field: 'facts.priorIncidents',
    parts: [...partsOf(at, one, 'on'), ...partsOf(at, one, 'kind'), ...partsOf(at, one, 'what')].flat(),
    from: provenanceOf(at, one, 'what'),
    about: [],
  }))
}

const ofWitnesses = (at: Gathering): readonly Found[] =>
  referencesOf(at.file.record, 'people')
    .filter(({ to, attributes }) => attributes?.['role'] === 'witness' && at.file.byId.has(to))
    .map(({ to }) => ({
      field: 'facts.witnesses',
      parts: [{ kind: 'party', id: to }],
      from: provenanceOf(at, at.file.record, 'people'),
      about: [],
    }))

/** Who did it: by name where there is one, with the kind of actor; whether they are of the State. */
function ofAuthors(at: Gathering): readonly Found[] {
  const { involvements, byId } = at.file
  return involvements.flatMap((one): readonly Found[] => {
    const who = referencesOf(one, 'perpetrator').filter(({ to }) => byId.has(to))
    const kinds = partsOf(at, one, 'perpetrator_kind').flat()
    const codes = codesIn(one, 'perpetrator_kind')
    const parts: readonly Part[] = [
      ...who.map(({ to }) => ({ kind: 'party' as const, id: to })),
      ...ranksOf(
        at,
        who.map(({ to }) => to),
      ),
      ...kinds,
      ...partsOf(at, one, 'degree').flat(),
    ]
    const value = (field: string, pieces: readonly Part[]): readonly Found[] =>
      pieces.length === 0
        ? []
        : [{ field, parts: pieces, from: provenanceOf(at, one, 'perpetrator_kind'), about: [] }]
    return [
      ...value('perpetrator.identity', parts),
      ...(isUnder(at.schema, 'perpetrator_kinds', codes, 'governmental')
        ? value('perpetrator.stateLink', kinds)
        : []),
      ...(isUnder(at.schema, 'perpetrator_kinds', codes, 'other_actors')
        ? value('perpetrator.nonState', parts)
        : []),
    ]
  })
}

/** Rank or post of officials, as their record has it. */
const ranksOf = (at: Gathering, ids: readonly string[]): readonly Part[] =>
  ids.flatMap((id) => {
    const record = at.file.byId.get(id)
    return record?.type === 'person' ? partsOf(at, record, 'affiliations').flat() : []
  })

/** What happened in order of time: acts, events that have none, detentions and how they went on. */
function chronology(at: Gathering): readonly Found[] {
  const { file } = at
  const row = (
    record: RecordView,
    dateField: string,
    cells: Partial<Record<Column, readonly Part[]>>,
  ): readonly { readonly date: string; readonly found: Found }[] => {
    const date = textIn(record, dateField)
    if (date === '') return []
    return [
      {
        date,
        found: {
          field: 'chronology',
          parts: [],
          row: { date: [{ kind: 'date', edtf: date }], ...cells },
          from: provenanceOf(at, record, dateField),
          about: [],
        },
      },
    ]
  }
  const told = new Set(file.acts.flatMap((one) => referencesOf(one, 'event').map(({ to }) => to)))
  const rows = [
    ...file.acts.flatMap((one) =>
      row(one, 'date', {
        what: [...partsOf(at, one, 'act_type'), ...partsOf(at, one, 'victim')].flat(),
        where: [...partsOf(at, one, 'place'), ...partsOf(at, one, 'location')].flat(),
      }),
    ),
    ...file.events
      .filter(({ id }) => !told.has(id))
      .flatMap((one) =>
        row(one, 'date', {
          what: partsOf(at, one, 'title').flat(),
          where: [...partsOf(at, one, 'places'), ...partsOf(at, one, 'location')].flat(),
        }),
      ),
    ...detentionsOf(at).flatMap((one) => [
      // The act by which it began says more.
      ...(file.acts.some((act) => act.values['date'] === one.values['from'])
        ? []
        : row(one, 'from', {
            what: [...partsOf(at, one, 'status'), ...partsOf(at, one, 'person')].flat(),
            where: partsOf(at, one, 'place').flat(),
          })),
      ...row(one, 'until', { what: [...partsOf(at, one, 'ended_as'), ...partsOf(at, one, 'person')].flat() }),
    ]),
    ...changesOf(at).flatMap((one) =>
      row(one, 'on', {
        what: [...partsOf(at, one, 'status'), ...partsOf(at, one, 'cause')].flat(),
        where: partsOf(at, one, 'place').flat(),
      }),
    ),
    ...incidentsBefore(file).flatMap((one) =>
      row(one, 'on', {
        what: partsOf(at, one, 'kind').flat(),
        where: partsOf(at, one, 'place').flat(),
      }),
    ),
  ]
  return rows.toSorted((a, b) => compareDates(a.date, b.date)).map((one) => one.found)
}

/** When and where somebody was last seen, by whom they may have been taken, and what was done to find them. */
function ofDisappearance(at: Gathering): readonly Found[] {
  const { record, acts, interventions, involvements } = at.file
  const taken = acts.filter(
    (one) =>
      isUnder(at.schema, 'act_types', codesIn(one, 'act_type'), 'disappearance') ||
      ['still_missing', 'remains_not_found'].includes(textIn(one, 'outcome')),
  )
  const disappeared = taken.length > 0 || record.values['kind'] === 'disappeared'
  if (!disappeared) return []
  const seen = [...partsOf(at, record, 'last_seen'), ...partsOf(at, record, 'last_seen_at')].flat()
  const steps = interventions.filter((one) =>
    ['search_and_identification', 'legal', 'before_authorities'].some((kind) =>
      isUnder(at.schema, 'intervention_kinds', codesIn(one, 'kind'), kind),
    ),
  )
  return [
    ...(seen.length > 0
      ? [
          {
            field: 'disappearance.lastSeen',
            parts: seen,
            from: provenanceOf(at, record, 'last_seen'),
            about: [],
          },
        ]
      : taken.flatMap((one) => found(at, 'disappearance.lastSeen', one, 'last_seen'))),
    ...ofAuthors(at)
      .filter(({ field }) => field === 'perpetrator.identity')
      .map((one) => ({ ...one, field: 'disappearance.forces' })),
    ...involvements.flatMap((one) => found(at, 'disappearance.forces', one, 'summary')),
    ...found(at, 'disappearance.searchSteps', record, 'search_so_far'),
    ...taken.flatMap((one) => found(at, 'disappearance.searchSteps', one, 'search_filed')),
    ...steps.map((one) => ({
      field: 'disappearance.searchSteps',
      parts: [...partsOf(at, one, 'date'), ...partsOf(at, one, 'summary')].flat(),
      from: provenanceOf(at, one, 'summary'),
      about: [],
    })),
  ]
}
