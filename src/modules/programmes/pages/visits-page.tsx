import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import type { Tx } from '#platform/records'
import { EmptyState, Figures, LinkButton, Section, Stamp, Table, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import {
  type EditionTotals,
  type FigureName,
  figureNames,
  readEditions,
  readTotals,
} from '../queries/figures.ts'
import { datesInWords, valueInWords } from './visit-words.tsx'

/** The address of what a number counts. */
export const figureHref = (name: FigureName, edition?: string): string =>
  name === 'declarations'
    ? '/workspace/records/municipality?f.declaration=adopted'
    : `/workspace/visits/count/${name}${edition ? `?edition=${edition}` : ''}`

/** The editions with what each counts, and all of them together. */
export const visitsRoute = route({
  method: 'get',
  path: '/workspace/visits',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = words(language)
      const editions = await readEditions(tx)
      const { since, figures } = await readTotals(tx)
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        styles: ['styles/visits.css'],
        actions: can(tx.actor, 'write') ? (
          <LinkButton href="/workspace/records/edition/new" kind="primary">
            {w('new_edition')}
          </LinkButton>
        ) : null,
        children: (
          <>
            <Section title={since ? w('totals', { year: since }) : w('totals_none')} id="totals">
              <Figures
                figures={figureNames.map((name) => ({
                  label: w(`fig_${name}`),
                  value: figures[name].toLocaleString(language),
                  href: figureHref(name),
                }))}
              />
              <p className="quiet">{w('totals_note')}</p>
            </Section>
            <Section title={w('editions')} id="editions">
              {editions.length === 0 ? (
                <EmptyState title={w('no_editions')}>{w('no_editions_text')}</EmptyState>
              ) : (
                <Editions {...{ visit, tx, editions }} />
              )}
            </Section>
          </>
        ),
      })
    }),
})

const counted = ['invited', 'came', 'towns', 'activities', 'audience'] as const

function Editions(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly editions: readonly EditionTotals[]
}) {
  const { visit, tx, editions } = props
  const { language } = visit
  const w = words(language)
  return (
    <Table
      caption={w('editions')}
      captionHidden
      columns={[
        { key: 'name', label: w('edition'), heading: true },
        { key: 'dates', label: w('dates') },
        { key: 'state', label: w('state') },
        ...counted.map((name) => ({ key: name, label: w(`fig_${name}`), numeric: true })),
      ]}
      rows={editions.map(({ id, title, dates, state, fictitious, figures }) => ({
        key: id,
        cells: {
          name: (
            <>
              <a href={`/workspace/visits/${id}`} dir="auto">
                {title || id.slice(-6)}
              </a>{' '}
              {fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
            </>
          ),
          dates: datesInWords(dates, language),
          state: <Tag>{valueInWords(tx, 'edition', 'state', state, language)}</Tag>,
          ...Object.fromEntries(
            counted.map((name) => [
              name,
              <a key={name} href={figureHref(name, id)}>
                {figures[name].toLocaleString(language)}
              </a>,
            ]),
          ),
        },
      }))}
    />
  )
}
