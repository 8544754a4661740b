import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { consultationItems, receivedItems } from './day-items.ts'
import { receivedListRoute } from './pages/list-page.tsx'
import { receivedRoutes } from './pages/received-page.tsx'
import { communicationReceived } from './records/communication-received.ts'
import { consultation } from './records/consultation.ts'
import { measureTaken } from './records/measure-taken.ts'

/** The other direction: what a State's office receives, whom it consults, what it answers and when. */
export const receivedRoom = defineRoom({
  types: [communicationReceived, consultation, measureTaken],
  routes: [receivedListRoute, ...receivedRoutes],
  dayItems: [receivedItems, consultationItems],
  navigation: [
    {
      href: '/workspace/received',
      label: labels('Received', 'Recibidas', 'Rebudes'),
      order: 46,
    },
  ],
})
