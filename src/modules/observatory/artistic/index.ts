import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { artisticAddress } from './addresses.ts'
import { artisticRoutes } from './pages/artistic-page.tsx'
import { rowsRoutes } from './pages/rows-page.tsx'

/** Artistic freedom in a region, year by year, from the organisation's own acts, cases and incidents. */
export const artisticRoom = defineRoom({
  routes: [...artisticRoutes, ...rowsRoutes],
  navigation: [
    {
      href: artisticAddress,
      label: labels('Artistic freedom', 'Libertad artística', 'Llibertat artística'),
      order: 48,
    },
  ],
})
