import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type Backlink,
  type Citation,
  type RecordTypeDefinition,
  type RecordView,
  type Tx,
  cite,
  closeCitation,
  deleteRecord,
  fieldOf,
  readBacklinks,
  readCitations,
  readMerges,
  readOwner,
  readRecord,
  restoreRecord,
  revealRecord,
  trashDays,
  typeOf,
  unmergeRecords,
} from '#platform/records'
import { indexAttachments } from '#platform/evidence'
import { writeLedger } from '#platform/ledger'
import {
  Button,
  Details,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  TextInput,
} from '#web/components'
import { RecordFacts, visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { resolveReferences } from '../actions/resolve-references.ts'

/** A record: its values with their sources, what points at it, and what can be done with it. */
export const recordRoute = route({
  method: 'get',
  path: '/workspace/record/:id',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.mergedInto) return redirect(`/workspace/record/${record.mergedInto}`)
      const { page } = typeOf(tx, record.type)
      // Its own page, unless the whole record is asked for; one in the trash has only this one.
      if (page && !record.deletedAt && !visit.url.searchParams.has('whole'))
        return redirect(`${page.replace(':id', record.id)}${visit.url.search}`)
      return showRecord(visit, tx, record)
    }),
})

/** Who sees the record, in words: on the screen of every record. */
export const audienceOf = (record: RecordView, visit: Visit, w: Words) => ({
  visibility: record.visibility,
  visibilityLabel: label(visibilityLabel[record.visibility], visit.language),
  seenBy: w(`seen_${record.visibility}`),
  publicSees: record.visibility === 'public' ? w('public_open') : w('public_nothing'),
})

async function showRecord(visit: Visit, tx: Tx, record: RecordView): Promise<Response> {
  const type = typeOf(tx, record.type)
  const w = words(visit.language)
  const { language } = visit
  const citations = await readCitations(tx, record.id)
  const backlinks = await readBacklinks(tx, record.id)
  const merges = await readMerges(tx, record.id)
  const owner = type.belongsTo ? await readOwner(tx, record.id) : null
  const panels: ReactNode[] = []
  for (const panel of visit.house.recordPanels) panels.push(await panel(visit, tx, record))
  const path = `/workspace/record/${record.id}`
  const csrf = visit.session?.formToken ?? ''
  const mayWrite = can(tx.actor, 'write')
  return workspacePage(visit, {
    title: record.title || `${w('anonymous')} ${record.id.slice(-6)}`,
    breadcrumbs: [
      ...(owner ? [{ href: `/workspace/record/${owner.id}`, label: owner.title }] : []),
      { href: `/workspace/records/${type.name}`, label: label(type.plural, language) },
    ],
    audience: audienceOf(record, visit, w),
    fictitious: record.fictitious,
    actions: record.deletedAt ? null : (
      <>
        {mayWrite ? (
          <LinkButton href={`${path}/edit`} kind="primary">
            {w('edit')}
          </LinkButton>
        ) : null}
        <LinkButton href={`${path}/history`}>{w('history')}</LinkButton>
        {mayWrite ? <LinkButton href={`${path}/merge`}>{w('merge')}</LinkButton> : null}
      </>
    ),
    notices: record.deletedAt ? (
      <Notice kind="warning">
        <p>
          {w('deleted_notice', {
            when: record.deletedAt.toLocaleDateString(language, { dateStyle: 'long' }),
            days: trashDays,
          })}
        </p>
        {mayWrite ? (
          <Form action={`${path}/restore`} csrf={csrf}>
            <Button>{w('restore')}</Button>
          </Form>
        ) : null}
      </Notice>
    ) : null,
    children: (
      <>
        <RecordFacts
          {...{ type, citations, schema: tx.schema, language }}
          record={await revealRecord(tx, record)}
          words={{ original: w('original'), source: w('source'), sources: w('sources') }}
        />
        {panels.map((panel, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
          <Fragment key={i}>{panel}</Fragment>
        ))}
        <Backlinks {...{ tx, backlinks, language, title: w('backlinks') }} />
        {merges.length > 0 ? (
          <Section title={w('merges')}>
            {merges.map((merge) => (
              <Form key={merge.id} action={`${path}/unmerge`} csrf={csrf}>
                <input type="hidden" name="merge" value={merge.id} />
                <p>
                  {merge.title} · {merge.merged_at.toLocaleDateString(language, { dateStyle: 'long' })}{' '}
                  {mayWrite ? <Button small>{w('unmerge')}</Button> : null}
                </p>
              </Form>
            ))}
          </Section>
        ) : null}
        {record.deletedAt || !mayWrite ? null : (
          <>
            <CitationForm {...{ type, visit, path, csrf, w }} citations={[...citations.values()].flat()} />
            <Details summary={w('delete')}>
              <Form action={`${path}/delete`} csrf={csrf}>
                <input type="hidden" name="version" value={record.version} />
                <TextInput id="delete-reason" name="reason" label={w('reason')} hint={w('reason_hint')} />
                <FormActions>
                  <Button kind="warning">{w('delete')}</Button>
                </FormActions>
              </Form>
            </Details>
          </>
        )}
      </>
    ),
  })
}

