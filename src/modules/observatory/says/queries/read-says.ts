import { sql } from 'kysely'
import type { Polity } from '#catalogue/polities'
import { uprIssueByTag } from '#catalogue/upr'
import { plannedEachTime } from '#platform/db'
import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { type SourcedAct, readActs } from '../../treaties/queries/read-acts.ts'
import type { BallotLetter } from '../../votes/index.ts'
import { type Theme, themes, themesOf } from '../themes.ts'

/** Votes since then: the Council as it is, and what the present governments answer for. */
export const votesFrom = '2012-01-01'

/** How many recommendations a state made that name the same subjects, and how many ask for something specific (action 5). */
export interface Advice {
  readonly issues: readonly string[]
  readonly n: number
  readonly specific: number
}

/** How it voted on a text. */
export interface OwnVote {
  readonly id: string
  readonly day: string
  readonly body: string
  readonly title: string
  readonly symbol: string
  readonly kind: string
  readonly letter: BallotLetter
}

/** The last value that an index gives it. */
export interface OwnScore {
  readonly dataset: string
  readonly code: string
  readonly label: Labels
  readonly author: string
  readonly lowest: number | null
  readonly highest: number | null
  readonly year: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly fileId: string
  readonly file: string
  readonly version: string
  readonly row: number
}

/** How often it cast a vote on texts of one title. */
export interface VoteCount {
  readonly title: string
  readonly letter: BallotLetter
  readonly n: number
}

/** What is held side by side, before it is parted by theme. */
export interface Says {
  readonly acts: readonly SourcedAct[]
  readonly advice: readonly Advice[]
  /** The years of the reviews in which it gave advice; null when there are none. */
  readonly adviceYears: readonly [number, number] | null
  readonly votes: readonly VoteCount[]
  readonly scores: readonly OwnScore[]
}

const preferredUpr = ['upr-info', 'upr-info-api']
/** Of two sources of one body, the one whose votes are shown. */
const preferredVotes = ['undl-ga', 'undl-marc', 'voeten', 'unvotes', 'hrc', 'ohchr-marc', 'hrc-report']

/** Reads it all for a state in four queries, up to a day. */
export async function readSays(tx: Tx, state: Polity, until?: string): Promise<Says> {
  const acts = await readActs(tx, { polity: state.code, ...(until !== undefined && { until }) })
  const { rows: adviceRows } = await sql<
    Advice & { readonly first: number | null; readonly last: number | null }
  >`${plannedEachTime}
    with given as materialized (
      select distinct on (r.key) r.issues, r.action, r.year
        from observatory_sender s
        join observatory_file f on f.org_id = s.org_id and f.id = s.file_id and f.superseded_by is null
         and f.dataset = any(${preferredUpr}::text[])
        join observatory_recommendation r on r.org_id = s.org_id and r.file_id = s.file_id and r.key = s.key
       where s.org_id = ${tx.actor.orgId}::uuid and s.sender = ${state.code} and r.mechanism = 'upr'
         ${until === undefined ? sql`` : sql`and r.year <= ${Number(until.slice(0, 4))}`}
       order by r.key, f.imported_at desc)
    select issues, count(*)::int as n, count(*) filter (where action = 5)::int as specific, min(year) as first, max(year) as last
      from given group by issues`.execute(tx.sql)
  const years = adviceRows.flatMap(({ first, last }) =>
    first === null || last === null ? [] : [first, last],
  )
  return {
    acts,
    advice: adviceRows.map(({ issues, n, specific }) => ({ issues, n, specific })),
    adviceYears: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    votes: await countVotes(tx, state, until),
    scores: await readScores(tx, state, until),
  }
}

/** Its votes on whole texts since `votesFrom`, from the files in use. */
const ownVotes = (tx: Tx, state: Polity, until: string | undefined) => sql`
      from observatory_file f
      join observatory_roll_call r on r.org_id = f.org_id and r.file_id = f.id
     where f.org_id = ${tx.actor.orgId}::uuid and f.superseded_by is null and f.dataset = any(${preferredVotes}::text[])
       and r.ballots is not null and r.held_on >= ${votesFrom}::date and r.kind <> all(${['amendment', 'paragraph']}::text[])
       and substr(r.ballots, ${state.n}, 1) in ('Y', 'N', 'A', 'X')
       ${until === undefined ? sql`` : sql`and r.held_on <= ${until}::date`}`

async function countVotes(tx: Tx, state: Polity, until?: string): Promise<readonly VoteCount[]> {
  if (state.n === 0) return []
  const { rows } = await sql<
    VoteCount & { readonly body: string; readonly dataset: string }
  >`${plannedEachTime}
    select r.body, f.dataset, r.title, substr(r.ballots, ${state.n}, 1) as letter, count(distinct r.key)::int as n
      ${ownVotes(tx, state, until)} group by 1, 2, 3, 4`.execute(tx.sql)
  return ofOneSource(rows)
}

/** Every vote of it on a theme, the newest first. */
export async function readVotes(tx: Tx, state: Polity, theme: Theme): Promise<readonly OwnVote[]> {
  if (state.n === 0) return []
  const { rows } = await sql<
    OwnVote & { readonly dataset: string; readonly key: string; readonly n: number }
  >`${plannedEachTime}
    select r.id, r.key, r.held_on::text as day, r.body, r.title, r.symbol, r.kind, substr(r.ballots, ${state.n}, 1) as letter,
           f.dataset, 1 as n
      ${ownVotes(tx, state, undefined)} order by r.held_on desc, r.id`.execute(tx.sql)
  const seen = new Set<string>()
  return ofOneSource(rows).filter(({ title, dataset, key }) => {
    const known = seen.has(`${dataset} ${key}`)
    seen.add(`${dataset} ${key}`)
    return !known && theme.titles.test(title)
  })
}

