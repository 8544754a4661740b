import { route } from '#platform/http'
import { label } from '#platform/i18n'
import {
  type Tx,
  countFacets,
  listRecords,
  readRecords,
  type RecordView,
  type Reference,
} from '#platform/records'
import { Columns, EmptyState, Facets, LinkButton, Pager, Table, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { lacksFor, nextStage } from '../gates.ts'
import { stayWords } from '../messages.ts'
import { readStayFacts } from '../queries/stay-facts.ts'
import { readStayParts } from '../queries/stay-parts.ts'
import { isStayStage, stayStageLabels, stayStageOf, stayStages } from '../stages.ts'
import { weekOf } from './stay-page.tsx'

/** On one page: what is missing is looked for in each. */
const most = 25

/** The stays that one sees, each with where it stands and what is missing. */
export const stayListRoute = route({
  method: 'get',
  path: '/workspace/refuge-stays',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = stayWords(language)
      const asked = url.searchParams.get('stage')
      const stage = isStayStage(asked) ? asked : null
      const { fields } = await countFacets(tx, { type: 'refuge_stay', filters: {} }, false)
      const counts = new Map(fields['stage']?.map(({ key, count }) => [key, count]))
      const after = url.searchParams.get('after')
      const page = await listRecords(tx, {
        type: 'refuge_stay',
        limit: most,
        filters: stage ? { stage: [stage] } : {},
        ...(after && { after }),
      })
      const stays = await readRecords(
        tx,
        page.rows.map(({ id }) => id),
      )
      const href = (one: string | null) => `/workspace/refuge-stays${one ? `?stage=${one}` : ''}`
      return workspacePage(visit, {
        title: w('stays'),
        lede: w('lede'),
        actions: (
          <>
            <LinkButton href="/workspace/refuge-places">{w('places')}</LinkButton>
            <LinkButton href="/workspace/records/refuge_call">{w('calls')}</LinkButton>
          </>
        ),
        children: (
          <Columns
            asideAt="start"
            aside={
              <Facets
                label={w('stages')}
                labels={{ remove: w('all') }}
                groups={[
                  {
                    label: w('stage'),
                    values: stayStages.map((one) => ({
                      label: label(stayStageLabels[one], language),
                      href: href(one === stage ? null : one),
                      count: String(counts.get(one) ?? 0),
                      chosen: one === stage,
                    })),
                  },
                ]}
              />
            }
            main={
              stays.length === 0 ? (
                <EmptyState title={w('none')} />
              ) : (
                <>
                  <Table
                    caption={w('stays')}
                    captionHidden
                    columns={[
                      { key: 'number', label: w('number'), heading: true, nowrap: true },
                      { key: 'guest', label: w('guest') },
                      { key: 'stage', label: w('stage') },
                      { key: 'dates', label: w('dates') },
                      { key: 'missing', label: w('missing_now') },
                    ]}
                    rows={await Promise.all(stays.map((stay) => rowOf(tx, stay, language, w)))}
                  />
                  {page.next ? (
                    <Pager
                      label={w('stays')}
                      next={{
                        href: `${href(stage)}${stage ? '&' : '?'}after=${encodeURIComponent(page.next)}`,
                        label: '→',
                      }}
                    />
                  ) : null}
                </>
              )
            }
          />
        ),
      })
    }),
})

async function rowOf(
  tx: Tx,
  stay: RecordView,
  language: Parameters<typeof stayWords>[0],
  w: ReturnType<typeof stayWords>,
) {
  const facts = await readStayFacts(tx, stay, await readStayParts(tx, stay.id))
  const stage = stayStageOf(stay.values['stage'])
  const next = nextStage(stage)
  const missing = next ? lacksFor(next, facts) : []
  const week = weekOf({ stay, today: today() })
  const guest = stay.values['guest'] as Reference | undefined
  return {
    key: stay.id,
    cells: {
      number: <a href={`/workspace/refuge-stays/${stay.id}`}>{stay.title}</a>,
      guest: guest ? (stay.linked.get(guest.to)?.title ?? '…') : '',
      stage: (
        <>
          <Tag>{label(stayStageLabels[stage], language)}</Tag>
          {week === null ? '' : ` ${w('week', { week })}`}
        </>
      ),
      dates: [stay.values['from'], stay.values['until']]
        .map((day) => dayInWords(day, language))
        .filter(Boolean)
        .join(' – '),
      missing: missing.length === 0 ? w('nothing_missing') : missing.map((one) => w(`lack_${one}`)).join(' '),
    },
  }
}
