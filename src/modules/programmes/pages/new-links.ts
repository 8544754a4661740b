import type { Plan } from '../plan/plan.ts'

interface At {
  readonly person?: string | undefined
  readonly town?: string | undefined
  readonly day?: string | undefined
}

/** The form for a new record of a type, with what is known filled in; nothing is written by opening it. */
function newHref(type: string, values: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) search.set(`v.${name}`, value)
  return `/workspace/records/${type}/new?${search}`
}

export const newActivityHref = (plan: Plan, { person, town, day }: At): string =>
  newHref('activity', {
    edition: plan.id,
    municipality: town,
    date: day,
    participants: person,
    'participants.role': person && 'speaker',
  })

export const newStayHref = (plan: Plan, { person, town, day }: At): string =>
  newHref('stay', { edition: plan.id, person, municipality: town, arrival: day })

export const newInvitationHref = (plan: Plan): string => newHref('invitation', { edition: plan.id })
