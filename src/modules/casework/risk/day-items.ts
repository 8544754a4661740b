import { formatDate } from '#platform/dates'
import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { today } from '../today.ts'
import { riskWords } from './messages.ts'
import { readDueAssessments } from './queries/due.ts'

/** Clear and present danger: before everything else of the day, until an assessment says that it has passed. */
export const dangerItems: DayItemSource = {
  name: 'act_now',
  label: labels(
    'Act now: clear and present danger',
    'Actuar ya: peligro claro e inminente',
    'Cal actuar ja: perill clar i imminent',
  ),
  order: -1,
  read: async (tx, { now, limit, language }) =>
    (await readDueAssessments(tx, { danger: true, limit })).map((one) => ({
      id: one.id,
      href: `/workspace/case/${one.caseId}/risk`,
      title: one.personTitle ?? one.caseTitle,
      detail: riskWords(language)('said_day', { when: formatDate(one.on, language) }),
      caseId: one.caseId,
      caseTitle: one.caseTitle,
      // It is due today, whatever day it was said on.
      due: today(now),
    })),
}

/** Assessments to be looked at again. */
export const reviewItems: DayItemSource = {
  name: 'risk_reviews',
  label: labels('Risk to be looked at again', 'Riesgos a revisar', 'Riscos a revisar'),
  order: 40,
  read: async (tx, { until, limit, language }) =>
    (await readDueAssessments(tx, { reviewBy: until, limit })).map((one) => ({
      id: one.id,
      href: `/workspace/case/${one.caseId}/risk`,
      title: riskWords(language)('review_item'),
      ...(one.personTitle && { detail: one.personTitle }),
      caseId: one.caseId,
      caseTitle: one.caseTitle,
      due: one.reviewOn,
    })),
}
