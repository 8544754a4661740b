import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n'
import { LineChart } from '#web/charts'
import { Section } from '#web/components'
import { shareText } from '../../regimes/count-votes.ts'
import { autocraciesAddress } from '../addresses.ts'
import { choiceName, choiceSearch } from '../choice.ts'
import type { Autocracies } from '../load.ts'
import type { AutocracyWords } from '../messages.ts'

export interface Part {
  readonly data: Autocracies
  readonly language: Language
  readonly w: AutocracyWords
  readonly action?: ReactNode
}

/** How many of the Council's members were of the classes, at the end of each year. */
export function SeatsPart({ data, language, w, action }: Part) {
  const { choice, years } = data
  const last = years.at(-1)
  return (
    <Section id="seats" title={w('seats')} action={action}>
      {last ? (
        <p>
          {w('seats_text', {
            of: last.of,
            known: last.known,
            share: shareText(last.of, last.known, language),
            year: String(last.seats.year),
          })}
        </p>
      ) : null}
      <LineChart
        title={w('seats_title', { name: choiceName(choice, language) })}
        tableCaption={w('seats_table')}
        labels={{ x: w('year'), y: w('share') }}
        bounds={[0, 1]}
        format={(value) => shareText(value, 1, language)}
        lines={[
          {
            key: 'in',
            label: w('side_in'),
            step: 1,
            points: years.map(({ seats, of, known }) => ({
              x: seats.year,
              y: known === 0 ? null : of / known,
              href: `${autocraciesAddress}/members?${choiceSearch(choice, { year: String(seats.year) })}`,
            })),
          },
        ]}
      />
    </Section>
  )
}
