import { defineRoom } from '../room.ts'
import { alertItems, reviewItems, submissionItems } from './day-items.ts'
import { submissionApproval } from './pages/approval-kind.tsx'
import { dayRoutes } from './pages/day-routes.tsx'
import { sendingPanel } from './pages/panels.tsx'
import { sendingRoutes } from './pages/sending-routes.tsx'
import { sheetRoutes } from './pages/sheet-page.tsx'
import { submissionEvent } from './records/submission-event.ts'

export { askForSubmission, freezeSubmission, setStatus } from './actions/ask-approval.ts'
export { noteProgress } from './actions/note-progress.ts'
export { type SendingToLog, sendSubmission } from './actions/send-submission.ts'
export { readyCopies } from './ready-copies.ts'

/** Consent, approval, the frozen copy, sending, and the clocks that run from it. */
export const sendingRoom = defineRoom({
  types: [submissionEvent],
  routes: [...sendingRoutes, ...sheetRoutes, ...dayRoutes],
  recordPanels: [sendingPanel],
  approvalKinds: [submissionApproval],
  dayItems: [alertItems, reviewItems, submissionItems],
})
