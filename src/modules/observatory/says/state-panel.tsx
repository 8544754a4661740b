import { label, labels } from '#platform/i18n'
import { Details, Table } from '#web/components'
import type { StatePanel } from '../states/state-panel.ts'
import { readTreatyFiles } from '../treaties/queries/read-acts.ts'
import { statusDatasets } from '../treaties/queries/standings.ts'
import { ratificationYears } from '../treaties/importers/ratification-years.ts'
import { hrc } from '../votes/importers/hrc.ts'
import { saysAddress } from './addresses.ts'
import { saysWords } from './messages.ts'
import { onTheme, readSays, votesFrom } from './queries/read-says.ts'
import { themes } from './themes.ts'
import { promises, scoreText } from './words.tsx'

/** What a state promised and tells others, beside its votes and what indices say of it; by theme, never as a score. */
export const saysPanel: StatePanel = {
  id: 'says',
  order: 20,
  title: labels('Says versus does', 'Compromisos y conducta', 'Compromisos i conducta'),
  filledBy: [hrc, ratificationYears],
  async render({ tx, polity, language, until }) {
    const w = saysWords(language)
    const says = await readSays(tx, polity, until)
    if (says.acts.length + says.advice.length + says.votes.length + says.scores.length === 0) return null
    const known = new Set((await readTreatyFiles(tx, statusDatasets)).map(({ treaty }) => treaty))
    for (const { treaty } of says.acts) known.add(treaty)
    const year = votesFrom.slice(0, 4)
    return (
      <>
        <p>{w('lede')}</p>
        <Table
          caption={w('title')}
          captionHidden
          columns={[
            { key: 'theme', label: w('theme'), heading: true },
            { key: 'promised', label: w('promised') },
            { key: 'told', label: w('told') },
            { key: 'voted', label: w('voted', { year }) },
            { key: 'scored', label: w('scored') },
          ]}
          rows={themes.map((theme) => {
            const own = onTheme(theme, says)
            const { Y, N, A } = own.votes
            const href = saysAddress(polity.code, theme.id)
            return {
              key: theme.id,
              cells: {
                theme: <a href={href}>{label(theme.label, language)}</a>,
                promised: promises(own, known, w, language).join('; '),
                told:
                  own.advice.n === 0 ? (
                    <span className="quiet">{w('advice_none')}</span>
                  ) : (
                    <a href={`${href}#told`}>{w('advice', own.advice)}</a>
                  ),
                voted:
                  Y + N + A === 0 ? (
                    <span className="quiet">{w('votes_none')}</span>
                  ) : (
                    <a href={`${href}#voted`}>{w('votes', { yes: Y, no: N, abstain: A, n: Y + N + A })}</a>
                  ),
                scored:
                  own.scores.length === 0
                    ? ''
                    : own.scores.map((one) => scoreText(one, w, language)).join('; '),
              },
            }
          })}
        />
        <Details summary={w('method')}>
          <ul className="list">
            <li>{w('method_1')}</li>
            <li>{w('method_2')}</li>
            <li>{w('method_3')}</li>
            <li>{w('method_4')}</li>
          </ul>
        </Details>
      </>
    )
  },
}
