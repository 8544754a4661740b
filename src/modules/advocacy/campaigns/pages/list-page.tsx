import { route } from '#platform/http'
import { listRecords, readRecords } from '#platform/records'
import { Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { readStandings } from '../../publications/queries/stages.ts'
import { ListActions, TitledList } from '../../titled-list.tsx'
import { campaignWords } from '../messages.ts'
import { fieldInWords } from './field-words.ts'

const path = '/workspace/campaigns'

/** Every campaign, the latest changed first. */
export const listRoute = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = campaignWords(language)
      const after = url.searchParams.get('after')
      const page = await listRecords(tx, { type: 'campaign', sort: '_updated', ...(after && { after }) })
      const ids = page.rows.map(({ id }) => id)
      const standing = await readStandings(tx, ids, 'campaign')
      const whole = new Map((await readRecords(tx, ids)).map((one) => [one.id, one]))
      return workspacePage(visit, {
        title: w('campaigns'),
        lede: w('lede'),
        actions: (
          <ListActions tx={tx} type="campaign" words={{ make: w('new'), everyField: w('every_field') }} />
        ),
        children: (
          <TitledList
            label={w('campaigns')}
            rows={page.rows}
            language={language}
            title={w('title')}
            columns={[
              { key: 'kind', label: w('kind') },
              { key: 'people', label: w('people') },
              { key: 'from', label: w('from'), nowrap: true },
              { key: 'state', label: w('state') },
            ]}
            hrefOf={({ id }) => `${path}/${id}`}
            next={page.next ? `${path}?after=${encodeURIComponent(page.next)}` : null}
            stamp={w('fictitious')}
            none={{ title: w('none'), text: w('none_text') }}
            cells={({ id, values }) => ({
              kind: fieldInWords(tx, 'kind', values['kind'], language),
              people: [...(whole.get(id)?.linked.values() ?? [])]
                .filter(({ type }) => type === 'person')
                .map(({ title }) => title)
                .join(', '),
              from: dayInWords(values['from'], language),
              state: (
                <Tag>
                  {values['outcome']
                    ? fieldInWords(tx, 'outcome', values['outcome'], language)
                    : w(standing(id).slug ? 'public_now' : 'not_public')}
                </Tag>
              ),
            })}
          />
        ),
      })
    }),
})
