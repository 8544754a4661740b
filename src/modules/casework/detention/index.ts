import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { detention } from './records/detention.ts'
import { detentionChange } from './records/detention-change.ts'
import { healthAlert } from './records/health-alert.ts'
import { lawArticle } from './records/law-article.ts'
import { paceFinding } from './records/pace-finding.ts'
import { prisonerDecision } from './records/prisoner-decision.ts'
import { detentionVocabularies } from './vocabularies/index.ts'

/** Who is in prison, since when, by what, and who counts as a political prisoner. */
export const detentionRoom = defineRoom({
  types: [detention, detentionChange, healthAlert, lawArticle, paceFinding, prisonerDecision],
  vocabularies: detentionVocabularies,
  navigation: [
    {
      href: '/workspace/records/detention',
      label: labels('Detentions', 'Detenciones', 'Detencions'),
      order: 26,
    },
  ],
})
