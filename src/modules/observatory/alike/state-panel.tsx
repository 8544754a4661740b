import { type PanelSource, panelSources } from '../votes/queries/panel-sources.ts'
import {
  groupMembers,
  polities,
  type Polity,
  polity as polityBy,
  polityName,
  regionalGroupOf,
} from '#catalogue/polities'
import { type Language, labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Columns, Table } from '#web/components'
import { sourceAddress } from '../sources/addresses.ts'
import type { StatePanel } from '../states/state-panel.ts'
import { dayText } from '../states/day-text.ts'
import { readBallots } from '../votes/queries/read-ballots.ts'
import { voteFiles } from './filled-by.ts'
import { agreementAddress, at, compareAddress, pointsAddress } from './addresses.ts'
import { type AlikeWords, alikeWords } from './messages.ts'
import { enough, type Neighbour, type Neighbourhood, neighboursOf, together } from './neighbours.ts'
import { decimals, whole } from './pages/numbers.ts'
import { bodyName } from './pages/window-parts.tsx'
import { latestEstimate } from './points/read-runs.ts'
import { sourceKey, wholeTexts } from './queries/read-window.ts'

/** With whom its way is told over time, besides its own region. */
const others = ['USA', 'CHN', 'RUS', 'ARG'] as const

/** Years of a window, and how many windows are told. */
const years = 5
const windows = 4
const shown = 6

interface FiveYears extends Neighbourhood {
  readonly from: number
  readonly to: number
}

/** Who votes most and least like a state, how that moved, and its ideal point where one was estimated. */
export const alikePanel: StatePanel = {
  id: 'alike',
  order: 35,
  title: labels(
    'Closest and furthest in votes',
    'Más próximos y más distantes en los votos',
    'Més propers i més distants en els vots',
  ),
  filledBy: voteFiles,
  async render({ tx, polity, language, until }) {
    if (polity.n === 0) return null
    const found = await readWindows(tx, polity, until)
    if (!found) return null
    const { source, spans } = found
    const now = spans[0]
    if (!now || now.votes === 0) return null
    const w = alikeWords(language)
    const compared = enough(now).toSorted((a, b) => b.agreement - a.agreement || a.place - b.place)
    const point = await latestEstimate(tx, polity.code, until)
    const window = { source: sourceKey(source), from: String(now.from), to: String(now.to) }
    const hrefOf = (code: string, span: Pick<FiveYears, 'from' | 'to'> = now) =>
      at(
        compareAddress,
        { ...window, from: String(span.from), to: String(span.to) },
        { a: polity.code, b: code },
      )
    const list = (title: string, of: readonly Neighbour[]) => (
      <Nearest {...{ title, of, w, language, hrefOf }} />
    )
    return (
      <>
        <p>
          {w('panel_window', {
            body: bodyName(w, source.body),
            from: now.from,
            to: now.to,
            n: now.votes,
          })}
          {point ? (
            <>
              {'. '}
              <a href={`${pointsAddress}/${point.run}?states=${polity.code}`}>
                {w('panel_point', {
                  period:
                    point.by === 'session'
                      ? w('period_session', { number: point.period })
                      : String(point.period),
                  value: w('interval', {
                    value: decimals(point.estimate, language),
                    low: decimals(point.low, language),
                    high: decimals(point.high, language),
                  }),
                })}
              </a>
            </>
          ) : null}
        </p>
        <Columns
          main={list(w('panel_closest'), compared.slice(0, shown))}
          aside={list(w('panel_furthest'), compared.slice(-shown).toReversed())}
        />
        <Moved {...{ spans, polity, w, language, hrefOf }} />
        <p className="quiet">
          {w('agreement_method_short')} {w('panel_enough')}{' '}
          {source.files.map(({ id, name, version }) => (
            <span key={id}>
              <a href={sourceAddress(id)}>
                <bdi>{name}</bdi>
              </a>
              {version ? ` (${version})` : ''}
              {' · '}
            </span>
          ))}
          {w('data_until', { day: dayText(source.to, language) })}{' '}
          <a href={at(agreementAddress, window)}>{w('panel_more')}</a>
        </p>
      </>
    )
  },
}

