import { labels } from '#platform/i18n'
import { can } from '#platform/access'
import type { StatePanel } from '../states/state-panel.ts'
import { newPosition, positionsAddress } from './addresses.ts'
import { positionWords } from './messages.ts'
import { PositionsTable } from './pages/positions-table.tsx'
import { latestPositions } from './queries/read-positions.ts'

const shown = 8

/** On the page of a state: its latest positions. One query. */
export const positionsStatePanel: StatePanel = {
  id: 'positions',
  order: 60,
  title: labels('Positions', 'Posiciones', 'Posicions'),
  render: async ({ tx, polity, language, until }) => {
    // What is no country of today has no positions: they are entered by country.
    if (polity.country === null) return null
    const w = positionWords(language)
    const { count, rows } = await latestPositions(tx, polity.country, { until, limit: shown })
    const all = `${positionsAddress}?state=${polity.country}`
    return (
      <>
        {rows.length === 0 ? (
          <p className="quiet">{until === undefined ? w('panel_none') : w('panel_none_until')}</p>
        ) : (
          <>
            <PositionsTable {...{ tx, rows, language }} withState={false} />
            <p className="quiet">{w('panel_method')}</p>
          </>
        )}
        <p>
          {rows.length === 0 ? null : (
            <>
              <a href={all}>
                {w('all_of')} ({count})
              </a>{' '}
            </>
          )}
          {can(tx.actor, 'write') ? <a href={newPosition({ state: polity.country })}>{w('new')}</a> : null}
        </p>
      </>
    )
  },
}
