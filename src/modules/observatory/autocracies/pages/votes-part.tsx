import { formatNumber } from '#platform/i18n'
import { Section, Table } from '#web/components'
import { regimesAddress } from '../../regimes/addresses.ts'
import type { Tally } from '../../regimes/count-votes.ts'
import { lineName } from '../../regimes/line-name.ts'
import { regimeWords } from '../../regimes/messages.ts'
import { ShareBar, shares } from '../../regimes/pages/share-bar.tsx'
import { seriesKey } from '../../regimes/queries/class-series.ts'
import type { Part } from './seats-part.tsx'

/** How those of the classes vote by item of the agenda, beside all others. */
export function VotesPart({ data, language, w, action }: Part) {
  const { joined, lines, choice } = data
  const words = regimeWords(language)
  const cell = (tally: Tally) => (
    <>
      {shares(tally, language)} (n {formatNumber(tally.cast, language)})
      <ShareBar tally={tally} />
    </>
  )
  return (
    <Section id="votes" title={w('votes')} action={action}>
      {joined ? (
        <>
          <Table
            caption={w('votes_table')}
            columns={[
              { key: 'item', label: w('item'), heading: true },
              { key: 'calls', label: w('roll_calls'), numeric: true },
              { key: 'in', label: `${w('side_in')}: ${words('yes_no_n')}` },
              { key: 'out', label: `${w('side_out')}: ${words('yes_no_n')}` },
            ]}
            rows={lines.map(({ line, rollCalls, inside, outside }) => ({
              key: line,
              cells: {
                item: lineName(joined, line, words),
                calls: rollCalls,
                in: cell(inside),
                out: cell(outside),
              },
            }))}
          />
          <p className="quiet">{words('bar_legend')}</p>
          <p>
            <a href={`${regimesAddress}?index=${encodeURIComponent(seriesKey(choice.index.series))}`}>
              {w('votes_more')}
            </a>
          </p>
        </>
      ) : (
        <p className="quiet">{words('no_votes')}</p>
      )}
    </Section>
  )
}
