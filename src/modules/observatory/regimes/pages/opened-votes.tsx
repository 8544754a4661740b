import { polities, polityName } from '#catalogue/polities'
import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Details, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { rollCallAddress } from '../../alike/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { dayText } from '../../states/day-text.ts'
import { letterOf } from '../../votes/index.ts'
import { regimesAddress } from '../addresses.ts'
import { shareText } from '../count-votes.ts'
import { lineName } from '../line-name.ts'
import { regimeWords } from '../messages.ts'
import { allLine, joinVotes, readIndex, readRegimeQuery, regimeSearch } from '../view.ts'

const mostRows = 500

/** The roll calls behind a number: how the states of a class voted in each, and which states those were. */
export const openedVotes = route({
  method: 'get',
  path: `${regimesAddress}/votes`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = regimeWords(language)
      const query = readRegimeQuery(url.searchParams)
      const value = Number(url.searchParams.get('class') ?? Number.NaN)
      const line = url.searchParams.get('line') ?? allLine
      const index = await readIndex(tx, query.index, Number(query.from.slice(0, 4)) - 1)
      const joined = index ? await joinVotes(tx, query, index) : null
      const chosen = index?.classes.find((one) => one.value === value)
      if (!index || !joined || !chosen) throw new Problem('not_found')
      const rows = joined.read.rollCalls
        .map((rollCall, i) => ({
          rollCall,
          ballots: joined.read.ballots[i] ?? '',
          lines: joined.linesOf[i] ?? [],
        }))
        .filter(({ lines }) => lines.includes(line))
        .map(({ rollCall, ballots }) => {
          const places = index.table.places(Number(rollCall.day.slice(0, 4)))
          const of = (letter: string) => {
            let count = 0
            for (const [place, own] of places.entries())
              if (own === value && ballots[place] === letter) count += 1
            return count
          }
          return { rollCall, yes: of('Y'), no: of('N'), abstain: of('A') }
        })
        .filter(({ yes, no, abstain }) => yes + no + abstain > 0)
        .toReversed()
      const tally = joined.table.of(line, value)
      const voters = votersOf(joined.read.ballots, joined.read.rollCalls, joined.linesOf, line, index, value)
      const className = `${label(chosen.label, language)} (${index.series.author})`
      return workspacePage(visit, {
        title: line === allLine ? w('all') : lineName(joined, line, w),
        lede: `${className}: ${w('yes')} ${shareText(tally.yes, tally.cast, language)}, ${w('no')} ${shareText(tally.no, tally.cast, language)}, n ${tally.cast}`,
        breadcrumbs: [{ href: `${regimesAddress}?${regimeSearch(query)}`, label: w('title') }],
        children: (
          <>
            <Details summary={w('who_counts', { n: voters.length })}>
              <ul className="list">
                {voters.map(({ code, years }) => (
                  <li key={code}>
                    <a href={stateAddress(code)}>{polityName(code, language)}</a> ({years})
                  </li>
                ))}
              </ul>
            </Details>
            <Section id="rows" title={w('roll_calls')}>
              <Table
                caption={w('roll_calls')}
                captionHidden
                columns={[
                  { key: 'day', label: w('day'), nowrap: true },
                  { key: 'title', label: w('text'), heading: true },
                  { key: 'yes', label: w('yes'), numeric: true },
                  { key: 'no', label: w('no'), numeric: true },
                  { key: 'abstain', label: w('abstain'), numeric: true },
                ]}
                rows={rows.slice(0, mostRows).map(({ rollCall, yes, no, abstain }) => ({
                  key: rollCall.id,
                  cells: {
                    day: dayText(rollCall.day, language),
                    title: (
                      <a href={rollCallAddress(rollCall.id)} dir="auto">
                        {rollCall.title} {rollCall.symbol === '' ? '' : `(${rollCall.symbol})`}
                      </a>
                    ),
                    yes,
                    no,
                    abstain,
                  },
                }))}
              />
              {rows.length > mostRows ? (
                <p className="quiet">{w('most', { n: mostRows, of: rows.length })}</p>
              ) : null}
            </Section>
          </>
        ),
      })
    }),
})

/** Which states cast the votes that were counted, and in which years. */
function votersOf(
  ballots: readonly string[],
  rollCalls: readonly { readonly day: string }[],
  linesOf: readonly (readonly string[])[],
  line: string,
  index: NonNullable<Awaited<ReturnType<typeof readIndex>>>,
  value: number,
): readonly { readonly code: string; readonly years: string }[] {
  const years = new Map<number, Set<number>>()
  for (const [i, ballot] of ballots.entries()) {
    if (!linesOf[i]?.includes(line)) continue
    const year = Number(rollCalls[i]?.day.slice(0, 4))
    const places = index.table.places(year)
    for (let place = 0; place < ballot.length; place++) {
      const letter = letterOf(ballot, place + 1)
      if (places[place] !== value || letter === '.' || letter === 'X') continue
      years.set(place, (years.get(place) ?? new Set<number>()).add(year))
    }
  }
  return [...years]
    .map(([place, of]) => ({
      code: polities[place]?.code ?? '',
      years: spans([...of].toSorted((a, b) => a - b)),
    }))
    .toSorted((a, b) => a.code.localeCompare(b.code))
}

/** `2012–2014, 2019` */
function spans(years: readonly number[]): string {
  const parts: [number, number][] = []
  for (const year of years) {
    const last = parts.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else parts.push([year, year])
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
