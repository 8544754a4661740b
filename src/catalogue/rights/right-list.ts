import { freedomsAndNeeds } from './freedoms-and-needs.ts'
import type { Right, RightLanguage } from './right-definition.ts'
import { rightsOfPeople } from './rights-of-people.ts'

/** The whole list, in the order in which it is shown. */
export const rights: readonly Right[] = [...rightsOfPeople, ...freedomsAndNeeds]

const byCode: ReadonlyMap<string, Right> = new Map(rights.map((one) => [one.code, one]))

/** The right with this code, or null. */
export function rightByCode(code: string): Right | null {
  return byCode.get(code) ?? null
}

/** The label of a right in one of five languages; the code itself when it is unknown. */
export function rightLabel(code: string, language: RightLanguage): string {
  return byCode.get(code)?.label[language] ?? code
}
