import { words } from '../vocabularies/words.ts'
import { familyRoutes } from './dependants/family-routes.tsx'
import { eventFamily } from './event-family.ts'

/** The screen "who did what to whom": an event written together with everything that belongs to it. */
export const eventRoutes = familyRoutes({
  family: eventFamily,
  newPath: '/workspace/events/new',
  editPath: '/workspace/event/:id/edit-all',
  title: words('Who did what to whom', 'Quién hizo qué a quién', 'Qui va fer què a qui'),
  begin: ['act', 'perpetrator', 'source'],
})
