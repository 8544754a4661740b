import { countWaiting } from '#platform/approvals'
import { defineModule } from '#platform/house'
import { approvalRoutes } from './approvals-page.tsx'
import { approvalsOnHome } from './home-panel.tsx'
import { labelsOf } from './messages.ts'

/** Four eyes: what waits for a second person's decision. */
export const approvals = defineModule({
  name: 'approvals',
  routes: approvalRoutes,
  homePanels: [approvalsOnHome],
  navigation: [
    { href: '/workspace/approvals', label: labelsOf('title'), order: 0.5, may: 'read', count: countWaiting },
  ],
})

export { decideOn } from './decide.ts'
