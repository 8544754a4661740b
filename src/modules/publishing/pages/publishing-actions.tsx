import { fourEyes } from '#platform/approvals'
import { isId } from '#platform/db'
import type { PublicKind, PublicProjection } from '#platform/house'
import { type Visit, redirect, route } from '#platform/http'
import { type Labels, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import { Button, Form, FormActions, LinkButton, Notice, Section, Stamp } from '#web/components'
import { workspacePage } from '#web/workspace'
import { askToPublish } from '../actions/ask-to-publish.ts'
import { refusalsOf } from '../actions/prepare-publication.ts'
import { mostAtOnce, publishSeveral } from '../actions/publish-several.ts'
import { withdrawPublication } from '../actions/withdraw-publication.ts'
import { labelsOf, words } from '../messages.ts'
import { ProjectionFacts } from './projection-facts.tsx'
import { readWhen } from './when-fields.tsx'

/** The kind that a form or an address names; the first of the house where it names none. */
export function kindNamed(visit: Visit, name: string): PublicKind {
  const kinds = visit.house.publicKinds
  const kind =
    name === '' ? kinds.find((one) => one.kind === 'defender') : kinds.find((one) => one.kind === name)
  if (!kind) throw new Problem('not_found')
  return kind
}

const publishRoute = route({
  method: 'post',
  path: '/workspace/record/:id/publish',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form } = visit
      const recordId = visit.params['id'] ?? ''
      const version = Number(form.get('version'))
      if (!isId(recordId) || !Number.isInteger(version)) throw new Problem('malformed')
      const [record] = await readRecords(tx, [recordId])
      const kind = kindNamed(visit, form.get('kind'))
      const offered = record ? kind.choices(tx, record).map(({ name }) => name) : []
      const reason = form.get('reason').trim().slice(0, 2000)
      await askToPublish(
        tx,
        kind,
        {
          recordId,
          version,
          choice: form.all('field').filter((name) => offered.includes(name)),
          ...readWhen(form),
        },
        { ...(reason && { reason }) },
      )
      return redirect(`/workspace/record/${recordId}#public-view`)
    }),
})

const withdrawRoute = route({
  method: 'post',
  path: '/workspace/publishing/withdraw',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      await withdrawPublication(tx, visit.form.get('publication'))
      const record = visit.form.get('record')
      const kind = visit.form.get('kind')
      if (isId(record)) return redirect(`/workspace/record/${record}/public?withdrawn=1`)
      return redirect(`/workspace/publishing${kind ? `?kind=${encodeURIComponent(kind)}` : ''}`)
    }),
})

/** Shows everything chosen with exactly what would be public of each; writes nothing. */
const confirmRoute = route({
  method: 'post',
  path: '/workspace/publishing/confirm',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const ids = [...new Set(visit.form.all('person').filter(isId))]
      if (ids.length === 0) throw new Problem('invalid', { explanation: labelsOf('refused_none') })
      if (ids.length > mostAtOnce) throw new Problem('too_large', { explanation: labelsOf('refused_many') })
      return confirmPage(visit, tx, kindNamed(visit, visit.form.get('kind')), await readRecords(tx, ids))
    }),
})

interface Looked {
  readonly record: RecordView
  readonly projection: PublicProjection
  readonly against: readonly Labels[]
}

async function lookAt(
  tx: Tx,
  kind: PublicKind,
  record: RecordView,
  choice: readonly string[],
): Promise<Looked> {
  // What being internal stands in the way of, publishing several does first; nothing else is got over.
  const opened = record.visibility === 'internal' ? { ...record, visibility: 'public' as const } : record
  const offered = kind.choices(tx, record).map(({ name }) => name)
  const projection = await kind.project(tx, opened, new Set(choice.filter((name) => offered.includes(name))))
  return { record, projection, against: await refusalsOf(tx, kind, opened, projection) }
}

async function confirmPage(
  visit: Visit,
  tx: Tx,
  kind: PublicKind,
  records: readonly RecordView[],
): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const second = await fourEyes(tx)
  const choice = visit.form.all('field')
  const looked: Looked[] = []
  for (const record of records) looked.push(await lookAt(tx, kind, record, choice))
  const able = looked.filter(({ against }) => against.length === 0)
  const unable = looked.filter(({ against }) => against.length > 0)
  return workspacePage(visit, {
    title: w('confirm_title', { count: able.length }),
    lede: w('confirm_lede'),
    breadcrumbs: [{ href: '/workspace/publishing', label: w('list_title') }],
    notices:
      unable.length > 0 ? (
        <Notice kind="warning" title={w('confirm_refused')}>
          <ul className="list">
            {unable.map(({ record, against }) => (
              <li key={record.id}>
                <bdi>{record.title}</bdi>: {against.map((why) => label(why, language)).join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null,
    children: (
      <>
        {able.map(({ record, projection }) => (
          <Section
            key={record.id}
            title={record.title}
            action={record.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
          >
            {record.visibility === 'internal' ? <p>{w('confirm_opens')}</p> : null}
            <ProjectionFacts data={projection.data} {...{ kind, language }} schema={tx.schema} />
          </Section>
        ))}
        <Form action="/workspace/publishing" csrf={visit.session?.formToken ?? ''}>
          <input type="hidden" name="kind" value={kind.kind} />
          {able.map(({ record }) => (
            <input key={record.id} type="hidden" name="person" value={`${record.id} ${record.version}`} />
          ))}
          {choice.map((name) => (
            <input key={name} type="hidden" name="field" value={name} />
          ))}
          <FormActions>
            {able.length > 0 ? (
              <Button kind="primary">
                {w(second ? 'confirm_ask' : 'confirm_do', { count: able.length })}
              </Button>
            ) : null}
            <LinkButton href={`/workspace/publishing?kind=${kind.kind}#choose`}>{w('back')}</LinkButton>
          </FormActions>
        </Form>
      </>
    ),
  })
}

const publishAllRoute = route({
  method: 'post',
  path: '/workspace/publishing',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const records = visit.form.all('person').map((text) => {
        const [recordId = '', version = ''] = text.split(' ')
        if (!isId(recordId) || !/^\d{1,9}$/.test(version)) throw new Problem('malformed')
        return { recordId, version: Number(version) }
      })
      const kind = kindNamed(visit, visit.form.get('kind'))
      const done = await publishSeveral(tx, kind, { records, choice: visit.form.all('field') })
      const asked = done.filter((one) => 'approval' in one).length
      return redirect(`/workspace/publishing?kind=${kind.kind}${asked > 0 ? `&asked=${asked}` : ''}`)
    }),
})

/** Publishing and withdrawing, for people signed in. */
export const publishingActionRoutes = [publishRoute, withdrawRoute, confirmRoute, publishAllRoute]
