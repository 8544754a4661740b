import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { reviewsAddress } from './addresses.ts'
import { cyclesPage } from './pages/cycles-page.tsx'
import { addHeard, livePage, mendHeard } from './pages/live-page.tsx'
import { madeCsv, madePage } from './pages/made-page.tsx'
import { packRoutes } from './pages/pack-routes.ts'
import { recommendationPage } from './pages/recommendation-page.tsx'
import { regimesCsv, regimesPage } from './pages/regimes-page.tsx'
import { reviewPage } from './pages/review-page.tsx'
import { reviewsCsv, reviewsPage } from './pages/reviews-page.tsx'
import { matrix } from './readers/matrix.ts'
import { uhri } from './readers/uhri.ts'
import { uprInfo, uprPledges } from './readers/upr-info.ts'
import { uprInfoUwazi } from './readers/uwazi.ts'

export { recommendationAddress, reviewAddress } from './addresses.ts'
export { reviewPanel } from './review-panel.tsx'

/** The Universal Periodic Review of states: prepared, followed, compared; recommendations under addresses that stay. */
export const reviewsRoom = defineRoom({
  routes: [
    reviewsPage,
    reviewsCsv,
    regimesPage,
    regimesCsv,
    ...packRoutes,
    cyclesPage,
    madePage,
    madeCsv,
    livePage,
    addHeard,
    mendHeard,
    reviewPage,
    recommendationPage,
  ],
  importers: [uprPledges, uprInfo, uprInfoUwazi, matrix, uhri],
  navigation: [
    {
      href: reviewsAddress,
      label: labels('Reviews (UPR)', 'Exámenes (EPU)', 'Exàmens (EPU)'),
      order: 50,
    },
  ],
})
