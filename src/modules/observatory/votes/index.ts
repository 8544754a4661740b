import { defineRoom } from '../room.ts'
import { hrc } from './importers/hrc.ts'
import { hrcResolutions } from './importers/hrc-resolutions.ts'
import { undlGa, undlSc } from './importers/undl.ts'
import { unvotes, unvotesIssues } from './importers/unvotes.ts'
import { vetoes } from './importers/vetoes.ts'
import { voeten } from './importers/voeten.ts'
import { unvotesRollCalls, voetenRollCalls } from './importers/voeten-rollcalls.ts'

export { type BallotCount, type BallotLetter, letterOf } from './ballot.ts'
export { countrySituation } from './importers/country-situation.ts'
export { type BallotQuery, type BallotRollCall, type Ballots, readBallots } from './queries/read-ballots.ts'
export { preferredFiles, type VoteSource, voteSources } from './queries/vote-sources.ts'
export { type Decided, type RollCallKind, rollCallKinds } from './roll-call.ts'

/** Who voted how: roll calls of the UN's and the OAS's bodies, and the votes that an organisation follows. */
export const votesRoom = defineRoom({
  // What others need comes before them: descriptions before the votes on them.
  importers: [
    undlGa,
    undlSc,
    hrcResolutions,
    hrc,
    voetenRollCalls,
    voeten,
    unvotesRollCalls,
    unvotesIssues,
    unvotes,
    vetoes,
  ],
})
