import type { DaysInPrison } from '#modules/casework'
import { dateBounds, sortKey } from '#platform/dates'
import { type RecordView, isEmpty } from '#platform/records'
import { type CaseFile, referencesOf } from '../../drafts/gather/case-file.ts'
import { type CaseFacts, type Known, detentionCategories } from '../facts.ts'
import { categoriesOfActs, graveTopics, topicsIn, topicsOfActs, topicsOfRights } from '../topics.ts'
import { type Kinds, codesOf, textOf } from './kinds.ts'

type Violation = Pick<
  CaseFacts,
  | 'topics'
  | 'topicsWhole'
  | 'ongoing'
  | 'detained'
  | 'everDetained'
  | 'categories'
  | 'disappeared'
  | 'disappearedOn'
  | 'danger'
  | 'grave'
  | 'by'
  | 'reprisal'
  | 'reported'
  | 'knownFrom'
  | 'told'
  | 'hearingOn'
>

/** Ends of an act after which it does not go on. */
const over: ReadonlySet<string> = new Set(['alive_free', 'released', 'reappeared', 'identity_returned'])
/** Kinds under “disappearance” that are not the disappearance of a person by a State. */
const otherThanEnforced: ReadonlySet<string> = new Set([
  'abduction',
  'abduction_abroad',
  'identity_replaced',
  'remains_concealed',
  'child_taken',
])
/** Where somebody is who is certainly not disappeared. */
const found: ReadonlySet<string> = new Set([
  'at_liberty',
  'barred_from_leaving',
  'outside_the_country',
  'displaced',
])

interface Around {
  readonly day: string
  readonly people: readonly RecordView[]
  readonly inside: ReadonlyMap<string, DaysInPrison>
  readonly assessments: readonly RecordView[]
}

/** What the acts, detentions and assessments of a case say of the violation itself. Pure. */
export function violationFacts(file: CaseFile, kinds: Kinds, around: Around): Violation {
  const { record, acts, events } = file
  const lines = acts.map((act) => kinds.line('act_types', textOf(act, 'act_type')))
  const ofActs = lines.map((line) => topicsIn(topicsOfActs, line))
  const topics = [
    ...new Set([
      ...ofActs.flatMap((one) => one ?? []),
      ...codesOf(record, 'rights').flatMap((right) => topicsOfRights[right] ?? []),
      ...(textOf(record, 'kind') === 'disappeared' ? ['enforced-disappearance'] : []),
    ]),
  ]
  const topicsWhole = acts.length > 0 && ofActs.every((one) => one !== null)
  const danger = dangerOf(around.assessments)
  const detained = detainedNow(file, around)
  const lost = disappearanceOf(file, kinds, around)
  const detentions = file.belonging.get('detention') ?? []
  const liberty = lines.some(
    (line) => line.includes('against_liberty') && !line.includes('summons_to_intimidate'),
  )
  return {
    topics,
    topicsWhole,
    danger,
    detained,
    everDetained: detained || detentions.length > 0 || liberty ? true : null,
    categories: categoriesOf(file, lines),
    ...lost,
    ongoing: ongoingOf(acts, detained, lost.disappeared, danger),
    grave: topics.some((topic) => graveTopics.has(topic)) ? true : topicsWhole ? false : null,
    by: whoDidIt(file, kinds, detentions),
    reprisal:
      lines.some((line) => line.includes('reprisal_for_cooperation')) ||
      events.some((event) =>
        referencesOf(event, 'related_events').some(
          ({ attributes }) => attributes?.['relation'] === 'retaliates_for',
        ),
      )
        ? true
        : null,
    reported: reportedOf(file, kinds),
    knownFrom: knownFrom(file, kinds),
    told: toldOf(file),
    hearingOn: hearingAfter(events, around.day),
  }
}

/** Of the latest assessment of each person: a danger in one of them, or none in any; null where nobody assessed. */
function dangerOf(assessments: readonly RecordView[]): Known {
  const latest = new Map<string, RecordView>()
  for (const one of assessments) {
    const of = referencesOf(one, 'person')[0]?.to ?? ''
    const known = latest.get(of)
    if (!known || textOf(known, 'on') < textOf(one, 'on')) latest.set(of, one)
  }
  if (latest.size === 0) return null
  return [...latest.values()].some((one) => textOf(one, 'danger') === 'yes')
}

function detainedNow(file: CaseFile, { people, inside }: Around): Known {
  const each = people.flatMap(({ id }) => inside.get(id)?.inside ?? [])
  if (each.includes('certain')) return true
  if (each.includes('possible')) return null
  if (file.acts.some((act) => textOf(act, 'outcome') === 'alive_detained')) return true
  return each.length > 0 && each.length === people.length ? false : null
}

