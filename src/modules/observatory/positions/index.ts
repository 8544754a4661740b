import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { positionsAddress } from './addresses.ts'
import { unansweredItems } from './day-items.ts'
import { positionsRoutes } from './pages/positions-page.tsx'
import { votesPanel } from './pages/votes-panel.tsx'
import { position } from './records/position.ts'
import { positionVocabularies } from './vocabularies.ts'

export { positionsBeside } from './pages/positions-beside.tsx'
export { positionsOn, type PositionRow } from './queries/read-positions.ts'

/** What states said and did besides voting, and what an organisation asked of them. */
export const positionsRoom = defineRoom({
  types: [position],
  vocabularies: positionVocabularies,
  routes: positionsRoutes,
  recordPanels: [votesPanel],
  dayItems: [unansweredItems],
  navigation: [{ href: positionsAddress, label: labels('Positions', 'Posiciones', 'Posicions'), order: 46 }],
})
