import { roleLabels } from '#catalogue/mechanisms'
import { can } from '#platform/access'
import type { DayItemSource } from '#platform/house'
import { label, labels } from '#platform/i18n'
import { informs } from './clocks.ts'
import { sendingWords } from './messages.ts'
import { whenWords } from './pages/words-of-days.ts'
import { readAlerts, readUnreviewed } from './queries/read-alerts.ts'
import { readSubmissions } from './queries/read-submissions.ts'

const mostSubmissions = 200

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Dates of what one drafted, sent, or follows: replies that are late, comments of ours, deadlines. */
export const submissionItems: DayItemSource = {
  name: 'submissions',
  label: labels('Submissions: dates', 'Presentaciones: fechas', 'Presentacions: dates'),
  order: 15,
  read: async (tx, { now, until, limit, language }) => {
    const w = sendingWords(language)
    const files = await readSubmissions(
      tx,
      { ownerId: tx.actor.accountId, ongoing: true, limit: mostSubmissions },
      now,
    )
    return files
      .flatMap((file) =>
        file.clocks.flatMap((clock) => {
          if (clock.over !== null || informs(clock.role)) return []
          // Of a reply the last day of a range: before it nobody is late. Of our own duties the first.
          const due = clock.role === 'reply-expected' ? clock.latest : clock.earliest
          if (due === null || due > until) return []
          const overdue = clock.role === 'reply-expected' && due < now.toISOString().slice(0, 10)
          return [
            {
              id: `${file.id} ${clock.id}`,
              href: `/workspace/submission/${file.id}/sending#dates`,
              title: overdue ? w('day_overdue') : capital(label(roleLabels[clock.role], language)),
              detail: [
                file.title,
                clock.provisional
                  ? w('counted_provisional', { on: whenWords(clock.event.text, language) })
                  : '',
              ]
                .filter(Boolean)
                .join('. '),
              due,
              ...(clock.hard && { legal: due }),
              ...(file.case && { caseId: file.case.id, caseTitle: file.case.title }),
            },
          ]
        }),
      )
      .sort((a, b) => a.due.localeCompare(b.due))
      .slice(0, limit)
  },
}

/** What one person sent alone: to be reviewed by any other who may send, within a day. */
export const reviewItems: DayItemSource = {
  name: 'submission_reviews',
  label: labels(
    'Sent by one alone: to be reviewed',
    'Enviadas por una sola persona: por revisar',
    'Enviades per una sola persona: per revisar',
  ),
  order: 4,
  read: async (tx, { limit }) =>
    can(tx.actor, 'export')
      ? (await readUnreviewed(tx, limit))
          .filter(({ mine }) => !mine)
          .map(({ id, title, sentAt }) => {
            const dueAt = new Date(sentAt.getTime() + 86_400_000)
            return {
              id,
              href: `/workspace/submission/${id}/sending#review`,
              title,
              due: dueAt.toISOString().slice(0, 10),
              dueAt,
            }
          })
      : [],
}

/** Somebody in what was sent has withdrawn since. */
export const alertItems: DayItemSource = {
  name: 'submission_alerts',
  label: labels(
    'Withdrawn after sending',
    'Consentimientos retirados después del envío',
    'Consentiments retirats després de l’enviament',
  ),
  order: 3,
  read: async (tx, { limit, language }) =>
    can(tx.actor, 'write')
      ? (await readAlerts(tx, null, limit)).map(
          ({ id, submissionId, submissionTitle, person, raisedAt }) => ({
            id,
            href: `/workspace/submission/${submissionId}/sending#alerts`,
            title: submissionTitle,
            detail: person ?? sendingWords(language)('somebody'),
            due: raisedAt.toISOString().slice(0, 10),
          }),
        )
      : [],
}
