import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { asylumItems } from './day-items.ts'
import { calendarRoutes } from './pages/calendar-page.tsx'
import { asylumListRoute } from './pages/list-page.tsx'
import { asylumPanel, asylumRecordPanel } from './pages/panels.tsx'
import { procedureRoutes } from './pages/procedure-page.tsx'
import { proceduresRoutes } from './pages/procedures-page.tsx'
import { requestRoutes } from './pages/request-routes.tsx'
import { asylumAppeal } from './records/asylum-appeal.ts'
import { asylumCertificate } from './records/asylum-certificate.ts'
import { asylumDay } from './records/asylum-day.ts'
import { asylumDecision } from './records/asylum-decision.ts'
import { asylumEvent } from './records/asylum-event.ts'
import { asylumInterview } from './records/asylum-interview.ts'
import { asylumPaper } from './records/asylum-paper.ts'
import { asylumRequest } from './records/asylum-request.ts'
import { asylumVocabularies } from './vocabularies/index.ts'

/** Somebody asks to be recognised as a refugee: steps, terms and their reasons, papers that end, appeals. */
export const asylumRoom = defineRoom({
  types: [
    asylumRequest,
    asylumCertificate,
    asylumInterview,
    asylumDecision,
    asylumAppeal,
    asylumPaper,
    asylumEvent,
    asylumDay,
  ],
  vocabularies: asylumVocabularies,
  routes: [asylumListRoute, ...requestRoutes, ...proceduresRoutes, ...procedureRoutes, ...calendarRoutes],
  casePanels: [asylumPanel],
  recordPanels: [asylumRecordPanel],
  dayItems: [asylumItems],
  navigation: [
    {
      href: '/workspace/asylum',
      label: labels('Asylum requests', 'Solicitudes de refugio', 'Sol·licituds d’asil'),
      order: 28,
    },
  ],
})
