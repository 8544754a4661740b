import { route } from '#platform/http'
import { EmptyState, LinkButton, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { asylumWords } from '../messages.ts'
import { readBook } from '../procedures/book.ts'
import { readRequests, waitingIn } from '../queries/read-requests.ts'
import { LegalDay } from './dates-table.tsx'
import { at } from './addresses.ts'
import { nameOfDate, nameOfInterview, whyInWords } from './why.ts'

const most = 500

/** Everything that waits in the asylum requests that one may see. */
export const asylumListRoute = route({
  method: 'get',
  path: at.list,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = asylumWords(language)
      const book = await readBook(tx)
      const files = await readRequests(tx, { ongoing: true, limit: most }, async () => book)
      const waiting = waitingIn(files, book.margin)
      const now = new Date()
      return workspacePage(visit, {
        title: w('list_title'),
        lede: w('list_lede'),
        actions: (
          <>
            <LinkButton href="/workspace/records/asylum_request">{w('all_requests')}</LinkButton>
            <LinkButton href={at.procedures}>{w('procedures')}</LinkButton>
          </>
        ),
        children: (
          <>
            {waiting.length === 0 ? (
              <EmptyState title={w('list_none')}>{w('list_none_text')}</EmptyState>
            ) : null}
            {waiting.length > 0 ? (
              <Table
                caption={w('list_title')}
                captionHidden
                columns={[
                  { key: 'what', label: w('what'), heading: true },
                  { key: 'case', label: w('case') },
                  { key: 'safe', label: w('safe'), nowrap: true },
                  { key: 'legal', label: w('legal') },
                  { key: 'why', label: w('why') },
                ]}
                rows={waiting.map(({ file, date, interview, due, legal }) => ({
                  key: `${file.request.id}${date?.key ?? interview?.id}`,
                  cells: {
                    what: (
                      <a href={`/workspace/record/${file.request.id}#asylum`}>
                        {date
                          ? nameOfDate(tx, date, language)
                          : nameOfInterview(tx, interview?.values['step'], language)}
                      </a>
                    ),
                    case: file.case ? (
                      <a href={`/workspace/case/${file.case.id}#asylum`} dir="auto">
                        {file.case.title}
                      </a>
                    ) : (
                      ''
                    ),
                    safe: due === null ? '' : <time dateTime={due}>{dayInWords(due, language)}</time>,
                    legal: date ? (
                      <div>
                        <LegalDay {...{ date, file, language, w, now }} />
                      </div>
                    ) : (
                      dayInWords(legal, language)
                    ),
                    why: date ? whyInWords(date, language) : w('why_interview'),
                  },
                }))}
              />
            ) : null}
            {files.length >= most ? <p className="quiet">{w('list_more', { count: most })}</p> : null}
          </>
        ),
      })
    }),
})
