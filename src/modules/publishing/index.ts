import { defineModule } from '#platform/house'
import { defenders } from './defenders/kind.tsx'
import { labelsOf } from './messages.ts'
import { publishingActionRoutes } from './pages/publishing-actions.tsx'
import { publicationPanel } from './pages/publication-panel.tsx'
import { publicationApproval } from './pages/publication-approval.tsx'
import { publishingRoute } from './pages/publishing-page.tsx'
import { recordPublicRoutes } from './pages/record-public-page.tsx'
import { kindRoutes, publicRoutes } from './public/routes.tsx'
import { machineRoutes } from './public/sitemap.ts'
import { publicEvent } from './records/public-event.ts'
import { sitePage } from './records/site-page.ts'
import { publicEvents } from './site/event-kind.tsx'
import { sitePages } from './site/page-kind.tsx'
import { siteRoutes } from './site/site-screen.tsx'

/** What the public sees: an explicit act on each thing, the site that shows it, and withdrawing. */
export const publishing = defineModule({
  name: 'publishing',
  types: [sitePage, publicEvent],
  routes: [
    // Before the addresses that take anything in a place: the first that fits answers.
    ...machineRoutes,
    ...publicRoutes,
    ...kindRoutes,
    publishingRoute,
    ...publishingActionRoutes,
    ...recordPublicRoutes,
    ...siteRoutes,
  ],
  publicKinds: [defenders, publicEvents, sitePages],
  recordPanels: [publicationPanel],
  approvalKinds: [publicationApproval],
  navigation: [{ href: '/workspace/publishing', label: labelsOf('list_title'), order: 10 }],
})

export { type Asked, askToPublish, publishApproved } from './actions/ask-to-publish.ts'
export type { ToPublish } from './actions/prepare-publication.ts'
export { publish } from './actions/publish.ts'
export { type SeveralToPublish, mostAtOnce, publishSeveral } from './actions/publish-several.ts'
export { withdrawPublication } from './actions/withdraw-publication.ts'
export { defenders } from './defenders/kind.tsx'
export { type Basis, type PublicField, type PublicProfile, publicFields } from './defenders/projection.ts'
export { arrangeSite } from './site/arrange.ts'
export { publicEvents } from './site/event-kind.tsx'
export { sitePages } from './site/page-kind.tsx'
export { publicationPanel } from './pages/publication-panel.tsx'
export { type CopiedFile, type SiteToCopy, exportSite } from './static/export-site.tsx'
export { type Publication, readPublication } from './publications.ts'
