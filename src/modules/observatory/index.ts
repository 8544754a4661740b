import { defineModule } from '#platform/house'
import { labels } from '#platform/i18n'
import { rooms } from './rooms.ts'

/** How states behave: votes, reviews, treaties, indices and risk, joined, each number open to the row that it came from. */
export const observatory = defineModule({
  name: 'observatory',
  types: rooms.flatMap((room) => room.types ?? []),
  vocabularies: rooms.flatMap((room) => room.vocabularies ?? []),
  routes: rooms.flatMap((room) => room.routes ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  recordPanels: rooms.flatMap((room) => room.recordPanels ?? []),
  dayItems: rooms.flatMap((room) => room.dayItems ?? []),
  figures: rooms.flatMap((room) => room.figures ?? []),
  homePanels: rooms.flatMap((room) => room.homePanels ?? []),
  approvalKinds: rooms.flatMap((room) => room.approvalKinds ?? []),
  publicKinds: rooms.flatMap((room) => room.publicKinds ?? []),
  navigation: rooms
    .flatMap((room) => room.navigation ?? [])
    // One heading after the last of advocacy's, which ends below 60.
    .map((entry) => ({
      ...entry,
      order: entry.order + 20,
      group: labels('Observatory', 'Observatorio', 'Observatori'),
    })),
})
