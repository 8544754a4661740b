import { Problem } from '#platform/problem'
import type { SearchFile } from '../files/shapes.ts'

/** A family that stands twice in a file. */
export const familyTwice = (id: string): Problem =>
  new Problem('malformed', {
    explanation: {
      en: `the family ${id} stands twice. Give each family one identifier, or take one of the two out.`,
      es: `la familia ${id} figura dos veces. Dé a cada familia un solo identificador, o quite una de las dos.`,
      ca: `la família ${id} hi és dues vegades. Doneu a cada família un sol identificador, o traieu-ne una.`,
    },
  })

/** Refuses families of the same identifier: their rows could not be told apart. */
export function checkFamilies(families: SearchFile['families']): void {
  const ids = new Set<string>()
  for (const { id } of families) {
    if (ids.has(id)) throw familyTwice(id)
    ids.add(id)
  }
}
