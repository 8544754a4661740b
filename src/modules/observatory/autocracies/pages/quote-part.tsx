import { label } from '#platform/i18n'
import { Prose, Section } from '#web/components'
import { shareText } from '../../regimes/count-votes.ts'
import { dayText, today } from '../../states/day-text.ts'
import { adviceBySide, withAction } from '../advice.ts'
import { choiceName } from '../choice.ts'
import type { Part } from './seats-part.tsx'

/** Sentences with the numbers in them, and what they rest on: to be quoted with their source. */
export function QuotePart({ data, language, w, org }: Part & { readonly org: string }) {
  const { choice, years, lines, joined, pairs } = data
  const share = (part: number, of: number) => shareText(part, of, language)
  const last = years.at(-1)
  const countries = joined?.source.body === 'hrc' ? lines.find(({ line }) => line === '4') : undefined
  const by = adviceBySide(pairs, choice.index.table, choice.values)
  const own = by('in', 'in')
  const others = by('out', 'in')
  const files = [...choice.index.files, ...(joined?.source.files ?? []), ...data.adviceFiles]
  return (
    <Section id="quote" title={w('quote')}>
      <Prose>
        {last ? (
          <p>
            {w('q_seats', {
              year: String(last.seats.year),
              of: last.of,
              known: last.known,
              share: share(last.of, last.known),
              name: choiceName(choice, language),
            })}
          </p>
        ) : null}
        {countries && countries.inside.cast > 0 ? (
          <p>
            {w('q_votes', {
              yes: share(countries.inside.yes, countries.inside.cast),
              n: countries.inside.cast,
              yes_out: share(countries.outside.yes, countries.outside.cast),
              n_out: countries.outside.cast,
            })}
          </p>
        ) : null}
        {withAction(own) > 0 ? (
          <p>
            {w('q_advice', {
              share: share(own.praise, withAction(own)),
              n: withAction(own),
              share_out: share(others.praise, withAction(others)),
              n_out: withAction(others),
            })}
          </p>
        ) : null}
        <p>
          {w('q_source', {
            index: `${label(choice.index.series.label, language)}, ${choice.index.series.author}`,
            files: files
              .map(({ name, version, dataUntil }) =>
                [name, version, `${w('data_until')} ${dayText(dataUntil, language)}`]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; '),
            day: dayText(today(), language),
            org,
          })}
        </p>
      </Prose>
    </Section>
  )
}
