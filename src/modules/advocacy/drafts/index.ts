import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { submission } from './records/submission.ts'
import { submissionAnswer } from './records/submission-answer.ts'
import { submissionOverride } from './records/submission-override.ts'

/** From a case to a complete document for a mechanism. */
export const draftsRoom = defineRoom({
  types: [submission, submissionAnswer, submissionOverride],
  navigation: [
    {
      href: '/workspace/records/submission',
      label: labels('Submissions', 'Presentaciones', 'Presentacions'),
      order: 31,
    },
  ],
})
