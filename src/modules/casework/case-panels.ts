import { rooms } from './rooms.ts'
import type { CasePanel } from './room.ts'

/** Every part of the page of a case that a room gives, in the order in which they stand. */
export const casePanels = (): readonly CasePanel[] =>
  rooms.flatMap((room) => room.casePanels ?? []).sort((a, b) => a.order - b.order)
