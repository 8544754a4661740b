import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { route } from '#platform/http'
import { listRecords, readRecords } from '#platform/records'
import { EmptyState, LinkButton, Pager, Stamp, Table, Tag } from '#web/components'
import { textIn } from '#web/site'
import { workspacePage } from '#web/workspace'
import { readStandings } from '../../publications/queries/stages.ts'
import { campaignWords } from '../messages.ts'
import { fieldInWords } from './field-words.ts'
import { plain } from '../../publications/plain.ts'

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
          <>
            {can(tx.actor, 'write') ? (
              <LinkButton href="/workspace/records/campaign/new" kind="primary">
                {w('new')}
              </LinkButton>
            ) : null}
            <LinkButton href="/workspace/records/campaign">{w('every_field')}</LinkButton>
          </>
        ),
        children: (
          <>
            {page.rows.length === 0 ? (
              <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
            ) : (
              <Table
                caption={w('campaigns')}
                captionHidden
                columns={[
                  { key: 'title', label: w('title'), heading: true },
                  { key: 'kind', label: w('kind') },
                  { key: 'people', label: w('people') },
                  { key: 'from', label: w('from'), nowrap: true },
                  { key: 'state', label: w('state') },
                ]}
                rows={page.rows.map((row) => {
                  const { text, lang } = textIn(
                    (row.values['title'] ?? {}) as Readonly<Record<string, string>>,
                    language,
                  )
                  const record = whole.get(row.id)
                  return {
                    key: row.id,
                    cells: {
                      title: (
                        <>
                          <a href={`${path}/${row.id}`} lang={lang} dir="auto">
                            {text || row.title}
                          </a>{' '}
                          {row.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
                        </>
                      ),
                      kind: fieldInWords(tx, 'kind', row.values['kind'], language),
                      people: record
                        ? [...record.linked.values()]
                            .filter(({ type }) => type === 'person')
                            .map(({ title }) => title)
                            .join(', ')
                        : '',
                      from: plain(row.values['from']) ? formatDate(plain(row.values['from']), language) : '',
                      state: (
                        <Tag>
                          {row.values['outcome']
                            ? fieldInWords(tx, 'outcome', row.values['outcome'], language)
                            : w(standing(row.id).slug ? 'public_now' : 'not_public')}
                        </Tag>
                      ),
                    },
                  }
                })}
              />
            )}
            <Pager
              label={w('campaigns')}
              {...(page.next && {
                next: { href: `${path}?after=${encodeURIComponent(page.next)}`, label: '→' },
              })}
            />
          </>
        ),
      })
    }),
})
