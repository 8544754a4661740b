import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { dayInWords } from '../day.ts'
import { asylumWords } from './messages.ts'
import { nameOfDate, nameOfInterview, whyInWords } from './pages/why.ts'
import { type Book, readBook } from './procedures/book.ts'
import { readRequests, waitingIn } from './queries/read-requests.ts'

const mostRequests = 200

/** Terms, papers that end and interviews of the requests that one follows, each with the reason of its date. */
export const asylumItems: DayItemSource = {
  name: 'asylum',
  label: labels(
    'Asylum: dates and certificates',
    'Refugio: fechas y certificados',
    'Asil: dates i certificats',
  ),
  order: 5,
  read: async (tx, { until, limit, language }) => {
    const w = asylumWords(language)
    let book: Book | undefined
    const files = await readRequests(
      tx,
      { ownerId: tx.actor.accountId, ongoing: true, limit: mostRequests },
      async () => (book = await readBook(tx)),
    )
    return waitingIn(files, book?.margin ?? 0)
      .filter(({ due }) => due === null || due <= until)
      .slice(0, limit)
      .map(({ file, date, interview, due, legal }) => {
        const why = date ? whyInWords(date, language) : w('why_interview')
        const expected =
          date?.legal && date.verified && !date.firm
            ? w('expected', { day: dayInWords(date.legal, language) })
            : ''
        const interpreter = interview && !interview.values['interpreter'] ? w('no_interpreter') : ''
        const notice = date && !date.verified ? w(date.legal === null ? 'ask_counsel' : 'unverified') : ''
        return {
          id: date?.key ?? interview?.id ?? file.request.id,
          href: `/workspace/record/${file.request.id}#asylum`,
          title: date
            ? nameOfDate(tx, date, language)
            : nameOfInterview(tx, interview?.values['step'], language),
          detail: [
            notice,
            expected,
            legal && w(date ? 'legal_is' : 'interview_day', { day: dayInWords(legal, language) }),
            why,
            interpreter,
          ]
            .filter(Boolean)
            .join('. '),
          due,
          ...(legal && { legal }),
          ...(file.case && { caseId: file.case.id, caseTitle: file.case.title }),
        }
      })
  },
}
