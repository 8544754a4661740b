import { labels } from '#platform/i18n'
import { defineModule } from '#platform/house'
import { caseSealingScope } from './cases/sealing-scope.ts'
import { rooms } from './rooms.ts'

/** Someone at risk, from the first news to the last call: cases and all that belongs to them. */
export { type ConsentAnswer, consentInForce, publicityOf } from '#platform/consent'
export { casePanels } from './case-panels.ts'
export { type CasePanel, type CaseworkRoom, defineRoom } from './room.ts'

export const casework = defineModule({
  name: 'casework',
  sealingScope: caseSealingScope,
  types: rooms.flatMap((room) => room.types ?? []),
  vocabularies: rooms.flatMap((room) => room.vocabularies ?? []),
  routes: rooms.flatMap((room) => room.routes ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  recordPanels: rooms.flatMap((room) => room.recordPanels ?? []),
  dayItems: rooms.flatMap((room) => room.dayItems ?? []),
  navigation: rooms
    .flatMap((room) => room.navigation ?? [])
    .map((entry) => ({ ...entry, group: labels('Cases', 'Casos', 'Casos') })),
})
