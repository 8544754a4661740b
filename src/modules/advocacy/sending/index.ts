import { defineRoom } from '../room.ts'
import { submissionEvent } from './records/submission-event.ts'

/** Consent, approval, the frozen copy, sending, and the clocks that run from it. */
export const sendingRoom = defineRoom({
  types: [submissionEvent],
})
