import { can } from '#platform/access'
import { defineModule } from '#platform/house'
import { listOffers } from '#platform/sharing'
import { labelsOf } from './messages.ts'
import { offerRoutes } from './offer-page.tsx'
import { shareApproval } from './share-approval.tsx'
import { sharedRoutes } from './shared-pages.tsx'
import { sharingPanel } from './sharing-panel.tsx'

/** Sharing between organisations of one instance: what we give, what we are given. */
export const sharing = defineModule({
  name: 'sharing',
  routes: [...offerRoutes, ...sharedRoutes],
  recordPanels: [sharingPanel],
  approvalKinds: [shareApproval],
  navigation: [
    {
      href: '/workspace/shared',
      label: labelsOf('list_title'),
      order: 0.6,
      may: 'read',
      count: async (tx) => (can(tx.actor, 'write') ? (await listOffers(tx)).length : 0),
    },
  ],
})
