import type { DayItem, DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { dayInWords } from '../day-in-words.ts'
import { agendaWords } from './messages.ts'
import { readAgenda } from './queries/read-agenda.ts'

/**
 * Sessions that one follows and their days to file. By the calendar feed they leave as every other thing: a day under the
 * same neutral title.
 */
export const agendaItems: DayItemSource = {
  name: 'sessions',
  label: labels('Sessions and hearings', 'Sesiones y audiencias', 'Sessions i audiències'),
  order: 25,
  read: async (tx, { now, until, limit, language }) => {
    const w = agendaWords(language)
    const today = now.toISOString().slice(0, 10)
    const entries = await readAgenda(tx, { from: today, to: until, ownerId: tx.actor.accountId })
    const items = entries.flatMap((one): readonly DayItem[] => {
      if (!one.record) return []
      const href = `/workspace/agenda/${one.record.id}`
      const begins: readonly DayItem[] =
        one.from >= today && one.from <= until
          ? [
              {
                id: one.record.id,
                href,
                title: one.name,
                detail: [one.place, w('begins', { day: dayInWords(one.from, language) })]
                  .filter(Boolean)
                  .join(' · '),
                due: one.from,
              },
            ]
          : []
      const files = one.windows
        .filter(({ day }) => day >= today && day <= until)
        .map(
          (window): DayItem => ({
            id: `${one.record?.id}:${window.rule}`,
            href: `${href}#filing`,
            title: w('item_filing', { name: one.name }),
            detail: w(window.estimate ? 'estimate' : window.hard ? 'hard' : 'not_hard'),
            due: window.day,
            ...(window.hard && { legal: window.day }),
          }),
        )
      return [...begins, ...files]
    })
    return items.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1)).slice(0, limit)
  },
}
