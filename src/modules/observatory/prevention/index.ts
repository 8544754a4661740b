import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { preventionAddress } from './addresses.ts'
import { reviewItems } from './day-items.ts'
import { assessmentRoutes } from './pages/assessment-page.tsx'
import { beginRoutes } from './pages/begin-page.tsx'
import { compareRoutes } from './pages/compare-page.tsx'
import { preventionRoutes } from './pages/prevention-page.tsx'
import { riskRoutes } from './pages/risk-page.tsx'
import { statesOnDayRoutes } from './pages/states-page.tsx'
import { stepRoutes } from './pages/step-page.tsx'
import { warningRoutes } from './pages/warning-page.tsx'
import { assessmentFactor } from './records/assessment-factor.ts'
import { countryAssessment } from './records/country-assessment.ts'
import { focalPoint } from './records/focal-point.ts'
import { preventionVocabularies } from './vocabularies.ts'
import { ewpImporter } from './warning/ewp-importer.ts'
import { refitJob } from './warning/refit-job.ts'

/** Atrocity prevention: assessments by the fourteen factors, statistical early warning, focal points. Nothing of it is public. */
export const preventionRoom = defineRoom({
  types: [countryAssessment, assessmentFactor, focalPoint],
  vocabularies: preventionVocabularies,
  routes: [
    ...preventionRoutes,
    ...beginRoutes,
    ...stepRoutes,
    ...assessmentRoutes,
    ...compareRoutes,
    ...statesOnDayRoutes,
    ...warningRoutes,
    ...riskRoutes,
  ],
  jobs: [refitJob],
  importers: [ewpImporter],
  dayItems: [reviewItems],
  navigation: [
    { href: preventionAddress, label: labels('Prevention', 'Prevención', 'Prevenció'), order: 47 },
  ],
})
