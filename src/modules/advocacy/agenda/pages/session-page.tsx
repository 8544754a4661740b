import { can } from '#platform/access'
import { formatMoment } from '#platform/dates'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  fieldOf,
  fieldType,
  readBelongings,
  readRecord,
  readRecords,
  typeOf,
  valuesOf,
} from '#platform/records'
import { FactList, LinkButton, Section, Tag } from '#web/components'
import { visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { agendaBodies, itemKindLabels } from '../bodies.ts'
import { type AgendaWords, agendaWords } from '../messages.ts'
import { entryOf, mechanismsById } from '../queries/read-agenda.ts'
import { Windows, daysInWords, statesInWords } from './entry-view.tsx'

/** A session: when, where, by when to file, and what of ours is on it. */
export const sessionRoute = route({
  method: 'get',
  path: '/workspace/agenda/:id',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, params } = visit
      const w = agendaWords(language)
      const record = await readRecord(tx, params['id'] ?? '')
      if (record.mergedInto) return redirect(`/workspace/agenda/${record.mergedInto}`)
      const entry = record.type === 'session' ? entryOf(record, await mechanismsById(tx)) : null
      if (!entry || record.deletedAt) throw new Problem('not_found')
      const items = await readItems(tx, record.id)
      const mayWrite = can(tx.actor, 'write')
      const { source, notes } = record.values
      return workspacePage(visit, {
        title: record.title,
        lede: daysInWords(entry, language, w),
        breadcrumbs: [{ href: '/workspace/agenda', label: w('title') }],
        fictitious: record.fictitious,
        audience: {
          visibility: record.visibility,
          visibilityLabel: label(visibilityLabel[record.visibility], language),
          seenBy: w(record.visibility === 'restricted' ? 'seen_some' : 'seen_org'),
          publicSees: w('public_sees'),
        },
        actions: (
          <>
            {mayWrite ? (
              <LinkButton href={`/workspace/record/${record.id}/edit`}>{w('edit')}</LinkButton>
            ) : null}
            <LinkButton href={`/workspace/record/${record.id}?whole=1`}>{w('record')}</LinkButton>
          </>
        ),
        children: (
          <>
            <FactList
              facts={[
                { label: w('body'), value: label(agendaBodies[entry.body].label, language) },
                { label: w('place'), value: entry.place },
                { label: w('states'), value: statesInWords(entry.states, language) },
                { label: w('whose'), value: saidOf(tx, record, 'owner', language) },
                {
                  label: w('known_from'),
                  value: typeof source === 'string' ? <a href={source}>{source}</a> : '',
                },
                { label: w('notes'), value: typeof notes === 'string' ? notes : '' },
              ].filter(({ value }) => value !== '')}
            />
            <Section id="filing" title={w('filing')}>
              {entry.windows.length === 0 ? (
                <p className="quiet">{w('filing_none')}</p>
              ) : (
                <Windows {...{ language, w }} windows={entry.windows} rules />
              )}
            </Section>
            <Section id="items" title={w('items')}>
              {items.length === 0 ? <p className="quiet">{w('items_none')}</p> : null}
              {items.map((item) => (
                <Item key={item.id} {...{ visit, tx, item, w }} />
              ))}
              {mayWrite ? (
                <p>
                  <LinkButton
                    href={`/workspace/records/session_item/new?v.session=${record.id}&v.owner=${tx.actor.accountId}`}
                  >
                    {w('item_add')}
                  </LinkButton>
                </p>
              ) : null}
            </Section>
          </>
        ),
      })
    }),
})

async function readItems(tx: Tx, sessionId: string): Promise<readonly RecordView[]> {
  const ids = (await readBelongings(tx, sessionId, ['session_item'])).flatMap(({ id, deletedAt }) =>
    deletedAt === null ? [id] : [],
  )
  const items = await readRecords(tx, ids)
  const at = ({ values }: RecordView) => (typeof values['at'] === 'string' ? values['at'] : '9999')
  return items.toSorted((a, b) => (at(a) < at(b) ? -1 : 1))
}

function saidOf(tx: Tx, record: RecordView, name: string, language: Visit['language']): string {
  const field = fieldOf(typeOf(tx, record.type), name)
  if (!field) return ''
  return valuesOf(record.values[name])
    .map((one) => fieldType(field.type).show(one, field, tx.schema, language))
    .filter(Boolean)
    .join(', ')
}

const isItemKind = (code: unknown): code is keyof typeof itemKindLabels =>
  typeof code === 'string' && Object.hasOwn(itemKindLabels, code)

function Item(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly item: RecordView
  readonly w: AgendaWords
}) {
  const { visit, tx, item, w } = props
  const { language } = visit
  const { kind, at } = item.values
  const names = (field: string) =>
    (valuesOf(item.values[field]) as readonly Reference[]).flatMap(({ to, attributes }) => {
      const linked = item.linked.get(to)
      const as = typeof attributes?.['as'] === 'string' ? ` (${attributes['as']})` : ''
      return linked ? [{ id: to, title: `${linked.title}${as}` }] : []
    })
  const linksTo = (field: string) =>
    names(field).map(({ id, title }, i) => (
      <span key={id}>
        {i > 0 ? ', ' : ''}
        <a href={`/workspace/record/${id}`}>
          <bdi>{title}</bdi>
        </a>
      </span>
    ))
  const written = (field: string) =>
    saidOf(tx, item, field, language) === '' ? (
      ''
    ) : (
      <span className="written" dir="auto">
        {saidOf(tx, item, field, language)}
      </span>
    )
  const delegation = names('delegation').length > 0 || saidOf(tx, item, 'delegation_words', language) !== ''
  return (
    <article className="flow">
      <h3>
        <a href={`/workspace/record/${item.id}`}>
          <bdi>{item.title}</bdi>
        </a>{' '}
        {isItemKind(kind) ? <Tag>{label(itemKindLabels[kind], language)}</Tag> : null}
      </h3>
      {typeof at === 'string' ? <p>{formatMoment(at, language)}</p> : null}
      <FactList
        facts={[
          {
            label: w('submissions'),
            value: names('submissions').length > 0 ? <>{linksTo('submissions')}</> : '',
          },
          {
            label: w('delegation'),
            value: delegation ? (
              <>
                {linksTo('delegation')} <bdi>{saidOf(tx, item, 'delegation_words', language)}</bdi>
              </>
            ) : (
              ''
            ),
          },
          { label: w('instructions'), value: written('instructions') },
          { label: w('minutes'), value: written('minutes') },
        ].filter(({ value }) => value !== '')}
      />
    </article>
  )
}
