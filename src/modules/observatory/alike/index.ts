import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { matchesImporter } from './points/matches-importer.ts'
import { pointsJob } from './points/run-points.ts'

/** Who votes like whom: agreement, cohesion, two states beside each other, blocs, ideal points. */
export const alikeRoom = defineRoom({
  routes: [],
  jobs: [pointsJob],
  importers: [matchesImporter],
  navigation: [],
})
void labels
