import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { newDraftRoutes } from './pages/new-draft-page.tsx'
import { submissionRoutes } from './pages/submission-routes.tsx'
import { submission } from './records/submission.ts'
import { submissionAnnex } from './records/submission-annex.ts'
import { submissionAnswer } from './records/submission-answer.ts'
import { submissionName } from './records/submission-name.ts'
import { submissionOverride } from './records/submission-override.ts'
import { submitter } from './records/submitter.ts'

export { draftFormats, takeDraft } from './actions/take-draft.ts'
export { type DraftedDocument, draftDocument } from './document/draft-document.ts'
export { isOpenGap } from './gaps/gaps-of.ts'
export { findDraft } from './queries/find-draft.ts'
export { requireMechanism } from './queries/read-submission.ts'
export { audiences } from './records/submission-annex.ts'
export { documentLanguages } from './records/submission.ts'

/** From a case to a complete document for a mechanism. */
export const draftsRoom = defineRoom({
  routes: [...newDraftRoutes, ...submissionRoutes],
  types: [submission, submissionAnswer, submissionAnnex, submissionName, submissionOverride, submitter],
  navigation: [
    {
      href: '/workspace/records/submission',
      label: labels('Submissions', 'Presentaciones', 'Presentacions'),
      order: 31,
    },
    {
      href: '/workspace/records/submitter',
      label: labels('Who submits', 'Quién presenta', 'Qui presenta'),
      order: 39,
    },
  ],
})
