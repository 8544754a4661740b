import { can } from '#platform/access'
import type { NavigationEntry } from '#platform/house'
import type { Visit } from '#platform/http'

const recordsAddress = '/workspace/records/'

/**
 * The menu of whoever is signed in: the modules' entries that they may use, and the organisation's own record types
 * under the same heading as those of the product, after them.
 */
export function menuOf({ house, session, schema }: Visit): readonly NavigationEntry[] {
  const entries = house.navigation.filter(
    ({ may = 'read' }) => session && (may === 'member' || can(session.actor, may)),
  )
  const records = entries.filter((entry) => entry.href.startsWith(recordsAddress))
  const first = records.toSorted((a, b) => a.order - b.order)[0]
  const neighbours = records.filter((entry) => entry.group?.en === first?.group?.en)
  const after = Math.max(0, ...neighbours.map((entry) => entry.order))
  const own = [...(schema?.types.values() ?? [])]
    .filter((type) => !house.shipped.types.has(type.name))
    .map((type) => ({
      href: recordsAddress + type.name,
      label: type.plural,
      // Between its last neighbour and what comes next.
      order: after + 0.5,
      ...(first?.group && { group: first.group }),
    }))
  return [...entries, ...own].toSorted((a, b) => a.order - b.order)
}
