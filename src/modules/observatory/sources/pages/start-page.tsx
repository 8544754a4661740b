import { councilTerms } from '#catalogue/councils'
import { uprSessions } from '#catalogue/mechanisms'
import { polities } from '#catalogue/polities'
import { treaties } from '#catalogue/treaties'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import { EmptyState, LinkButton, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { observatoryAddress, sourcesAddress } from '../addresses.ts'
import { knownImporters, knownRooms } from '../known-importers.ts'
import { type SourceWords, sourceWords } from '../messages.ts'
import { type SourceFile, readFiles } from '../read-sources.ts'
import { count, datasetName } from './dataset-words.ts'
import { Missing } from './sources-page.tsx'

/** Where the observatory begins: its rooms, what is there and until when, what is missing and where to get it. */
export const startPage = route({
  method: 'get',
  path: observatoryAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = sourceWords(language)
      const importers = await knownImporters()
      const rooms = await knownRooms()
      const files = await readFiles(tx)
      const entries = rooms
        .flatMap((room) => room.navigation ?? [])
        .filter(
          ({ href, may }) =>
            href !== observatoryAddress && (may === undefined || may === 'member' || can(tx.actor, may)),
        )
        .toSorted((a, b) => a.order - b.order)
      return workspacePage(visit, {
        title: w('observatory'),
        lede: w('observatory_lede'),
        actions: can(tx.actor, 'write') ? (
          <LinkButton href={`${sourcesAddress}/add`}>{w('add')}</LinkButton>
        ) : null,
        children: (
          <>
            <Section title={w('rooms')} id="rooms">
              <ul className="list">
                {entries.map((entry) => (
                  <li key={entry.href}>
                    <a href={entry.href}>{label(entry.label, language)}</a>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={w('read_already')} id="read">
              {files.length === 0 ? (
                <EmptyState title={w('nothing_read')}>{w('nothing_read_text')}</EmptyState>
              ) : (
                <InUse {...{ visit, w, files }} named={(one) => datasetName(importers, one, language)} />
              )}
            </Section>
            <Section title={w('from_start')} id="catalogue">
              <p>{w('from_start_text')}</p>
              <CatalogueFacts {...{ visit, w, today: new Date().toISOString().slice(0, 10) }} />
            </Section>
            <Missing {...{ visit, w, importers, files }} />
          </>
        ),
      })
    }),
})

/** By source: how many files and rows are in use, and until when they speak. */
function InUse(props: {
  readonly visit: Visit
  readonly w: SourceWords
  readonly files: readonly SourceFile[]
  readonly named: (dataset: string) => string
}) {
  const { visit, w, files, named } = props
  const current = files.filter(({ supersededBy }) => supersededBy === null)
  const groups = [...Map.groupBy(current, ({ dataset }) => dataset)]
  return (
    <Table
      caption={w('read_already')}
      captionHidden
      columns={[
        { key: 'source', label: w('source'), heading: true },
        { key: 'version', label: w('version') },
        { key: 'until', label: w('until'), nowrap: true },
        { key: 'rows', label: w('rows'), numeric: true },
        { key: 'files', label: w('file'), numeric: true },
      ]}
      rows={groups.map(([dataset, own]) => ({
        key: dataset,
        cells: {
          source: <a href={`${sourcesAddress}#read`}>{named(dataset)}</a>,
          version: [...new Set(own.map(({ version }) => version).filter(Boolean))].slice(0, 3).join(', '),
          until:
            own
              .map(({ dataUntil }) => dataUntil)
              .toSorted()
              .at(-1) ?? '',
          rows: count(
            own.reduce((sum, { rows }) => sum + rows, 0),
            visit.language,
          ),
          files: count(own.length, visit.language),
        },
      }))}
    />
  )
}

/** What the program knows without any file. */
function CatalogueFacts(props: { readonly visit: Visit; readonly w: SourceWords; readonly today: string }) {
  const { visit, w, today } = props
  const next = uprSessions.find(({ end }) => end >= today)
  const years = uprSessions.map(({ start }) => start.slice(0, 4)).toSorted()
  return (
    <ul className="list">
      <li>{w('fact_polities', { count: polities.length })}</li>
      <li>{w('fact_council', { count: councilTerms.length })}</li>
      <li>{w('fact_treaties', { count: treaties.length })}</li>
      <li>
        {w('fact_reviews', { count: uprSessions.length, from: years[0] ?? '', to: years.at(-1) ?? '' })}
        {next
          ? `; ${w('fact_review_next', {
              session: next.session,
              start: formatDate(next.start, visit.language),
              end: formatDate(next.end, visit.language),
            })}`
          : ''}
      </li>
    </ul>
  )
}
