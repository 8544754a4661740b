import { can } from '#platform/access'
import { formatDate, formatMoment } from '#platform/dates'
import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { countFacets, listRecords } from '#platform/records'
import { Columns, EmptyState, Facets, LinkButton, Pager, SearchBox, Stamp, Table, Tag } from '#web/components'
import { textIn } from '#web/site'
import { workspacePage } from '#web/workspace'
import { textWords } from '../messages.ts'
import { readStandings } from '../queries/stages.ts'
import { isTextKind, textKinds } from '../text-kinds.ts'
import { plain } from '../plain.ts'

const path = '/workspace/publications'

/** Every text for the public, the latest changed first, and where it stands. */
export const listRoute = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = textWords(language)
      const asked = url.searchParams.get('kind')
      const kind = isTextKind(asked) ? asked : null
      const text = url.searchParams.get('q')?.slice(0, 200) ?? ''
      const after = url.searchParams.get('after')
      const query = { type: 'public_text', filters: kind ? { kind: [kind] } : {}, ...(text && { text }) }
      const { fields } = await countFacets(tx, { ...query, filters: {} }, false)
      const counts = new Map(fields['kind']?.map(({ key, count }) => [key, count]))
      const page = await listRecords(tx, {
        ...query,
        ...(!text && { sort: '_updated' }),
        ...(after && { after }),
      })
      const standing = await readStandings(
        tx,
        page.rows.map(({ id }) => id),
      )
      const link = (changes: Readonly<Record<string, string | null>>) => {
        const search = new URLSearchParams(url.searchParams)
        search.delete('after')
        for (const [name, value] of Object.entries(changes))
          if (value === null) search.delete(name)
          else search.set(name, value)
        return search.size > 0 ? `${path}?${search}` : path
      }
      return workspacePage(visit, {
        title: w('publications'),
        lede: w('list_lede'),
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <LinkButton href="/workspace/records/public_text/new" kind="primary">
                {w('new')}
              </LinkButton>
            ) : null}
            <LinkButton href="/workspace/records/public_text">{w('every_field')}</LinkButton>
          </>
        ),
        children: (
          <Columns
            asideAt="start"
            aside={
              <Facets
                label={w('kinds')}
                labels={{ remove: w('all_kinds') }}
                groups={[
                  {
                    label: w('kind'),
                    values: Object.entries(textKinds).map(([code, one]) => ({
                      label: label(one.label, language),
                      href: link({ kind: code === kind ? null : code }),
                      count: String(counts.get(code) ?? 0),
                      chosen: code === kind,
                    })),
                  },
                ]}
              />
            }
            main={
              <>
                <SearchBox
                  id="text-search"
                  action={path}
                  label={w('publications')}
                  button={w('search')}
                  value={text}
                  keep={kind ? [['kind', kind]] : []}
                />
                {page.rows.length === 0 ? (
                  <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
                ) : (
                  <Table
                    caption={w('publications')}
                    captionHidden
                    columns={[
                      { key: 'title', label: w('title'), heading: true },
                      { key: 'kind', label: w('kind') },
                      { key: 'languages', label: w('languages') },
                      { key: 'dated', label: w('dated'), nowrap: true },
                      { key: 'stage', label: w('stage') },
                    ]}
                    rows={page.rows.map((row) => {
                      const { stage } = standing(row.id)
                      const titles = (row.values['title'] ?? {}) as Readonly<Record<string, string>>
                      const { text: title, lang } = textIn(titles, language)
                      const code = row.values['kind']
                      const embargo = row.values['embargo']
                      return {
                        key: row.id,
                        cells: {
                          title: (
                            <>
                              <a href={`${path}/${row.id}`} lang={lang} dir="auto">
                                {title || row.title}
                              </a>{' '}
                              {row.fictitious ? <Stamp>{w('stamp_fictitious')}</Stamp> : null}
                            </>
                          ),
                          kind: isTextKind(code) ? label(textKinds[code].label, language) : '',
                          languages: Object.keys(titles).sort().join(', '),
                          dated: plain(row.values['dated'])
                            ? formatDate(plain(row.values['dated']), language)
                            : '',
                          stage: (
                            <>
                              <Tag>{w(`stage_${stage}`)}</Tag>
                              {stage === 'approved' && typeof embargo === 'string' ? (
                                <span className="quiet"> {formatMoment(embargo, language)}</span>
                              ) : null}
                            </>
                          ),
                        },
                      }
                    })}
                  />
                )}
                <Pager
                  label={w('publications')}
                  {...(page.next && { next: { href: link({ after: page.next }), label: '→' } })}
                />
              </>
            }
          />
        ),
      })
    }),
})
