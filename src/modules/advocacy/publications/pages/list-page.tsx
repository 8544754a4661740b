import { formatMoment } from '#platform/dates'
import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { countFacets, listRecords } from '#platform/records'
import { Columns, Facets, SearchBox, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { ListActions, TitledList } from '../../titled-list.tsx'
import { textWords } from '../messages.ts'
import { readStandings } from '../queries/stages.ts'
import { isTextKind, textKinds } from '../text-kinds.ts'

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
          <ListActions tx={tx} type="public_text" words={{ make: w('new'), everyField: w('every_field') }} />
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
                <TitledList
                  label={w('publications')}
                  rows={page.rows}
                  language={language}
                  title={w('title')}
                  columns={[
                    { key: 'kind', label: w('kind') },
                    { key: 'languages', label: w('languages') },
                    { key: 'dated', label: w('dated'), nowrap: true },
                    { key: 'stage', label: w('stage') },
                  ]}
                  hrefOf={({ id }) => `${path}/${id}`}
                  next={page.next ? link({ after: page.next }) : null}
                  stamp={w('stamp_fictitious')}
                  none={{ title: w('none'), text: w('none_text') }}
                  cells={({ id, values }) => {
                    const { stage } = standing(id)
                    const { kind: code, embargo } = values
                    return {
                      kind: isTextKind(code) ? label(textKinds[code].label, language) : '',
                      languages: Object.keys(values['title'] ?? {})
                        .sort()
                        .join(', '),
                      dated: dayInWords(values['dated'], language),
                      stage: (
                        <>
                          <Tag>{w(`stage_${stage}`)}</Tag>
                          {stage === 'approved' && typeof embargo === 'string' ? (
                            <span className="quiet"> {formatMoment(embargo, language)}</span>
                          ) : null}
                        </>
                      ),
                    }
                  }}
                />
              </>
            }
          />
        ),
      })
    }),
})
