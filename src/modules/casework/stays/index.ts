import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { paperItems } from './day-items.ts'
import { stayPartPanel, staysPanel } from './pages/case-panel.tsx'
import { stayListRoute } from './pages/list-page.tsx'
import { newStayRoutes } from './pages/new-stay-page.tsx'
import { placesRoute } from './pages/places-page.tsx'
import { stayActionRoutes } from './pages/stay-actions.ts'
import { stayRoute } from './pages/stay-page.tsx'
import { stayTypes } from './records/index.ts'

/** Temporary refuge: from the nomination or application to the last follow-up after the return. */
export const staysRoom = defineRoom({
  types: stayTypes,
  routes: [stayListRoute, ...newStayRoutes, stayRoute, ...stayActionRoutes, placesRoute],
  casePanels: [staysPanel],
  recordPanels: [stayPartPanel],
  dayItems: [paperItems],
  navigation: [
    {
      href: '/workspace/refuge-stays',
      label: labels('Refuge stays', 'Refugios temporales', 'Acollides temporals'),
      order: 27,
    },
    {
      href: '/workspace/refuge-places',
      label: labels('Places of refuge', 'Plazas de acogida', 'Places d’acollida'),
      order: 27,
    },
  ],
})
