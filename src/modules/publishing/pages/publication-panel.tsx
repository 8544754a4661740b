import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { type Approval, countDeciders, fourEyes, readOpenApproval } from '#platform/approvals'
import type { PublicKind, PublicProjection } from '#platform/house'
import type { Visit } from '#platform/http'
import { type Labels, label } from '#platform/i18n'
import type { RecordView, Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  Notice,
  Section,
  Stamp,
  TextInput,
} from '#web/components'
import { sitePath } from '#web/site'
import { publicationKind } from '../actions/ask-to-publish.ts'
import { refusalsOf } from '../actions/prepare-publication.ts'
import { type Words, words } from '../messages.ts'
import { type Publication, readPublication } from '../publications.ts'
import { Changes } from './changes.tsx'
import { instantIn } from './instants.ts'
import { ProjectionFacts, changedValues } from './projection-facts.tsx'
import { WhenFields } from './when-fields.tsx'

interface Panel {
  readonly visit: Visit
  readonly tx: Tx
  readonly kind: PublicKind
  readonly record: RecordView
  readonly published: Publication | null
  /** What would be public with the fields chosen, and what stands against it. */
  readonly next: PublicProjection
  readonly against: readonly Labels[]
  readonly fields: readonly string[]
  /** What somebody asked for and a second person has not decided. */
  readonly asked: Approval | null
  /** Null where one person is enough; else how many others could decide. */
  readonly deciders: number | null
  readonly w: Words
}

/** "What the public sees", on a record of any type that may become public: now, after publishing, and why not. */
export async function publicationPanel(visit: Visit, tx: Tx, record: RecordView): Promise<ReactNode> {
  if (record.deletedAt) return null
  const kinds = visit.house.publicKinds.filter(({ recordType }) => recordType === record.type)
  const panels = (await Promise.all(kinds.map((kind) => loadPanel(visit, tx, kind, record)))).filter(
    ({ kind, published }) => published || (kind.applies?.(record) ?? true),
  )
  return panels.length === 0
    ? null
    : panels.map((panel) => <PublicationPanel key={panel.kind.kind} {...panel} several={panels.length > 1} />)
}

async function loadPanel(visit: Visit, tx: Tx, kind: PublicKind, record: RecordView): Promise<Panel> {
  const published = await readPublication(tx, record.id, kind.kind)
  const fields = chosenFields(visit, tx, kind, record, published)
  const next = await kind.project(tx, record, new Set(fields))
  return {
    ...{ visit, tx, kind, record, published, next, fields, w: words(visit.language) },
    against: await refusalsOf(tx, kind, record, next),
    asked: await readOpenApproval(tx, publicationKind, record.id),
    deciders: (await fourEyes(tx)) ? await countDeciders(tx, publicationKind) : null,
  }
}

/** The fields that the preview shows: those asked for in the address, those shown now, or all that may be. */
function chosenFields(
  visit: Visit,
  tx: Tx,
  kind: PublicKind,
  record: RecordView,
  published: Publication | null,
): readonly string[] {
  const offered = kind.choices(tx, record).map(({ name }) => name)
  if (!visit.url.searchParams.has('choose')) return published ? [...new Set([...offered])] : offered
  return visit.url.searchParams.getAll('public').filter((name) => offered.includes(name))
}

