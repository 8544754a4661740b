import { countryCentroid, countryNumeric } from '#catalogue/countries'
import { polities, polityGroup, polityName, regionalGroupOf } from '#catalogue/polities'
import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { WorldMap } from '#web/charts'
import { FactList, Notice, Section, Table } from '#web/components'
import { stateAddress } from '../../states/addresses.ts'
import { sourceAddress } from '../../sources/addresses.ts'
import { rollCallAddress, votesAddress } from '../addresses.ts'
import { letterOf } from '../ballot.ts'
import { bodyName, decidedName, kindName, letterName, topicName, type VoteWords } from '../messages.ts'
import type { RelatedRollCall, RollCallView } from '../queries/read-roll-call.ts'
import { groupVote, regionalGroups, type GroupVote } from '../ranks.ts'
import { resultOf } from './list-page.tsx'
import { addressWith, sourceKey } from './view.ts'

interface Part {
  readonly of: RollCallView
  readonly w: VoteWords
  readonly language: Language
}

/** A state with a link to its page. */
export const StateLink = ({
  code,
  day,
  language,
}: {
  readonly code: string
  readonly day?: string
  readonly language: Language
}) => <a href={stateAddress(code)}>{polityName(code, language, day)}</a>

const outcomes = ['adopted', 'rejected', 'withdrawn'] as const

function outcomeWords(w: VoteWords, outcome: string): string {
  const known = outcomes.find((one) => one === outcome)
  return known
    ? w(`outcome_${known}`)
    : /^not (?:considered|acted)/u.test(outcome)
      ? w('outcome_not_considered')
      : outcome
}

/** Totals by the names, as stated, and a warning where the two differ. */
export function Totals({ of, w }: Part) {
  const stated = [of.saidYes, of.saidNo, of.saidAbstain, of.saidSilent]
  const known = stated.some((one) => one !== null)
  const words = ([yes, no, abstain, silent]: readonly (number | null)[]) =>
    w('counts', { yes: yes ?? '?', no: no ?? '?', abstain: abstain ?? '?', silent: silent ?? '?' })
  const differs =
    of.yes !== null &&
    [
      [of.yes, of.saidYes],
      [of.no, of.saidNo],
      [of.abstain, of.saidAbstain],
    ].some(([counted, said]) => said !== null && counted !== said)
  return (
    <>
      {differs ? <Notice kind="warning">{w('differ')}</Notice> : null}
      <FactList
        facts={[
          ...(of.yes === null
            ? []
            : [{ label: w('by_names'), value: words([of.yes, of.no, of.abstain, of.silent]) }]),
          ...(known ? [{ label: w('as_stated'), value: words(stated) }] : []),
        ]}
      />
    </>
  )
}

/** What was voted on, as the source describes it. */
export function Facts({ of, w, language }: Part) {
  const { details } = of
  const text = (label: string, value: unknown) =>
    typeof value === 'string' && value !== '' ? [{ label, value }] : []
  const link = typeof details.link === 'string' && /^https?:\/\//u.test(details.link) ? details.link : null
  const source = sourceKey({ dataset: of.file.dataset, body: of.body })
  return (
    <FactList
      facts={[
        { label: w('body'), value: bodyName(w, of.body) },
        ...text(w('symbol'), of.symbol),
        { label: w('day'), value: formatDate(of.day, language) },
        ...text(w('session'), of.session),
        { label: w('kind'), value: kindName(w, of.kind) },
        { label: w('how'), value: decidedName(w, of.decided) },
        ...(details.outcome ? [{ label: w('outcome'), value: outcomeWords(w, details.outcome) }] : []),
        ...(details.vetoedBy && details.vetoedBy.length > 0
          ? [
              {
                label: w('vetoed_by'),
                value: details.vetoedBy.map((code) => polityName(code, language, of.day)).join(', '),
              },
            ]
          : []),
        ...text(w('agenda'), [of.agenda, of.agendaTitle].filter(Boolean).join('. ')),
        ...(of.topics.length > 0
          ? [
              {
                label: w('topic'),
                value: (
                  <>
                    {of.topics.map((topic, i) => (
                      <span key={topic}>
                        {i > 0 ? ' · ' : ''}
                        <a href={addressWith(votesAddress, { source, topic })}>{topicName(w, topic)}</a>
                      </span>
                    ))}
                  </>
                ),
              },
            ]
          : []),
        ...text(w('draft'), details.draft),
        ...text(w('amends'), details.amends),
        ...text(w('sponsors'), details.sponsors),
        ...text(w('meeting'), details.meeting),
        ...text(w('note'), details.note),
        ...(link ? [{ label: w('link'), value: <a href={link}>{new URL(link).host}</a> }] : []),
        { label: w('source'), value: <Origin {...{ of, w, language }} /> },
      ]}
    />
  )
}

/** The file, its edition and hash, and the row. */
function Origin({ of, w, language }: Part) {
  const { file, described } = of
  return (
    <>
      <a href={sourceAddress(described?.id ?? file.id)}>
        <bdi>{w('from_file', { file: described?.name ?? file.name, row: of.sourceRow })}</bdi>
      </a>
      {described ? (
        <>
          {' · '}
          <a href={sourceAddress(file.id)}>
            <bdi>{file.name}</bdi>
          </a>
        </>
      ) : null}
      {file.version ? ` · ${w('edition', { version: file.version })}` : ''}
      {` · SHA-256 ${file.sha256.slice(0, 12)} · ${w('until', { day: dayWords(file.dataUntil, language) })}`}
    </>
  )
}

const dayWords = (day: string, language: Language): string =>
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(day) ? formatDate(day, language) : day

const steps = { Y: 4, A: 2, N: 1 } as const

