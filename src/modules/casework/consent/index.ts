import { defineRoom } from '../room.ts'

/** Who agreed to what, for which purpose and until when. */
export const consentRoom = defineRoom({})