function disappearanceOf(
  file: CaseFile,
  kinds: Kinds,
  { people }: Around,
): Pick<CaseFacts, 'disappeared' | 'disappearedOn'> {
  const acts = file.acts.filter((act) => {
    const type = textOf(act, 'act_type')
    return kinds.line('act_types', type).includes('disappearance') && !otherThanEnforced.has(type)
  })
  const detentions = (file.belonging.get('detention') ?? []).filter(
    (one) => textOf(one, 'status') === 'disappeared',
  )
  const dates = [
    textOf(file.record, 'last_seen'),
    ...acts.flatMap((act) => [textOf(act, 'last_seen'), textOf(act, 'date')]),
    ...detentions.map((one) => textOf(one, 'from')),
  ].filter((date) => date !== '')
  const disappearedOn = dates.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).at(-1) ?? null
  const open = [
    ...acts.filter((act) => {
      const outcome = textOf(act, 'outcome')
      return !over.has(outcome) && !kinds.line('victim_statuses', outcome).includes('died')
    }),
    ...detentions.filter((one) => isEmpty(one.values['until'])),
  ]
  if (open.length > 0 || textOf(file.record, 'kind') === 'disappeared')
    return { disappeared: true, disappearedOn }
  // Every person of the case was found, or is somewhere that is known.
  const accounted = people.map((one) =>
    kinds.line('person_statuses', textOf(one, 'status')).some((code) => found.has(code)),
  )
  const ended = acts.length + detentions.length > 0
  const surely = accounted.length > 0 && accounted.every(Boolean)
  return { disappeared: ended || surely ? false : null, disappearedOn }
}

function categoriesOf(file: CaseFile, lines: readonly (readonly string[])[]): CaseFacts['categories'] {
  const found = new Set(lines.flatMap((line) => line.flatMap((code) => categoriesOfActs[code] ?? [])))
  if (file.acts.some((act) => textOf(act, 'warrant') === 'no')) found.add('I')
  return detentionCategories.filter((category) => found.has(category))
}

function ongoingOf(acts: readonly RecordView[], detained: Known, disappeared: Known, danger: Known): Known {
  if (detained || disappeared || danger) return true
  const outcomes = acts.map((act) => textOf(act, 'outcome'))
  return outcomes.length > 0 && outcomes.every((outcome) => over.has(outcome)) ? false : null
}

/** By agents of a State: one of those named is governmental, or a State holds the person. */
function whoDidIt(file: CaseFile, kinds: Kinds, detentions: readonly RecordView[]): CaseFacts['by'] {
  const roots = file.involvements.flatMap((one) =>
    codesOf(one, 'perpetrator_kind').flatMap((kind) => kinds.line('perpetrator_kinds', kind).at(-1) ?? []),
  )
  const held = detentions.some(
    (one) => textOf(one, 'country') !== '' || referencesOf(one, 'held_by').length > 0,
  )
  if (roots.includes('governmental') || held) return 'state'
  return roots.length > 0 && roots.every((root) => root === 'other_actors') ? 'others' : null
}

/** Steps before courts or authorities of the State, ours or others'. */
function reportedOf(file: CaseFile, kinds: Kinds): Known {
  const steps = file.interventions.filter(
    (one) => !['considered', 'planned_intervention', 'declined_intervention'].includes(textOf(one, 'state')),
  )
  const home = steps.some((one) =>
    codesOf(one, 'kind').some((kind) => {
      const line = kinds.line('intervention_kinds', kind)
      return line.includes('legal') || line.includes('before_authorities')
    }),
  )
  return home || file.acts.some((act) => codesOf(act, 'search_filed').length > 0) ? true : null
}

function knownFrom(file: CaseFile, kinds: Kinds): CaseFacts['knownFrom'] {
  if (file.sources.length === 0) return null
  const media = (one: RecordView): boolean => {
    const line = kinds.line('source_kinds', textOf(one, 'kind'))
    return line.includes('press') || line.includes('web')
  }
  return file.sources.every(media) ? 'media-only' : 'direct'
}

/** An event with an account and a date; the summary of the case is an account too. */
function toldOf({ events, acts, record }: CaseFile): Known {
  if (events.length === 0 && acts.length === 0) return null
  const dated = [...events, ...acts].some((one) => textOf(one, 'date') !== '')
  const account =
    textOf(record, 'summary') !== '' || events.some((one) => !isEmpty(one.values['description']))
  return dated && account
}

/** The next trial or hearing, of the events of the case. */
function hearingAfter(events: readonly RecordView[], day: string): string | null {
  const ahead = events.flatMap((one) => {
    const date = textOf(one, 'date')
    const latest = date === '' ? null : dateBounds(date).latest
    return codesOf(one, 'kind').includes('trial_or_hearing') && latest !== null && latest >= day ? [date] : []
  })
  return ahead.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))[0] ?? null
}
