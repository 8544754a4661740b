import type { PublicKind } from '#platform/house'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  EmptyState,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Pager,
  Section,
  Stamp,
  Table,
  Tabs,
  VisibilityBadge,
} from '#web/components'
import { readCursor, sitePath } from '#web/site'
import { workspacePage } from '#web/workspace'
import { labelsOf, type Words, words } from '../messages.ts'
import {
  type Candidate,
  type Publication,
  countPublications,
  listCandidates,
  listPublished,
  pageSize,
} from '../publications.ts'
import { publicFields } from '../defenders/projection.ts'
import { instantIn } from './instants.ts'
import { kindNamed } from './publishing-actions.tsx'

/** What is public, kind by kind, in which state, and the list to choose from for publishing several. */
export const publishingRoute = route({
  method: 'get',
  path: '/workspace/publishing',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const kind = kindNamed(visit, url.searchParams.get('kind') ?? '')
      const counts = await countPublications(tx)
      const published = await listPublished(tx, kind.kind, readCursor(url.searchParams.get('after')))
      const candidates = await listCandidates(tx, kind)
      const asked = Math.min(Math.max(Number.parseInt(url.searchParams.get('asked') ?? '0', 10) || 0, 0), 200)
      return workspacePage(visit, {
        title: w('list_title'),
        lede: w('list_lede'),
        actions: (
          <>
            <LinkButton href="/workspace/site">{w('site_title')}</LinkButton>
            {counts.size > 0 ? (
              <LinkButton href={sitePath({ slug: tx.actor.orgSlug }, language)}>{w('list_site')}</LinkButton>
            ) : null}
          </>
        ),
        notices:
          asked > 0 ? (
            <Notice kind="success">
              <p>
                {w('asked_done', { count: asked })} <a href="/workspace/approvals">{w('asked_see')}</a>
              </p>
            </Notice>
          ) : null,
        children: (
          <>
            <Tabs
              label={w('list_kinds')}
              tabs={visit.house.publicKinds.toSorted(inMenuOrder).map((one) => ({
                href: `/workspace/publishing?kind=${one.kind}`,
                label: label(one.label, language),
                current: one === kind,
                count: (counts.get(one.kind)?.count ?? 0).toLocaleString(language),
              }))}
            />
            {kind.addPath ? (
              <p>
                <LinkButton href={kind.addPath}>
                  {w('list_add', { one: label(kind.one, language) })}
                </LinkButton>
              </p>
            ) : null}
            {published.rows.length > 0 ? (
              <Published {...{ visit, tx, w, kind, ...published }} />
            ) : (
              <EmptyState title={w('list_empty')}>{w('list_empty_text')}</EmptyState>
            )}
            <Section title={w('choose_title')} id="choose">
              <Chooser {...{ visit, w, kind, candidates }} />
            </Section>
          </>
        ),
      })
    }),
})

const inMenuOrder = (a: PublicKind, b: PublicKind) => (a.order ?? 1000) - (b.order ?? 1000)

/** In which state a publication is, in words. */
export function stateWords(one: Publication, w: Words, language: Visit['language']): string {
  return [
    one.state === 'waiting' && one.notBefore
      ? w('from_instant', { when: instantIn(one.notBefore, language) })
      : w(`state_${one.state}`),
    ...(one.notAfter ? [w('until_instant', { when: instantIn(one.notAfter, language) })] : []),
    ...(one.lastDay ? [w('until_day', { day: one.lastDay })] : []),
    ...(one.changed ? [w('state_changed')] : []),
  ].join(' ')
}

