import { type Visit, route } from '#platform/http'
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
  VisibilityBadge,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { type Candidate, type Publication, listCandidates, listPublished, pageSize } from '../publications.ts'
import { publicFields } from '../projection.ts'
import { readCursor } from '../public/directory-query.ts'
import { sitePath } from '../public/site.ts'

/** Who is public, and the list to choose from for publishing several. */
export const publishingRoute = route({
  method: 'get',
  path: '/workspace/publishing',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const published = await listPublished(tx, readCursor(visit.url.searchParams.get('after')))
      const candidates = await listCandidates(tx)
      const asked = Math.min(
        Math.max(Number.parseInt(visit.url.searchParams.get('asked') ?? '0', 10) || 0, 0),
        200,
      )
      return workspacePage(visit, {
        title: w('list_title'),
        lede: w('list_lede'),
        actions:
          published.rows.length > 0 ? (
            <LinkButton href={sitePath({ slug: tx.actor.orgSlug }, visit.language)}>
              {w('list_site')}
            </LinkButton>
          ) : null,
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
            {published.rows.length > 0 ? (
              <Published {...{ visit, tx, w, ...published }} />
            ) : (
              <EmptyState title={w('list_empty')}>{w('list_empty_text')}</EmptyState>
            )}
            <Section title={w('choose_title')} id="choose">
              <Chooser {...{ visit, w, candidates }} />
            </Section>
          </>
        ),
      })
    }),
})

function Published(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: Words
  readonly rows: readonly Publication[]
  readonly next: string | null
}) {
  const { visit, tx, w, rows, next } = props
  const { language, session } = visit
  return (
    <>
      <Form action="/workspace/publishing/withdraw" csrf={session?.formToken ?? ''} label={w('list_title')}>
        <Table
          caption={w('list_title')}
          captionHidden
          columns={[
            { key: 'name', label: w('name'), heading: true },
            { key: 'basis', label: w('basis') },
            { key: 'since', label: w('since'), nowrap: true },
            { key: 'page', label: w('public_page') },
            { key: 'withdraw', label: w('withdrawal') },
          ]}
          rows={rows.map(({ id, slug, recordId, profile, publishedAt, alone }) => ({
            key: id,
            cells: {
              name: (
                <>
                  <a href={`/workspace/record/${recordId}#public-view`}>{profile.name}</a>{' '}
                  {profile.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
                  {alone ? <span className="quiet"> {w('alone')}</span> : null}
                </>
              ),
              basis: w(`basis_${profile.basis}`),
              since: publishedAt.toLocaleDateString(language, { dateStyle: 'medium' }),
              page: (
                <a href={sitePath({ slug: tx.actor.orgSlug }, language, `/defenders/${slug}`)}>
                  {w('panel_open')}
                </a>
              ),
              withdraw: (
                <Button kind="plain" small name="publication" value={id}>
                  {w('withdraw')}
                  <span className="hidden">: {profile.name}</span>
                </Button>
              ),
            },
          }))}
        />
      </Form>
      <Pager
        label={w('pages')}
        first={
          visit.url.searchParams.has('after')
            ? { href: '/workspace/publishing', label: w('first_page') }
            : undefined
        }
        next={
          next === null
            ? undefined
            : { href: `/workspace/publishing?after=${encodeURIComponent(next)}`, label: w('next_page') }
        }
      />
    </>
  )
}

function Chooser(props: {
  readonly visit: Visit
  readonly w: Words
  readonly candidates: readonly Candidate[]
}) {
  const { visit, w, candidates } = props
  if (candidates.length === 0) return <p>{w('choose_none')}</p>
  return (
    <Form action="/workspace/publishing/confirm" csrf={visit.session?.formToken ?? ''}>
      <p>{w('choose_lede')}</p>
      <Table
        caption={w('choose_people')}
        captionHidden
        columns={[
          { key: 'name', label: w('name'), heading: true },
          { key: 'basis', label: w('basis') },
          { key: 'visibility', label: w('visibility') },
        ]}
        rows={candidates.map((person) => ({
          key: person.id,
          cells: {
            name: (
              <label className="row">
                <input type="checkbox" name="person" value={person.id} />
                <bdi>{person.title || person.id.slice(-6)}</bdi>
                {person.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
              </label>
            ),
            basis: w(`basis_${person.basis}`),
            visibility: (
              <VisibilityBadge visibility={person.visibility} label={w(`visibility_${person.visibility}`)} />
            ),
          },
        }))}
      />
      {candidates.length === pageSize ? (
        <p className="quiet">{w('choose_first', { count: pageSize })}</p>
      ) : null}
      <Checkboxes
        id="fields"
        name="field"
        label={w('fields')}
        hint={`${w('fields_hint')} ${w('fields_source')}`}
        options={publicFields.map((name) => ({ value: name, label: w(name) }))}
        values={publicFields}
      />
      <FormActions>
        <Button kind="primary">{w('choose_next')}</Button>
      </FormActions>
    </Form>
  )
}
