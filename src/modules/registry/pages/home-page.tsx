import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import { redirect, route } from '#platform/http'
import { isLanguage, label } from '#platform/i18n'
import { listRecords, listTrash, searchRecords, trashDays, typeOf } from '#platform/records'
import { heldAmong } from '#platform/retention'
import { EmptyState, Figures, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'

const homeRoute = route({
  method: 'get',
  path: '/workspace',
  may: 'member',
  handle: (visit) =>
    visit.within(async (tx) => {
      // Who reads no records begins at what they are here for.
      if (!can(tx.actor, 'read'))
        return redirect(can(tx.actor, 'audit') ? '/workspace/ledger' : '/workspace/me')
      const start = visit.house.starts.map((starts) => starts(tx.actor)).find((at) => at !== null)
      if (start && !visit.url.searchParams.has('overview')) return redirect(start)
      const { language } = visit
      const w = words(language)
      const recent = await tx.sql
        .selectFrom('record')
        .select(['id', 'type', 'title', 'updated_at'])
        .where('org_id', '=', tx.actor.orgId)
        .where('deleted_at', 'is', null)
        .where('type', 'in', [...tx.schema.types.keys()])
        .orderBy('updated_at', 'desc')
        .limit(12)
        .execute()
      const figures = []
      // Types that stand in the menu, and the organisation's own: parts of a case are counted where the case is.
      const inMenu = new Set(visit.house.navigation.map(({ href }) => href))
      for (const type of tx.schema.types.values()) {
        if (!inMenu.has(`/workspace/records/${type.name}`) && visit.house.shipped.types.has(type.name))
          continue
        const { count, more } = await listRecords(tx, { type: type.name, limit: 1 })
        if (count > 0)
          figures.push({
            label: label(type.plural, language),
            value: more ? `> ${count.toLocaleString(language)}` : count.toLocaleString(language),
            href: `/workspace/records/${type.name}`,
          })
      }
      const panels: ReactNode[] = []
      for (const panel of visit.house.homePanels) panels.push(await panel(visit, tx))
      return workspacePage(visit, {
        title: w('home_title'),
        lede: w('home_lede'),
        // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
        notices: panels.map((panel, i) => <Fragment key={i}>{panel}</Fragment>),
        children: (
          <>
            {figures.length > 0 ? <Figures figures={figures} /> : <EmptyState title={w('empty_title')} />}
            <Section title={w('recent')}>
              <Table
                caption={w('recent')}
                captionHidden
                columns={[
                  { key: 'name', label: w('name'), heading: true },
                  { key: 'type', label: w('type') },
                  { key: 'when', label: w('changed'), nowrap: true },
                ]}
                rows={recent.map((row) => ({
                  key: row.id,
                  cells: {
                    name: <a href={`/workspace/record/${row.id}`}>{row.title || row.id.slice(-6)}</a>,
                    type: label(tx.schema.types.get(row.type)?.label ?? { en: row.type }, language),
                    when: row.updated_at.toLocaleString(language, {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                    }),
                  },
                }))}
              />
            </Section>
          </>
        ),
      })
    }),
})

const searchRoute = route({
  method: 'get',
  path: '/workspace/search',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const text = (url.searchParams.get('q') ?? '').slice(0, 500)
      const { types, similar } = await searchRecords(tx, text)
      return workspacePage(visit, {
        title: w('search_title'),
        search: text,
        lede: text ? w(types.length > 0 ? 'search_all' : 'no_results', { text }) : undefined,
        children: types.map(({ type, rows }) => (
          <Section
            key={type}
            title={label(typeOf(tx, type).plural, language)}
            action={
              <a href={`/workspace/records/${type}?q=${encodeURIComponent(text)}`}>
                {w('all_of_type', { type: label(typeOf(tx, type).plural, language) })}
              </a>
            }
          >
            {similar ? <p className="quiet">{w('similar')}</p> : null}
            <ul className="list">
              {rows.map((row) => (
                <li key={row.id}>
                  <a href={`/workspace/record/${row.id}`} dir="auto">
                    {row.title || row.id.slice(-6)}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )),
      })
    }),
})

const languageRoute = route({
  method: 'get',
  path: '/workspace/language/:language',
  may: 'member',
  handle: (visit) =>
    visit.within(async (tx) => {
      const language = visit.params['language']
      if (isLanguage(language))
        await tx.sql
          .updateTable('account')
          .set({ language })
          .where('org_id', '=', tx.actor.orgId)
          .where('id', '=', tx.actor.accountId)
          .execute()
      const back = visit.url.searchParams.get('back') ?? ''
      return redirect(/^\/workspace(?:[/?]|$)/.test(back) ? back : '/workspace')
    }),
})

const trashRoute = route({
  method: 'get',
  path: '/workspace/trash',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = words(language)
      const rows = await listTrash(tx)
      const held = await heldAmong(
        tx,
        rows.map((row) => row.id),
      )
      return workspacePage(visit, {
        title: w('trash'),
        lede: w('trash_lede', { days: trashDays }),
        children:
          rows.length === 0 ? (
            <EmptyState title={w('empty_title')} />
          ) : (
            <Table
              caption={w('trash')}
              captionHidden
              columns={[
                { key: 'name', label: w('name'), heading: true },
                { key: 'type', label: w('type') },
                { key: 'when', label: w('when') },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: {
                  name: (
                    <>
                      <a href={`/workspace/record/${row.id}`}>{row.title || row.id.slice(-6)}</a>
                      {held.has(row.id) ? (
                        <>
                          <br />
                          <strong>{w('trash_held')}</strong>
                        </>
                      ) : null}
                    </>
                  ),
                  type: label(tx.schema.types.get(row.type)?.label ?? { en: row.type }, language),
                  when: row.deleted_at?.toLocaleDateString(language, { dateStyle: 'medium' }),
                },
              }))}
            />
          ),
      })
    }),
})

export const homeRoutes = [homeRoute, searchRoute, languageRoute, trashRoute]
