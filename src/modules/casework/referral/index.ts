import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { bundleApproval } from './pages/bundle-approval.tsx'
import { bundlesRoutes } from './pages/bundles-page.tsx'
import { deletionLetterRoute } from './pages/deletion-letter.ts'
import { bundlesPanel } from './pages/panels.tsx'
import { partnerRoutes } from './pages/partner-page.tsx'
import { referRoutes } from './pages/refer-page.tsx'
import { caseApproval, wholeCaseRoutes } from './whole-case/whole-case-page.tsx'

/** What leaves for another organisation as a file, and what comes in as one. */
export const referralRoom = defineRoom({
  routes: [...referRoutes, ...bundlesRoutes, ...partnerRoutes, deletionLetterRoute, ...wholeCaseRoutes],
  casePanels: [bundlesPanel],
  approvalKinds: [bundleApproval, caseApproval],
  navigation: [
    {
      href: '/workspace/bundles',
      label: labels('Bundles', 'Expedientes entregados', 'Expedients lliurats'),
      order: 28,
    },
  ],
})