/** Of each body one source only: what two of them hold would count twice. */
function ofOneSource<Row extends { readonly body: string; readonly dataset: string; readonly n: number }>(
  rows: readonly Row[],
): readonly Row[] {
  const chosen = new Map(
    [...Map.groupBy(rows, ({ body }) => body)].map(([body, of]) => [body, sourceOfBody(of)] as const),
  )
  return rows.filter(({ body, dataset }) => chosen.get(body) === dataset)
}

/** The preferred source of those that hold at least half of what the fullest holds: a sample does not stand for a body. */
function sourceOfBody(rows: readonly { readonly dataset: string; readonly n: number }[]): string {
  const counts = [...Map.groupBy(rows, ({ dataset }) => dataset)].map(([dataset, of]) => ({
    dataset,
    n: of.reduce((sum, { n }) => sum + n, 0),
  }))
  const most = Math.max(...counts.map(({ n }) => n))
  return (
    counts
      .filter(({ n }) => n * 2 >= most)
      .toSorted((a, b) => preferredVotes.indexOf(a.dataset) - preferredVotes.indexOf(b.dataset))[0]
      ?.dataset ?? ''
  )
}

async function readScores(tx: Tx, state: Polity, until?: string): Promise<readonly OwnScore[]> {
  const asked = themes.flatMap(({ series }) => series)
  const { rows } = await sql<OwnScore>`${plannedEachTime}
    select distinct on (s.dataset, s.code) s.dataset, s.code, s.label, s.author, s.lowest, s.highest, v.year, v.value, v.low, v.high,
           f.id as "fileId", f.name as file, f.version, v.source_row as row
      from observatory_series s
      join observatory_value v on v.org_id = s.org_id and v.series_id = s.id and v.polity = ${state.code}
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id and f.superseded_by is null
     where s.org_id = ${tx.actor.orgId}::uuid and (s.dataset, s.code) in (
       select * from unnest(${asked.map(([dataset]) => dataset)}::text[], ${asked.map(([, code]) => code)}::text[]))
       and v.value is not null ${until === undefined ? sql`` : sql`and v.year <= ${Number(until.slice(0, 4))}`}
     order by s.dataset, s.code, v.year desc, f.imported_at desc`.execute(tx.sql)
  return rows
}

/** What a state promises, tells others and does on one theme. */
export interface ThemeSays {
  readonly theme: Theme
  readonly acts: readonly SourcedAct[]
  readonly advice: { readonly n: number; readonly specific: number }
  readonly votes: Readonly<Record<'Y' | 'N' | 'A' | 'X', number>>
  readonly scores: readonly OwnScore[]
}

const isAbout = (theme: Theme, issues: readonly string[]): boolean =>
  issues.some((issue) => theme.issues.includes(uprIssueByTag(issue)?.id ?? ''))

/** The part of it all that belongs to a theme. */
export function onTheme(theme: Theme, says: Says): ThemeSays {
  const advice = says.advice.filter(({ issues }) => isAbout(theme, issues))
  return {
    theme,
    acts: says.acts.filter(({ treaty }) => theme.treaties.includes(treaty)),
    // A recommendation on two subjects of one theme counts for both: the count is of subjects named.
    advice: {
      n: advice.reduce((sum, { n }) => sum + n, 0),
      specific: advice.reduce((sum, { specific }) => sum + specific, 0),
    },
    votes: countLetters(says.votes.filter(({ title }) => themesOf(title).includes(theme.id))),
    scores: says.scores.filter(({ dataset, code }) =>
      theme.series.some(([ofDataset, ofCode]) => ofDataset === dataset && ofCode === code),
    ),
  }
}

/** How often each vote was cast. */
function countLetters(votes: readonly VoteCount[]): ThemeSays['votes'] {
  const of = (letter: BallotLetter) =>
    votes.filter((one) => one.letter === letter).reduce((sum, { n }) => sum + n, 0)
  return { Y: of('Y'), N: of('N'), A: of('A'), X: of('X') }
}

/** A recommendation that it made on a theme. */
export interface GivenAdvice {
  readonly key: string
  readonly polity: string
  readonly session: string
  readonly year: number | null
  readonly text: string
  readonly response: string | null
  readonly action: number | null
  readonly fileId: string
  readonly file: string
  readonly row: number
}

/** The recommendations behind the count, the newest first, at most `limit`. */
export async function readAdvice(
  tx: Tx,
  state: Polity,
  theme: Theme,
  limit: number,
): Promise<readonly GivenAdvice[]> {
  const { rows } = await sql<GivenAdvice & { readonly issues: readonly string[] }>`${plannedEachTime}
    select distinct on (r.key) r.key, r.polity, r.session, r.year, r.text, r.response, r.action, r.issues, f.id as "fileId",
           f.name as file, r.source_row as row
      from observatory_sender s
      join observatory_file f on f.org_id = s.org_id and f.id = s.file_id and f.superseded_by is null
       and f.dataset = any(${preferredUpr}::text[])
      join observatory_recommendation r on r.org_id = s.org_id and r.file_id = s.file_id and r.key = s.key
     where s.org_id = ${tx.actor.orgId}::uuid and s.sender = ${state.code} and r.mechanism = 'upr'
     order by r.key, f.imported_at desc`.execute(tx.sql)
  return rows
    .filter(({ issues }) => isAbout(theme, issues))
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.polity.localeCompare(b.polity))
    .slice(0, limit)
}
