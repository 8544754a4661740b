import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { impact } from './records/impact.ts'
import { submissionOutcome } from './records/submission-outcome.ts'
import { submissionPromise } from './records/submission-promise.ts'
import { submissionReply } from './records/submission-reply.ts'

/** What came back: replies and their worth, promises, outcomes, and what changed for people. */
export const answersRoom = defineRoom({
  types: [submissionReply, submissionPromise, submissionOutcome, impact],
  navigation: [
    {
      href: '/workspace/records/impact',
      label: labels('Impacts', 'Impactos', 'Impactes'),
      order: 34,
    },
  ],
})
