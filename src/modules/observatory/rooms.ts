import { alikeRoom } from './alike/index.ts'
import { artisticRoom } from './artistic/index.ts'
import { autocraciesRoom } from './autocracies/index.ts'
import { indicatorsRoom } from './indicators/index.ts'
import type { ObservatoryRoom } from './room.ts'
import type { DatasetImporter } from './sources/importer.ts'
import { positionsRoom } from './positions/index.ts'
import { preventionRoom } from './prevention/index.ts'
import { regimesRoom } from './regimes/index.ts'
import { reviewsRoom } from './reviews/index.ts'
import { saysRoom } from './says/index.ts'
import { sourcesRoom } from './sources/index.ts'
import { statesRoom } from './states/index.ts'
import { treatiesRoom } from './treaties/index.ts'
import { votesRoom } from './votes/index.ts'

/** The rooms of the observatory, in the order of the work. A new room adds its line here. */
export const rooms: readonly ObservatoryRoom[] = [
  sourcesRoom,
  statesRoom,
  indicatorsRoom,
  treatiesRoom,
  votesRoom,
  alikeRoom,
  reviewsRoom,
  positionsRoom,
  preventionRoom,
  artisticRoom,
  regimesRoom,
  saysRoom,
  autocraciesRoom,
]

/** What can be read, in the order in which a file is offered to them: the first that recognises it reads it. */
export const importers: readonly DatasetImporter[] = rooms.flatMap((room) => room.importers ?? [])
