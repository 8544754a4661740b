import { decideOn } from '#modules/approvals'
import { arrangeSite, publicEvents, publishSeveral, sitePages } from '#modules/publishing'
import type { Actor } from '#platform/access'
import { withRequest } from '#platform/records'
import type { OpenHouse } from '../open-house.ts'

/** Publishes the pages and events of the demonstration's site as it is done, by two people, and arranges its front page. */
export async function loadSite(
  open: Pick<OpenHouse, 'house'>,
  { asks, decides }: { readonly asks: Actor; readonly decides: Actor },
): Promise<void> {
  const asked = await withRequest(open.house, asks, async (tx) => {
    const done = []
    for (const kind of [sitePages, publicEvents]) {
      const rows = await tx.sql
        .selectFrom('record')
        .select(['id', 'version'])
        .where('org_id', '=', tx.actor.orgId)
        .where('type', '=', kind.recordType)
        .orderBy('id')
        .execute()
      const records = rows.map(({ id, version }) => ({ recordId: id, version }))
      done.push(...(await publishSeveral(tx, kind, { records, choice: ['where', 'hours'] })))
    }
    return done
  })
  await withRequest(open.house, decides, async (tx) => {
    for (const one of asked)
      if ('approval' in one) await decideOn(open.house, tx, one.approval, 'approved', '')
  })
  await withRequest(open.house, asks, async (tx) => {
    const rows = await tx.sql
      .selectFrom('publication as p')
      .innerJoin('record as r', (join) =>
        join.onRef('r.org_id', '=', 'p.org_id').onRef('r.id', '=', 'p.record_id'),
      )
      .select(['p.slug', 'r.title'])
      .where('p.org_id', '=', tx.actor.orgId)
      .where('p.kind', '=', 'site_page')
      .execute()
    const slugOf = (title: string) => rows.find((row) => row.title === title)?.slug ?? ''
    const link = (
      title: string,
      label: { readonly en: string; readonly es: string; readonly ca: string },
    ) => ({
      href: `/pages/${slugOf(title)}`,
      label,
    })
    await arrangeSite(tx, {
      blocks: [
        { block: 'text', page: slugOf('About us') },
        { block: 'latest', kind: 'petition', count: 3 },
        { block: 'latest', kind: 'campaign', count: 3 },
        { block: 'events', kind: 'public_event', count: 3 },
        { block: 'latest', kind: 'public_text', count: 3 },
        { block: 'map', kind: 'defender' },
        { block: 'counter' },
      ],
      menu: [
        link('About us', { en: 'About us', es: 'Quiénes somos', ca: 'Qui som' }),
        link('How we publish', { en: 'How we publish', es: 'Cómo publicamos', ca: 'Com publiquem' }),
        link('How to help', { en: 'How to help', es: 'Cómo ayudar', ca: 'Com ajudar-hi' }),
      ],
    })
  })
}
