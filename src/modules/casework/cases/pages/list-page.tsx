import { can } from '#platform/access'
import { formatMoment } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type ListRow, type Tx, countFacets, listRecords } from '#platform/records'
import {
  Columns,
  EmptyState,
  Facets,
  LinkButton,
  Pager,
  SearchBox,
  Stamp,
  Table,
  Tabs,
  Tag,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../../messages.ts'
import { valueInWords } from '../../show.ts'
import { nextSigns } from '../check-ins.ts'
import { isStage, stageLabels, stageOf, stages } from '../stages.ts'

/** The cases that one sees: one's own first, by stage, each with what may be said and the next sign. */
export const caseListRoute = route({
  method: 'get',
  path: '/workspace/cases',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = words(language)
      const now = new Date()
      const whose = url.searchParams.get('whose') === 'all' ? 'all' : 'mine'
      const asked = url.searchParams.get('stage')
      const stage = isStage(asked) ? asked : null
      const text = url.searchParams.get('q')?.slice(0, 200) ?? ''
      const filters: Record<string, readonly string[]> = {
        ...(whose === 'mine' && { assigned_to: [tx.actor.accountId] }),
      }
      const query = { type: 'case', filters, ...(text && { text }) }
      const { fields } = await countFacets(tx, query, false)
      const counts = new Map(fields['stage']?.map(({ key, count }) => [key, count]))
      const after = url.searchParams.get('after')
      const page = await listRecords(tx, {
        ...query,
        filters: { ...filters, stage: stage ? [stage] : stages.filter((one) => one !== 'closed') },
        ...(after && { after }),
      })
      const link = (changes: Readonly<Record<string, string | null>>) => {
        const search = new URLSearchParams(url.searchParams)
        search.delete('after')
        for (const [name, value] of Object.entries(changes))
          if (value === null) search.delete(name)
          else search.set(name, value)
        return `/workspace/cases?${search}`
      }
      return workspacePage(visit, {
        title: w('cases'),
        lede: w('lede'),
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <LinkButton href="/workspace/cases/new" kind="primary">
                {w('new')}
              </LinkButton>
            ) : null}
            <LinkButton href="/workspace/records/case">{w('every_field')}</LinkButton>
          </>
        ),
        children: (
          <Columns
            asideAt="start"
            aside={
              <Facets
                label={w('stages')}
                labels={{ remove: w('all_stages') }}
                groups={[
                  {
                    label: w('stage'),
                    values: stages.map((one) => ({
                      label: label(stageLabels[one], language),
                      href: link({ stage: one === stage ? null : one }),
                      count: String(counts.get(one) ?? 0),
                      chosen: one === stage,
                    })),
                  },
                ]}
              />
            }
            main={
              <>
                <Tabs
                  label={w('cases')}
                  tabs={(['mine', 'all'] as const).map((one) => ({
                    href: link({ whose: one }),
                    label: w(one),
                    current: one === whose,
                  }))}
                />
                <SearchBox
                  id="case-search"
                  action="/workspace/cases"
                  label={w('cases')}
                  button={w('search')}
                  value={text}
                  keep={[['whose', whose], ...(stage ? ([['stage', stage]] as const) : [])]}
                />
                {page.rows.length === 0 ? (
                  <EmptyState title={w('none_here')}>{w('none_text')}</EmptyState>
                ) : (
                  <CaseTable
                    {...{ visit, tx, w, now }}
                    rows={page.rows}
                    signs={
                      await nextSigns(
                        tx,
                        page.rows.map(({ id }) => id),
                      )
                    }
                  />
                )}
                <Pager
                  label={w('cases')}
                  {...(page.next && { next: { href: link({ after: page.next }), label: '→' } })}
                />
              </>
            }
          />
        ),
      })
    }),
})

function CaseTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly rows: readonly ListRow[]
  readonly signs: ReadonlyMap<string, { readonly due: string; readonly dueAt: Date }>
  readonly now: Date
  readonly w: Words
}) {
  const { visit, tx, rows, signs, now, w } = props
  const { language } = visit
  const value = (row: ListRow, name: string) => valueInWords(tx, 'case', name, row.values[name], language)
  return (
    <Table
      caption={w('cases')}
      captionHidden
      columns={[
        { key: 'case', label: w('case'), heading: true },
        { key: 'stage', label: w('stage') },
        { key: 'kind', label: w('kind') },
        { key: 'publicity', label: w('publicity') },
        { key: 'assigned', label: w('assigned') },
        { key: 'sign', label: w('next_sign') },
      ]}
      rows={rows.map((row) => {
        const sign = signs.get(row.id)
        return {
          key: row.id,
          cells: {
            case: (
              <>
                <a href={`/workspace/case/${row.id}`}>{row.title}</a>{' '}
                {row.fictitious ? <Stamp>{fictitious[language]}</Stamp> : null}
              </>
            ),
            stage: <Tag>{label(stageLabels[stageOf(row.values['stage'])], language)}</Tag>,
            kind: value(row, 'kind'),
            publicity: value(row, 'publicity') || w('pub_unknown').split(':')[0],
            assigned: value(row, 'assigned_to') || w('nobody'),
            sign: sign ? (
              sign.dueAt < now ? (
                <b>{w('sign_missed', { when: formatMoment(sign.due, language) })}</b>
              ) : (
                formatMoment(sign.due, language)
              )
            ) : (
              ''
            ),
          },
        }
      })}
    />
  )
}

const fictitious = { en: 'Fictitious', es: 'Ficticio', ca: 'Fictici' }
