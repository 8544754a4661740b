import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { agreementAddress, pointsAddress } from './addresses.ts'
import { agreementRoutes } from './pages/agreement-page.tsx'
import { blocsRoutes } from './pages/blocs-page.tsx'
import { cohesionRoutes } from './pages/cohesion-page.tsx'
import { compareRoutes } from './pages/compare-page.tsx'
import { pictureRoutes } from './pages/picture-routes.ts'
import { pointsRoutes } from './pages/points-pages.tsx'
import { pointsRunRoutes } from './pages/points-run-pages.tsx'
import { matchesImporter } from './points/matches-importer.ts'
import { pointsJob } from './points/run-points.ts'

export { alikePanel } from './state-panel.tsx'

/** Who votes like whom: agreement, cohesion, two states beside each other, blocs, ideal points. */
export const alikeRoom = defineRoom({
  routes: [
    ...agreementRoutes,
    ...pictureRoutes,
    ...cohesionRoutes,
    ...compareRoutes,
    ...blocsRoutes,
    // Before those of one run: `new` is no run.
    ...pointsRunRoutes,
    ...pointsRoutes,
  ],
  jobs: [pointsJob],
  importers: [matchesImporter],
  navigation: [
    {
      href: agreementAddress,
      label: labels('Who votes like whom', 'Quién vota como quién', 'Qui vota com qui'),
      order: 44,
    },
    { href: pointsAddress, label: labels('Ideal points', 'Puntos ideales', 'Punts ideals'), order: 45 },
  ],
})
