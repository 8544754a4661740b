import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { regimesAddress } from './addresses.ts'
import { openedVotes } from './pages/opened-votes.tsx'
import { regimesRoutes } from './pages/regimes-page.tsx'

/** Votes joined with the classes that indices give to states. */
export const regimesRoom = defineRoom({
  routes: [...regimesRoutes, openedVotes],
  navigation: [
    {
      href: regimesAddress,
      label: labels('Votes by regime', 'Votos por régimen', 'Vots per règim'),
      order: 45,
    },
  ],
})
