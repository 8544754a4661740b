import { isId } from '#platform/db'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import { Button, Form, FormActions, LinkButton, Notice, Section, Stamp } from '#web/components'
import { workspacePage } from '#web/workspace'
import { fourEyes } from '#platform/approvals'
import { askToPublish } from '../actions/ask-to-publish.ts'
import { mostAtOnce, publishProfiles } from '../actions/publish-profiles.ts'
import { withdrawProfile } from '../actions/withdraw-profile.ts'
import { labelsOf, words } from '../messages.ts'
import { type PublicField, basisOf, isBasis, isPublicField, project, refusalsOf } from '../projection.ts'
import { ProfileFacts } from './profile-facts.tsx'

const chosenFields = (visit: Visit): readonly PublicField[] => visit.form.all('field').filter(isPublicField)

const publishRoute = route({
  method: 'post',
  path: '/workspace/record/:id/publish',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const recordId = visit.params['id'] ?? ''
      const basis = visit.form.get('basis')
      const version = Number(visit.form.get('version'))
      if (!isId(recordId) || !isBasis(basis) || !Number.isInteger(version)) throw new Problem('malformed')
      const reason = visit.form.get('reason').trim().slice(0, 2000)
      await askToPublish(
        tx,
        { recordId, basis, version, fields: chosenFields(visit) },
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
      await withdrawProfile(tx, visit.form.get('publication'))
      const record = visit.form.get('record')
      return redirect(isId(record) ? `/workspace/record/${record}#public-view` : '/workspace/publishing')
    }),
})

/** Shows everyone chosen with exactly what would be public of each; writes nothing. */
const confirmRoute = route({
  method: 'post',
  path: '/workspace/publishing/confirm',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const ids = [...new Set(visit.form.all('person').filter(isId))]
      if (ids.length === 0) throw new Problem('invalid', { explanation: labelsOf('refused_none') })
      if (ids.length > mostAtOnce) throw new Problem('too_large', { explanation: labelsOf('refused_many') })
      return confirmPage(visit, tx, await readRecords(tx, ids), await fourEyes(tx))
    }),
})

// What being internal stands in the way of, publishing several does first; nothing else is got over.
const againstAll = (tx: Tx, record: RecordView) =>
  refusalsOf(record.visibility === 'internal' ? { ...record, visibility: 'public' } : record, tx.schema)

function confirmPage(visit: Visit, tx: Tx, records: readonly RecordView[], second: boolean): Response {
  const { language } = visit
  const w = words(language)
  const fields = chosenFields(visit)
  const able = records.filter((record) => againstAll(tx, record).length === 0)
  const unable = records.filter((record) => againstAll(tx, record).length > 0)
  return workspacePage(visit, {
    title: w('confirm_title', { count: able.length }),
    lede: w('confirm_lede'),
    breadcrumbs: [{ href: '/workspace/publishing', label: w('list_title') }],
    notices:
      unable.length > 0 ? (
        <Notice kind="warning" title={w('confirm_refused')}>
          <ul className="list">
            {unable.map((record) => (
              <li key={record.id}>
                <bdi>{record.title}</bdi>:{' '}
                {againstAll(tx, record)
                  .map((reason) => w(`refusal_${reason}`))
                  .join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null,
    children: (
      <>
        {able.map((record) => (
          <Section
            key={record.id}
            title={record.title}
            action={record.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
          >
            {record.visibility === 'internal' ? <p>{w('confirm_opens')}</p> : null}
            <ProfileFacts
              profile={project(record, tx.schema, basisOf(record) ?? 'public_at_source', fields)}
              language={language}
            />
          </Section>
        ))}
        <Form action="/workspace/publishing" csrf={visit.session?.formToken ?? ''}>
          {able.map((record) => (
            <input key={record.id} type="hidden" name="person" value={`${record.id} ${record.version}`} />
          ))}
          {fields.map((name) => (
            <input key={name} type="hidden" name="field" value={name} />
          ))}
          <FormActions>
            {able.length > 0 ? (
              <Button kind="primary">
                {w(second ? 'confirm_ask' : 'confirm_do', { count: able.length })}
              </Button>
            ) : null}
            <LinkButton href="/workspace/publishing#choose">{w('back')}</LinkButton>
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
      const people = visit.form.all('person').map((text) => {
        const [recordId = '', version = ''] = text.split(' ')
        if (!isId(recordId) || !/^\d{1,9}$/.test(version)) throw new Problem('malformed')
        return { recordId, version: Number(version) }
      })
      const done = await publishProfiles(tx, { people, fields: chosenFields(visit) })
      const asked = done.filter((one) => 'approval' in one).length
      return redirect(asked > 0 ? `/workspace/publishing?asked=${asked}` : '/workspace/publishing')
    }),
})

/** Publishing and withdrawing, for people signed in. */
export const publishingActionRoutes = [publishRoute, withdrawRoute, confirmRoute, publishAllRoute]
