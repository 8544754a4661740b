import { labels } from '#platform/i18n'
import { defineModule } from '#platform/house'
import { asylumSealingScope } from './asylum/sealing-scope.ts'
import { caseSealingScope } from './cases/sealing-scope.ts'
import { rooms } from './rooms.ts'
import { staySealingScope } from './stays/sealing-scope.ts'

/** Someone at risk, from the first news to the last call: cases and all that belongs to them. */
export { type ConsentAnswer, consentInForce, publicityOf } from '#platform/consent'
export { sendReminders } from './day/reminders.ts'
export { casePanels } from './case-panels.ts'
export { type DaysInPrison, daysInPrison } from './detention/index.ts'
export { type Measure, type Period, measures } from './figures/count-year.ts'
export { type Figure, readFigures } from './figures/year-figures.ts'
export { suppress } from './figures/suppress.ts'
export { type CasePanel, type CaseworkRoom, defineRoom } from './room.ts'

export const casework = defineModule({
  name: 'casework',
  sealingScope: async (tx, record) =>
    (await caseSealingScope(tx, record)) ??
    (await staySealingScope(tx, record)) ??
    (await asylumSealingScope(tx, record)),
  types: rooms.flatMap((room) => room.types ?? []),
  vocabularies: rooms.flatMap((room) => room.vocabularies ?? []),
  routes: rooms.flatMap((room) => room.routes ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  // Of the work: before who may see a record and how long it is kept.
  workPanels: rooms.flatMap((room) => room.recordPanels ?? []),
  homePanels: rooms.flatMap((room) => room.homePanels ?? []),
  startsAt: (actor) => rooms.map((room) => room.startsAt?.(actor) ?? null).find((at) => at !== null) ?? null,
  approvalKinds: rooms.flatMap((room) => room.approvalKinds ?? []),
  dayItems: rooms.flatMap((room) => room.dayItems ?? []),
  navigation: rooms
    .flatMap((room) => room.navigation ?? [])
    // The day and the week stand above every group.
    .map((entry) => (entry.order < 10 ? entry : { ...entry, group: labels('Cases', 'Casos', 'Casos') })),
})
