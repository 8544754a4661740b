import { defineRoom } from '../room.ts'
import { hrc } from './importers/hrc.ts'
import { hrcResolutions } from './importers/hrc-resolutions.ts'
import { voeten } from './importers/voeten.ts'
import { unvotesRollCalls, voetenRollCalls } from './importers/voeten-rollcalls.ts'

export { type BallotCount, type BallotLetter, letterOf } from './ballot.ts'
export { countrySituation } from './importers/country-situation.ts'
export { type BallotQuery, type BallotRollCall, type Ballots, readBallots } from './queries/read-ballots.ts'
export { preferredFiles, type VoteSource, voteSources } from './queries/vote-sources.ts'
export { type Decided, type RollCallKind, rollCallKinds } from './roll-call.ts'

/** Who voted how: roll calls of the UN's and the OAS's bodies, and the votes that an organisation follows. */
export const votesRoom = defineRoom({
  importers: [hrcResolutions, hrc, voetenRollCalls, voeten, unvotesRollCalls],
})