function Backlinks(props: {
  readonly tx: Tx
  readonly backlinks: readonly Backlink[]
  readonly language: Visit['language']
  readonly title: string
}): ReactNode {
  const { tx, backlinks, language, title } = props
  if (backlinks.length === 0) return null
  const groups = Map.groupBy(backlinks, (one) => `${one.type}\u0000${one.field}`)
  return (
    <Section title={title} id="backlinks">
      {[...groups].map(([key, links]) => {
        const [typeName = '', fieldName = ''] = key.split('\u0000')
        const type = tx.schema.types.get(typeName)
        const field = type && fieldOf(type, fieldName)
        const heading = field?.inverse
          ? label(field.inverse, language)
          : type
            ? label(type.plural, language)
            : typeName
        return (
          <div key={key}>
            <h3>{heading}</h3>
            <ul className="list">
              {links.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one record may point here more than once
                <li key={`${one.id}${i}`}>
                  <a href={`/workspace/record/${one.id}`} dir="auto">
                    {one.title || one.id.slice(-6)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}

function CitationForm(props: {
  readonly type: RecordTypeDefinition
  readonly visit: Visit
  readonly path: string
  readonly csrf: string
  readonly w: Words
  readonly citations: readonly Citation[]
}) {
  const { type, visit, path, csrf, w, citations } = props
  return (
    <Details summary={w('cite')}>
      <Form action={`${path}/cite`} csrf={csrf}>
        <Select
          id="cite-field"
          name="field"
          label={w('cite_field')}
          options={type.fields.map((field) => ({
            value: field.name,
            label: label(field.label, visit.language),
          }))}
        />
        <TextInput id="cite-source" name="f.source.0.to" label={w('cite_source')} />
        <TextInput id="cite-locator" name="locator" label={w('cite_locator')} hint={w('cite_locator_hint')} />
        <TextInput id="cite-quote" name="quote" label={w('cite_quote')} />
        <TextInput id="cite-reliability" name="reliability" label={w('cite_reliability')} />
        <FormActions>
          <Button>{w('cite_add')}</Button>
        </FormActions>
      </Form>
      {citations.map((citation) => (
        <Form key={citation.id} action={`${path}/uncite`} csrf={csrf}>
          <input type="hidden" name="citation" value={citation.id} />
          <p>
            {label(fieldOf(type, citation.field)?.label ?? { en: citation.field }, visit.language)}:{' '}
            {[citation.sourceTitle, citation.locator, citation.quote].filter(Boolean).join(' · ')}{' '}
            <Button small>{w('cite_remove')}</Button>
          </p>
        </Form>
      ))}
    </Details>
  )
}

const back = (visit: Visit) => redirect(`/workspace/record/${visit.params['id']}`)

/** A type that has only a source, so that naming one works as in any other form. */
const citingSource: RecordTypeDefinition = {
  name: 'citation',
  label: { en: '', es: '', ca: '' },
  plural: { en: '', es: '', ca: '' },
  title: [],
  fields: [
    {
      name: 'source',
      type: 'reference',
      label: { en: 'Source', es: 'Fuente', ca: 'Font' },
      targets: ['source'],
    },
  ],
}

/** The small posts of a record's page. */
export const recordActionRoutes = [
  route({
    method: 'post',
    path: '/workspace/record/:id/cite',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { form } = visit
        const typed = form.get('f.source.0.to').trim()
        const named = typed && !typed.includes(':') ? typed : ''
        const { values, problems } = await resolveReferences(tx, citingSource, { source: { to: named } })
        const source = (values['source'] as { to?: string } | undefined)?.to
        if (problems.length > 0) throw new Problem('invalid', { fields: problems })
        const optional = (name: string) => form.get(name).trim().slice(0, 10_000)
        await cite(tx, {
          recordId: visit.params['id'] ?? '',
          field: form.get('field'),
          ...(source && { sourceId: source }),
          locator: optional('locator'),
          quote: optional('quote'),
          reliability: optional('reliability'),
        })
        return back(visit)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/uncite',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        await closeCitation(tx, visit.params['id'] ?? '', visit.form.get('citation'))
        return back(visit)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/delete',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const id = visit.params['id'] ?? ''
        await deleteRecord(tx, id, Number(visit.form.get('version')), visit.form.get('reason') || undefined)
        await writeLedger(tx, 'record.delete', id)
        return back(visit)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/restore',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const id = visit.params['id'] ?? ''
        await restoreRecord(tx, id)
        await indexAttachments(tx, id)
        return back(visit)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/unmerge',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const merge = visit.form.get('merge')
        const { lostId } = await unmergeRecords(tx, merge)
        await indexAttachments(tx, lostId)
        await writeLedger(tx, 'record.unmerge', visit.params['id'] ?? null, { merge })
        return back(visit)
      }),
  }),
]
