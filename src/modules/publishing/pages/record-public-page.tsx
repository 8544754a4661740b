import { whatLeft } from '#platform/consent'
import { type Visit, html, route } from '#platform/http'
import { isLanguage } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { readRecord } from '#platform/records'
import { Notice, Section, Table } from '#web/components'
import { type Place, type Site, kindsOf, readArrangement, siteWords } from '#web/site'
import { workspacePage } from '#web/workspace'
import { renderDetail } from '../public/detail-page.tsx'
import { words } from '../messages.ts'
import { readHolders } from '../site/arrange.ts'
import { publicationPanel } from './publication-panel.tsx'

/** All of what the public sees of a record, and the act: for records that have a page of their own elsewhere. */
const publicPageRoute = route({
  method: 'get',
  path: '/workspace/record/:id/public',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      const { language } = visit
      const w = words(language)
      const panel = await publicationPanel(visit, tx, record)
      if (panel === null) throw new Problem('not_found')
      const left = await whatLeft(tx, record.id)
      const holders = await readHolders(tx)
      return workspacePage(visit, {
        title: w('panel_of', { title: record.title }),
        breadcrumbs: [
          { href: '/workspace/publishing', label: w('list_title') },
          { href: `/workspace/record/${record.id}`, label: record.title },
        ],
        fictitious: record.fictitious,
        notices: visit.url.searchParams.has('withdrawn') ? (
          <Notice kind="success">{w('withdrawn_done')}</Notice>
        ) : null,
        children: (
          <>
            {panel}
            <Section title={w('copies_title')} id="copies">
              <p>{w('copies_lede')}</p>
              <Copies {...{ visit }} left={left} />
              <p>{w(holders.length > 0 ? 'holders_ask' : 'holders_none')}</p>
              <ul className="list">
                {holders.map((line) => (
                  <li key={line} dir="auto">
                    {line}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        ),
      })
    }),
})

/** Who may hold copies: partners and files as the ledger has them. Who read or downloaded a page is kept nowhere. */
function Copies({
  visit,
  left,
}: {
  readonly visit: Visit
  readonly left: Awaited<ReturnType<typeof whatLeft>>
}) {
  const w = words(visit.language)
  const known = {
    'publication.publish': w('left_publish'),
    'publication.withdraw': w('left_withdraw'),
    'share.offer': w('left_share'),
    'share.accept': w('left_share'),
    'share.end': w('left_share_end'),
    'export.run': w('left_export'),
    'referral.send': w('left_bundle'),
    'bundle.make': w('left_bundle'),
  } as const
  if (left.length === 0) return <p>{w('copies_none')}</p>
  return (
    <Table
      caption={w('copies_title')}
      captionHidden
      columns={[
        { key: 'at', label: w('since'), nowrap: true },
        { key: 'act', label: w('left_what'), heading: true },
      ]}
      rows={left.map(({ at, act }, i) => ({
        key: `${i}`,
        cells: {
          at: at.toLocaleDateString(visit.language, { dateStyle: 'medium' }),
          act: known[act as keyof typeof known] ?? act,
        },
      }))}
    />
  )
}

/** The page exactly as the public would see it with the fields chosen; shown to who is signed in, and kept nowhere. */
const previewRoute = route({
  method: 'get',
  path: '/workspace/record/:id/public/:path',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { house, params, url } = visit
      const record = await readRecord(tx, params['id'] ?? '')
      const kind = house.publicKinds.find(
        ({ path, recordType }) => path === params['path'] && recordType === record.type,
      )
      if (!kind) throw new Problem('not_found')
      const offered = kind.choices(tx, record).map(({ name }) => name)
      const chosen = url.searchParams.has('choose') ? url.searchParams.getAll('public') : offered
      const { data } = await kind.project(
        tx,
        record,
        new Set(chosen.filter((name) => offered.includes(name))),
      )
      const org = await tx.sql
        .selectFrom('org')
        .select(['slug', 'name', 'languages'])
        .where('id', '=', tx.actor.orgId)
        .executeTakeFirstOrThrow()
      const arranged = await tx.sql.selectFrom('site').select('arrangement').executeTakeFirst()
      const site: Site = {
        orgId: tx.actor.orgId,
        slug: org.slug,
        name: org.name,
        languages: org.languages.filter(isLanguage),
        arrangement: readArrangement(arranged?.arrangement),
        version: '',
      }
      const asked = url.searchParams.get('language') ?? ''
      const language = isLanguage(asked) ? asked : visit.language
      const place: Place = {
        house,
        site,
        language,
        origin: '',
        rest: `/${kind.path}`,
        kinds: await kindsOf(house, site),
        now: new Date(),
        static: false,
      }
      const now = new Date()
      const page = renderDetail(
        place,
        kind,
        { id: '', kind: kind.kind, slug: 'preview', data, publishedAt: now, firstAt: now },
        undefined,
        { stamp: siteWords(language)('preview'), noIndex: true },
      )
      return html(page)
    }),
})

/** What the public sees of one record. */
export const recordPublicRoutes = [publicPageRoute, previewRoute]
