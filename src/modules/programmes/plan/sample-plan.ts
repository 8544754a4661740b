import type { Named, Plan, PlannedActivity, PlannedStay } from './plan.ts'

const named = (id: string): Named => ({ id, title: id })

/** An activity for tests: whatever is not said is plain. */
export const sampleActivity = (
  id: string,
  given: Partial<Omit<PlannedActivity, 'people' | 'town'>> & {
    readonly people?: readonly string[]
    readonly town?: string
  } = {},
): PlannedActivity => ({
  title: `Activity ${id}`,
  day: '2026-04-15',
  date: given.day ?? '2026-04-15',
  start: '10:00',
  end: '11:00',
  kind: 'talk',
  place: '',
  audienceKind: '',
  audience: null,
  languages: [],
  publicity: 'announce',
  photos: 'allowed',
  updatedAt: new Date(0),
  ...given,
  id,
  town: named(given.town ?? 'portclar'),
  people: (given.people ?? ['alma']).map((person) => ({ ...named(person), role: 'speaker' })),
})

/** A stay for tests. */
export const sampleStay = (
  person: string,
  town: string,
  arrival: string,
  departure: string,
): PlannedStay => ({
  id: `stay-${person}-${town}-${arrival}`,
  person: named(person),
  town: named(town),
  arrival,
  departure,
  interpretation: null,
  interpreter: null,
  needsForTown: null,
})

/** A plan for tests: Alma in Portclar from 13 to 17 April 2026, unless told otherwise. */
export const samplePlan = (given: Partial<Plan> = {}): Plan => ({
  id: 'edition',
  title: 'Spring 2026',
  state: 'planned',
  theme: {},
  first: '2026-04-13',
  last: '2026-04-24',
  towns: [],
  coordinators: [],
  emergencyLine: null,
  fictitious: true,
  visibility: 'internal',
  invitations: [{ id: 'inv', person: named('alma'), state: 'accepted', stateDate: null, note: '' }],
  stays: [sampleStay('alma', 'portclar', '2026-04-13', '2026-04-17')],
  activities: [],
  ...given,
})