function PublicationPanel(panel: Panel & { readonly several: boolean }) {
  const { visit, kind, several, against, published, w } = panel
  const title = several ? `${w('panel_title')}: ${label(kind.one, visit.language)}` : w('panel_title')
  return (
    <Section title={title} id={kind.kind === 'defender' ? 'public-view' : `public-${kind.kind}`}>
      <Status {...panel} />
      <Waiting {...panel} />
      {against.length > 0 ? (
        <Notice kind="warning" title={w('panel_refused')}>
          <ul className="list">
            {against.map((why) => (
              <li key={why.en}>{label(why, panel.visit.language)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Offer {...panel} />
      )}
      {published ? <Withdrawal {...panel} published={published} /> : null}
    </Section>
  )
}

function Status({ visit, tx, kind, published, w }: Panel) {
  if (!published) return <p>{w('panel_nothing')}</p>
  const { language, session } = visit
  const when = published.publishedAt.toLocaleDateString(language, { dateStyle: 'long' })
  const page = sitePath({ slug: session?.actor.orgSlug ?? '' }, language, `/${kind.path}/${published.slug}`)
  return (
    <>
      <Notice kind={published.state === 'public' ? 'success' : 'warning'}>
        <p>
          {published.state === 'public' ? (
            <>
              {w('panel_public', { when })} {kind.unlisted ? null : <a href={page}>{w('panel_open')}</a>}
            </>
          ) : (
            w(`state_${published.state}`)
          )}
        </p>
        {published.notBefore && published.state === 'waiting' ? (
          <p>{w('from_instant', { when: instantIn(published.notBefore, language) })}</p>
        ) : null}
        {published.notAfter ? (
          <p>{w('until_instant', { when: instantIn(published.notAfter, language) })}</p>
        ) : null}
        {published.lastDay ? <p>{w('until_day', { day: published.lastDay })}</p> : null}
      </Notice>
      {published.alone ? <p className="quiet">{w('alone')}</p> : null}
      <h3>{w('panel_shown')}</h3>
      <ProjectionFacts data={published.data} {...{ kind, language }} schema={tx.schema} />
    </>
  )
}

/** What was asked for and waits. */
function Waiting({ visit, asked, w }: Panel) {
  if (asked?.state !== 'waiting') return null
  const when = asked.askedAt.toLocaleDateString(visit.language, { dateStyle: 'long' })
  return (
    <Notice>
      <p>
        {w('ask_waiting', { who: asked.askedBy.name, when })}{' '}
        <a href={`/workspace/approvals/${asked.id}`}>{w('ask_open')}</a>
      </p>
    </Notice>
  )
}

function Offer(panel: Panel) {
  const { visit, tx, kind, record, published, next, fields, deciders, w } = panel
  const { language } = visit
  const about = { kind, schema: tx.schema, language }
  const changes = published ? changedValues(published.data, next.data, about) : []
  const choices = kind.choices(tx, record)
  if (published && changes.length === 0 && !visit.url.searchParams.has('choose'))
    return (
      <Details summary={w('panel_choose')}>
        <Choice {...panel} />
        <p>
          <a href={`/workspace/record/${record.id}/public?choose=1${query(fields)}`}>{w('panel_times')}</a>
        </p>
      </Details>
    )
  return (
    <>
      <h3>{w(published ? 'panel_changes' : 'panel_preview')}</h3>
      {published ? (
        <>
          <p>{w('panel_changes_lede')}</p>
          <Changes {...{ changes, language }} />
        </>
      ) : (
        <>
          <p>{w('panel_preview_lede')}</p>
          {next.data['fictitious'] === true ? <Stamp>{w('fictitious')}</Stamp> : null}
          <ProjectionFacts data={next.data} {...about} />
        </>
      )}
      <p>
        <a href={`/workspace/record/${record.id}/public/${kind.path}?choose=1${query(fields)}`}>
          {w('panel_see_page')}
        </a>
      </p>
      {choices.length > 0 ? <Choice {...panel} /> : null}
      <p className="quiet">{w(kind.kind === 'defender' ? 'panel_rule' : 'panel_rule_any')}</p>
      {visit.session && can(visit.session.actor, 'publish') ? (
        <Form action={`/workspace/record/${record.id}/publish`} csrf={visit.session.formToken}>
          <input type="hidden" name="version" value={record.version} />
          <input type="hidden" name="kind" value={kind.kind} />
          {fields.map((name) => (
            <input key={name} type="hidden" name="field" value={name} />
          ))}
          <WhenFields {...{ published, w }} earliest={next.notBefore ?? null} language={language} />
          {deciders === null ? null : (
            <>
              {deciders === 0 ? <Notice kind="warning">{w('ask_nobody')}</Notice> : null}
              <p className="hint">{w('ask_hint')}</p>
              <TextInput
                id={`publish-reason-${kind.kind}`}
                name="reason"
                label={w('ask_reason')}
                hint={w('ask_reason_hint')}
                maxLength={2000}
              />
            </>
          )}
          <FormActions>
            <Button kind="primary">
              {w(deciders !== null ? 'ask_publish' : published ? 'publish_again' : 'publish')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Notice>{w('refused_role')}</Notice>
      )}
    </>
  )
}

const query = (fields: readonly string[]) =>
  fields.map((name) => `&public=${encodeURIComponent(name)}`).join('')

/** A GET: choosing shows what would be published and changes nothing. */
function Choice({ visit, tx, kind, record, fields, w }: Panel) {
  const here = visit.url.pathname
  return (
    <form method="get" action={`${here}#public-${kind.kind === 'defender' ? 'view' : kind.kind}`}>
      <input type="hidden" name="choose" value="1" />
      <Checkboxes
        id={`public-fields-${kind.kind}`}
        name="public"
        label={w('fields')}
        hint={w('fields_hint')}
        options={kind.choices(tx, record).map(({ name, label: words, hint }) => ({
          value: name,
          label: label(words, visit.language),
          ...(hint && { hint: label(hint, visit.language) }),
        }))}
        values={fields}
      />
      <Button small>{w('choose_see')}</Button>
    </form>
  )
}

function Withdrawal({ visit, kind, record, published, w }: Panel & { readonly published: Publication }) {
  return (
    <Form action="/workspace/publishing/withdraw" csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="publication" value={published.id} />
      <input type="hidden" name="record" value={record.id} />
      <p className="hint" id={`withdraw-note-${kind.kind}`}>
        {w('withdraw_hint')}
      </p>
      <FormActions>
        <Button kind="warning" describedBy={`withdraw-note-${kind.kind}`}>
          {w(kind.kind === 'defender' ? 'withdraw' : 'withdraw_any')}
        </Button>
      </FormActions>
    </Form>
  )
}
