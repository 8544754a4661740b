import { listWaiting } from '#platform/approvals'
import { formatMoment, instantOf } from '#platform/dates'
import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { workWords } from '../steps/messages.ts'
import { dayPlus } from '../steps/pages/due-words.tsx'
import { readSigns } from '../steps/work.ts'

/** Signs of life that are missing or due: what heads the day. */
export const signItems: DayItemSource = {
  name: 'signs',
  label: labels('Signs of life', 'Avisos de vida', 'Senyals de vida'),
  order: 0,
  read: async (tx, { until, limit, language }) =>
    (await readSigns(tx, until, limit))
      .map((sign) => ({ ...sign, dueAt: instantOf(sign.due) }))
      .filter(({ dueAt }) => dueAt < new Date(`${dayPlus(until, 1)}T00:00:00Z`))
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .map((sign) => ({
        id: sign.id,
        href: `/workspace/case/${sign.caseId}#signs`,
        title: formatMoment(sign.due, language),
        ...(sign.person && { detail: sign.person }),
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
