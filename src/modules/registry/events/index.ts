import { labels } from '#platform/i18n'
import type { RecordPanel } from '#platform/house'
import { familyRoutes } from './dependants/index.ts'
import { eventFamily } from './event-family.ts'
import { actorPanel } from './panels/actor-panel.tsx'
import { dossierPanel } from './panels/dossier-panel.tsx'
import { eventPanel } from './panels/event-panel.tsx'
import { legalPanel } from './panels/legal-panel.tsx'

/** Where a new event is written with all that belongs to it. */
export const newEventPath = '/workspace/events/new'

/** The screen "who did what to whom": an event written together with everything that belongs to it. */
export const eventRoutes = familyRoutes({
  family: eventFamily,
  newPath: newEventPath,
  editPath: '/workspace/event/:id/edit-all',
  title: labels('Who did what to whom', 'Quién hizo qué a quién', 'Qui va fer què a qui'),
  begin: ['act', 'perpetrator', 'source'],
})

/** What this room adds to the pages of records. */
export const eventPanels: readonly RecordPanel[] = [eventPanel, dossierPanel, legalPanel, actorPanel]

export { ListTimeline, timelineField } from './panels/list-timeline.tsx'

export { type DependantGroup, type Family, type FamilyScreens, familyRoutes } from './dependants/index.ts'