/** What the map of a roll call shows: a tint for yes, abstention and no. Null where there are no names. */
export function mapOf({ of, w, language }: Part) {
  const { ballots } = of
  if (ballots === null) return null
  return {
    title: w('map'),
    legend: (['Y', 'A', 'N'] as const).map((letter) => ({
      step: steps[letter],
      label: letterName(w, letter),
    })),
    countries: polities.flatMap(({ n, code, country }) => {
      const letter = letterOf(ballots, n)
      const numeric = country === null ? null : countryNumeric(country)
      if (letter === '.' || letter === 'X' || country === null || !numeric) return []
      const point = countryCentroid(country)
      return [
        {
          numeric,
          label: polityName(code, language, of.day),
          count: 1,
          step: steps[letter],
          text: letterName(w, letter),
          href: stateAddress(code),
          ...(point && { lon: point[0], lat: point[1] }),
        },
      ]
    }),
  }
}

/** The world, tinted by how each state voted. */
export function VoteMap(part: Part) {
  const { w } = part
  const map = mapOf(part)
  if (!map) return null
  return (
    <WorldMap
      {...map}
      tableCaption={w('map')}
      labels={{ place: w('state'), count: w('vote') }}
      method={w('map_method')}
    />
  )
}

/** Groups with their counts, what most of each did, and who did otherwise. `chosen` is one more group by its id. */
export function Groups({ of, w, language, chosen }: Part & { readonly chosen: string }) {
  const { ballots } = of
  if (ballots === null) return null
  const more = polityGroup(chosen)
  const votes = [...regionalGroups, ...(more && !regionalGroups.includes(more) ? [more] : [])]
    .map((group) => groupVote(group, ballots, of.day))
    .filter(({ yes, no, abstain, silent }) => yes + no + abstain + silent > 0)
  return (
    <Table
      caption={w('groups')}
      captionHidden
      columns={[
        { key: 'group', label: w('group'), heading: true },
        { key: 'yes', label: w('yes'), numeric: true },
        { key: 'no', label: w('no'), numeric: true },
        { key: 'abstain', label: w('abstained'), numeric: true },
        { key: 'silent', label: w('silent'), numeric: true },
        { key: 'most', label: w('majority') },
        { key: 'breaking', label: w('breaking') },
      ]}
      rows={votes.map((one) => ({
        key: one.group.id,
        cells: {
          group: label(one.group.name, language),
          yes: one.yes,
          no: one.no,
          abstain: one.abstain,
          silent: one.silent,
          most: one.majority === null ? w('no_majority') : letterName(w, one.majority),
          breaking: <Breaking {...{ one, w, language }} day={of.day} />,
        },
      }))}
    />
  )
}

function Breaking({
  one,
  w,
  language,
  day,
}: {
  readonly one: GroupVote
  readonly w: VoteWords
  readonly language: Language
  readonly day: string
}) {
  const by = (['Y', 'N', 'A'] as const)
    .map((vote) => ({ vote, codes: one.breaking.filter((each) => each.vote === vote) }))
    .filter(({ codes }) => codes.length > 0)
  return (
    <>
      {by.map(({ vote, codes }, i) => (
        <span key={vote}>
          {i > 0 ? ' · ' : ''}
          {`${letterName(w, vote)}: `}
          {codes.map(({ code }, j) => (
            <span key={code}>
              {j > 0 ? ', ' : ''}
              <StateLink {...{ code, day, language }} />
            </span>
          ))}
        </span>
      ))}
    </>
  )
}

/** Each state that the source names, its group, its vote and its row. */
export function StateTable({ of, w, language }: Part) {
  const { ballots, ballotRows, file } = of
  if (ballots === null) return null
  const rows = polities
    .filter(({ n }) => letterOf(ballots, n) !== '.' || (ballotRows?.[n - 1] ?? 0) > 0)
    .map(({ n, code }) => ({
      code,
      name: polityName(code, language, of.day),
      letter: letterOf(ballots, n),
      row: ballotRows?.[n - 1] ?? 0,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  return (
    <Table
      caption={w('states')}
      captionHidden
      columns={[
        { key: 'state', label: w('state'), heading: true },
        { key: 'vote', label: w('vote') },
        { key: 'group', label: w('group') },
        { key: 'row', label: w('row'), numeric: true },
      ]}
      rows={rows.map(({ code, letter, row }) => {
        const group = regionalGroupOf(code, of.day)
        return {
          key: code,
          cells: {
            state: <StateLink {...{ code, language }} day={of.day} />,
            vote: letterName(w, letter),
            group: group ? label(group.name, language) : '',
            row: row > 0 ? <a href={sourceAddress(file.id)}>{row}</a> : '',
          },
        }
      })}
    />
  )
}

/** Amendments and the text that they would change. */
export function Related({
  rows,
  w,
  language,
}: {
  readonly rows: readonly RelatedRollCall[]
  readonly w: VoteWords
  readonly language: Language
}) {
  if (rows.length === 0) return null
  return (
    <Section title={w('related')} id="related">
      <Table
        caption={w('related')}
        captionHidden
        columns={[
          { key: 'text', label: w('subject'), heading: true },
          { key: 'kind', label: w('kind') },
          { key: 'outcome', label: w('outcome') },
          { key: 'result', label: w('result'), nowrap: true, numeric: true },
          { key: 'day', label: w('day'), nowrap: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            text: (
              <a href={rollCallAddress(row.id)} dir="auto">
                {row.symbol || row.title}
              </a>
            ),
            kind: kindName(w, row.kind),
            outcome: row.details.outcome ? outcomeWords(w, row.details.outcome) : decidedName(w, row.decided),
            result: resultOf(row),
            day: formatDate(row.day, language),
          },
        }))}
      />
      <p className="quiet">{w('related_note')}</p>
    </Section>
  )
}