/**
 * The last windows of five years, the latest first, from the first source that has any. Two statements as a rule: which roll calls
 * each file holds is not counted here.
 */
async function readWindows(
  tx: Tx,
  polity: Polity,
  until: string | undefined,
): Promise<{ readonly source: PanelSource; readonly spans: readonly FiveYears[] } | null> {
  for (const source of await panelSources(tx)) {
    const to = until !== undefined && until < source.to ? until : source.to
    const last = Number(to.slice(0, 4))
    const { rollCalls, ballots } = await readBallots(tx, {
      files: source.files.map(({ id }) => id),
      body: source.body,
      from: `${last - years * windows + 1}-01-01`,
      to,
      kinds: wholeTexts,
    })
    if (rollCalls.length > 0) return { source, spans: spansOf(rollCalls, ballots, last, polity) }
  }
  return null
}

function spansOf(
  rollCalls: readonly { readonly day: string }[],
  ballots: readonly string[],
  last: number,
  polity: Polity,
): readonly FiveYears[] {
  return Array.from({ length: windows }, (_, i) => {
    const end = last - i * years
    const start = end - years + 1
    const within = ballots.filter((__, call) => {
      const year = Number(rollCalls[call]?.day.slice(0, 4))
      return year >= start && year <= end
    })
    return {
      from: start,
      to: end,
      ...neighboursOf(within, polity.n - 1),
    }
  }).filter(({ votes }) => votes > 0)
}

interface PartProps {
  readonly w: AlikeWords
  readonly language: Language
  readonly hrefOf: (code: string, span?: Pick<FiveYears, 'from' | 'to'>) => string
}

function Nearest({
  title,
  of,
  w,
  language,
  hrefOf,
}: PartProps & { title: string; of: readonly Neighbour[] }) {
  return (
    <Table
      caption={title}
      phone="scroll"
      columns={[
        { key: 'state', label: w('state'), heading: true },
        { key: 'agreement', label: w('agreement_of'), numeric: true },
        { key: 'n', label: 'n', numeric: true },
      ]}
      rows={of.map(({ place, agreement, n }) => {
        const code = polities[place]?.code ?? ''
        return {
          key: code,
          cells: {
            state: <a href={hrefOf(code)}>{polityName(code, language)}</a>,
            agreement: decimals(agreement, language),
            n: whole(n, language),
          },
        }
      })}
    />
  )
}

function Moved({
  spans,
  polity,
  w,
  language,
  hrefOf,
}: PartProps & { spans: readonly FiveYears[]; polity: Polity }) {
  const region = regionalGroupOf(polity.code, `${spans[0]?.to ?? 2000}-12-31`)
  const rows: readonly {
    readonly key: string
    readonly name: string
    readonly placesAt: (span: FiveYears) => readonly number[]
    readonly opens: boolean
  }[] = [
    ...others
      .filter((code) => code !== polity.code)
      .map((code) => ({
        key: code,
        name: polityName(code, language),
        placesAt: () => [(polityBy(code)?.n ?? 0) - 1],
        opens: true,
      })),
    ...(region
      ? [
          {
            key: region.id,
            name: w('panel_region', { group: region.name[language] }),
            placesAt: (span: FiveYears) =>
              groupMembers(region.id, `${span.to}-12-31`).map((code) => (polityBy(code)?.n ?? 0) - 1),
            opens: false,
          },
        ]
      : []),
  ]
  const inOrder = spans.toReversed()
  return (
    <Table
      caption={w('panel_moved')}
      phone="scroll"
      columns={[
        { key: 'with', label: w('panel_with'), heading: true },
        ...inOrder.map(({ from, to }) => ({ key: `y${to}`, label: `${from}–${to}`, numeric: true })),
      ]}
      rows={rows.map(({ key, name, placesAt, opens }) => ({
        key,
        cells: {
          with: name,
          ...Object.fromEntries(
            inOrder.map((span) => {
              const { agreement, n } = together(span.neighbours, placesAt(span))
              const said = n === 0 ? '–' : `${decimals(agreement, language)} (${whole(n, language)})`
              return [`y${span.to}`, opens && n > 0 ? <a href={hrefOf(key, span)}>{said}</a> : said]
            }),
          ),
        },
      }))}
    />
  )
}
