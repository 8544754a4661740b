import { groupMembers, polity, polityByName, polityGroup } from '#catalogue/polities'

/** The states that an address asks for. */
export interface ChosenStates {
  readonly codes: readonly string[]
  /** As they stand in the field. */
  readonly text: string
  readonly group: string
  /** What is no state. */
  readonly unknown: readonly string[]
}

/** As many as one page draws. */
const mostStates = 60

/** Reads codes or names separated by commas, and a group with its members at the end of a year. */
export function chosenStates(
  params: URLSearchParams,
  year: number,
  otherwise: readonly string[],
): ChosenStates {
  const text = (params.get('states') ?? '').slice(0, 2000)
  const asked = params.get('group') ?? ''
  const group = polityGroup(asked) ? asked : ''
  const named = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = named.map((part) => polity(part.toUpperCase()) ?? polityByName(part, undefined, 'list'))
  const members = group === '' ? [] : groupMembers(group, `${year}-12-31`)
  const codes = [...new Set([...found.flatMap((one) => (one ? [one.code] : [])), ...members])].slice(
    0,
    mostStates,
  )
  return {
    codes: codes.length > 0 || text !== '' || group !== '' ? codes : otherwise,
    text,
    group,
    unknown: named.filter((_, i) => !found[i]),
  }
}
