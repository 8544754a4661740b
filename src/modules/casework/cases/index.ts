import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { caseActionRoutes } from './pages/case-actions.ts'
import { caseRoute } from './pages/case-page.tsx'
import { checkInsPanel } from './pages/check-ins-panel.tsx'
import { caseListRoute } from './pages/list-page.tsx'
import { newCaseRoutes } from './pages/new-case-page.tsx'
import { caseType } from './records/case.ts'
import { checkIn } from './records/check-in.ts'
import { caseVocabularies } from './vocabularies/index.ts'

/** The case itself: what it is called, where it stands, who follows it. */
export const cases = defineRoom({
  types: [caseType, checkIn],
  vocabularies: caseVocabularies,
  routes: [caseListRoute, ...newCaseRoutes, caseRoute, ...caseActionRoutes],
  casePanels: [checkInsPanel],
  navigation: [{ href: '/workspace/cases', label: labels('Cases', 'Casos', 'Casos'), order: 20 }],
})
