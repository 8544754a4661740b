import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { consentPanel } from './pages/consent-panel.tsx'
import { consentRecordPanel } from './pages/consent-record-panel.tsx'
import { withdrawRoutes } from './pages/withdraw-page.tsx'
import { consent } from './records/consent.ts'

/** Who agreed to what, for which purpose and until when. */
export const consentRoom = defineRoom({
  types: [consent],
  routes: withdrawRoutes,
  casePanels: [consentPanel],
  recordPanels: [consentRecordPanel],
  navigation: [
    {
      href: '/workspace/records/consent',
      label: labels('Consents', 'Consentimientos', 'Consentiments'),
      order: 29,
    },
  ],
})
