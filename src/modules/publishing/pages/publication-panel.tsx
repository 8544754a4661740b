import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { type Approval, countDeciders, fourEyes, readOpenApproval } from '#platform/approvals'
import type { Visit } from '#platform/http'
import type { RecordView, Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Details,
  Difference,
  Form,
  FormActions,
  Notice,
  Section,
  Stamp,
  TextInput,
} from '#web/components'
import { publicationKind } from '../actions/ask-to-publish.ts'
import { type Words, words } from '../messages.ts'
import {
  type Basis,
  type PublicField,
  allowedFields,
  basisOf,
  isPublicField,
  project,
  refusalsOf,
  shownFields,
} from '../projection.ts'
import { sitePath } from '../public/site.ts'
import { type Publication, readPublication } from '../publications.ts'
import { ProfileFacts, changedFields } from './profile-facts.tsx'

interface Panel {
  readonly visit: Visit
  readonly tx: Tx
  readonly record: RecordView
  readonly published: Publication | null
  /** What somebody asked for and a second person has not decided. */
  readonly asked: Approval | null
  /** Null where one person is enough; else how many others could decide. */
  readonly deciders: number | null
  readonly w: Words
}

/** "What the public sees", on a person's record: now, after publishing, and why not. Nothing for other types. */
export async function publicationPanel(visit: Visit, tx: Tx, record: RecordView): Promise<ReactNode> {
  if (record.type !== 'person' || record.deletedAt) return null
  const published = await readPublication(tx, record.id)
  const panel: Panel = {
    ...{ visit, tx, record, published, w: words(visit.language) },
    asked: await readOpenApproval(tx, publicationKind, record.id),
    deciders: (await fourEyes(tx)) ? await countDeciders(tx, publicationKind) : null,
  }
  const against = refusalsOf(record, tx.schema)
  const basis = basisOf(record)
  return (
    <Section title={panel.w('panel_title')} id="public-view">
      <Status {...panel} />
      <Waiting {...panel} />
      {against.length > 0 || !basis ? (
        <Notice kind="warning" title={panel.w('panel_refused')}>
          <ul className="list">
            {against.map((reason) => (
              <li key={reason}>{panel.w(`refusal_${reason}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Offer {...panel} basis={basis} />
      )}
      {published ? <Withdrawal {...panel} published={published} /> : null}
    </Section>
  )
}

function Status({ visit, published, w }: Panel) {
  if (!published) return <p>{w('panel_nothing')}</p>
  const { language, session } = visit
  const when = published.publishedAt.toLocaleDateString(language, { dateStyle: 'long' })
  return (
    <>
      <Notice kind="success">
        <p>
          {w('panel_public', { when })}{' '}
          <a
            href={sitePath({ slug: session?.actor.orgSlug ?? '' }, language, `/defenders/${published.slug}`)}
          >
            {w('panel_open')}
          </a>
        </p>
      </Notice>
      {published.alone ? <p className="quiet">{w('alone')}</p> : null}
      <h3>{w('panel_shown')}</h3>
      <ProfileFacts profile={published.profile} language={language} />
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

/** The fields that the preview shows: those asked for in the address, those shown now, or all that may be. */
function chosenFields(visit: Visit, basis: Basis, published: Publication | null): readonly PublicField[] {
  const asked = visit.url.searchParams.has('choose')
    ? visit.url.searchParams.getAll('public').filter(isPublicField)
    : published
      ? [...new Set([...shownFields(published.profile), ...allowedFields(basis)])]
      : allowedFields(basis)
  return asked.filter((name) => allowedFields(basis).includes(name))
}

function Offer(panel: Panel & { readonly basis: Basis }) {
  const { visit, tx, record, published, basis, deciders, w } = panel
  const { language } = visit
  const fields = chosenFields(visit, basis, published)
  const next = project(record, tx.schema, basis, fields)
  const changes = published ? changedFields(published.profile, next, language) : []
  if (published && changes.length === 0 && !visit.url.searchParams.has('choose'))
    return basis === 'consent' ? (
      <Details summary={w('panel_choose')}>
        <Choice {...panel} fields={fields} />
      </Details>
    ) : null
  return (
    <>
      <h3>{w(published ? 'panel_changes' : 'panel_preview')}</h3>
      {published ? (
        <>
          <p>{w('panel_changes_lede')}</p>
          <dl className="facts">
            {changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <Difference
                    before={before || undefined}
                    after={after || undefined}
                    labels={{ before: w('before'), after: w('after') }}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <>
          <p>{w('panel_preview_lede')}</p>
          {next.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
          <ProfileFacts profile={next} language={language} />
        </>
      )}
      {basis === 'consent' ? <Choice {...panel} fields={fields} /> : <p>{w('fields_source')}</p>}
      <p className="quiet">{w('panel_rule')}</p>
      {visit.session && can(visit.session.actor, 'publish') ? (
        <Form action={`/workspace/record/${record.id}/publish`} csrf={visit.session.formToken}>
          <input type="hidden" name="version" value={record.version} />
          <input type="hidden" name="basis" value={basis} />
          {fields.map((name) => (
            <input key={name} type="hidden" name="field" value={name} />
          ))}
          {deciders === null ? null : (
            <>
              {deciders === 0 ? <Notice kind="warning">{w('ask_nobody')}</Notice> : null}
              <p className="hint">{w('ask_hint')}</p>
              <TextInput
                id="publish-reason"
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

/** A GET: choosing shows what would be published and changes nothing. */
function Choice(panel: Panel & { readonly basis: Basis; readonly fields: readonly PublicField[] }) {
  const { record, basis, fields, w } = panel
  return (
    <form method="get" action={`/workspace/record/${record.id}#public-view`}>
      <input type="hidden" name="choose" value="1" />
      <Checkboxes
        id="public-fields"
        name="public"
        label={w('fields')}
        hint={w('fields_hint')}
        options={allowedFields(basis).map((name) => ({ value: name, label: w(name) }))}
        values={fields}
      />
      <Button small>{w('choose_see')}</Button>
    </form>
  )
}

function Withdrawal({ visit, record, published, w }: Panel & { readonly published: Publication }) {
  return (
    <Form action="/workspace/publishing/withdraw" csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="publication" value={published.id} />
      <input type="hidden" name="record" value={record.id} />
      <p className="hint" id="withdraw-note">
        {w('withdraw_hint')}
      </p>
      <FormActions>
        <Button kind="warning" describedBy="withdraw-note">
          {w('withdraw')}
        </Button>
      </FormActions>
    </Form>
  )
}
