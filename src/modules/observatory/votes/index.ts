import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { followedAddress, votesAddress } from './addresses.ts'
import { hrc } from './importers/hrc.ts'
import { hrcResolutions } from './importers/hrc-resolutions.ts'
import { hrcReport } from './importers/hrc-report.ts'
import { ohchrMarc, undlMarc } from './importers/marc.ts'
import { oas } from './importers/oas.ts'
import { undlGa, undlSc } from './importers/undl.ts'
import { unvotes, unvotesIssues } from './importers/unvotes.ts'
import { vetoes } from './importers/vetoes.ts'
import { followedPanel, followedRoutes } from './pages/followed-page.tsx'
import { listRoutes } from './pages/list-page.tsx'
import { pasteRoutes } from './pages/paste-page.tsx'
import { rollCallRoutes } from './pages/roll-call-page.tsx'
import { followedVote } from './records/followed-vote.ts'
import { voeten } from './importers/voeten.ts'
import { unvotesRollCalls, voetenRollCalls } from './importers/voeten-rollcalls.ts'

export { type BallotCount, type BallotLetter, letterOf } from './ballot.ts'
export { countrySituation } from './importers/country-situation.ts'
export { type BallotQuery, type BallotRollCall, type Ballots, readBallots } from './queries/read-ballots.ts'
export { preferredFiles, type VoteSource, voteSources } from './queries/vote-sources.ts'
export { type Decided, type RollCallKind, rollCallKinds } from './roll-call.ts'

/** Who voted how: roll calls of the UN's and the OAS's bodies, and the votes that an organisation follows. */
export const votesRoom = defineRoom({
  types: [followedVote],
  // What has a name of its own stands before what any id may be.
  routes: [...followedRoutes, ...pasteRoutes, ...rollCallRoutes, ...listRoutes],
  recordPanels: [followedPanel],
  navigation: [
    { href: votesAddress, label: labels('Votes', 'Votaciones', 'Votacions'), order: 42 },
    {
      href: followedAddress,
      label: labels('Votes we follow', 'Votaciones que seguimos', 'Votacions que seguim'),
      order: 43,
    },
  ],
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
    undlMarc,
    ohchrMarc,
    hrcReport,
    oas,
  ],
})
