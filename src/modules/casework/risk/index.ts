import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { dangerItems, reviewItems } from './day-items.ts'
import { assessRoutes } from './pages/assess-page.tsx'
import { incidentRoutes } from './pages/incidents-page.tsx'
import { dangerPanel, incidentsPanel, riskPanel, riskRecordPanel } from './pages/panels.tsx'
import { planRoutes } from './pages/plan-page.tsx'
import { riskRoutes } from './pages/risk-page.tsx'
import { incident } from './records/incident.ts'
import { protectionLine } from './records/protection-line.ts'
import { riskAssessment } from './records/risk-assessment.ts'
import { riskFactor } from './records/risk-factor.ts'
import { riskReading } from './records/risk-reading.ts'
import { riskVocabularies } from './vocabularies/index.ts'

export { type DueLine, readDueLines } from './queries/due.ts'
export { riskTypes } from './words-of-risk.ts'

/** What threatens somebody, what is done about it, and what happened. */
export const riskRoom = defineRoom({
  types: [riskAssessment, riskFactor, riskReading, protectionLine, incident],
  vocabularies: riskVocabularies,
  routes: [...riskRoutes, ...assessRoutes, ...planRoutes, ...incidentRoutes],
  casePanels: [dangerPanel, riskPanel, incidentsPanel],
  recordPanels: [riskRecordPanel],
  dayItems: [dangerItems, reviewItems],
  navigation: [
    {
      href: '/workspace/records/incident',
      label: labels('Security incidents', 'Incidentes de seguridad', 'Incidents de seguretat'),
      order: 27,
    },
  ],
})
