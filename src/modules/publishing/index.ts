import { defineModule } from '#platform/house'
import { labelsOf } from './messages.ts'
import { publishingActionRoutes } from './pages/publishing-actions.tsx'
import { publicationPanel } from './pages/publication-panel.tsx'
import { publicationApproval } from './pages/publication-approval.tsx'
import { publishingRoute } from './pages/publishing-page.tsx'
import { publicRoutes } from './public/routes.tsx'

/** What the public sees: an explicit act on each person, the site that shows it, and withdrawing. */
export const publishing = defineModule({
  name: 'publishing',
  routes: [...publicRoutes, publishingRoute, ...publishingActionRoutes],
  recordPanels: [publicationPanel],
  approvalKinds: [publicationApproval],
  navigation: [{ href: '/workspace/publishing', label: labelsOf('list_title'), order: 10 }],
})

export { type Asked, askToPublish, publishApproved } from './actions/ask-to-publish.ts'
export type { ProfileToPublish } from './actions/prepare-publication.ts'
export { publishProfile } from './actions/publish-profile.ts'
export { type ProfilesToPublish, mostAtOnce, publishProfiles } from './actions/publish-profiles.ts'
export { withdrawProfile } from './actions/withdraw-profile.ts'
export { type Basis, type PublicField, type PublicProfile, publicFields } from './projection.ts'
export { type Publication, readPublication } from './publications.ts'
