import { Refusal } from './refusal.ts'

/** One person of a pedigree. Both parents or none; where one is not known, that parent is written in as an untyped founder. */
export interface Member {
  readonly id: string
  readonly father: string | null
  readonly mother: string | null
  readonly sex: 'M' | 'F'
}

/** A member by place in the list, parents before children; parents as places, -1 for founders. */
export interface OrderedMember {
  readonly id: string
  readonly sex: 'M' | 'F'
  readonly father: number
  readonly mother: number
}

/** Gives every person who has one known parent a second one, an untyped founder, as likelihoods need pairs. */
function withBothParents(members: readonly Member[]): readonly Member[] {
  const added: Member[] = []
  const taken = new Set(members.map((one) => one.id))
  const founder = (child: string, sex: 'M' | 'F') => {
    let id = `${child}:${sex === 'M' ? 'father' : 'mother'}`
    while (taken.has(id)) id += "'"
    taken.add(id)
    added.push({ id, father: null, mother: null, sex })
    return id
  }
  const whole = members.map((one) =>
    one.father === null && one.mother !== null
      ? { ...one, father: founder(one.id, 'M') }
      : one.father !== null && one.mother === null
        ? { ...one, mother: founder(one.id, 'F') }
        : one,
  )
  return [...whole, ...added]
}

/**
 * The members in an order in which parents come before their children.
 * Refuses a person twice, an unknown parent, a parent of the wrong sex, and a person who is their own ancestor.
 */
export function orderPedigree(members: readonly Member[]): readonly OrderedMember[] {
  const people = withBothParents(members)
  const byId = new Map<string, Member>()
  for (const one of people) {
    if (byId.has(one.id))
      throw new Refusal(
        'person-twice',
        `${one.id} stands twice in the pedigree`,
        'give each person one identifier',
        {
          person: one.id,
        },
      )
    byId.set(one.id, one)
  }
  const place = new Map<string, number>()
  const ordered: OrderedMember[] = []
  const open = new Set<string>()
  const parent = (child: Member, id: string | null, sex: 'M' | 'F'): number => {
    if (id === null) return -1
    const one = byId.get(id)
    if (!one)
      throw new Refusal(
        'unknown-parent',
        `${child.id}: the parent ${id} is not in the pedigree`,
        'add the parent',
        {
          person: child.id,
        },
      )
    if (one.sex !== sex)
      throw new Refusal(
        'parent-sex',
        `${child.id}: ${id} is written as ${sex === 'M' ? 'father but is a woman' : 'mother but is a man'}`,
        'correct the sex or the parent',
        { person: id },
      )
    return visit(one)
  }
  const visit = (one: Member): number => {
    const known = place.get(one.id)
    if (known !== undefined) return known
    if (open.has(one.id))
      throw new Refusal('own-ancestor', `${one.id} is their own ancestor`, 'correct the parents', {
        person: one.id,
      })
    open.add(one.id)
    const father = parent(one, one.father, 'M')
    const mother = parent(one, one.mother, 'F')
    open.delete(one.id)
    place.set(one.id, ordered.length)
    return ordered.push({ id: one.id, sex: one.sex, father, mother }) - 1
  }
  for (const one of people) visit(one)
  return ordered
}

/**
 * Which members matter for what is seen at a locus: those who are seen themselves and all their ancestors. Others have
 * no part in the likelihood, whatever they carry (untyped founders with seen descendants do stay).
 */
export function relevant(
  members: readonly OrderedMember[],
  seen: (member: number) => boolean,
): readonly boolean[] {
  const matters = members.map((_, i) => seen(i))
  for (let i = members.length - 1; i >= 0; i--) {
    const one = members[i]
    if (!one || !matters[i] || one.father < 0) continue
    matters[one.father] = true
    matters[one.mother] = true
  }
  return matters
}
