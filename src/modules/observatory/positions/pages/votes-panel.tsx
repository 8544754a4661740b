import { polityOfCountry } from '#catalogue/polities'
import type { RecordPanel } from '#platform/house'
import { formatDate } from '#platform/dates'
import { valuesOf } from '#platform/records'
import { Section, Table } from '#web/components'
import { positionWords } from '../messages.ts'
import { votesOn } from '../queries/read-positions.ts'
import { inWords } from './words-of-rows.ts'

const letters = ['Y', 'N', 'A', 'X'] as const

/** On the page of a position: the roll calls on its text, and how its states voted in them. */
export const votesPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'position') return null
  const text = (name: string) => {
    const value = record.values[name]
    return typeof value === 'string' ? value : ''
  }
  const votes = await votesOn(tx, { symbol: text('symbol'), rollCall: text('roll_call') })
  if (votes.length === 0) return null
  const { language } = visit
  const w = positionWords(language)
  const states = valuesOf(record.values['state']).map(String)
  const rows = votes.flatMap((vote) =>
    states.flatMap((country) => {
      const polity = polityOfCountry(country)
      if (!polity) return []
      const cast = letters.find((one) => one === vote.ballots?.[polity.n - 1])
      return [{ vote, country, cast }]
    }),
  )
  if (rows.length === 0) return null
  return (
    <Section title={w('votes')} id="votes">
      <Table
        caption={w('votes')}
        captionHidden
        columns={[
          { key: 'state', label: w('state'), heading: true },
          { key: 'vote', label: w('vote') },
          { key: 'call', label: w('roll_call') },
          { key: 'when', label: w('when'), nowrap: true },
        ]}
        rows={rows.map(({ vote, country, cast }) => ({
          key: `${vote.id} ${country}`,
          cells: {
            state: inWords(tx, { state: [country] }, 'state', language),
            vote: w(cast === undefined ? 'letter_none' : `letter_${cast}`),
            call: (
              <a href={`/workspace/observatory/votes/roll-calls/${vote.id}`} dir="auto">
                {vote.title}
              </a>
            ),
            when: formatDate(vote.heldOn, language),
          },
        }))}
      />
      <p className="quiet">{w('votes_note')}</p>
    </Section>
  )
}
