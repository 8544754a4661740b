import { defineRoom } from '../room.ts'
import { labelsOf } from './messages.ts'
import { sendRoutes } from './pages/send-page.tsx'
import { pressLinkRoutes } from './public/link-page.tsx'
import { journalist } from './records/journalist.ts'
import { pressVocabularies } from './vocabularies.ts'

export { type Sending, type Sent, sendText } from './actions/send-text.ts'
export { deliveriesSection } from './pages/deliveries-section.tsx'

/** The press list, who had what, and the links of journalists to what is not out yet. */
export const pressRoom = defineRoom({
  types: [journalist],
  vocabularies: pressVocabularies,
  routes: [...sendRoutes, ...pressLinkRoutes],
  navigation: [{ href: '/workspace/records/journalist', label: labelsOf('journalists'), order: 37 }],
})
