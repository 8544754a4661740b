import { can } from '#platform/access'
import { formatMoment } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, listRecords, readRecords } from '#platform/records'
import { EmptyState, LinkButton, Pager, Table, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { petitionWords } from '../messages.ts'
import { readCounts } from '../queries/read-counts.ts'
import { readClosing, readPublications } from '../queries/read-petition.ts'
import { petitionKindLabels } from '../words-of-petitions.ts'

const most = 25

/** The petitions that one sees: how many signed, until when, and whether the public sees them. */
export const petitionListRoute = route({
  method: 'get',
  path: '/workspace/petitions',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = petitionWords(language)
      const after = url.searchParams.get('after')
      const page = await listRecords(tx, {
        type: 'petition',
        limit: most,
        filters: {},
        ...(after && { after }),
      })
      const found = await readRecords(
        tx,
        page.rows.map(({ id }) => id),
      )
      const rows = []
      for (const one of found) rows.push(await rowOf(visit, tx, one))
      return workspacePage(visit, {
        title: w('petitions'),
        lede: w('list_lede'),
        actions: can(tx.actor, 'write') ? (
          <LinkButton href="/workspace/records/petition/new" kind="primary">
            {w('new')}
          </LinkButton>
        ) : null,
        children:
          found.length === 0 ? (
            <EmptyState title={w('none')} />
          ) : (
            <>
              <Table
                caption={w('petitions')}
                captionHidden
                columns={[
                  { key: 'name', label: w('petition'), heading: true },
                  { key: 'kind', label: w('kind') },
                  { key: 'state', label: w('state') },
                  { key: 'closes', label: w('closes') },
                  { key: 'count', label: w('signatures'), numeric: true },
                ]}
                rows={rows}
              />
              {page.next ? (
                <Pager
                  label={w('petitions')}
                  next={{
                    href: `/workspace/petitions?after=${encodeURIComponent(page.next)}`,
                    label: w('more'),
                  }}
                />
              ) : null}
            </>
          ),
      })
    }),
})

async function rowOf(visit: Visit, tx: Tx, petition: RecordView) {
  const { language } = visit
  const w = petitionWords(language)
  const { values } = petition
  const counts = await readCounts(tx, petition.id)
  const doors = await readPublications(tx, petition.id)
  const closing = await readClosing(tx, petition)
  const over = closing !== null && closing.getTime() <= Date.now()
  const state =
    doors.length === 0
      ? 'state_not_public'
      : over
        ? 'state_closed'
        : doors.some(({ kind }) => kind === 'petition')
          ? 'state_public'
          : 'state_letter'
  const kind = petitionKindLabels[values['kind'] as keyof typeof petitionKindLabels]
  const target = typeof values['target'] === 'number' ? ` / ${values['target'].toLocaleString(language)}` : ''
  return {
    key: petition.id,
    cells: {
      name: <a href={`/workspace/petitions/${petition.id}`}>{petition.title}</a>,
      kind: kind ? label(kind, language) : '',
      state: <Tag>{w(state)}</Tag>,
      closes: typeof values['closes'] === 'string' ? formatMoment(values['closes'], language) : '',
      count: `${counts.confirmed.toLocaleString(language)}${target}`,
    },
  }
}
