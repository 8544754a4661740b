import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { assessmentAddress } from './addresses.ts'
import { preventionWords } from './messages.ts'
import { inWords } from './pages/in-words.ts'
import { latestOfEach, listAssessments } from './queries/read-assessments.ts'

/** Assessments to be looked at again: the latest of each state, for who made it. One query. */
export const reviewItems: DayItemSource = {
  name: 'country_assessments',
  label: labels(
    'States to be assessed again',
    'Estados a evaluar de nuevo',
    'Estats que cal tornar a avaluar',
  ),
  order: 42,
  read: async (tx, { until, limit, language }) =>
    latestOfEach(await listAssessments(tx))
      .filter(({ by, reviewOn }) => by === tx.actor.accountId && reviewOn !== '' && reviewOn <= until)
      .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
      .slice(0, limit)
      .map(({ id, state, reviewOn }) => ({
        id,
        href: assessmentAddress(id),
        title: preventionWords(language)('review_item', {
          state: inWords(tx, 'country_assessment', 'state', state, language),
        }),
        due: reviewOn,
      })),
}
