import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { fileRoutes } from './pages/file-routes.tsx'
import { prisonersRoute } from './pages/list-page.tsx'
import { monthsRoute, movesRoute } from './pages/months-page.tsx'
import { detentionPanel, detentionRecordPanel } from './pages/panels.tsx'
import { detention } from './records/detention.ts'
import { detentionChange } from './records/detention-change.ts'
import { healthAlert } from './records/health-alert.ts'
import { lawArticle } from './records/law-article.ts'
import { paceFinding } from './records/pace-finding.ts'
import { prisonerDecision } from './records/prisoner-decision.ts'
import { detentionVocabularies } from './vocabularies/index.ts'

export { type DaysInPrison, daysInPrison } from './queries/prisoners.ts'

/** Who is in prison, since when, by what, and who counts as a political prisoner. */
export const detentionRoom = defineRoom({
  types: [detention, detentionChange, healthAlert, lawArticle, paceFinding, prisonerDecision],
  vocabularies: detentionVocabularies,
  routes: [prisonersRoute, monthsRoute, movesRoute, ...fileRoutes],
  casePanels: [detentionPanel],
  recordPanels: [detentionRecordPanel],
  navigation: [
    {
      href: '/workspace/prisoners',
      label: labels('List of prisoners', 'Lista de personas presas', 'Llista de persones preses'),
      order: 25,
    },
    {
      href: '/workspace/records/detention',
      label: labels('Detentions', 'Detenciones', 'Detencions'),
      order: 26,
    },
  ],
})
