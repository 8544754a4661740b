import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { figuresRoutes } from './figures-page.tsx'

/** What was done in a period, in numbers that name nobody. */
export const figuresRoom = defineRoom({
  routes: figuresRoutes,
  navigation: [{ href: '/workspace/figures', label: labels('Figures', 'Cifras', 'Xifres'), order: 27 }],
})
