import { treaties, type Treaty } from '#catalogue/treaties'
import { type Language, label, labels } from '#platform/i18n'
import { Table } from '#web/components'
import { dayText } from '../states/day-text.ts'
import type { StatePanel } from '../states/state-panel.ts'
import { actLabels } from './act.ts'
import { treatiesAddress, treatyAddress } from './addresses.ts'
import { ratificationYears } from './importers/ratification-years.ts'
import { untc } from './importers/untc.ts'
import { type TreatyWords, treatyWords } from './messages.ts'
import { ActOrigin } from './pages/act-origin.tsx'
import { readActs, readTreatyFiles, type SourcedAct } from './queries/read-acts.ts'
import { sourceOf, sourcesDiffer, standingOfSource, statusDatasets } from './queries/standings.ts'
import { standingLabels } from './standing.ts'

/** To what a state is bound, as each source tells it; core treaties and protocols first, then what it did besides. */
export const treatiesPanel: StatePanel = {
  id: 'treaties',
  order: 40,
  title: labels('Treaties', 'Tratados', 'Tractats'),
  filledBy: [ratificationYears, untc],
  async render({ tx, polity, language, until }) {
    const w = treatyWords(language)
    const acts = await readActs(tx, { polity: polity.code, ...(until !== undefined && { until }) })
    if (acts.length === 0) return null
    const files = await readTreatyFiles(tx, statusDatasets)
    const byTreaty = Map.groupBy(acts, ({ treaty }) => treaty)
    const known = new Set(files.map(({ treaty }) => treaty))
    const lines = treaties
      .filter(
        ({ id, kind }) => byTreaty.has(id) || (known.has(id) && (kind === 'core' || kind === 'protocol')),
      )
      .map((treaty) => {
        const own = byTreaty.get(treaty.id) ?? []
        const file = sourceOf(files, treaty.id, null)
        const told = files.filter((one) => one.treaty === treaty.id)
        return {
          treaty,
          acts: own,
          ...standingOfSource(own, file?.dataset ?? null),
          differ: told.length > 1 && sourcesDiffer(own, told),
        }
      })
    const main = lines.filter(({ treaty }) => treaty.kind === 'core' || treaty.kind === 'protocol')
    const missing = main.filter(({ standing }) => standing !== 'party').map(({ treaty }) => treaty)
    return (
      <>
        <p>
          {w('panel_count', { n: main.length - missing.length, of: main.length })}{' '}
          {missing.length === 0 ? null : <NotParty {...{ missing, w }} />}
        </p>
        <Table
          caption={label(labels('Treaties', 'Tratados', 'Tractats'), language)}
          captionHidden
          columns={[
            { key: 'treaty', label: w('treaty'), heading: true },
            { key: 'standing', label: w('standing') },
            { key: 'since', label: w('since') },
            { key: 'told', label: w('told_by') },
          ]}
          rows={lines.map(({ treaty, acts: own, standing, since, differ }) => ({
            key: treaty.id,
            cells: {
              treaty: (
                <a href={treatyAddress(treaty.id)} title={label(treaty.name, language)}>
                  {treaty.short}
                </a>
              ),
              standing: `${label(standingLabels[standing], language)}${differ ? ` ≠ ${w('differ')}` : ''}`,
              since: dayText(since, language),
              told: <Told acts={own} {...{ language, w }} />,
            },
          }))}
        />
        <p>
          <a href={treatiesAddress}>{w('panel_all')}</a>
        </p>
      </>
    )
  },
}

function NotParty({ missing, w }: { readonly missing: readonly Treaty[]; readonly w: TreatyWords }) {
  return w('panel_none_of', { list: missing.map(({ short }) => short).join(', ') })
}

function Told({
  acts,
  language,
  w,
}: {
  readonly acts: readonly SourcedAct[]
  readonly language: Language
  readonly w: TreatyWords
}) {
  return (
    <ul className="list">
      {acts.map((act) => (
        <li key={`${act.fileId} ${act.act} ${act.article} ${act.doneOn}`}>
          {label(actLabels[act.act], language)}
          {act.article === '' ? '' : ` (${w('declared_article', { article: act.article })})`}
          {act.doneOn === '' ? '' : ` ${dayText(act.doneOn, language)}`}: <ActOrigin {...{ act, w }} />
        </li>
      ))}
    </ul>
  )
}
