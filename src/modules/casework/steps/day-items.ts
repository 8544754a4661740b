import type { DayItemSource } from '#platform/house'
import { label, labels } from '#platform/i18n'
import { today } from '../today.ts'
import { workWords } from './messages.ts'
import { daysBetween } from './pages/due-words.tsx'
import { readAwaited, readTasks } from './work.ts'
import { counterpartLabels } from './words-of-steps.ts'

const isCounterpart = (code: string | null): code is keyof typeof counterpartLabels =>
  code !== null && code in counterpartLabels

/** One's tasks and deadlines, by their safe day. */
export const taskItems: DayItemSource = {
  name: 'tasks',
  label: labels('Tasks and deadlines', 'Tareas y plazos', 'Tasques i terminis'),
  order: 10,
  read: async (tx, { until, limit }) =>
    (await readTasks(tx, { ownerId: tx.actor.accountId, until, undated: true, limit })).map((one) => ({
      id: one.id,
      href: `/workspace/record/${one.id}`,
      title: one.what,
      due: one.safe,
      ...(one.legal && { legal: one.legal }),
      ...(one.caseId && one.caseTitle && { caseId: one.caseId, caseTitle: one.caseTitle }),
    })),
}

/** What one asked and nobody has answered. */
export const answerItems: DayItemSource = {
  name: 'answers',
  label: labels('Asked, unanswered', 'Pedido y sin respuesta', 'Demanat i sense resposta'),
  order: 20,
  read: async (tx, { now, until, limit, language }) =>
    (await readAwaited(tx, { ownerId: tx.actor.accountId, until, limit })).map((one) => ({
      id: one.id,
      href: `/workspace/record/${one.id}`,
      title: one.asked?.slice(0, 200) ?? one.title,
      detail: [
        workWords(language)('asked_ago', { days: Math.max(0, daysBetween(one.since, today(now))) }),
        isCounterpart(one.addressee) ? label(counterpartLabels[one.addressee], language) : '',
        one.who,
      ]
        .filter(Boolean)
        .join(' · '),
      due: one.by,
      ...(one.caseId && one.caseTitle && { caseId: one.caseId, caseTitle: one.caseTitle }),
    })),
}
