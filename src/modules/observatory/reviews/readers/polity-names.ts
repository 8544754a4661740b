import { type Polity, polityByName } from '#catalogue/polities'

/** Reads names of states as lists of them write them; each name is looked up once. */
export function polityNames(): (name: string, day?: string) => Polity | null {
  const known = new Map<string, Polity | null>()
  return (name, day) => {
    const key = `${name}\n${day ?? ''}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = polityByName(name, day, 'list')
    known.set(key, found)
    return found
  }
}
