import type { RecordView } from '#platform/records'
import { referencesOf } from './case-file.ts'
import { dated } from './of-facts.ts'
import { type Gathering, codesIn, found, isUnder, partsOf, provenanceOf, textIn } from './parts.ts'
import type { Column, Found, Part } from './value.ts'

const of = (at: Gathering, one: RecordView, kinds: readonly string[]): boolean =>
  kinds.some((kind) => isUnder(at.schema, 'intervention_kinds', codesIn(one, 'kind'), kind))

/** Steps that were not taken are none. */
const taken = (one: RecordView): boolean =>
  !['considered', 'planned_intervention', 'declined_intervention'].includes(textIn(one, 'state'))

const once = (values: readonly Found[]): readonly Found[] => [
  ...new Map(
    values.map((one) => [JSON.stringify(one.parts.map((part) => ({ ...part, place: '' }))), one]),
  ).values(),
]

/** Rights, laws, what was tried at home and before other bodies. */
export function gatherLaw(at: Gathering): readonly Found[] {
  const { record, events, acts } = at.file
  const steps = dated(at.file.interventions, 'date').filter(taken)
  return [
    ...once([
      ...events.flatMap((one) => found(at, 'rights.violated', one, 'rights')),
      ...found(at, 'rights.violated', record, 'rights'),
    ]),
    ...once(acts.flatMap((one) => found(at, 'rights.articles', one, 'instruments'))),
    ...once([
      ...acts.flatMap((one) => found(at, 'rights.lawAtIssue', one, 'law_applied')),
      ...found(at, 'rights.lawAtIssue', record, 'law_applied'),
    ]),
    ...steps.filter((one) => of(at, one, ['legal'])).map((one) => stepRow(at, 'remedies.list', one)),
    ...ofSentences(at),
    ...steps
      .filter((one) => of(at, one, ['before_authorities', 'security_support', 'legal']))
      .map((one) => ({
        field: 'remedies.protectionAsked',
        parts: [
          ...partsOf(at, one, 'date'),
          ...partsOf(at, one, 'summary'),
          ...partsOf(at, one, 'asked_of'),
          ...partsOf(at, one, 'response'),
        ].flat(),
        from: provenanceOf(at, one, 'summary'),
        about: [],
      })),
    ...steps
      .filter((one) => of(at, one, ['before_international_bodies']))
      .map((one) => stepRow(at, 'international.other', one)),
    ...ofSubmissions(at),
    ...steps
      .filter((one) => of(at, one, ['precautionary_measures']) && textIn(one, 'state') === 'completed')
      .flatMap((one) => found(at, 'international.priorMeasures', one, 'summary')),
  ]
}

function stepRow(at: Gathering, field: string, one: RecordView): Found {
  const row: Record<Extract<Column, 'date' | 'what' | 'authority' | 'result'>, readonly Part[]> = {
    date: partsOf(at, one, 'date').flat(),
    what: [...partsOf(at, one, 'kind'), ...partsOf(at, one, 'summary')].flat(),
    authority: partsOf(at, one, 'asked_of').flat(),
    result: [
      ...partsOf(at, one, 'response'),
      ...partsOf(at, one, 'response_date'),
      ...(one.values['response'] === undefined ? partsOf(at, one, 'state') : []),
    ].flat(),
  }
  return { field, parts: [], row, from: provenanceOf(at, one, 'date'), about: [] }
}

/** Final sentences of courts end a remedy. */
const ofSentences = (at: Gathering): readonly Found[] =>
  (at.file.belonging.get('detention') ?? []).flatMap((one) => {
    const final = referencesOf(one, 'sentences').filter(({ attributes }) => attributes?.['final'] === 'yes')
    return final.flatMap(({ attributes }) =>
      typeof attributes?.['on'] === 'string'
        ? [
            {
              field: 'remedies.finalDecisionDate',
              parts: [{ kind: 'date' as const, edtf: attributes['on'] }],
              from: provenanceOf(at, one, 'sentences'),
              about: [],
            },
          ]
        : [],
    )
  })

/** What was sent of this case to other mechanisms. */
const ofSubmissions = (at: Gathering): readonly Found[] =>
  (at.file.belonging.get('submission') ?? [])
    .filter((one) => textIn(one, 'sent_at') !== '')
    .map((one) => ({
      field: 'international.other',
      parts: [],
      row: {
        date: partsOf(at, one, 'sent_at').flat(),
        what: partsOf(at, one, 'mechanism').flat(),
        number: partsOf(at, one, 'official_code').flat(),
        result: partsOf(at, one, 'status').flat(),
      },
      from: provenanceOf(at, one, 'sent_at'),
      about: [],
    }))
