import { defineRoom } from '../room.ts'
import { choosePanel, chooseRoute } from './pages/choose-page.tsx'

export { type Choice, chooseMechanisms, type FilingDay } from './choose.ts'
export { choiceFigures, choicesInWords } from './choices-in-words.ts'
export { chooseForCase } from './choose-for-case.ts'
export { type CaseFacts, nothingKnown } from './facts.ts'
export { factsOfCase } from './queries/facts-of-case.ts'
export { findCase } from './queries/find-case.ts'

/** Where a case can be taken, with the reason each mechanism is offered or not. */
export const chooseRoom = defineRoom({
  routes: [chooseRoute],
  recordPanels: [choosePanel],
})
