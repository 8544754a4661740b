import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { replyDuties } from './day-items.ts'
import { answersPanel } from './pages/panels.tsx'
import { repliesRoutes } from './pages/replies-page.tsx'
import { impact } from './records/impact.ts'
import { submissionOutcome } from './records/submission-outcome.ts'
import { submissionPromise } from './records/submission-promise.ts'
import { submissionReply } from './records/submission-reply.ts'
import { yearFigures } from './year-figures.ts'

/** What came back: replies and their worth, promises, outcomes, and what changed for people. */
export const answersRoom = defineRoom({
  types: [submissionReply, submissionPromise, submissionOutcome, impact],
  routes: repliesRoutes,
  recordPanels: [answersPanel],
  dayItems: [replyDuties],
  figures: yearFigures,
  navigation: [
    {
      href: '/workspace/submissions/replies',
      label: labels('Who answers', 'Quién responde', 'Qui respon'),
      order: 33,
    },
    {
      href: '/workspace/records/impact',
      label: labels('Impacts', 'Impactos', 'Impactes'),
      order: 34,
    },
  ],
})
