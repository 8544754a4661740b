import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { autocraciesAddress } from './addresses.ts'
import { autocraciesRoutes } from './pages/autocracies-page.tsx'
import { openedRoutes } from './pages/opened.tsx'
import { ngoCommitteeAction } from './records/ngo-committee-action.ts'
import { reprisal } from './records/reprisal.ts'

/** Autocracies before the United Nations, by the classes of an index that names its author. */
export const autocraciesRoom = defineRoom({
  types: [reprisal, ngoCommitteeAction],
  routes: [...autocraciesRoutes, ...openedRoutes],
  navigation: [
    {
      href: autocraciesAddress,
      label: labels('Autocracies', 'Autocracias', 'Autocràcies'),
      order: 49,
    },
  ],
})
