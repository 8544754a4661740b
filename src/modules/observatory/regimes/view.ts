import { councilKnown, councilOn } from '#catalogue/councils'
import type { Tx } from '#platform/records'
import { dayOfAddress } from '../states/day-text.ts'
import { type Ballots, type VoteSource, voteSources } from '../votes/index.ts'
import { type ClassTable, classTable } from './class-table.ts'
import { type Counted, countVotes, type VoteTable } from './count-votes.ts'
import {
  type ClassSeries,
  classesOf,
  readClassSeries,
  readClassValues,
  seriesKey,
  type ValueFile,
} from './queries/class-series.ts'
import { readTexts, readTopics, type TextChoice, textChoices } from './queries/read-texts.ts'

/** What an address asks of the joins. */
export interface RegimeQuery {
  /** `vdem:v2x_regime`; empty: the first there is. */
  readonly index: string
  /** `hrc:hrc` (dataset and body); empty: the Human Rights Council's, or the first there is. */
  readonly source: string
  readonly by: 'agenda' | 'topic' | ''
  readonly texts: TextChoice
  readonly from: string
  readonly to: string
}

/** The year from which votes are counted unless another is asked for. */
const usualFrom = '2012-01-01'

const dayOrYear = (text: string | null, end: 'from' | 'to'): string => {
  const said = (text ?? '').trim()
  if (/^\d{4}$/.test(said)) return end === 'from' ? `${said}-01-01` : `${said}-12-31`
  return dayOfAddress(said) ?? ''
}

/** Reads what an address asks; what cannot be read is as if it were not said. */
export function readRegimeQuery(params: URLSearchParams): RegimeQuery {
  const said = (name: string) => (params.get(name) ?? '').slice(0, 200)
  const by = said('by')
  return {
    index: said('index'),
    source: said('source'),
    by: by === 'agenda' || by === 'topic' ? by : '',
    texts: textChoices.find((one) => one === said('texts')) ?? 'texts',
    from: dayOrYear(params.get('from'), 'from') || usualFrom,
    to: dayOrYear(params.get('to'), 'to'),
  }
}

/** The same as it stands in an address, with `more` besides. */
export function regimeSearch(query: RegimeQuery, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...more })) if (value !== '') search.set(name, value)
  return search.toString()
}

/** An index with the classes that it gives. */
export interface ChosenIndex {
  readonly series: ClassSeries
  readonly classes: ReturnType<typeof classesOf>
  readonly table: ClassTable
  readonly files: readonly ValueFile[]
}

/** The index that is asked for, or the first there is; null when none was imported. */
export async function readIndex(tx: Tx, index: string, from: number): Promise<ChosenIndex | null> {
  const all = await readClassSeries(tx)
  const series = all.find((one) => seriesKey(one) === index) ?? all[0]
  if (!series) return null
  const { values, files } = await readClassValues(tx, series.id, from)
  // The edition belongs to the author's name: `V-Dem 15`.
  const version = files.at(-1)?.version ?? ''
  const author =
    version === '' || series.author.includes(version) ? series.author : `${series.author} ${version}`
  return { series: { ...series, author }, classes: classesOf(series), table: classTable(values), files }
}

/** `hrc:hrc`: how an address names a source of votes. */
export const sourceKey = ({ dataset, body }: Pick<VoteSource, 'dataset' | 'body'>): string =>
  `${dataset}:${body}`

/** Sources with names of who voted how, the Council's first. */
export async function readSources(tx: Tx): Promise<readonly VoteSource[]> {
  const all = (await voteSources(tx)).filter(({ recorded }) => recorded > 0)
  return all.toSorted((a, b) => Number(b.body === 'hrc') - Number(a.body === 'hrc'))
}

/** Votes by line and class, with the roll calls that were counted. */
export interface JoinedVotes {
  readonly source: VoteSource
  readonly by: 'agenda' | 'topic'
  readonly lines: readonly string[]
  readonly table: VoteTable
  readonly read: Ballots
  readonly linesOf: readonly (readonly string[])[]
}

/** The line of all roll calls together. */
export const allLine = '*'

/** At most so many topics have a line of their own. */
const mostLines = 25

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** Joins votes with an index; null when no source has the names of who voted how. */
export async function joinVotes(tx: Tx, query: RegimeQuery, index: ChosenIndex): Promise<JoinedVotes | null> {
  const sources = await readSources(tx)
  const source = sources.find((one) => sourceKey(one) === query.source) ?? sources[0]
  if (!source) return null
  const read = await readTexts(tx, {
    source,
    from: query.from,
    ...(query.to !== '' && { to: query.to }),
    texts: query.texts,
  })
  const by = query.by || (read.rollCalls.some(({ agenda }) => agenda !== '') ? 'agenda' : 'topic')
  const topics =
    by === 'topic'
      ? await readTopics(
          tx,
          source.files.map(({ id }) => id),
        )
      : new Map()
  const ownLines = read.rollCalls.map(({ id, agenda }): readonly string[] =>
    by === 'agenda' ? (agenda === '' ? [] : [agenda]) : (topics.get(id) ?? []),
  )
  const counts = new Map<string, number>()
  for (const own of ownLines) for (const line of own) counts.set(line, (counts.get(line) ?? 0) + 1)
  const lines = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostLines)
    .map(([line]) => line)
    .toSorted(byNumber)
  const shown = new Set(lines)
  const linesOf = ownLines.map((own) => [allLine, ...own.filter((line) => shown.has(line))])
  const counted: readonly Counted[] = read.rollCalls.map(({ day }, i) => ({ day, lines: linesOf[i] ?? [] }))
  return { source, by, lines, table: countVotes(counted, read.ballots, index.table), read, linesOf }
}

/** Members of the Council at the end of a year by class. */
export interface Seats {
  readonly year: number
  /** The day on which they are counted: the last of the year, or the last that is known. */
  readonly day: string
  readonly members: readonly string[]
  /** Values by state; null where the index has none. */
  readonly valueOf: ReadonlyMap<string, number | null>
}

/** Who sat on the Council at the end of each year since 2006, with the classes of an index. */
export function seatsByYear(table: ClassTable): readonly Seats[] {
  const years = Array.from({ length: Number(councilKnown.to.slice(0, 4)) - 2006 + 1 }, (_, i) => 2006 + i)
  return years.flatMap((year) => {
    const day = `${year}-12-31`
    const members = councilOn(day)
    if (members === null || table.yearFor(year) === null) return []
    return [{ year, day, members, valueOf: new Map(members.map((code) => [code, table.of(code, year)])) }]
  })
}

/** How many members are of some classes, and of how many the index knows the class. */
export function countSeats(
  seats: Seats,
  values: ReadonlySet<number>,
): { readonly of: number; readonly known: number } {
  const known = [...seats.valueOf.values()].filter((value) => value !== null)
  return { of: known.filter((value) => values.has(value)).length, known: known.length }
}
