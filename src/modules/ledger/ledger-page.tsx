import { can } from '#platform/access'
import { isId } from '#platform/db'
import { type Visit, route } from '#platform/http'
import { auditorRecipient, isIdentity, openTerms } from '#platform/ledger'
import type { Tx } from '#platform/records'
import {
  Button,
  Columns,
  Details,
  EmptyState,
  FilterForm,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Pager,
  Section,
  Select,
  Table,
  TextInput,
  Timestamp,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { actLabels, actWords } from './act-words.ts'
import { type Entry, type EntryQuery, entryQuery, listEntries } from './list-entries.ts'
import { type Words, words } from './messages.ts'

const path = '/workspace/ledger'

export const ledgerRoutes = [
  route({
    method: 'get',
    path,
    may: 'audit',
    handle: (visit) => visit.within((tx) => show(visit, tx, null)),
  }),
  // The auditor's key comes in the body of a form and goes nowhere: not into an address, not into the database.
  route({
    method: 'post',
    path,
    may: 'audit',
    handle: (visit) => visit.within((tx) => show(visit, tx, visit.form.get('identity').trim())),
  }),
]

/** The page; `identity` opens the words of the searches on it, null where none was given. */
async function show(visit: Visit, tx: Tx, identity: string | null): Promise<Response> {
  const { language, url } = visit
  const w = words(language)
  const query = entryQuery(url.searchParams)
  const { entries, next } = await listEntries(tx.sql, tx.actor.orgId, query)
  const people = await tx.sql
    .selectFrom('account')
    .select(['id', 'name'])
    .where('org_id', '=', tx.actor.orgId)
    .orderBy('name')
    .limit(1000)
    .execute()
  const usable = identity !== null && isIdentity(identity)
  const terms = new Map<string, string | null>()
  if (usable)
    for (const { place, detail } of entries)
      if (typeof detail['terms'] === 'string') terms.set(place, await openTerms(identity, detail['terms']))
  const searches = entries.some(({ act }) => act === 'record.search')
  const recipient = searches ? await auditorRecipient(tx) : null
  const wrong = identity !== null && !usable
  return workspacePage(visit, {
    title: w('title'),
    lede: w('lede'),
    status: wrong ? 422 : 200,
    actions: (
      <LinkButton href={`${path}/export`} download>
        {w('export')}
      </LinkButton>
    ),
    children: (
      <>
        {wrong ? (
          <FormErrors title={w('errors')} errors={[{ fieldId: 'identity', message: w('identity_wrong') }]} />
        ) : null}
        <Columns
          asideAt="start"
          aside={<Filters {...{ visit, query, people, w }} />}
          main={
            <>
              {entries.length === 0 ? (
                <EmptyState title={w('none_title')}>{w('none')}</EmptyState>
              ) : (
                <Entries {...{ visit, entries, terms, w }} />
              )}
              <Pager
                label={w('pages')}
                first={
                  query.before === undefined ? undefined : { href: pageAt(query, null), label: w('first') }
                }
                next={next === null ? undefined : { href: pageAt(query, next), label: w('older') }}
              />
            </>
          }
        />
        {searches ? (
          <Terms
            {...{ visit, query, w, wrong }}
            known={recipient !== null}
            sealed={entries.some(({ detail }) => detail['terms'] !== undefined)}
          />
        ) : null}
        <Chain {...{ w }} {...(await chainEnd(tx))} />
      </>
    ),
  })
}

const searchOf = (query: EntryQuery): string => {
  const text = new URLSearchParams(Object.entries(query)).toString()
  return text === '' ? '' : `?${text}`
}

function pageAt({ before: _, ...query }: EntryQuery, before: string | null): string {
  return path + searchOf({ ...query, ...(before !== null && { before }) })
}

interface Shown {
  readonly visit: Visit
  readonly w: Words
}

function Filters(
  props: Shown & {
    readonly query: EntryQuery
    readonly people: readonly { readonly id: string; readonly name: string }[]
  },
) {
  const { visit, w, query, people } = props
  const acts = Object.keys(actLabels)
    .map((act) => ({ value: act, label: actWords(act, visit.language) }))
    .sort((a, b) => a.label.localeCompare(b.label, visit.language))
  return (
    <FilterForm action={path} label={w('filter')} button={w('filter')}>
      <Select id="act" name="act" label={w('act')} value={query.act} empty={w('any_act')} options={acts} />
      <Select
        id="account"
        name="account"
        label={w('person')}
        value={query.account}
        empty={w('anyone')}
        options={[
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: w('nobody') },
        ]}
      />
      <TextInput id="from" name="from" label={w('from')} hint={w('date_hint')} value={query.from} short />
      <TextInput id="to" name="to" label={w('to')} hint={w('date_hint')} value={query.to} short />
    </FilterForm>
  )
}

