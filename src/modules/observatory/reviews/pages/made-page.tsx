import { polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { writeCsv } from '#platform/tabular'
import { EmptyState, LinkButton, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { recommendationAddress, reviewAddress, reviewsAddress } from '../addresses.ts'
import { reviewWords } from '../messages.ts'
import { readSentRows } from '../queries/read-sent.ts'
import { stateAsked } from './review-query.ts'
import { actionName, responseName } from './words-of-rows.tsx'

const path = `${reviewsAddress}/:code/made`
const mostRows = 500

/** What a state recommended to others: by receiver, each opening to the recommendation. */
export const madePage = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const { code } = stateAsked(visit)
      const to = visit.url.searchParams.get('to')
      const rows = await readSentRows(tx, code)
      const shown = to === null ? rows : rows.filter(({ polity }) => polity === to)
      const name = polityName(code, language)
      return workspacePage(visit, {
        title: w('made_by', { state: name }),
        lede: w('shown_of', { shown: shown.length, total: rows.length }),
        breadcrumbs: [
          { href: reviewsAddress, label: w('reviews') },
          { href: reviewAddress(code), label: w('review_of', { state: name }) },
        ],
        actions:
          can(tx.actor, 'export') && rows.length > 0 ? (
            <LinkButton href={`${reviewAddress(code)}/made.csv`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children:
          rows.length === 0 ? (
            <EmptyState title={w('none_made', { state: name })}>
              <p>{w('none_here_text')}</p>
            </EmptyState>
          ) : (
            <>
              <Table
                caption={w('recommendations')}
                captionHidden
                columns={[
                  { key: 'text', label: w('recommendation') },
                  { key: 'to', label: w('state') },
                  { key: 'session', label: w('session'), numeric: true },
                  { key: 'response', label: w('response') },
                  { key: 'action', label: w('action') },
                ]}
                rows={shown
                  .slice(-mostRows)
                  .toReversed()
                  .map((row) => ({
                    key: row.key,
                    cells: {
                      text: (
                        <a href={recommendationAddress(row.key)} dir="auto">
                          {row.text}
                        </a>
                      ),
                      to: (
                        <a href={`${reviewAddress(code)}/made?to=${row.polity}`}>
                          {polityName(row.polity, language)}
                        </a>
                      ),
                      session: row.session,
                      response: responseName(row.response, w),
                      action: actionName(row.action, w),
                    },
                  }))}
              />
              {shown.length > mostRows ? <p className="quiet">{w('most', { count: mostRows })}</p> : null}
            </>
          ),
      })
    }),
})

/** The same as a table, whole. */
export const madeCsv = route({
  method: 'get',
  path: `${path}.csv`,
  may: 'export',
  handle: async (visit) => {
    const w = reviewWords(visit.language)
    const { code } = stateAsked(visit)
    const rows = await visit.within(async (tx) => {
      await writeLedger(tx, 'export.run', null, {
        observatory: 'recommendations-made',
        state: code,
        format: 'csv',
      })
      return readSentRows(tx, code)
    })
    const header = [
      w('address'),
      w('code'),
      w('state'),
      w('session'),
      w('year'),
      w('recommendation'),
      w('response'),
      w('action'),
      w('issue'),
      w('file'),
      w('row'),
    ]
    return stream(
      writeCsv(
        header,
        rows.map((row) => [
          row.key,
          row.polity,
          polityName(row.polity, visit.language),
          row.session,
          String(row.year ?? ''),
          row.text,
          responseName(row.response, w),
          String(row.action ?? ''),
          row.issues.join('; '),
          row.fileName,
          String(row.row),
        ]),
      ),
      `upr-made-by-${code.toLowerCase()}.csv`,
      'text/csv; charset=utf-8',
    )
  },
})
