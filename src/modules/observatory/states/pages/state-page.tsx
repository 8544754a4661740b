import { Fragment, type ReactNode } from 'react'
import { type Visit, redirect, route } from '#platform/http'
import { label, formatNumber } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Details, Figures, LinkButton, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { currentFiles } from '../../sources/read-sources.ts'
import { codeOfCountry, isFictional, stateName, stateOf } from '../state-of.ts'
import { stateAddress, statesAddress } from '../addresses.ts'
import { dayOfAddress, dayText } from '../day-text.ts'
import { type StateWords, stateWords } from '../messages.ts'
import { type OurWork, ownTypes, readOurWork } from '../read-our-work.ts'
import type { StatePanel } from '../state-panel.ts'
import { statePanels } from '../state-panels.ts'
import { StateHead } from './state-head.tsx'

/** The page of a state: what it is, what each room knows of it, our work there, what is missing, and from when all is. */
export const statePage = route({
  method: 'get',
  path: `${statesAddress}/:code`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const asked = visit.params.code ?? ''
      const moved = codeOfCountry(asked)
      if (moved !== null && moved !== asked) return redirect(stateAddress(moved))
      const state = stateOf(asked)
      if (!state) throw new Problem('not_found')
      const w = stateWords(language)
      const until = dayOfAddress(url.searchParams.get('until'))
      const work = state.country === null ? null : await readOurWork(tx, state.country)
      const parts: { readonly panel: StatePanel; readonly content: ReactNode }[] = []
      for (const panel of statePanels())
        parts.push({
          panel,
          content: await panel.render({ tx, polity: state, language, ...(until !== null && { until }) }),
        })
      const shown = parts.filter(({ content }) => content !== null)
      const missing = parts.filter(({ content }) => content === null).map(({ panel }) => panel)
      const files = await currentFiles(tx)
      return workspacePage(visit, {
        title: stateName(state, language),
        fictitious: isFictional(state),
        lede: isFictional(state) ? w('fictional') : undefined,
        breadcrumbs: [{ href: statesAddress, label: w('states') }],
        children: (
          <>
            <StateHead {...{ state, language, w }} />
            {shown.length > 2 ? (
              <nav aria-label={w('contents')}>
                <ul className="tabs">
                  {shown.map(({ panel }) => (
                    <li key={panel.id}>
                      <a href={`#${panel.id}`}>{label(panel.title, language)}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            ) : null}
            {until === null ? null : (
              <p className="quiet">{w('as_it_was_now', { day: dayText(until, language) })}</p>
            )}
            {shown.map(({ panel, content }) => (
              <Section key={panel.id} id={panel.id} title={label(panel.title, language)}>
                {content}
              </Section>
            ))}
            {work && state.country !== null ? <OurPart {...{ work, country: state.country, w }} /> : null}
            {isFictional(state) ? null : <Missing {...{ panels: missing, visit, w }} />}
            <SourcesPart {...{ files, w, visit }} />
          </>
        ),
      })
    }),
})

function OurPart({
  work,
  country,
  w,
}: {
  readonly work: OurWork
  readonly country: string
  readonly w: StateWords
}) {
  const total = work.submissions + ownTypes.reduce((all, type) => all + work.counts[type], 0)
  const link = (type: string) => `/workspace/records/${type}?f.country=${country}`
  return (
    <Section id="ours" title={w('ours')}>
      {total === 0 ? (
        <p className="quiet">{w('ours_none')}</p>
      ) : (
        <Figures
          figures={[
            { label: w('our_case_count'), value: String(work.counts.case), href: link('case') },
            {
              label: w('our_submission_count'),
              value: String(work.submissions),
              href: `/workspace/submissions/replies/rows?state=${country}`,
            },
            { label: w('our_event_count'), value: String(work.counts.event), href: link('event') },
            { label: w('our_text_count'), value: String(work.counts.public_text), href: link('public_text') },
          ]}
        />
      )}
    </Section>
  )
}

function Missing({
  panels,
  visit,
  w,
}: {
  readonly panels: readonly StatePanel[]
  readonly visit: Visit
  readonly w: StateWords
}) {
  if (panels.length === 0) return null
  return (
    <Section id="missing" title={w('missing')}>
      <p>{w('missing_lede')}</p>
      {panels.map((panel) => (
        <Fragment key={panel.id}>
          <h3>{label(panel.title, visit.language)}</h3>
          {(panel.filledBy ?? []).map(({ dataset, label: name, where }) => (
            <p key={dataset}>
              <strong>{label(name, visit.language)}</strong>: {label(where, visit.language)}
            </p>
          ))}
        </Fragment>
      ))}
      <p>
        <LinkButton href="/workspace/observatory/sources">{w('import')}</LinkButton>
      </p>
    </Section>
  )
}

function SourcesPart({
  files,
  w,
  visit,
}: {
  readonly files: Awaited<ReturnType<typeof currentFiles>>
  readonly w: StateWords
  readonly visit: Visit
}) {
  if (files.length === 0) return null
  return (
    <Section id="sources" title={w('sources')}>
      <p className="quiet">{w('sources_lede')}</p>
      <Details summary={w('sources')}>
        <Table
          caption={w('sources')}
          captionHidden
          columns={[
            { key: 'dataset', label: w('dataset'), heading: true },
            { key: 'file', label: w('file') },
            { key: 'version', label: w('version') },
            { key: 'until', label: w('data_until') },
            { key: 'rows', label: w('rows'), numeric: true },
          ]}
          rows={files.map((file) => ({
            key: file.id,
            cells: {
              dataset: file.dataset,
              file: <a href={`/workspace/observatory/sources/${file.id}`}>{file.name}</a>,
              version: file.version,
              until: dayText(file.dataUntil, visit.language),
              rows: formatNumber(file.rows, visit.language),
            },
          }))}
        />
      </Details>
    </Section>
  )
}
