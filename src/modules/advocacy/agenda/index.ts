import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { agendaItems } from './day-items.ts'
import { agendaRoute } from './pages/agenda-page.tsx'
import { sessionRoute } from './pages/session-page.tsx'
import { session } from './records/session.ts'
import { sessionItem } from './records/session-item.ts'

/** Sessions and hearings: when bodies meet, by when to file, who goes with what instructions, what came of it. */
export const agendaRoom = defineRoom({
  types: [session, sessionItem],
  routes: [agendaRoute, sessionRoute],
  dayItems: [agendaItems],
  navigation: [{ href: '/workspace/agenda', label: labels('Agenda', 'Agenda', 'Agenda'), order: 47 }],
})