function Entries(
  props: Shown & {
    readonly entries: readonly Entry[]
    readonly terms: ReadonlyMap<string, string | null>
  },
) {
  const { visit, w, entries, terms } = props
  const reads = visit.session !== null && can(visit.session.actor, 'read')
  return (
    <Table
      caption={w('title')}
      captionHidden
      columns={[
        { key: 'place', label: w('place'), numeric: true },
        { key: 'at', label: w('when'), nowrap: true },
        { key: 'act', label: w('act'), heading: true },
        { key: 'by', label: w('person') },
        { key: 'subject', label: w('about'), nowrap: true },
        { key: 'detail', label: w('detail') },
      ]}
      rows={entries.map((entry) => ({
        key: entry.place,
        cells: {
          place: entry.place,
          at: (
            <Timestamp dateTime={entry.at.toISOString()}>
              {entry.at.toISOString().slice(0, 19).replace('T', ' ')}
            </Timestamp>
          ),
          act: actWords(entry.act, visit.language),
          by: entry.by ?? entry.account ?? '—',
          subject: <Subject {...{ entry, reads }} />,
          detail: <DetailOf {...{ entry, w }} opened={terms.get(entry.place)} />,
        },
      }))}
    />
  )
}

/** A value of a detail in as few signs as tell it; '' for what says nothing. */
function plain(value: unknown): string {
  if (value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(plain).join(', ')
  if (typeof value === 'string') return isId(value) ? `…${value.slice(-8)}` : value
  return JSON.stringify(value)
}

/** What the entry is about, by its id: a title would be content. A record leads to itself, for who reads records. */
function Subject({ entry, reads }: { readonly entry: Entry; readonly reads: boolean }) {
  const { subject, act } = entry
  if (subject === null) return '—'
  const short = <code title={subject}>…{subject.slice(-8)}</code>
  const isRecord = act.startsWith('record.') || act.startsWith('publication.')
  return reads && isRecord ? <a href={`/workspace/record/${subject}`}>{short}</a> : short
}

/** `opened`: the words of a search; null where the key was another, undefined where none was given. */
function DetailOf(props: {
  readonly entry: Entry
  readonly w: Words
  readonly opened: string | null | undefined
}) {
  const { entry, w, opened } = props
  const parts = Object.entries(entry.detail).flatMap(([name, value]) => {
    const said = ['session', 'terms'].includes(name) ? '' : plain(value)
    return said === '' ? [] : [said === 'true' ? name : `${name}: ${said}`]
  })
  return (
    <>
      {parts.join(' · ')}
      {entry.detail['terms'] === undefined ? null : (
        <>
          {parts.length > 0 ? ' · ' : null}
          {typeof opened === 'string' ? (
            <q dir="auto">{opened}</q>
          ) : (
            <em>{w(opened === null ? 'terms_other' : 'terms_sealed')}</em>
          )}
        </>
      )}
    </>
  )
}

function Terms(
  props: Shown & {
    readonly query: EntryQuery
    readonly known: boolean
    readonly sealed: boolean
    readonly wrong: boolean
  },
) {
  const { visit, w, query, known, sealed, wrong } = props
  return (
    <Section title={w('terms_title')}>
      <p>{w(known || sealed ? 'terms_about' : 'terms_none')}</p>
      {sealed || wrong ? (
        <Form action={`${path}${searchOf(query)}`} csrf={visit.session?.formToken ?? ''}>
          <TextInput
            id="identity"
            name="identity"
            label={w('identity')}
            hint={w('identity_hint')}
            type="password"
            autoComplete="off"
            spellCheck={false}
            error={wrong ? w('identity_wrong') : undefined}
          />
          <FormActions>
            <Button>{w('open_terms')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}

interface ChainEnd {
  readonly head: { readonly place: string; readonly hash: Buffer } | undefined
  readonly checkpoint: { readonly place: string; readonly at: Date; readonly key: string } | undefined
}

const chainEnd = async (tx: Tx): Promise<ChainEnd> => ({
  head: await tx.sql
    .selectFrom('ledger_head')
    .select(['place', 'hash'])
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirst(),
  checkpoint: await tx.sql
    .selectFrom('ledger_checkpoint')
    .select(['place', 'at', 'key'])
    .where('org_id', '=', tx.actor.orgId)
    .orderBy('place', 'desc')
    .executeTakeFirst(),
})

function Chain({ w, head, checkpoint }: ChainEnd & { readonly w: Words }) {
  return (
    <Details summary={w('checked_title')}>
      <p>{w('checked')}</p>
      {head ? <p>{w('head', { place: head.place, hash: head.hash.toString('hex') })}</p> : null}
      <p>
        {checkpoint
          ? w('checkpoint', {
              place: checkpoint.place,
              time: checkpoint.at.toISOString(),
              key: checkpoint.key,
            })
          : w('no_checkpoint')}
      </p>
    </Details>
  )
}
