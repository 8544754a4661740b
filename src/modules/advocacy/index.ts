import { defineModule } from '#platform/house'
import { labels } from '#platform/i18n'
import { rooms } from './rooms.ts'

export { forgetSignatures } from './petitions/forget-signatures.ts'
export { type ConfirmedSignature, insertConfirmed } from './petitions/insert-confirmed.ts'
export { petitionKind } from './petitions/public/kinds.tsx'
export { countSection } from './publications/index.ts'
export { type Sending, type Sent, sendText } from './press/index.ts'
export type { SignerGiven } from './petitions/signer.ts'

export {
  type DraftedDocument,
  audiences,
  documentLanguages,
  draftDocument,
  draftFormats,
  findDraft,
  isOpenGap,
  requireMechanism,
  takeDraft,
} from './drafts/index.ts'
export {
  type SendingToLog,
  askForSubmission,
  freezeSubmission,
  noteProgress,
  readyCopies,
  sendSubmission,
  setStatus,
} from './sending/index.ts'
export { chooseForCase, choiceFigures, choicesInWords, findCase } from './choose/index.ts'

/** From a case to the mechanisms, to governments, to the public and the press, and back with their answers. */
export const advocacy = defineModule({
  name: 'advocacy',
  types: rooms.flatMap((room) => room.types ?? []),
  vocabularies: rooms.flatMap((room) => room.vocabularies ?? []),
  routes: rooms.flatMap((room) => room.routes ?? []),
  jobs: rooms.flatMap((room) => room.jobs ?? []),
  workPanels: rooms.flatMap((room) => room.recordPanels ?? []),
  consentListeners: rooms.flatMap((room) => room.consentListeners ?? []),
  homePanels: rooms.flatMap((room) => room.homePanels ?? []),
  approvalKinds: rooms.flatMap((room) => room.approvalKinds ?? []),
  publicKinds: rooms.flatMap((room) => room.publicKinds ?? []),
  dayItems: rooms.flatMap((room) => room.dayItems ?? []),
  figures: rooms.flatMap((room) => room.figures ?? []),
  navigation: rooms
    .flatMap((room) => room.navigation ?? [])
    .map((entry) => ({ ...entry, group: labels('Advocacy', 'Incidencia', 'Incidència') })),
})
