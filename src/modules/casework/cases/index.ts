import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { caseType } from './records/case.ts'
import { checkIn } from './records/check-in.ts'
import { caseVocabularies } from './vocabularies/index.ts'

/** The case itself: what it is called, where it stands, who follows it. */
export const cases = defineRoom({
  types: [caseType, checkIn],
  vocabularies: caseVocabularies,
  navigation: [{ href: '/workspace/records/case', label: labels('Cases', 'Casos', 'Casos'), order: 20 }],
})
