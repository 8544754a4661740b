import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { mechanismsAddress } from './addresses.ts'
import { listRoute } from './pages/list-page.tsx'
import { mechanismRoutes } from './pages/mechanism-page.tsx'
import { stateRoutes } from './pages/states-page.tsx'
import { toCheckItems, toCheckRoute } from './pages/to-check-page.tsx'

/** The catalogue as the organisation knows it: every fact with its source, looked up, corrected, dated. */
export const factsRoom = defineRoom({
  routes: [listRoute, toCheckRoute, ...stateRoutes, ...mechanismRoutes],
  dayItems: [toCheckItems],
  navigation: [
    {
      href: mechanismsAddress,
      label: labels('Mechanisms', 'Mecanismos', 'Mecanismes'),
      order: 48,
    },
  ],
})
