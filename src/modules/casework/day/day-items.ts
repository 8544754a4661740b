import { listWaiting } from '#platform/approvals'
import { formatMoment } from '#platform/dates'
import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { missedCheckIns } from '../cases/check-ins.ts'
import { workWords } from '../steps/messages.ts'

/** Signs of life that are missing or due: what heads the day. */
export const signItems: DayItemSource = {
  name: 'signs',
  label: labels('Signs of life', 'Avisos de vida', 'Senyals de vida'),
  order: 0,
  read: async (tx, { until, limit, language }) =>
    (await missedCheckIns(tx, new Date(`${until}T23:59:59Z`))).slice(0, limit).map((sign) => ({
      id: sign.id,
      href: `/workspace/case/${sign.caseId}#signs`,
      title: formatMoment(sign.due, language),
      ...(sign.personTitle && { detail: sign.personTitle }),
      caseId: sign.caseId,
      caseTitle: sign.caseTitle,
      due: sign.due.slice(0, 10),
      dueAt: sign.dueAt,
    })),
}

/** What waits for a second person, and that person may be the reader. */
export const decisionItems: DayItemSource = {
  name: 'decisions',
  label: labels('Decisions that wait for you', 'Decisiones que le esperan', 'Decisions que us esperen'),
  order: 30,
  read: async (tx, { limit, language }) =>
    (await listWaiting(tx)).slice(0, limit).map((one) => ({
      id: one.id,
      href: `/workspace/approvals/${one.id}`,
      title: workWords(language)('asks', { name: one.askedBy.name }),
      detail: one.reason,
      due: null,
    })),
}
