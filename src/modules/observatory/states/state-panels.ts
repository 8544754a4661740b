import { alikePanel } from '../alike/index.ts'
import { indicesPanel } from '../indicators/index.ts'
import { positionsStatePanel } from '../positions/state-panel.tsx'
import { preventionStatePanel } from '../prevention/state-panel.tsx'
import { treatiesPanel } from '../treaties/index.ts'
import { reviewPanel } from '../reviews/review-panel.tsx'
import { saysPanel } from '../says/index.ts'
import { votesStatePanel } from '../votes/pages/state-panel.tsx'
import type { StatePanel } from './state-panel.ts'

/** The parts of the page of a state. A room adds its line here; their order is their own. */
const given: readonly StatePanel[] = [
  indicesPanel,
  alikePanel,
  saysPanel,
  votesStatePanel,
  treatiesPanel,
  positionsStatePanel,
  preventionStatePanel,
  reviewPanel,
]

/** The parts of the page of a state, in the order in which they stand. */
export const statePanels = (): readonly StatePanel[] => given.toSorted((a, b) => a.order - b.order)
