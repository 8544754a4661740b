import { can } from '#platform/access'
import { type Visit, route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { writeCsv } from '#platform/tabular'
import { EmptyState, LinkButton, Section, Table } from '#web/components'
import { Bars } from '#web/charts'
import { workspacePage } from '#web/workspace'
import { currentFiles } from '../../sources/read-sources.ts'
import { reviewsAddress } from '../addresses.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import { type RegimeShare, readRegimeShares } from '../queries/regime-shares.ts'
import { FromFiles, share } from './words-of-rows.tsx'

const path = `${reviewsAddress}/regimes`

const regimeName = (regime: number, w: ReviewWords): string =>
  w(`regime_${regime === 0 || regime === 1 || regime === 2 ? regime : 3}`)

const made = ({ actions }: RegimeShare): number => actions.reduce((all, n) => all + n, 0)

/** What autocracies and democracies recommend to others, and how they answer. */
export const regimesPage = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const found = await readRegimeShares(tx)
      const files = found ? (await currentFiles(tx)).filter(({ id }) => found.fileIds.includes(id)) : []
      return workspacePage(visit, {
        title: w('regimes'),
        lede: w('regimes_lede'),
        breadcrumbs: [{ href: reviewsAddress, label: w('reviews') }],
        actions:
          found && can(tx.actor, 'export') ? (
            <LinkButton href={`${path}.csv`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: found ? (
          <>
            <Section title={w('regimes_made')} id="made">
              <Table
                caption={w('regimes_made')}
                captionHidden
                columns={[
                  { key: 'regime', label: w('regime'), heading: true },
                  ...([1, 2, 3, 4, 5] as const).map((action) => ({
                    key: `a${action}`,
                    label: w(`action_${action}`),
                    numeric: true,
                  })),
                  { key: 'light', label: w('light'), numeric: true },
                  { key: 'n', label: 'n', numeric: true },
                ]}
                rows={found.shares.map((one) => ({
                  key: String(one.regime),
                  cells: {
                    regime: regimeName(one.regime, w),
                    ...Object.fromEntries(one.actions.map((n, at) => [`a${at + 1}`, share(n, made(one))])),
                    light: share((one.actions[0] ?? 0) + (one.actions[1] ?? 0), made(one)),
                    n: made(one).toLocaleString(language),
                  },
                }))}
              />
            </Section>
            <Section title={w('regimes_received')} id="received">
              <Bars
                caption={w('regimes_received')}
                captionHidden
                labels={{ item: w('regime'), value: w('supported_share'), bar: w('bar') }}
                max={100}
                items={found.shares.map((one) => ({
                  key: String(one.regime),
                  label: regimeName(one.regime, w),
                  value: one.received === 0 ? 0 : (100 * one.supported) / one.received,
                  text: `${share(one.supported, one.received)} (n\u00a0${one.received.toLocaleString(language)})`,
                }))}
              />
            </Section>
            <Section title={w('method')} id="method">
              <p>{w('method_regime')}</p>
              <p>{w('left_out', { senders: found.withoutSender, receivers: found.withoutReceiver })}</p>
              <FromFiles {...{ files, language, w }} />
            </Section>
          </>
        ) : (
          <EmptyState title={w('regimes_missing')}>
            <p>{w('regimes_missing_text')}</p>
          </EmptyState>
        ),
      })
    }),
})

/** The same as a table. */
export const regimesCsv = route({
  method: 'get',
  path: `${path}.csv`,
  may: 'export',
  handle: async (visit: Visit) => {
    const w = reviewWords(visit.language)
    const found = await visit.within(async (tx) => {
      await writeLedger(tx, 'export.run', null, { observatory: 'review-regimes', format: 'csv' })
      return readRegimeShares(tx)
    })
    const header = [
      w('regime'),
      ...([1, 2, 3, 4, 5] as const).map((action) => w(`action_${action}`)),
      w('received'),
      w('response_supported'),
    ]
    const rows = (found?.shares ?? []).map((one) => [
      regimeName(one.regime, w),
      ...one.actions.map(String),
      String(one.received),
      String(one.supported),
    ])
    return stream(writeCsv(header, rows), 'review-regimes.csv', 'text/csv; charset=utf-8')
  },
})