function Published(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: Words
  readonly kind: PublicKind
  readonly rows: readonly Publication[]
  readonly next: string | null
}) {
  const { visit, tx, w, kind, rows, next } = props
  const { language, session } = visit
  const here = `/workspace/publishing?kind=${kind.kind}`
  const withdrawal = w(kind.kind === 'defender' ? 'withdraw' : 'withdraw_any')
  return (
    <>
      <Form action="/workspace/publishing/withdraw" csrf={session?.formToken ?? ''} label={w('list_title')}>
        <input type="hidden" name="kind" value={kind.kind} />
        <Table
          caption={label(kind.label, language)}
          captionHidden
          columns={[
            { key: 'name', label: w('name'), heading: true },
            { key: 'state', label: w('state') },
            { key: 'since', label: w('since'), nowrap: true },
            { key: 'page', label: w('public_page') },
            { key: 'withdraw', label: w('withdrawal') },
          ]}
          rows={rows.map((one) => {
            const { title } = kind.entry(one.data, language)
            const basis = one.data['basis']
            return {
              key: one.id,
              cells: {
                name: (
                  <>
                    <a href={`/workspace/record/${one.recordId}/public`}>{title}</a>{' '}
                    {one.data['fictitious'] === true ? <Stamp>{w('fictitious')}</Stamp> : null}
                    {one.alone ? <span className="quiet"> {w('alone')}</span> : null}
                  </>
                ),
                state: (
                  <>
                    {stateWords(one, w, language)}
                    {basis === 'consent' || basis === 'public_at_source' ? (
                      <span className="quiet"> {w(`basis_${basis}`)}</span>
                    ) : null}
                  </>
                ),
                since: one.publishedAt.toLocaleDateString(language, { dateStyle: 'medium' }),
                page:
                  one.state === 'public' && !kind.unlisted ? (
                    <a href={sitePath({ slug: tx.actor.orgSlug }, language, `/${kind.path}/${one.slug}`)}>
                      {w('panel_open')}
                    </a>
                  ) : null,
                withdraw: (
                  <Button kind="plain" small name="publication" value={one.id}>
                    {withdrawal}
                    <span className="hidden">: {title}</span>
                  </Button>
                ),
              },
            }
          })}
        />
      </Form>
      <Pager
        label={w('pages')}
        first={visit.url.searchParams.has('after') ? { href: here, label: w('first_page') } : undefined}
        next={
          next === null
            ? undefined
            : { href: `${here}&after=${encodeURIComponent(next)}`, label: w('next_page') }
        }
      />
    </>
  )
}

function Chooser(props: {
  readonly visit: Visit
  readonly w: Words
  readonly kind: PublicKind
  readonly candidates: readonly Candidate[]
}) {
  const { visit, w, kind, candidates } = props
  const { language } = visit
  const people = kind.kind === 'defender'
  if (candidates.length === 0) return <p>{w(people ? 'choose_none' : 'choose_none_any')}</p>
  return (
    <Form action="/workspace/publishing/confirm" csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="kind" value={kind.kind} />
      <p>{w(people ? 'choose_lede' : 'choose_lede_any')}</p>
      <Table
        caption={label(kind.label, language)}
        captionHidden
        columns={[
          { key: 'name', label: w('name'), heading: true },
          { key: 'visibility', label: w('visibility') },
        ]}
        rows={candidates.map((one) => ({
          key: one.id,
          cells: {
            name: (
              <label className="row">
                <input type="checkbox" name="person" value={one.id} />
                <bdi>{one.title || one.id.slice(-6)}</bdi>
                {one.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
              </label>
            ),
            visibility: (
              <VisibilityBadge visibility={one.visibility} label={w(`visibility_${one.visibility}`)} />
            ),
          },
        }))}
      />
      {candidates.length === pageSize ? (
        <p className="quiet">{w('choose_first', { count: pageSize })}</p>
      ) : null}
      {people ? (
        <Checkboxes
          id="fields"
          name="field"
          label={w('fields')}
          hint={`${w('fields_hint')} ${w('fields_source')}`}
          options={publicFields.map((name) => ({ value: name, label: label(labelsOf(name), language) }))}
          values={publicFields}
        />
      ) : null}
      <FormActions>
        <Button kind="primary">{w('choose_next')}</Button>
      </FormActions>
    </Form>
  )
}
